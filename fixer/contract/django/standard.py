"""What functions of Python's library and of settings packages give, where routes hang on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from urllib import parse

import libcst as cst

from .operators import computed, iterate, made_dictionary, wrap
from .values import (
    NONE,
    Application,
    ClassObject,
    Const,
    Dictionary,
    Foreign,
    Frame,
    Items,
    Object,
    Unknown,
    Value,
    assumed,
    constant_text,
    is_assumed,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native
    from .modules import Module

_APP_CONFIG = "django.apps.AppConfig"
_URL_PARTS = ("scheme", "netloc", "path", "query", "fragment")


def _plain(function: Callable[..., Any]) -> Native:
    """A function without side effects, of constants."""

    def call(
        evaluator: Evaluator,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        return Unknown("a named argument isn't followed") if kwargs else computed(function, *args)

    return call


def _split_url(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`urlparse(url)`, of which the parts are read by name."""
    text = constant_text(args[0] if args else None)
    module = evaluator.project.module("urllib.parse")
    cls = module.frame.names.get("SplitResult") if module else None
    if text is None or not isinstance(cls, ClassObject):
        return Unknown("the URL can't be known")
    parts = parse.urlsplit(text)
    found: dict[str, Value] = {name: wrap(getattr(parts, name)) for name in _URL_PARTS}
    if is_assumed(*args):
        found = {name: assumed(part) for name, part in found.items()}
    return Object(cls, attributes=found)


def _same(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`deepcopy(x)`, of which the reader changes nothing."""
    return args[0] if args else NONE


def _chain(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    parts = [iterate(arg) for arg in args]
    if any(part is None for part in parts):
        return Unknown("what it goes over can't be known")
    return Items([item for part in parts for item in part or ()])


def _app_configs(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`apps.get_app_configs()`: those of the apps that are there to be read."""
    installed = evaluator.setting("INSTALLED_APPS")
    reason = installed.open_reason if isinstance(installed, Items) else "INSTALLED_APPS isn't known"
    found: list[Value] = []
    for app in iterate(installed) or ():
        name = constant_text(app)
        config = app_config(evaluator, name) if name else None
        if config is not None:
            found.append(config)
    return Items(found, open_reason=reason)


def app_config(evaluator: Evaluator, name: str) -> Object | None:
    """The configuration of the app that INSTALLED_APPS calls `name`, if its source is there."""
    package, _, last = name.rpartition(".")
    module = evaluator.project.module(package) if last[:1].isupper() else None
    module = module or evaluator.project.module(f"{name}.apps")
    if module is None or module.path is None or module.is_stub:
        return None
    chosen = _chosen_config(evaluator, module, last)
    if chosen is None:
        return None
    label = evaluator.classes.find(chosen, "label")
    own = constant_text(evaluator.classes.find(chosen, "name")) or name
    made = Object(chosen, attributes={"name": Const(own)})
    made.attributes["label"] = label or Const(own.rpartition(".")[2])
    made.attributes["module"] = evaluator.resolved(Foreign(own))
    return made


def _chosen_config(evaluator: Evaluator, module: Module, name: str) -> ClassObject | None:
    """The class that Django takes: the one named, else the only one, or that by default."""
    if name[:1].isupper():
        named = module.frame.names.get(name)
        return named if isinstance(named, ClassObject) else None
    classes = evaluator.classes
    bound = (one for one in module.frame.names.values() if isinstance(one, ClassObject))
    configs = [
        one
        for one in dict.fromkeys(bound)
        if one.module is module
        if classes.derives(one, _APP_CONFIG) or classes.gaps(one)
        if classes.find(one, "default") != Const(False)
    ]
    if len(configs) > 1:
        configs = [one for one in configs if classes.find(one, "default") == Const(True)]
    return configs[0] if len(configs) == 1 else None


def _find_spec(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`importlib.util.find_spec("shop.urls")`, asked whether there is such a module."""
    name = constant_text(args[0] if args else None)
    if name and evaluator.project.module(name) is not None:
        return Const(name)
    lacks = name is not None and evaluator.project.lacks(name)
    return NONE if lacks else Unknown("whether there is the module can't be known")


def _include_settings(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`include("base.py", optional("local.py"))` of split-settings: as if they stood here."""
    for arg in args:
        inner = arg.args[0] if isinstance(arg, Application) and arg.args else arg
        for module in evaluator.project.beside(frame.module, constant_text(inner) or ""):
            evaluator.executor.run_statements(module, frame)
    return NONE


def _default_dict(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`defaultdict(list)`"""
    made = made_dictionary(args[1:], kwargs)
    if args and args[0] != NONE and isinstance(made, Dictionary):
        made.factory = args[0]
    return made


def _autodiscover(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`autodiscover_modules("metadata")`: imports that module of each app."""
    for app in iterate(evaluator.setting("INSTALLED_APPS")) or ():
        config = app_config(evaluator, constant_text(app) or "")
        package = config.attributes["name"] if config else app
        for name in map(constant_text, args):
            if name and (holder := constant_text(package)):
                evaluator.project.module(f"{holder}.{name}")
    return NONE


NATIVES: dict[str, Native] = {
    "collections.defaultdict": _default_dict,
    "django.utils.module_loading.autodiscover_modules": _autodiscover,
    "urllib.parse.urlparse": _split_url,
    "urllib.parse.urlsplit": _split_url,
    "urllib.parse.urljoin": _plain(parse.urljoin),
    "urllib.parse.quote": _plain(parse.quote),
    "importlib.util.find_spec": _find_spec,
    "copy.copy": _same,
    "copy.deepcopy": _same,
    "itertools.chain": _chain,
    "django.apps.Apps.get_app_configs": _app_configs,
    "split_settings.tools.include": _include_settings,
}
