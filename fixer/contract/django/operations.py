"""Turns the routes of a backend into the operations of a contract, with bodies and responses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import ANY, In, Kind, Location, Operation, Parameter, Schema
from .besides import is_added_to, taken_besides
from .filtersets import FilterSets
from .handled import HandledOperations
from .operators import foreign
from .pagination import Wrapping
from .queried import queried
from .rendering import Rendering, hidden
from .returns import Returns
from .routes import Backend, Endpoint, Route
from .serializers import Serializers
from .spectacular import Spectacular, Stated
from .use import Use
from .values import (
    NONE,
    ClassObject,
    Const,
    Function,
    Handled,
    Object,
    OneOf,
    Site,
    Unknown,
    Value,
)
from .views import View, stated_action

_ANY_METHOD = ("GET", "POST", "PUT", "PATCH", "DELETE")
_FUNCTION_METHODS = ("GET", "POST")
_SHOWS = re.compile(r"\b(?:render|redirect|TemplateResponse|HttpResponseRedirect)\(")
_WRITES = {"POST": Use.REQUEST, "PUT": Use.REQUEST, "PATCH": Use.PATCH}
_STANDARD = frozenset({"list", "retrieve", "create", "update", "partial_update", "destroy"})
_READING = frozenset({"list", "retrieve", "destroy"})
_CHOOSING = ("get_queryset", "filter_queryset")
_HANDLERS = {
    "get": ("list", "retrieve"),
    "post": ("create",),
    "put": ("update",),
    "patch": ("partial_update",),
    "delete": ("destroy",),
}
# What each of these calls of the view, the mixins' own included.
_CALLED = {**_HANDLERS, "patch": ("partial_update", "update"), "partial_update": ("update",)}


class Operations:
    """Makes the operations of one backend."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.evaluator = backend.evaluator
        self.classes = backend.evaluator.classes
        self.serializers = Serializers(backend.evaluator, self._locate)
        self.filtersets = FilterSets(self.classes, self.serializers.models)
        self.wrapping = Wrapping(backend.evaluator)
        self.spectacular = Spectacular(backend.evaluator, self.serializers)
        self.returns = Returns(backend.evaluator, self.serializers)
        self.handled = HandledOperations(self.serializers, self.returns)
        self.envelope = self.wrapping.envelope()
        self.rendering = Rendering(
            self.classes,
            self.wrapping.setting("DEFAULT_RENDERER_CLASSES"),
            self.wrapping.setting("DEFAULT_PARSER_CLASSES"),
        )

    def components(self) -> dict[str, Schema]:
        """The component schemas of what was read, by name."""
        return self.rendering.components(self.serializers.components)

    def all(self) -> Iterator[Operation]:
        """One operation a method and path, in the order of the URLconf; the first wins.

        Of `{year}` and `{pk}` in one place both are told where the first doesn't take any text.
        Behind all others come those that only some environments have.
        """
        self.evaluator.executor.steps = 0  # routes have had theirs
        seen: dict[tuple[str, str], list[Route]] = {}
        beginnings = self._beginnings()
        for endpoint in sorted(self.backend.served, key=lambda it: it.route.is_optional):
            route = endpoint.route
            if route.is_format_suffix or self._catches_rest(endpoint, beginnings):
                continue
            for method in route.methods if route.methods is not None else _possible(endpoint.view):
                shape = "/".join("{}" if "{" in s else s for s in route.path.split("/"))
                earlier = seen.setdefault((method, shape), [])
                if not any(it.takes_all_of(route) for it in earlier):
                    earlier.append(route)
                    yield self._operation(endpoint, method)

    def _beginnings(self) -> Counter[str]:
        """How many routes there are below each path: `/admin/`."""
        paths = [e.route.path for e in self.backend.endpoints if not e.route.is_format_suffix]
        return Counter(
            path[: slash + 1] for path in paths for slash, char in enumerate(path) if char == "/"
        )

    def _catches_rest(self, endpoint: Endpoint, beginnings: Counter[str]) -> bool:
        """Whether it takes what no other route below its path does, to show a page."""
        route = endpoint.route
        if not route.parameters or not route.path.endswith(f"/{{{route.parameters[-1].name}}}"):
            return False
        base = route.path[: route.path.rindex("/") + 1]
        if base == "/":
            return True
        rest = route.parameters[-1].schema.format == "path"
        return rest and beginnings[base] > 1 and self._is_page(endpoint.view)

    def _is_page(self, view: View) -> bool:
        name = foreign(view.value) or ""
        return name.startswith("django.views.static.") or self.classes.derives(
            view.cls or NONE,
            "django.views.generic.base.TemplateView",
            "django.views.generic.base.RedirectView",
        )

    def _operation(self, endpoint: Endpoint, method: str) -> Operation:
        route, view = endpoint.route, endpoint.view
        if isinstance(view.value, Handled):
            return self.handled.operation(endpoint, view.value, method)
        handler = (view.methods or {}).get(method.lower(), method.lower())
        function = self._function(view, handler)
        stated = self.spectacular.stated(view.cls, function, handler, method)
        action = self._standard(view, handler, function)
        serializer = self._serializer(view, handler, method, function)
        is_replaced = view.cls is not None and self._is_replaced(view.cls, handler)
        response = None
        if not is_replaced:
            response = self._response(view, action, function, serializer, stated, method)
        if self.envelope is not None and response is not None and _is_rest(self, view):
            response = self.envelope.around(response)
        query = self._query(view, action, function, stated)
        made = Operation(
            method,
            route.path,
            parameters=(*route.parameters, *query),
            body=self._body(view.cls, method, action, function, serializer, stated),
            response=response,
            any_slash=route.any_slash,
            location=route.location,
        )
        if not _is_rest(self, view):
            return made
        if self.envelope is None and self.rendering.reshapes(view.cls, function):
            made = hidden(made, self._resolved)
        return self.rendering.operation(made, view.cls, function)

    def _is_replaced(self, cls: ClassObject, handler: str) -> bool:
        """Whether a view, or a mixin, sets another handler on it: `self.list = self._list`."""
        for ancestor, members in self.classes.lineage(cls):
            made = members.get("__init__")
            if ancestor.module.is_stub or not isinstance(made, Function):
                continue
            if re.search(rf"\bself\.{re.escape(handler)}\s*=[^=]", made.statement.text):
                return True
        return False

    def _function(self, view: View, handler: str) -> Function | None:
        if view.function is not None:
            return view.function
        found = self.classes.find(view.cls, handler) if view.cls else None
        if not isinstance(found, Function) or view.cls is None:
            return None
        if not found.module.is_stub:
            return found
        # `get` of a generic view calls `list`, which the project may have written itself.
        called = (self.classes.find(view.cls, n) for n in _CALLED.get(handler, ()))
        own = (f for f in called if isinstance(f, Function) and not f.module.is_stub)
        return next(own, found)

    def _standard(self, view: View, handler: str, function: Function | None) -> str | None:
        """The mixin's action that answers, where the project didn't write its own."""
        names = (handler,) if view.is_viewset else _HANDLERS.get(handler, ())
        if function is None or view.cls is None:
            return None
        if function.module.is_stub:
            return next(
                (n for n in names if n in _STANDARD and self.classes.find(view.cls, n)), None
            )
        return next((n for n in _STANDARD if self.returns.delegates(function, n)), None)

    def _serializer(
        self, view: View, handler: str, method: str, function: Function | None
    ) -> Value | None:
        """The serializer class of the view for this action; None where it can't be known."""
        if view.cls is None:
            return None
        told = stated_action(self.classes, function) if function else None
        if told is not None and "serializer_class" in told:
            return told["serializer_class"]
        chosen = self.classes.find(view.cls, "get_serializer_class")
        if isinstance(chosen, Function) and not chosen.module.is_stub:
            found = self.evaluator.caller.run(
                chosen, [], {}, 1, self._instance(view, view.cls, handler, method)
            )
            return found if isinstance(found, (ClassObject, OneOf)) else None
        stated = view.initkwargs.get("serializer_class")
        return stated or self.classes.find(view.cls, "serializer_class")

    def _instance(self, view: View, cls: ClassObject, handler: str, method: str) -> Object:
        """The view as it stands while it answers a request."""
        request = Object(cls, attributes={"method": Const(method)})
        for name in ("user", "query_params", "data", "GET", "POST", "headers"):
            request.attributes[name] = Unknown("it depends on the request")
        attributes: dict[str, Value] = {"request": request, "kwargs": Unknown("the request's")}
        attributes["action"] = Const(handler if view.is_viewset else None)
        attributes["detail"] = view.initkwargs.get("detail", Unknown("not said"))
        return Object(cls, attributes=attributes)

    def _response(
        self,
        view: View,
        action: str | None,
        function: Function | None,
        serializer: Value | None,
        stated: Stated,
        method: str,
    ) -> Schema | None:
        if stated.no_content or (action == "destroy" and stated.response is None):
            return None
        if "by_alias=True" in self.rendering.code(function):
            return None  # pydantic's, by other names
        if stated.response is not None:
            written = self._otherwise(stated.response, function, serializer)
            if written is not None:
                return written
            listed = stated.response
            plain = function is not None and self.returns.is_plain(function)
            if (
                (action == "list" or not plain)
                and listed.kind is Kind.ARRAY
                and listed.items is not None
            ):
                return self._list(view, listed.items, function)
            return listed
        shape = self.serializers.value(serializer)
        if action == "list":
            return self._list(view, shape, function) if shape is not None else None
        if action is not None:
            return shape
        if function is None or function.module.is_stub:
            return None
        found = self.returns.of(function, serializer, method)
        if found is not None and found.kind is Kind.ARRAY and self.returns.pages(function):
            return self._list(view, found.items or ANY, function)
        return found

    def _otherwise(
        self, stated: Schema, function: Function | None, serializer: Value | None
    ) -> Schema | None:
        """What the function sends, where its decorator says something else."""
        if function is None or function.module.is_stub or self.returns.pages(function):
            return None
        found = self.returns.of(function, serializer)
        said = self._resolved(stated)
        row = self._resolved(said.items) if said.items is not None else said
        if row.kind is Kind.OBJECT and is_added_to(self.classes.definition(function), row):
            more = replace(row, loose=True, name=None)
            return replace(said, items=more) if said.items is not None else more
        if found is None or said.kind not in (Kind.ARRAY, Kind.OBJECT):
            return None
        if (found.kind is Kind.ARRAY) != (said.kind is Kind.ARRAY):
            return found
        written = {p.name for p in found.properties}
        return None if written <= {p.name for p in said.properties} else found

    def _is_alike(self, stated: Schema, taken: Schema | None) -> bool:
        """Whether what a decorator says of a body is what the function looks at."""
        said, read = self._resolved(stated), self._resolved(taken) if taken is not None else None
        if read is None or Kind.OBJECT not in (said.kind, read.kind):
            return True
        return {p.name for p in said.properties} == {p.name for p in read.properties}

    def _resolved(self, schema: Schema) -> Schema:
        is_named = schema.kind is Kind.REF
        return self.serializers.components.get(schema.name or "", ANY) if is_named else schema

    def _list(self, view: View, shape: Schema, function: Function | None) -> Schema | None:
        written = self.classes.find(view.cls, "get_paginated_response") if view.cls else None
        if isinstance(written, Function) and not written.module.is_stub:
            return None
        stated = self._stated_pages(function)
        if stated is None and self.wrapping.is_unknown(view.cls):
            return None
        paginator = self.wrapping.paginator(view.cls, stated)
        if paginator is not None:
            return self.wrapping.paginated(paginator, shape)
        own = stated or (self.classes.find(view.cls, "pagination_class") if view.cls else None)
        if own is not None and own != NONE:
            return None
        return Schema(Kind.ARRAY, items=shape)

    def _stated_pages(self, function: Function | None) -> Value | None:
        """What an `@action` says that its list is cut into pages by."""
        stated = stated_action(self.classes, function) if function else None
        return stated.get("pagination_class") if stated is not None else None

    def _body(
        self,
        view: ClassObject | None,
        method: str,
        action: str | None,
        function: Function | None,
        serializer: Value | None,
        stated: Stated,
    ) -> Schema | None:
        is_own = action is None and function is not None and not function.module.is_stub
        if stated.request is not None:
            taken = (
                self.returns.taken(function, method, serializer) if function and is_own else None
            )
            return stated.request if self._is_alike(stated.request, taken) else None
        if method not in _WRITES or stated.no_request:
            return None
        if action in _READING:
            return None  # `return self.retrieve(request)` from a handler of POST
        if action is None:
            return self.returns.taken(function, method, serializer) if function and is_own else None
        said = self.serializers.value(serializer, _WRITES[method])
        whole = self._resolved(said) if said is not None else None
        besides = taken_besides(self.classes, view, serializer, whole)
        return said if besides == whole else besides

    def _query(
        self, view: View, action: str | None, function: Function | None, stated: Stated
    ) -> tuple[Parameter, ...]:
        found = {parameter.name: parameter for parameter in stated.parameters}
        if action == "list" and view.cls is not None:
            paginator = self.wrapping.paginator(view.cls)
            for parameter in self.wrapping.parameters(paginator) if paginator else ():
                found.setdefault(parameter.name, parameter)
            for name in self._filters(view.cls):
                found.setdefault(name, Parameter(name, In.QUERY))
        for name in self._read(view, action, function):
            found.setdefault(name, Parameter(name, In.QUERY))
        return tuple(found.values())

    def _read(self, view: View, action: str | None, function: Function | None) -> Iterator[str]:
        """What the handler, and what chooses the objects of a list, read of the query."""
        asked: list[Value | None] = [function]
        if action == "list" and view.cls is not None:
            asked += [self.classes.find(view.cls, name) for name in _CHOOSING]
        yield from self._queried(asked)

    def _queried(self, functions: Sequence[Value | None]) -> Iterator[str]:
        """The query parameters that the project's own functions read."""
        for one in functions:
            if not isinstance(one, Function) or one.module.is_stub:
                continue
            if any(word in one.statement.text for word in ("query_params", "request.GET")):
                node = self.classes.definition(one)
                yield from queried(node) if node is not None else ()

    def _filters(self, cls: ClassObject) -> Iterator[str]:
        backends = self.wrapping.setting("DEFAULT_FILTER_BACKENDS")
        narrowing = self.filtersets.names(cls, backends)
        yield from narrowing
        if narrowing:
            # What a helper of the view reads is none that is wrongly written.
            methods = [m for _, members in self.classes.lineage(cls) for m in members.values()]
            yield from self._queried(methods)
        if self.classes.find(cls, "search_fields") is not None:
            yield "search"
        if self.classes.find(cls, "ordering_fields") is not None:
            yield "ordering"

    def _locate(self, cls: ClassObject, name: str | None) -> Location | None:
        line = cls.statement.line_naming(name) if name else cls.statement.line
        return self.backend.location(Site(cls.module, line))


def _possible(view: View) -> tuple[str, ...]:
    """The methods that a view may answer which doesn't say so: those that its text names.

    A function that asks for none answers all; a page is for two.
    """
    if view.function is None:
        return _ANY_METHOD
    text = view.function.statement.text
    named = [method for method in _ANY_METHOD if re.search(rf"""["']{method}["']""", text)]
    if not named and ("request.method" in text or not _SHOWS.search(text)):
        return _ANY_METHOD
    return tuple(m for m in _ANY_METHOD if m in _FUNCTION_METHODS or m in named)


def _is_rest(operations: Operations, view: View) -> bool:
    """Whether REST framework renders the view's answers."""
    if view.cls is not None:
        return operations.classes.derives(view.cls, "rest_framework.views.APIView")
    return view.methods is not None
