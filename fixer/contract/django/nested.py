"""What routers make that nest one viewset below another: drf-nested-routers, drf-extensions.

Follows their documented behaviour: the parent's pattern, with a named group for its key, goes in
front of the child's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from .routers import Registrations, initialise, register, router_of, text_of
from .values import NONE, ClassObject, Const, Dictionary, Frame, Items, Object, Unknown, Value

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_EXTENSIONS = "rest_framework_extensions.routers."
_KEY_PREFIX = "parent_lookup_"
_DEEPEST = 12


def _nested_router(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`NestedSimpleRouter(parent, parent_prefix, lookup=…)`: the parent's item goes in front."""
    router = router_of(args)
    given = dict(zip(("parent_router", "parent_prefix"), args[1:], strict=False)) | kwargs
    parent = given.get("parent_router")
    if router is None or not isinstance(parent, Object):
        return NONE
    rest = {k: v for k, v in kwargs.items() if k in ("trailing_slash", "use_regex_path")}
    initialise(evaluator, [router, *args[3:]], rest, frame, node)
    if "trailing_slash" not in kwargs:
        router.attributes["trailing_slash"] = parent.attributes.get("trailing_slash", Const("/"))
    prefix = text_of(given.get("parent_prefix"))
    registrations = Registrations(evaluator, parent)
    viewset = _registered(parent, prefix)
    if viewset is None:
        evaluator.project.note(frame.site(node), f"{prefix!r} isn't registered with the parent")
        return NONE
    count = parent.attributes.get("nest_count", Const(0))
    number = count.value + 1 if isinstance(count, Const) and isinstance(count.value, int) else 1
    router.attributes["nest_count"] = Const(number)
    lookup = text_of(kwargs.get("lookup"), f"nested_{number}") + "_"
    above = f"{prefix}/{registrations.lookup(viewset, lookup)}/".removeprefix("/")
    above = text_of(parent.attributes.get("parent_regex")) + above
    router.attributes["parent_regex"] = Const(above)
    _put_below(router, above.replace("{", "{{").replace("}", "}}"))
    return NONE


def _registered(parent: Object, prefix: str) -> ClassObject | None:
    registry = parent.attributes.get("registry")
    for entry in registry.items if isinstance(registry, Items) else ():
        if isinstance(entry, Items) and entry.items[0] == Const(prefix):
            viewset = entry.items[1]
            return viewset if isinstance(viewset, ClassObject) else None
    return None


def _put_below(router: Object, above: str) -> None:
    routes = router.attributes.get("routes")
    moved = Items()
    for route in routes.items if isinstance(routes, Items) else ():
        if isinstance(route, Object):
            url = text_of(route.attributes.get("url"))
            below = url.replace("^", "^" + above) if url.startswith("^") else above + url
            moved.items.append(
                Object(route.cls, attributes={**route.attributes, "url": Const(below)})
            )
    router.attributes["routes"] = moved


def _extended(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`routes = router.register(prefix, viewset)`: gives what children are registered with."""
    router = router_of(args)
    if router is None:
        return NONE
    register(evaluator, args, kwargs, frame, node)
    given = dict(zip(("prefix", "viewset"), args[1:], strict=False)) | kwargs
    return _item(evaluator, router, given, None)


def _child(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`routes.register(prefix, viewset, basename, parents_query_lookups)`"""
    item = router_of(args)
    names = ("prefix", "viewset", "basename", "parents_query_lookups")
    given = dict(zip(names, args[1:], strict=False)) | kwargs
    router = item.attributes.get("router") if item else None
    lookups = given.get("parents_query_lookups")
    if item is None or not isinstance(router, Object) or not isinstance(lookups, Items):
        return Unknown("the parents of a nested route can't be known")
    above = _above(evaluator, item, [text_of(lookup) for lookup in lookups.items])
    prefix = Const(f"{above}/{text_of(given.get('prefix'))}")
    named = {"basename": given["basename"]} if "basename" in given else {}
    viewset = given.get("viewset", NONE)
    register(evaluator, [router, prefix, viewset], named, frame, node)
    return _item(evaluator, router, given, item)


def _item(
    evaluator: Evaluator, router: Object, given: dict[str, Value], parent: Object | None
) -> Value:
    module = evaluator.project.module("rest_framework_extensions.routers")
    cls = module.frame.names.get("NestedRegistryItem") if module else None
    assert isinstance(cls, ClassObject)  # it stands in the stub
    attributes: dict[str, Value] = {"router": router, "parent_item": parent or NONE}
    attributes["parent_prefix"] = given.get("prefix", NONE)
    attributes["parent_viewset"] = given.get("viewset", NONE)
    made = Object(cls, attributes=attributes)
    made.attributes["(regex)"] = _regex(evaluator, given.get("viewset"))
    return made


def _regex(evaluator: Evaluator, viewset: Value | None) -> Const:
    found = (
        evaluator.classes.find(viewset, "lookup_value_regex")
        if isinstance(viewset, ClassObject)
        else None
    )
    return Const(text_of(found, "[^/.]+"))


def _above(evaluator: Evaluator, item: Object, lookups: Sequence[str]) -> str:
    """The pattern of the parents, outermost first; `lookups` names their keys in that order."""
    parts: list[str] = []
    settings = evaluator.setting("REST_FRAMEWORK_EXTENSIONS")
    known = settings.items if isinstance(settings, Dictionary) else {}
    key = text_of(known.get("DEFAULT_PARENT_LOOKUP_KWARG_NAME_PREFIX"), _KEY_PREFIX)
    current: Value | None = item
    for lookup in [*reversed(lookups)][:_DEEPEST]:
        if not isinstance(current, Object):
            break
        prefix = text_of(current.attributes.get("parent_prefix"))
        regex = text_of(current.attributes.get("(regex)"))
        parts.insert(0, f"{prefix}/(?P<{key}{lookup}>{regex})")
        current = current.attributes.get("parent_item")
    return "/".join(parts)


NATIVES: dict[str, Native] = {
    "rest_framework_nested.routers.NestedMixin.__init__": _nested_router,
    f"{_EXTENSIONS}NestedRouterMixin.register": _extended,
    f"{_EXTENSIONS}NestedRegistryItem.register": _child,
}
