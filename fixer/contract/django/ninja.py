"""What Django Ninja makes of the functions that its routers' decorators register."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import libcst as cst

from .values import (
    NONE,
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

_API = "ninja.main.NinjaAPI"
ROUTER = "ninja.router.Router"
VERBS = ("get", "post", "put", "patch", "delete")
# What a module that registers functions looks like; it is imported for nothing else, mostly.
_REGISTERING = re.compile(r"^@[\w.]+\.(?:get|post|put|patch|delete|api_operation)\(", re.MULTILINE)
_UUID = re.compile(r"<uuid:(\w+)>", re.IGNORECASE)
# With these the answer has other keys than the schema, or not all of them.
CHANGING = ("by_alias", "exclude_unset", "exclude_defaults", "exclude_none")
_OPERATIONS, _ROUTERS = "(operations)", "(routers)"
MOST_NESTED = 12


def _listed(holder: Object, name: str) -> Items:
    items = holder.attributes.setdefault(name, Items())
    assert isinstance(items, Items)
    return items


def add_operation(router: Object, pattern: Pattern) -> None:
    _listed(router, _OPERATIONS).items.append(pattern)


def add_router(router: Object, entry: Pattern) -> None:
    """`entry`: its route is the prefix, its view the router below it."""
    _listed(router, _ROUTERS).items.append(entry)


def _registrar(verb: str) -> Native:
    """What `@router.get("/items")` does; the function that it stands above is `args[1]`."""

    def register(
        evaluator: Evaluator,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        router, function = args
        if not isinstance(router, Object) or not isinstance(function, Function):
            return NONE
        assert isinstance(node, cst.Call)
        given, named = evaluator.caller.arguments(node, frame)
        methods: tuple[str, ...] = (verb,)
        if verb == "api_operation":
            methods = tuple(methods_in(named.get("methods", given.pop(0) if given else NONE)))
        path = named.get("path", given[0] if given else NONE)
        inner = Frame(frame.module, function.statement, {}, frame)
        says_how = any(name in router.kwargs for name in CHANGING)
        pattern = Pattern(
            constant_text(path),
            False,
            Handled(function, methods, None if says_how else node, inner),
            None,
            Site(function.module, function.statement.line),
            "the path of an operation can't be known",
            is_optional=evaluator.executor.is_supposing,
        )
        add_operation(router, pattern)
        return NONE

    return register


def methods_in(value: Value) -> Iterator[str]:
    for item in value.items if isinstance(value, Items) else ():
        if (name := (constant_text(item) or "").lower()) in VERBS:
            yield name


def _add_router(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if args and isinstance(args[0], Object):
        given = dict(zip(("prefix", "router"), args[1:], strict=False)) | kwargs
        optional = evaluator.executor.is_supposing
        prefix, router = constant_text(given.get("prefix")), given.get("router", NONE)
        reason = "the prefix of a router can't be known"
        entry = Pattern(prefix, False, router, None, frame.site(node), reason, is_optional=optional)
        add_router(args[0], entry)
    return NONE


def _urls(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`api.urls`: the patterns, and two names."""
    api = args[0] if args else None
    if not isinstance(api, Object):
        return Unknown("the urls of an unknown API")
    evaluator.project.load_all(_REGISTERING)
    site = api.site or frame.site(node)
    patterns = [*_documents(api, site), *_patterns(evaluator, api, "", 0)]
    # The root says 404 to everything; it only gives the others a name to be found by.
    patterns.append(Pattern("", False, Handled(None, (), None, frame), "api-root", site))
    return Items([Items(patterns), Const("ninja"), NONE], "tuple")


def _documents(api: Object, site: Site) -> Iterator[Value]:
    for name, default in (("openapi_url", "/openapi.json"), ("docs_url", "/docs")):
        said = api.kwargs.get(name, Const(default))
        if said == NONE:
            if name == "openapi_url":
                return
            continue
        path, reason = constant_text(said), f"{name} can't be known"
        view = Handled(None, ("get",), None, site.module.frame)
        yield Pattern(path.lstrip("/") if path else None, False, view, None, site, reason)


def _patterns(evaluator: Evaluator, router: Object, prefix: str, depth: int) -> Iterator[Value]:
    """The patterns of a router, then those of the routers in it."""
    for pattern in _listed(router, _OPERATIONS).items:
        if isinstance(pattern, Pattern):
            yield _below(prefix, pattern, pattern.view)
    for entry in _listed(router, _ROUTERS).items:
        if not isinstance(entry, Pattern):
            continue
        view = entry.view
        if (dotted := constant_text(view)) is not None:
            view = evaluator.resolved(Foreign(dotted))
        if isinstance(view, Object) and entry.route is not None and depth < MOST_NESTED:
            inner = _joined(prefix, entry.route)
            yield from _patterns(evaluator, view, inner, depth + 1)
        else:
            yield _below(prefix, entry, view if isinstance(view, Include) else Include(view))


def _below(prefix: str, pattern: Pattern, view: Value) -> Pattern:
    route = None if pattern.route is None else _joined(prefix, pattern.route)
    return Pattern(
        route,
        False,
        view,
        pattern.name,
        pattern.site,
        pattern.reason,
        is_optional=pattern.is_optional,
    )


def _joined(prefix: str, path: str) -> str:
    """Both, with Django's brackets; Django Ninja takes several slashes for a mistake."""
    text = "/".join(part for part in (prefix, path) if part)
    text = re.sub("//+", "/", text.replace("{", "<").replace("}", ">")).lstrip("/")
    return _UUID.sub(r"<uuidstr:\1>", text)


NATIVES: dict[str, Native] = {
    **{f"@{cls}.{verb}": _registrar(verb) for cls in (_API, ROUTER) for verb in VERBS},
    **{f"@{cls}.api_operation": _registrar("api_operation") for cls in (_API, ROUTER)},
    **{f"{cls}.add_router": _add_router for cls in (_API, ROUTER)},
    f"{_API}.urls": _urls,
}
