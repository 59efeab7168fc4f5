"""Finds a Django project in a folder: its root, its settings module and its root URLconf."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst

from ..errors import ContractError
from ..model import Location
from .configurations import configured
from .evaluate import Evaluator
from .modules import Module
from .operators import iterate
from .source import read_text
from .standard import app_config
from .values import Const, Function, constant_text

_SKIPPED = frozenset(
    {"node_modules", "site-packages", "__pycache__", "dist", "build", "tests", "test"}
    | {"static", "migrations"}
)
_ENTRY_FILES = ("manage.py", "wsgi.py", "asgi.py")
_DEEPEST = 5
_VARIABLE = "DJANGO_SETTINGS_MODULE"
_CLASS_VARIABLE = "DJANGO_CONFIGURATION"


class NotDjangoError(ContractError):
    """The folder holds no Django project that can be read; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the project's modules are found, and by which names its settings may go.

    `urls`: URLconfs to begin with where there are no settings. `classes`: the settings classes
    that entry files name, as django-configurations has them.
    """

    roots: tuple[Path, ...]
    packages: tuple[Path, ...]
    settings: tuple[str, ...]
    urls: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()


def layout(directory: Path) -> Layout:
    """The project under `directory`. Raises NotDjangoError."""
    entries = sorted(
        _entries(directory), key=lambda path: (len(path.parts), path.name != "manage.py")
    )
    named: dict[str, None] = {}
    classes: dict[str, None] = {}
    roots: dict[Path, None] = {}
    for entry in entries:
        root = _root_of(entry)
        said = _said_in(entry)
        found = [name for name in said.modules if _exists(root, name)]
        if found or entry.name == "manage.py":
            roots[root] = None
        named.update(dict.fromkeys(found))
        classes.update(dict.fromkeys(said.classes if found else ()))
        if found and entry.name == "manage.py":
            break
    urls: dict[str, None] = {}
    if not named:
        named.update(_named_elsewhere(directory, roots))
    if not named:
        for path in sorted(_python_files(directory), key=lambda path: (len(path.parts), path)):
            is_settings = path.stem.startswith("settings") or path.parent.name == "settings"
            if is_settings or path.name == "urls.py":
                root = _root_of(path)
                roots[root] = None
                dotted = ".".join(path.relative_to(root).with_suffix("").parts)
                chosen = named if is_settings else urls
                chosen[dotted.removesuffix(".__init__")] = None
    if not named and not urls:
        raise NotDjangoError(
            f"a folder without a Django project: looked for {_VARIABLE} in manage.py, wsgi.py and "
            "asgi.py, for a settings module and for urls.py",
            Location(str(directory), 0),
        )
    return Layout(
        tuple(roots) or (directory,),
        (*_beside(directory, tuple(roots)), *_packages(directory, tuple(roots))),
        tuple(named),
        tuple(urls),
        tuple(classes),
    )


def _named_elsewhere(directory: Path, roots: dict[Path, None]) -> dict[str, None]:
    """The settings that a module names which `manage.py` calls; its root is added to `roots`."""
    for path in sorted(_python_files(directory), key=lambda path: (len(path.parts), path)):
        root = next((r for r in roots if path.is_relative_to(r)), _root_of(path))
        if found := [name for name in _said_in(path).modules if _exists(root, name)]:
            roots[root] = None
            return dict.fromkeys(found)
    return {}


def load(evaluator: Evaluator, found: Layout) -> Module:
    """The root URLconf, the project's settings being set. Raises NotDjangoError."""
    for name in found.settings:
        module = evaluator.project.module(name)
        if module is not None and "ROOT_URLCONF" not in module.frame.names:
            module = configured(evaluator, module, found.classes)
        root = module.frame.names.get("ROOT_URLCONF") if module else None
        if module is None or not isinstance(root, Const):
            continue
        evaluator.project.settings = module
        start_apps(evaluator)
        urls = evaluator.project.module(str(root.value))
        if urls is not None and urls.path is not None:
            return urls
        raise NotDjangoError(
            f"ROOT_URLCONF is {root.value!r}, which isn't in the project",
            Location(str(module.path), 0),
        )
    for name in found.urls:
        urls = evaluator.project.module(name)
        if urls is not None and "urlpatterns" in urls.frame.names:
            return urls
    names = ", ".join(found.settings) or "none was found"
    raise NotDjangoError(
        f"no settings module sets ROOT_URLCONF ({names}), and no urls.py has urlpatterns",
        Location(str(found.roots[0]), 0),
    )


