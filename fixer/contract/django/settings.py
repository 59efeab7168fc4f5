"""Finds a Django project in a folder: its root, its settings module and its root URLconf."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst

from ..errors import ContractError
from ..model import Location
from .configurations import configured
from .evaluate import Evaluator
from .execute import REGISTERING
from .modules import Module
from .operators import iterate
from .source import read_text
from .standard import app_config
from .values import Const, Function, constant_text
from .walking import walk

_SKIPPED = frozenset(
    {"node_modules", "site-packages", "__pycache__", "dist", "build", "tests", "test"}
    | {"static", "migrations"}
)
_ENTRY_FILES = ("manage.py", "wsgi.py", "asgi.py")
_TESTS = frozenset({"tests", "test"})
_DEEPEST = 5
# Which of several settings modules a person runs, if nothing says.
_LIKELY = ("local", "dev", "development", "base", "common", "settings", "production", "prod")
# What lies in a project's own folder, and in no package of it.
_MARKS = ("manage.py", "pyproject.toml", "setup.py", "setup.cfg", ".git")
_VARIABLE = "DJANGO_SETTINGS_MODULE"
_SETS_ROOT = re.compile(r"^ *ROOT_URLCONF\b[^=\n]*=(?!=)", re.MULTILINE)
_CLASS_VARIABLE = "DJANGO_CONFIGURATION"
# What an app does when it starts that makes routes.
_REGISTERS = re.compile(r"\.register\(|\burlpatterns\b|\bautodiscover")


class NotDjangoError(ContractError):
    """The folder holds no Django project that can be read; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the project's modules are found, and by which names its settings may go.

    `urls`: URLconfs to begin with where there are no settings. `classes`: the settings classes
    that entry files name, as django-configurations has them. `scripts`: entry files that say
    where modules are looked for.
    """

    roots: tuple[Path, ...]
    packages: tuple[Path, ...]
    settings: tuple[str, ...]
    urls: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    scripts: tuple[Path, ...] = ()


def layout(directory: Path) -> Layout:
    """The project under `directory`. Raises NotDjangoError."""
    files = sorted(_python_files(directory), key=lambda path: (len(path.parts), path))
    found = _Found(directory, files)
    entries = [path for path in files if path.name in _ENTRY_FILES]
    for entry in sorted(entries, key=lambda path: (len(path.parts), path.name != "manage.py")):
        if found.add_named(entry) and entry.name == "manage.py":
            break
    if not found.named:
        found.add_named_elsewhere()
    urls = () if found.named else found.add_by_name()
    if not found.named and not urls:
        raise NotDjangoError(
            f"a folder without a Django project: looked for {_VARIABLE} in manage.py, wsgi.py and "
            "asgi.py, for a settings module and for urls.py",
            Location(str(directory), 0),
        )
    roots = tuple(found.roots)
    return Layout(
        roots or (directory,),
        (*_beside(directory, roots), *_packages(directory, roots)),
        (*found.named, *_inside(roots, found.named)),
        urls,
        tuple(found.classes),
        tuple(path for path in entries if "sys.path" in _text(path)),
    )


@dataclass(slots=True)
class _Found:
    """What is found of a project in `files`, nearest to its folder first."""

    directory: Path
    files: Sequence[Path]
    named: dict[str, None] = field(default_factory=dict)
    classes: dict[str, None] = field(default_factory=dict)
    roots: dict[Path, None] = field(default_factory=dict)

    def add_named(self, entry: Path) -> bool:
        """Whether the settings that an entry file names are there."""
        root, said = _root_of(entry), _said_in(entry)
        homes = {name: home for name in said.modules if (home := self._home(root, name))}
        if homes or entry.name == "manage.py":
            self.roots[root] = None
        self.roots.update(dict.fromkeys(homes.values()))
        self.named.update(dict.fromkeys(homes))
        self.classes.update(dict.fromkeys(said.classes if homes else ()))
        return bool(homes)

    def _home(self, root: Path, name: str) -> Path | None:
        """The folder that the dotted `name` begins in: `root`, or one that is on the path."""
        for base in (root, _above_packages(root)):
            if _exists(base, name):
                return base
        parts = tuple(name.split("."))
        for path in self.files if len(parts) > 1 else ():
            own = path.parent.parts if path.name == "__init__.py" else path.with_suffix("").parts
            if own[-len(parts) :] == parts and path.is_relative_to(root):
                return Path(*own[: -len(parts)])
        return None

    def add_named_elsewhere(self) -> None:
        """The settings that a module names which `manage.py` calls."""
        for path in self.files:
            root = next((r for r in self.roots if path.is_relative_to(r)), _root_of(path))
            if found := [name for name in _said_in(path).modules if _exists(root, name)]:
                self.roots[root] = None
                self.named.update(dict.fromkeys(found))
                return

    def add_by_name(self) -> tuple[str, ...]:
        """What looks like settings, a package's own tests' last; else the URLconfs there are."""
        urls: dict[str, None] = {}
        tested = _python_files(self.directory, _SKIPPED - _TESTS)
        own = set(self.files)
        for path in (*self.files, *sorted(file for file in tested if file not in own)):
            is_settings = "settings" in path.stem or path.parent.name == "settings"
            if is_settings or (path.name == "urls.py" and path in own):
                (self.named if is_settings else urls)[self._dotted(path)] = None
        if not self.named:  # under another name, it says the root URLconf all the same
            said = (path for path in self.files if _SETS_ROOT.search(_text(path)))
            self.named.update(dict.fromkeys(self._dotted(path) for path in said))
        return tuple(urls)

    def _dotted(self, path: Path) -> str:
        """The module's dotted name, from a root that is one from now on."""
        root = _root_of(path)
        if root == path.parent:  # in no package: folders without `__init__.py` are on the way
            root = next((known for known in self.roots if path.is_relative_to(known)), root)
        self.roots[root] = None
        return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _inside(roots: tuple[Path, ...], named: Iterable[str]) -> Iterator[str]:
    """The modules of settings packages: one of them is chosen where the backend is run."""
    for name in named:
        for folder in (root.joinpath(*name.split(".")) for root in roots):
            stems = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
            yield from (f"{name}.{stem}" for stem in sorted(stems, key=_likely))


