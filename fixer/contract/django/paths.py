"""What `pathlib`, `os.path`, `glob` and `sys.path` give, where modules and routes hang on it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import libcst as cst

from .operators import NotConstantError, computed, iterate, unwrap, wrap
from .values import NONE, Const, Foreign, Frame, Items, PathValue, Unknown, Value

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

SEARCHED = Foreign("sys.path")
MOST_FILES = 500
# What is made of paths without a look at the disk: links are not followed.
_OF_TEXTS = ("join", "dirname", "basename", "normpath", "splitext", "split", "abspath")
_SAME = ("resolve", "absolute", "expanduser")
_MAKING = ("joinpath", "with_name", "with_suffix", "relative_to", "is_relative_to", "as_posix")
_PARTS = ("name", "stem", "suffix", "parent", "parents", "parts")


def path_attribute(path: PathValue, name: str) -> Value | None:
    """`path.parent`; None for what is a method."""
    if name not in _PARTS:
        return None
    found = getattr(path.path, name)
    return Items([wrap(above) for above in found]) if name == "parents" else wrap(found)


def path_method(evaluator: Evaluator, path: PathValue, name: str, args: Sequence[Value]) -> Value:
    """A method of a path."""
    if name in _SAME:
        return path
    if name in _MAKING:
        return computed(lambda *plain: getattr(path.path, name)(*plain), *args)
    if name in _LOOKS:
        return _LOOKS[name](evaluator, path.path, *args)
    return Unknown(f"the method {name} isn't followed")


def search(evaluator: Evaluator, more: Value) -> None:
    """Looks for modules in the folders of `more`, too, as those that `sys.path` has."""
    for entry in iterate(more) or ():
        path = _plain(entry)
        if path is not None:
            evaluator.project.add_root(Path(path))


def _plain(value: Value | None) -> PurePosixPath | None:
    try:
        found = unwrap(value) if value is not None else None
    except NotConstantError:
        return None
    return PurePosixPath(found) if isinstance(found, (str, PurePosixPath)) else None


def _tested(test: Callable[[Path], bool]) -> Callable[[Evaluator, PurePosixPath], Value]:
    """`path.exists()`: only of the project's own folders that says the source."""

    def look(evaluator: Evaluator, path: PurePosixPath) -> Value:
        if not evaluator.project.holds(Path(path)):
            return Unknown("what is there can't be known")
        return Const(test(Path(path)))

    return look


def _entries(evaluator: Evaluator, path: PurePosixPath) -> Value:
    return _listed(evaluator, Path(path), lambda folder: folder.iterdir())


def _matching(evaluator: Evaluator, path: PurePosixPath, pattern: Value = NONE) -> Value:
    text = pattern.value if isinstance(pattern, Const) else None
    if not isinstance(text, str) or not text or text.startswith("/"):
        return Unknown("the pattern of files can't be known")
    return _listed(evaluator, Path(path), lambda folder: folder.glob(text))


def _listed(evaluator: Evaluator, folder: Path, inside: Callable[[Path], Iterator[Path]]) -> Value:
    """The files of the project that are there, in order."""
    if not evaluator.project.holds(folder) or not folder.is_dir():
        return Unknown("what is in the folder can't be known")
    found = sorted(path for path in inside(folder) if path.name != "__pycache__")
    return Items([PathValue(PurePosixPath(path)) for path in found[:MOST_FILES]])


_LOOKS: dict[str, Callable[..., Value]] = {
    "exists": _tested(Path.exists),
    "is_dir": _tested(Path.is_dir),
    "is_file": _tested(Path.is_file),
    "iterdir": _entries,
    "glob": _matching,
}


def _look(name: str) -> Native:
    """`Path.iterdir(path)`, `os.path.isdir(path)`."""

    def call(
        evaluator: Evaluator,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        path = _plain(args[0] if args else None)
        if path is None:
            return Unknown("the path can't be known")
        return _LOOKS[name](evaluator, path, *args[1:2])

    return call


def _named(name: str) -> Native:
    """A function of `os.path` that only works on the text."""

    def call(
        evaluator: Evaluator,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        return computed(getattr(posixpath, name), *args)

    return call


def _make(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    return computed(PurePosixPath, *args)


def _names(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`os.listdir(path)`"""
    path = _plain(args[0] if args else None)
    found = _entries(evaluator, path) if path is not None else None
    if not isinstance(found, Items):
        return Unknown("what is in the folder can't be known")
    return Items([Const(item.path.name) for item in found.items if isinstance(item, PathValue)])


def _glob(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`glob.glob("/folder/*/urls.py")`"""
    path = _plain(args[0] if args else None)
    if path is None:
        return Unknown("the pattern of files can't be known")
    fixed = next(part for part in path.parents if "*" not in str(part))
    found = _matching(evaluator, fixed, Const(str(path.relative_to(fixed))))
    if not isinstance(found, Items):
        return found
    return Items([Const(str(item.path)) for item in found.items if isinstance(item, PathValue)])


def _search(at: int, *, are_many: bool = False) -> Native:
    """`sys.path.insert(0, folder)`: the folder is argument `at`."""

    def call(
        evaluator: Evaluator,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        if len(args) > at:
            search(evaluator, args[at] if are_many else Items([args[at]]))
        return NONE

    return call


NATIVES: dict[str, Native] = {
    **{f"pathlib.{name}": _make for name in ("Path", "PurePath", "PosixPath")},
    **{f"pathlib.Path.{name}": _look(name) for name in _LOOKS},
    **{f"os.path.{name}": _named(name) for name in _OF_TEXTS},
    "os.path.exists": _look("exists"),
    "os.path.isdir": _look("is_dir"),
    "os.path.isfile": _look("is_file"),
    "os.path.realpath": _named("abspath"),
    "os.listdir": _names,
    "glob.glob": _glob,
    "sys.path.append": _search(0),
    "sys.path.insert": _search(1),
    "sys.path.extend": _search(0, are_many=True),
}
