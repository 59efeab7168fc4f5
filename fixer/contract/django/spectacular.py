"""What drf-spectacular's `@extend_schema` says of an operation: request, responses, parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import ANY, In, Kind, Parameter, Property, Schema
from .evaluate import Evaluator
from .metas import texts
from .operators import foreign, iterate, truth
from .serializers import Serializers
from .use import Use
from .values import (
    NONE,
    Application,
    ClassObject,
    Const,
    Dictionary,
    Function,
    Items,
    Object,
    Value,
)

_STATING = ("extend_schema", "extend_schema_view")
_SUCCESS = (200, 201, 202, 203, 206)


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said; None: nothing is. `no_content`: success has no body."""

    request: Schema | None = None
    response: Schema | None = None
    parameters: tuple[Parameter, ...] = ()
    no_content: bool = False
    no_request: bool = False


class Spectacular:
    """Reads the decorators of one project."""

    def __init__(self, evaluator: Evaluator, serializers: Serializers) -> None:
        self.evaluator = evaluator
        self.serializers = serializers
        self.known: dict[Function | ClassObject, list[tuple[str, dict[str, Value]]]] = {}

    def stated(
        self, cls: ClassObject | None, function: Function | None, action: str, method: str
    ) -> Stated:
        """What the class's `extend_schema_view` and the function's own decorator say together."""
        merged: dict[str, Value] = {}
        for kwargs in self._decorators(cls, function, action):
            methods = texts(kwargs.get("methods"))
            if methods and method not in {name.upper() for name in methods}:
                continue
            for key, value in kwargs.items():
                merged.setdefault(key, value)
        request = merged.get("request")
        response, no_content = self._response(merged.get("responses"), action)
        return Stated(
            self._body(request, action),
            response,
            tuple(self._parameters(merged.get("parameters"))),
            no_content,
            request == NONE,
        )

    def _decorators(
        self, cls: ClassObject | None, function: Function | None, action: str
    ) -> Iterator[Mapping[str, Value]]:
        if function is not None:
            yield from (kwargs for _, kwargs in self._applied(function))
        if cls is not None:
            for name, kwargs in self._applied(cls):
                stated = kwargs.get(action)
                if name.rpartition(".")[2] == "extend_schema_view" and isinstance(
                    stated, Application
                ):
                    yield stated.kwargs
                elif name.rpartition(".")[2] == "extend_schema":
                    yield kwargs

    def _applied(self, found: Function | ClassObject) -> list[tuple[str, dict[str, Value]]]:
        """The decorators of one function or class, read once for all methods and actions."""
        if found not in self.known:
            said = self.evaluator.classes.applied(found, *_STATING)
            self.known[found] = [(name, kwargs) for name, _, kwargs in said]
        return self.known[found]

    def _body(self, value: Value | None, action: str) -> Schema | None:
        if isinstance(value, Dictionary):  # {"multipart/form-data": …}
            value = next(iter(value.items.values()), None)
        use = Use.PATCH if action in ("patch", "partial_update") else Use.REQUEST
        return self.schema(value, use)

    def _response(self, value: Value | None, action: str) -> tuple[Schema | None, bool]:
        if not isinstance(value, Dictionary):
            return self._of_action(value, action), False
        for code, stated in value.items.items():
            number = code.items[0] if isinstance(code, Items) else code
            if str(number) in {str(success) for success in _SUCCESS}:
                return self._of_action(stated, action), False
        return None, any(str(code) == "204" for code in value.items)

    def _of_action(self, value: Value | None, action: str) -> Schema | None:
        """What is stated; of `list` one serializer stands for a list, or a page of them."""
        schema = self.schema(value, Use.RESPONSE)
        is_one = schema is not None and schema.kind is not Kind.ARRAY
        return None if action == "list" and is_one else schema

    def schema(self, value: Value | None, use: Use) -> Schema | None:
        """The schema of a serializer, of a type of `OpenApiTypes` or of `inline_serializer`."""
        if (known := self.serializers.value(value, use)) is not None:
            return known
        if isinstance(value, Application):
            name = (foreign(value) or "").rpartition(".")[2]
            if name == "OpenApiResponse":
                inner = value.kwargs.get("response", next(iter(value.args), None))
                return self.schema(inner, use)
            if name == "inline_serializer":
                return self._inline(value, use)
            return None
        return self.serializers.annotations.stated(value)

    def _inline(self, made: Application, use: Use) -> Schema | None:
        given = dict(zip(("name", "fields"), made.args, strict=False)) | made.kwargs
        fields = given.get("fields")
        if not isinstance(fields, Dictionary) or fields.open_reason:
            return None
        properties = []
        for name, field in fields.items.items():
            if isinstance(field, Object):
                schema = self.serializers.field(field, use, str(name))
                required = field.kwargs.get("required") != Const(False)
                properties.append(Property(str(name), schema, required))
        shape = Schema(Kind.OBJECT, tuple(properties))
        is_many = truth(made.kwargs.get("many", Const(False))) is True
        return Schema(Kind.ARRAY, items=shape) if is_many else shape

    def _parameters(self, value: Value | None) -> Iterator[Parameter]:
        """`OpenApiParameter("q", OpenApiTypes.STR, OpenApiParameter.QUERY)`"""
        for item in iterate(value) or ():
            if not isinstance(item, Application):
                continue
            given = dict(zip(("name", "type", "location"), item.args, strict=False)) | item.kwargs
            name, location = given.get("name"), given.get("location")
            where = (foreign(location) or "query") if location is not None else "query"
            if isinstance(location, Const):
                where = str(location.value)
            if isinstance(name, Const) and where.rpartition(".")[2].lower() == "query":
                schema = self.serializers.annotations.stated(given.get("type")) or ANY
                required = truth(given.get("required", Const(False))) is True
                yield Parameter(str(name.value), In.QUERY, schema, required)
