"""What the routers of Django REST framework and drf-nested-routers make of registered viewsets.

Follows the documented behaviour of `SimpleRouter`, `DefaultRouter` and `NestedMixin`: which URL
patterns a registration gives, in which order, and which methods each answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import libcst as cst

from .models import Models
from .operators import is_open, iterate, truth
from .urls import suffixed
from .values import (
    NONE,
    AsView,
    ClassObject,
    Const,
    Dictionary,
    Frame,
    Function,
    Include,
    Items,
    Object,
    Pattern,
    Site,
    Unknown,
    Value,
    constant_text,
)
from .views import Action, Views

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_ROUTERS = "rest_framework.routers."
_VIEWSET = "rest_framework.viewsets.ViewSetMixin"
_LIST = {"get": "list", "post": "create"}
_DETAIL = {"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"}
# (url, mapping, name, detail)
Expanded = tuple[str, Mapping[str, str], str, bool]
_KEYWORDS = re.compile(r"\{(prefix|lookup|trailing_slash|url_path)\}")


def text_of(value: Value | None, default: str = "") -> str:
    """A constant text, else `default`."""
    found = constant_text(value)
    return default if found is None else found


def router_of(args: Sequence[Value]) -> Object | None:
    """The object that a method was called on."""
    return args[0] if args and isinstance(args[0], Object) else None


def initialise(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if (router := router_of(args)) is None:
        return NONE
    given = dict(zip(("trailing_slash", "use_regex_path"), args[1:], strict=False)) | kwargs
    slash = truth(given.get("trailing_slash", Const(True)))
    regex = truth(given.get("use_regex_path", Const(True)))
    router.attributes["trailing_slash"] = Const("" if slash is False else "/")
    router.attributes["_use_regex"] = Const(regex is not False)
    router.attributes.setdefault("registry", Items())
    own = evaluator.classes.find(router.cls, "routes")
    router.attributes["routes"] = own if isinstance(own, Items) else _routes(evaluator)
    return NONE


def made_route(
    evaluator: Evaluator, url: str, mapping: Mapping[str, str] | None, name: str, detail: bool
) -> Object:
    """A `Route`; without a mapping a `DynamicRoute`."""
    module = evaluator.project.module("rest_framework.routers")
    cls = module.frame.names["DynamicRoute" if mapping is None else "Route"] if module else None
    assert isinstance(cls, ClassObject)  # it stands in the stub
    attributes: dict[str, Value] = {"url": Const(url), "detail": Const(detail)}
    attributes |= {"name": Const(name), "initkwargs": Dictionary()}
    if mapping is not None:
        attributes["mapping"] = Dictionary({key: Const(name) for key, name in mapping.items()})
    return Object(cls, attributes=attributes)


def _routes(evaluator: Evaluator) -> Items:
    """The table of routes that `SimpleRouter` documents for custom routers to build on."""

    def route(url: str, mapping: dict[str, str] | None, detail: bool) -> Value:
        name = "{url_name}" if mapping is None else "detail" if detail else "list"
        return made_route(evaluator, url, mapping, f"{{basename}}-{name}", detail)

    return Items(
        [
            route("^{prefix}{trailing_slash}$", _LIST, False),
            route("^{prefix}/{url_path}{trailing_slash}$", None, False),
            route("^{prefix}/{lookup}{trailing_slash}$", _DETAIL, True),
            route("^{prefix}/{lookup}/{url_path}{trailing_slash}$", None, True),
        ]
    )


def _route_init(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if (route := router_of(args)) is not None:
        dynamic = route.cls.name == "DynamicRoute"
        names = ("url", "name", "detail") if dynamic else ("url", "mapping", "name", "detail")
        route.attributes.update(zip(names, args[1:], strict=False))
        route.attributes.update(kwargs)
    return NONE


def register(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if (router := router_of(args)) is None:
        return NONE
    given = dict(zip(("prefix", "viewset", "basename"), args[1:], strict=False)) | kwargs
    registry = router.attributes.setdefault("registry", Items())
    prefix, viewset = given.get("prefix", NONE), given.get("viewset", NONE)
    basename = given.get("basename", given.get("base_name", NONE))
    if isinstance(registry, Items):
        entry = Items([prefix, viewset, basename], "tuple")
        registry.items.append(entry)
        sites = router.attributes.setdefault("(sites)", Items())
        if isinstance(sites, Items):
            optional = evaluator.executor.is_supposing
            holder = Pattern("", True, viewset, None, frame.site(node), is_optional=optional)
            sites.items.append(Items([entry, holder], "tuple"))
    return NONE


def _urls(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if (router := router_of(args)) is None:
        return Unknown("the urls of an unknown router")
    method = evaluator.classes.object_attribute(router, "get_urls")
    return evaluator.caller.apply(method, (), {}, frame, node)


def _get_urls(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if (router := router_of(args)) is None:
        return Unknown("the urls of an unknown router")
    return Items(list(Registrations(evaluator, router).patterns()))


def _get_default_urls(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if (router := router_of(args)) is None:
        return Unknown("the urls of an unknown router")
    registrations = Registrations(evaluator, router)
    patterns = Items(list(registrations.patterns()))
    if truth(registrations.attribute("include_root_view")) is not False:
        root = registrations.attribute("APIRootView")
        name = text_of(registrations.attribute("root_view_name"), "api-root")
        site = router.site or Site(router.cls.module, 0)
        patterns.items.append(Pattern("", False, AsView(root), name, site))
    if truth(registrations.attribute("include_format_suffixes")) is not False:
        return suffixed(patterns)
    return patterns


class Registrations:
    """The URL patterns of one router."""

    def __init__(self, evaluator: Evaluator, router: Object) -> None:
        self.evaluator = evaluator
        self.router = router
        self.views = Views(evaluator)
        self.is_regex = truth(router.attributes.get("_use_regex", Const(True))) is not False
        self.holders = {
            id(pair.items[0]): pair.items[1]
            for pair in self._items("(sites)")
            if isinstance(pair, Items) and isinstance(pair.items[1], Pattern)
        }

    def attribute(self, name: str) -> Value:
        return self.evaluator.classes.object_attribute(self.router, name)

    def _items(self, name: str) -> Sequence[Value]:
        found = self.router.attributes.get(name)
        return found.items if isinstance(found, Items) else ()

    def patterns(self) -> Iterator[Pattern]:
        """The patterns of every registered viewset, as `get_urls` lists them."""
        default = self.router.site or Site(self.router.cls.module, 0)
        registry = self.router.attributes.get("registry")
        if isinstance(registry, Items) and registry.open_reason:
            yield self._left_open("", registry.open_reason, default)
        for entry in self._items("registry"):
            if not isinstance(entry, Items) or len(entry.items) != 3:
                yield self._left_open("", "a registration can't be known", default)
                continue
            holder = self.holders.get(id(entry))
            site = holder.site if holder else default
            prefix, viewset, basename = entry.items
            if not isinstance(prefix, Const):
                yield self._left_open("", "the prefix that is registered can't be known", site)
                continue
            if not isinstance(viewset, ClassObject):
                reason = "the viewset that is registered can't be known"
                yield self._left_open(f"^{text_of(prefix)}/", reason, site)
                continue
            named = text_of(basename) or self._default_basename(viewset)
            for pattern in self._viewset(str(prefix.value), viewset, named, site):
                yield replace(pattern, is_optional=bool(holder and holder.is_optional))

    def _left_open(self, base: str, reason: str, site: Site, *, is_regex: bool = True) -> Pattern:
        """What stands for routes below `base` that can't be known."""
        self.evaluator.project.note(site, reason)
        return Pattern(base, is_regex, Include(Items(open_reason=reason)), None, site)

    def _default_basename(self, viewset: ClassObject) -> str:
        models = Models(self.evaluator)
        model = models.of_queryset(self.views.classes.find(viewset, "queryset"))
        return model.name.lower() if model else ""

    def _viewset(
        self, prefix: str, viewset: ClassObject, basename: str, site: Site
    ) -> Iterator[Pattern]:
        lookup = self._own_lookup(viewset)
        gaps = self.views.classes.gaps(viewset)
        hidden = self.views.classes.hidden(viewset)
        if gaps:
            reason = f"{viewset.name} inherits from {gaps[0]}, which isn't there to be read"
            # Actions may be there that are inherited: below a list, and below one of its objects.
            base = f"^{prefix}/{lookup}/" if self.is_regex else f"{prefix}/{lookup}/"
            yield self._left_open(base, reason, site, is_regex=self.is_regex)
        if not self.views.classes.derives(viewset, _VIEWSET) and not gaps:
            reason = f"{viewset.name} isn't known to be a viewset"
            yield self._left_open(f"^{prefix}/", reason, site)
            return
        known, is_whole = self._own_routes(viewset)
        if not is_whole:
            reason = f"which routes {viewset.name} has can't be known"
            yield self._left_open(f"^{prefix}/", reason, site)
        for url, mapping, name, detail in known:
            bound = self._bound(viewset, mapping)
            is_open = hidden is not None and len(bound) < len(mapping)
            if not bound and not is_open:
                continue
            pattern = self._pattern(url, prefix, lookup)
            view = AsView(viewset, None if is_open else bound, {"detail": Const(detail)})
            named = name.replace("{basename}", basename) if basename else None
            yield Pattern(pattern, self.is_regex, view, named, site)

    def _own(self, name: str, *args: Value) -> Value | None:
        """What the router's class says by a method of its own; None: it is REST framework's."""
        found = self.views.classes.find(self.router.cls, name)
        if not isinstance(found, Function) or found.module.is_stub:
            return None
        return self.evaluator.caller.run(found, args, {}, 1, self.router)

    def _own_lookup(self, viewset: ClassObject) -> str:
        said = constant_text(self._own("get_lookup_regex", viewset))
        return self.lookup(viewset) if said is None else said

    def _bound(self, viewset: ClassObject, mapping: Mapping[str, str]) -> dict[str, str]:
        """Which of the methods the viewset answers."""
        given = Dictionary({method: Const(action) for method, action in mapping.items()})
        said = self._own("get_method_map", viewset, given)
        if isinstance(said, Dictionary) and not said.open_reason:
            return {str(method): text_of(action) for method, action in said.items.items()}
        return self.provided(viewset, mapping)

    def provided(self, viewset: ClassObject, mapping: Mapping[str, str]) -> dict[str, str]:
        return {m: a for m, a in mapping.items() if self.views.provides(viewset, a)}

    def _own_routes(self, viewset: ClassObject) -> tuple[list[Expanded], bool]:
        """The routes of the viewset, and whether they are all that it has."""
        said = self._own("get_routes", viewset)
        if said is None:
            return list(self.routes(viewset)), True
        listed = iterate(said) or ()
        known = [one for one in listed if isinstance(one, Object)]
        is_whole = isinstance(said, Items) and not is_open(said) and len(known) == len(listed)
        return [found for route in known for found in _expanded(route, ())], is_whole

    def routes(self, viewset: ClassObject) -> Iterator[Expanded]:
        """The router's routes, those of actions laid out for the viewset's own."""
        actions = self.views.actions(viewset)
        for route in self._items("routes"):
            if isinstance(route, Object):
                yield from _expanded(route, actions)

    def _pattern(self, url: str, prefix: str, lookup: str) -> str:
        slash = text_of(self.router.attributes.get("trailing_slash"), "")
        if not self.is_regex:
            url = url.removeprefix("^").removesuffix("$")
        values = {"prefix": prefix, "lookup": lookup, "trailing_slash": slash}
        text = _KEYWORDS.sub(lambda found: values.get(found[1], found[0]), url)
        text = text.replace("{{", "{").replace("}}", "}")
        if prefix:
            return text
        return text.removeprefix("/") if not self.is_regex else re.sub(r"^\^/", "^", text)

    def lookup(self, viewset: ClassObject, prefix: str = "") -> str:
        """The piece of the pattern that captures one object of `viewset`."""

        def known(name: str) -> Value | None:
            found = self.views.classes.find(viewset, name)
            return None if found == NONE else found

        field = text_of(known("lookup_field"), "pk")
        kwarg = text_of(known("lookup_url_kwarg"), field)
        if self.is_regex:
            return f"(?P<{prefix}{kwarg}>{text_of(known('lookup_value_regex'), '[^/.]+')})"
        converter = known("lookup_value_converter") or known("lookup_value_regex")
        return f"<{text_of(converter, 'str')}:{prefix}{kwarg}>"


