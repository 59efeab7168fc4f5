"""What the hooks of REST framework's routers give, for routers of a project that replace them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from .operators import wrap
from .routers import Registrations, made_route, router_of, text_of
from .values import ClassObject, Const, Dictionary, Frame, Items, Unknown, Value

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_SIMPLE = "rest_framework.routers.SimpleRouter."


def _asked(
    evaluator: Evaluator, args: Sequence[Value], kwargs: dict[str, Value]
) -> tuple[Registrations, ClassObject] | None:
    """The router, and the viewset that it is asked about."""
    router = router_of(args)
    viewset = args[1] if len(args) > 1 else kwargs.get("viewset")
    if router is None or not isinstance(viewset, ClassObject):
        return None
    return Registrations(evaluator, router), viewset


def _get_routes(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if (asked := _asked(evaluator, args, kwargs)) is None:
        return Unknown("the routes of an unknown viewset")
    routes, viewset = asked
    return Items([made_route(evaluator, *route) for route in routes.routes(viewset)])


def _get_method_map(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    asked = _asked(evaluator, args, kwargs)
    mapping = args[2] if len(args) > 2 else kwargs.get("method_map")
    if asked is None or not isinstance(mapping, Dictionary) or mapping.open_reason:
        return Unknown("the methods of an unknown viewset")
    routes, viewset = asked
    plain = {str(method): text_of(action) for method, action in mapping.items.items()}
    return wrap(routes.provided(viewset, plain))


def _get_lookup_regex(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if (asked := _asked(evaluator, args, kwargs)) is None:
        return Unknown("the key of an unknown viewset")
    routes, viewset = asked
    prefix = text_of(args[2] if len(args) > 2 else kwargs.get("lookup_prefix"))
    return Const(routes.lookup(viewset, prefix))


NATIVES: dict[str, Native] = {
    f"{_SIMPLE}get_routes": _get_routes,
    f"{_SIMPLE}get_method_map": _get_method_map,
    f"{_SIMPLE}get_lookup_regex": _get_lookup_regex,
}