def _likely(stem: str) -> tuple[int, str]:
    return (_LIKELY.index(stem) if stem in _LIKELY else len(_LIKELY), stem)


def load(evaluator: Evaluator, found: Layout) -> Module:
    """The root URLconf, the project's settings being set. Raises NotDjangoError."""
    missing: tuple[object, Module] | None = None
    for name in found.settings:
        module = evaluator.project.module(name)
        if module is not None and "ROOT_URLCONF" not in module.frame.names:
            module = configured(evaluator, module, found.classes)
        root = module.frame.names.get("ROOT_URLCONF") if module else None
        if module is None or not isinstance(root, Const):
            continue
        _start(evaluator, module, found)
        urls = evaluator.project.module(str(root.value))
        if urls is not None and urls.path is not None:
            return urls
        missing = missing or (root.value, module)
    if missing:
        raise NotDjangoError(
            f"ROOT_URLCONF is {missing[0]!r}, which isn't in the project",
            Location(str(missing[1].path), 0),
        )
    if (urls := _by_convention(evaluator, found)) is not None:
        return urls
    for name in found.urls:
        urls = evaluator.project.module(name)
        if urls is not None and "urlpatterns" in urls.frame.names:
            return urls
    names = ", ".join(found.settings) or "none was found"
    raise NotDjangoError(
        f"no settings module sets ROOT_URLCONF ({names}), and no urls.py has urlpatterns",
        Location(str(found.roots[0]), 0),
    )


def _start(evaluator: Evaluator, settings: Module, found: Layout) -> None:
    """Sets the settings, and does what a backend that has them does before its first request."""
    evaluator.project.settings = settings
    for script in found.scripts:
        evaluator.project.run_script(script)
    _import_packages(evaluator, settings.name)
    start_apps(evaluator)
    if evaluator.executor.applies:
        evaluator.project.load_all(REGISTERING)


def _import_packages(evaluator: Evaluator, name: str) -> None:
    """What is imported with the settings' package before all else, and may change them."""
    while name := name.rpartition(".")[0]:
        package = evaluator.project.module(name)
        for value in list(package.frame.names.values()) if package and package.path else ():
            evaluator.resolved(value)


def _by_convention(evaluator: Evaluator, found: Layout) -> Module | None:
    """`shop.urls` of the settings `shop.conf.dev`, which don't say it where they can be read."""
    for name in found.settings:
        module = evaluator.project.module(name)
        package = name
        while module is not None and (package := package.rpartition(".")[0]):
            urls = evaluator.project.module(f"{package}.urls")
            if urls is not None and "urlpatterns" in urls.frame.names:
                _start(evaluator, module, found)
                return urls
    return None


def start_apps(evaluator: Evaluator) -> None:
    """Carries out what the project's apps register when Django starts (`AppConfig.ready`)."""
    for name in _imported_apps(evaluator):
        config = app_config(evaluator, name)
        if config is None or not _REGISTERS.search(config.cls.statement.text):
            continue
        ready = evaluator.classes.members(config.cls).get("ready")
        if isinstance(ready, Function):
            evaluator.caller.run(ready, [], {}, 0, config)


def _imported_apps(evaluator: Evaluator) -> list[str]:
    """The apps, their packages imported, which may add to them."""
    names: list[str] = []
    while len(more := iterate(evaluator.setting("INSTALLED_APPS")) or ()) > len(names):
        name = constant_text(more[len(names)]) or ""
        evaluator.project.module(name)
        names.append(name)
    return names


def _python_files(directory: Path, skipped: frozenset[str] = _SKIPPED) -> Iterator[Path]:
    base = len(directory.parts)
    for folder, folders, files in os.walk(directory):
        here = Path(folder)
        if len(here.parts) - base >= _DEEPEST:
            folders.clear()
        folders[:] = sorted(f for f in folders if f not in skipped and not f.startswith("."))
        for environment in [f for f in folders if (here / f / "pyvenv.cfg").exists()]:
            folders.remove(environment)
        yield from (here / name for name in files if name.endswith(".py"))


def _root_of(path: Path) -> Path:
    """The folder that the modules' dotted names begin in: above the outermost package."""
    folder = path.parent
    if path.name == "manage.py":
        return folder
    while (folder / "__init__.py").exists() and folder.parent != folder:
        if any((folder / mark).exists() for mark in _MARKS):
            break
        folder = folder.parent
    return folder


def _above_packages(folder: Path) -> Path:
    """The nearest folder from `folder` up that is no package."""
    while (folder / "__init__.py").exists() and folder.parent != folder:
        folder = folder.parent
    return folder


def _text(path: Path) -> str:
    """The file's text; empty where it can't be read."""
    try:
        return read_text(path)
    except (OSError, SyntaxError, UnicodeError):
        return ""


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
            walk(cst.parse_module(text), finder)
    except (OSError, SyntaxError, UnicodeError, cst.ParserSyntaxError):
        return _Said()
    return finder.said


class _SettingsFinder:
    """Collects the texts that look like a name beside the variables'."""

    def __init__(self) -> None:
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