def _expanded(route: Object, actions: Sequence[Action]) -> Iterator[Expanded]:
    """What an entry of `routes` stands for."""
    url, name = text_of(route.attributes.get("url")), text_of(route.attributes.get("name"))
    detail = truth(route.attributes.get("detail", Const(False))) is True
    mapping = route.attributes.get("mapping")
    if isinstance(mapping, Dictionary):
        plain = {str(m): text_of(action) for m, action in mapping.items.items()}
        yield url, plain, name, detail
        return
    for action in actions:
        if action.detail is detail:
            path = action.url_path.replace("{", "{{").replace("}", "}}")
            named = name.replace("{url_name}", action.url_name)
            yield url.replace("{url_path}", path), action.mapping, named, detail


def _schema_view(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    module = evaluator.project.module("rest_framework.schemas")
    cls = module.frame.names.get("SchemaView") if module else None
    return AsView(cls) if isinstance(cls, ClassObject) else Unknown("the schema view")


def _view_of_class(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`SchemaView.with_ui("swagger")`: the class's view, differently rendered."""
    cls = args[0] if args else None
    return AsView(cls) if isinstance(cls, ClassObject) else Unknown("the schema view")


NATIVES: dict[str, Native] = {
    f"{_ROUTERS}BaseRouter.__init__": initialise,
    f"{_ROUTERS}SimpleRouter.__init__": initialise,
    f"{_ROUTERS}DefaultRouter.__init__": initialise,
    f"{_ROUTERS}BaseRouter.register": register,
    f"{_ROUTERS}BaseRouter.urls": _urls,
    f"{_ROUTERS}SimpleRouter.get_urls": _get_urls,
    f"{_ROUTERS}DefaultRouter.get_urls": _get_default_urls,
    f"{_ROUTERS}Route.__init__": _route_init,
    f"{_ROUTERS}DynamicRoute.__init__": _route_init,
    "rest_framework.schemas.get_schema_view": _schema_view,
    "drf_yasg.views.SchemaView.with_ui": _view_of_class,
    "drf_yasg.views.SchemaView.without_ui": _view_of_class,
    "drf_yasg.views.SchemaView.as_cached_view": _view_of_class,
}