def start_apps(evaluator: Evaluator) -> None:
    """Carries out what the project's apps register when Django starts (`AppConfig.ready`)."""
    for app in iterate(evaluator.setting("INSTALLED_APPS")) or ():
        config = app_config(evaluator, constant_text(app) or "")
        if config is None or ".register(" not in config.cls.statement.text:
            continue
        ready = evaluator.classes.members(config.cls).get("ready")
        if isinstance(ready, Function):
            evaluator.caller.run(ready, [], {}, 0, config)


def _python_files(directory: Path) -> Iterator[Path]:
    base = len(directory.parts)
    for folder, folders, files in os.walk(directory):
        here = Path(folder)
        if len(here.parts) - base >= _DEEPEST:
            folders.clear()
        folders[:] = sorted(f for f in folders if f not in _SKIPPED and not f.startswith("."))
        for environment in [f for f in folders if (here / f / "pyvenv.cfg").exists()]:
            folders.remove(environment)
        yield from (here / name for name in files if name.endswith(".py"))


def _entries(directory: Path) -> Iterator[Path]:
    return (path for path in _python_files(directory) if path.name in _ENTRY_FILES)


def _root_of(path: Path) -> Path:
    """The folder that the modules' dotted names begin in: above the outermost package."""
    folder = path.parent
    if path.name == "manage.py":
        return folder
    while (folder / "__init__.py").exists() and folder.parent != folder:
        folder = folder.parent
    return folder


def _exists(root: Path, dotted: str) -> bool:
    folder = root.joinpath(*dotted.split("."))
    return folder.with_name(f"{folder.name}.py").is_file() or (folder / "__init__.py").is_file()


@dataclass(slots=True)
class _Said:
    """What an entry file sets by default: settings modules, and settings classes in them."""

    modules: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)

    def add(self, variable: object, text: object) -> None:
        chosen = {_VARIABLE: self.modules, _CLASS_VARIABLE: self.classes}.get(str(variable))
        if chosen is not None and isinstance(text, str) and _is_dotted(text):
            chosen.append(text)


def _said_in(path: Path) -> _Said:
    """The settings that an entry file names, by its default."""
    finder = _SettingsFinder()
    try:
        text = read_text(path)
        if _VARIABLE in text:
            cst.parse_module(text).visit(finder)
    except (OSError, SyntaxError, UnicodeError, cst.ParserSyntaxError):
        return _Said()
    return finder.said


class _SettingsFinder(cst.CSTVisitor):
    """Collects the texts that look like a name beside the variables'."""

    def __init__(self) -> None:
        super().__init__()
        self.said = _Said()

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        texts = [
            a.value.evaluated_value for a in node.args if isinstance(a.value, cst.SimpleString)
        ]
        for text in texts[1:]:
            self.said.add(texts[0], text)

    def visit_Assign(self, node: cst.Assign) -> None:  # noqa: N802 (libcst's name)
        target = node.targets[0].target
        if isinstance(target, cst.Subscript) and isinstance(node.value, cst.SimpleString):
            index = target.slice[0].slice
            if isinstance(index, cst.Index) and isinstance(index.value, cst.SimpleString):
                self.said.add(index.value.evaluated_value, node.value.evaluated_value)


def _is_dotted(text: str) -> bool:
    return re.fullmatch(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", text) is not None


def _beside(directory: Path, roots: tuple[Path, ...]) -> tuple[Path, ...]:
    """Further folders in which the project's own packages may lie, where it is one itself."""
    candidates = (directory, directory / "src")
    return tuple(folder for folder in candidates if folder.is_dir() and folder not in roots)


def _packages(directory: Path, roots: tuple[Path, ...]) -> tuple[Path, ...]:
    """The `site-packages` of virtual environments that lie in the project."""
    found: dict[Path, None] = {}
    for base in (directory, *roots):
        for name in (".venv", "venv", "env"):
            if (base / name / "pyvenv.cfg").is_file():
                found.update(
                    dict.fromkeys(sorted((base / name).glob("lib/python3*/site-packages")))
                )
    return tuple(found)
