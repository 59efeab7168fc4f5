"""What django-ninja-extra makes of the classes that are registered as controllers of an API."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import libcst as cst

from .ninja import ROUTER, VERBS, add_operation, add_router, methods_in
from .values import (
    NONE,
    ClassObject,
    Const,
    Foreign,
    Frame,
    Function,
    Handled,
    Include,
    Items,
    Object,
    Pattern,
    Site,
    Unknown,
    Value,
    constant_text,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_API = "ninja_extra.main.NinjaExtraAPI"
_ROUTES = "ninja_extra.controllers."
_MODEL_BASE = "ninja_extra.controllers.ModelControllerBase"
_CONTROLLERS = re.compile(r"^@(?:\w+\.)?api_controller\b", re.MULTILINE)


def _register(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`api.register_controllers(Items, "shop.api.Orders")`"""
    if not args or not isinstance(args[0], Object):
        return NONE
    for said in args[1:]:
        dotted = constant_text(said)
        controller = evaluator.resolved(Foreign(dotted)) if dotted else said
        if isinstance(controller, ClassObject):
            _add(evaluator, args[0], controller, frame.site(node))
        else:
            reason = "a controller isn't there to be read"
            holder = Include(Items(open_reason=reason))
            add_router(args[0], Pattern("", False, holder, None, frame.site(node)))
    return NONE


def _discover(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`api.auto_discover_controllers()`: all that there are in the project."""
    if not args or not isinstance(args[0], Object):
        return NONE
    evaluator.project.load_all(_CONTROLLERS)
    for module in [found for found in evaluator.project.found.values() if found]:
        for value in list(module.frame.names.values()) if not module.is_stub else ():
            is_own = isinstance(value, ClassObject) and value.module is module
            if (
                is_own
                and isinstance(value, ClassObject)
                and _CONTROLLERS.match(value.statement.text)
            ):
                _add(evaluator, args[0], value, frame.site(node))
    return NONE


def _add(evaluator: Evaluator, api: Object, controller: ClassObject, site: Site) -> None:
    """The controller as a router of the API: its prefix, and an operation a decorated method."""
    cls = evaluator.resolved(Foreign(ROUTER))
    if not isinstance(cls, ClassObject):
        return
    prefix: Value = Const("")
    for _, given, named in evaluator.classes.applied(controller, "api_controller"):
        prefix = named.get("prefix_or_class", given[0] if given else prefix)
    router = Object(cls, site=controller.site)
    for pattern in _operations(evaluator, controller):
        add_operation(router, pattern)
    reason = "the prefix of a controller can't be known"
    route = constant_text(prefix)
    add_router(api, Pattern(route, False, router, None, site, reason))
    generated = evaluator.classes.find(controller, "model_config")
    hidden = evaluator.classes.hidden(controller)
    if hidden or (
        generated not in (None, NONE) and evaluator.classes.derives(controller, _MODEL_BASE)
    ):
        made = f"{controller.name} has operations that its model or its base class makes"
        add_router(api, Pattern(route, False, Include(Items(open_reason=made)), None, site, reason))


def _operations(evaluator: Evaluator, controller: ClassObject) -> Iterator[Pattern]:
    seen: set[str] = set()
    for _, members in evaluator.classes.lineage(controller):
        for name, member in list(members.items()):
            if name not in seen and isinstance(member, Function):
                yield from _operation(evaluator, member, members)
            seen.add(name)


def _operation(
    evaluator: Evaluator, function: Function, members: dict[str, Value]
) -> Iterator[Pattern]:
    frame = Frame(function.module, function.statement, dict(members), function.outer)
    for decorator in evaluator.classes.decorators(function):
        node = decorator.decorator
        callee = evaluator.value(node.func, frame) if isinstance(node, cst.Call) else None
        if not isinstance(callee, Function) or not callee.qualified.startswith(_ROUTES):
            continue
        assert isinstance(node, cst.Call)
        verb = callee.name.removeprefix("http_")
        given, named = evaluator.caller.arguments(node, frame)
        path = named.get("path", given[0] if given else Const(""))
        methods = (verb,) if verb in VERBS else tuple(methods_in(named.get("methods", NONE)))
        view: Value = Handled(function, methods, node, frame)
        if not methods:
            view = Unknown("the methods of an operation can't be known")
        reason = "the path of an operation can't be known"
        yield Pattern(constant_text(path), False, view, None, frame.site(node), reason)


NATIVES: dict[str, Native] = {
    f"{_API}.register_controllers": _register,
    f"{_API}.auto_discover_controllers": _discover,
}
