"""Turns a function that Django Ninja registered into an operation: parameters, body, response."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import libcst as cst

from ..model import ANY, In, Kind, Operation, Parameter, Property, Schema
from .ninja import CHANGING
from .operators import foreign
from .returns import Returns
from .routes import Endpoint
from .schemas import alias_of
from .serializers import Serializers
from .use import Use
from .values import (
    NONE,
    ClassObject,
    Const,
    Dictionary,
    Foreign,
    Frame,
    Function,
    Handled,
    Value,
)

_PAGINATOR = "ninja.pagination.PaginationBase"
_DEFAULT = "ninja.pagination.LimitOffsetPagination"
_ELSEWHERE = frozenset({"Path", "Header", "Cookie", "PathEx", "HeaderEx", "CookieEx"})
_FORM = frozenset({"Form", "File", "FormEx", "FileEx", "UploadedFile"})
_QUERY, _BODY = frozenset({"Query", "QueryEx"}), frozenset({"Body", "BodyEx"})


@dataclass(slots=True)
class _Taken:
    """What the function's parameters take; `is_known`: nothing else is in the body."""

    query: list[Parameter] = field(default_factory=list)
    body: list[tuple[str, Schema, bool]] = field(default_factory=list)
    is_known: bool = True


class HandledOperations:
    """Makes the operations of the functions that Django Ninja registered."""

    def __init__(self, serializers: Serializers, returns: Returns) -> None:
        self.serializers = serializers
        self.returns = returns
        self.bodies = serializers.bodies
        self.evaluator = serializers.evaluator
        self.classes = serializers.classes

    def operation(self, endpoint: Endpoint, view: Handled, method: str) -> Operation:
        route = endpoint.route
        taken = _Taken()
        if view.function is not None:
            self._take(view.function, {p.name for p in route.parameters}, method, taken)
        response = self._response(view)
        paginator = self._paginator(view.function) if view.function else None
        if isinstance(paginator, ClassObject):
            taken.query += self._fields(paginator, "Input")
            response = self._paginated(paginator, response)
        elif paginator is not None:
            response = None
        return Operation(
            method,
            route.path,
            parameters=(*route.parameters, *taken.query),
            body=_body(taken) if method not in ("GET", "DELETE") else None,
            response=response,
            any_slash=route.any_slash,
            location=route.location,
        )

    def _response(self, view: Handled) -> Schema | None:
        """What `response=` says of success, unless the function makes its responses itself."""
        made = self.returns.makes_responses(view.function) if view.function else False
        if made is not False:
            return self.returns.of(view.function, None) if made and view.function else None
        said = None
        for arg in view.call.args if view.call else ():
            name = arg.keyword.value if arg.keyword else ""
            if name in CHANGING:
                return None
            said = arg.value if name == "response" else said
        if said is None:
            return self._handed(view.function) if view.function else None
        if isinstance(said, cst.Dict):
            return self._of_codes(said, view.frame)
        value = self.evaluator.value(said, view.frame)
        if isinstance(value, Dictionary):
            chosen = [v for key, v in value.items.items() if _is_success(key)]
            return self.serializers.value(chosen[0]) if len(chosen) == 1 else None
        return _said(self.bodies.annotation(said, view.frame, Use.RESPONSE))

    def _handed(self, function: Function) -> Schema | None:
        """What the function returns, unless a decorator of the project may change it."""
        frame = self.classes.frame(function)
        for decorator in self.classes.decorators(function):
            node = decorator.decorator
            callee = self.evaluator.value(node.func if isinstance(node, cst.Call) else node, frame)
            if isinstance(callee, (Function, ClassObject)) and not callee.module.is_stub:
                return None
        return self.returns.handed(function)

    def _of_codes(self, said: cst.Dict, frame: Frame) -> Schema | None:
        """`{200: Item, 404: Message}`: what comes with a code of success."""
        found: list[Schema] = []
        for element in said.elements:
            if not isinstance(element, cst.DictElement):
                return None
            key = self.evaluator.value(element.key, frame)
            if isinstance(key, Const) and _is_success(key.value):
                if self.evaluator.value(element.value, frame) == NONE:
                    continue
                found.append(self.bodies.annotation(element.value, frame, Use.RESPONSE))
        if not found or any(schema == ANY for schema in found):
            return None
        distinct = tuple(dict.fromkeys(found))
        return distinct[0] if len(distinct) == 1 else Schema(Kind.UNION, variants=distinct)

    def _paginator(self, function: Function) -> Value | None:
        """What `@paginate` cuts the list into pages by: a class, where that can be read."""
        for name, args, _ in self.classes.applied(function, "paginate"):
            if name != "ninja.pagination.paginate":
                return NONE  # django-ninja-extra's, with pages of its own
            said = args[0] if args else self._default_paginator()
            return said if self.classes.derives(said, _PAGINATOR) else NONE
        return None

    def _default_paginator(self) -> Value:
        setting = self.evaluator.setting("NINJA_PAGINATION_CLASS")
        name = setting.value if isinstance(setting, Const) else _DEFAULT
        return self.evaluator.resolved(Foreign(str(name)))

    def _paginated(self, paginator: ClassObject, response: Schema | None) -> Schema | None:
        output = self.classes.find(paginator, "Output")
        named = self.classes.find(paginator, "items_attribute")
        if response is None or response.kind is not Kind.ARRAY:
            return None
        if not isinstance(output, ClassObject) or not isinstance(named, Const):
            return None
        page = self.bodies.read(output, Use.RESPONSE)
        properties = tuple(
            replace(p, schema=response) if p.name == named.value else p for p in page.properties
        )
        return replace(page, properties=properties)

    def _fields(self, owner: ClassObject, name: str) -> list[Parameter]:
        inner = self.classes.find(owner, name)
        return self._queried(inner) if isinstance(inner, ClassObject) else []

    def _queried(self, cls: ClassObject) -> list[Parameter]:
        found = self.bodies.read(cls, Use.REQUEST)
        return [
            Parameter(p.name, In.QUERY, p.schema, p.required, p.location) for p in found.properties
        ]

    def _take(self, function: Function, path: set[str], method: str, taken: _Taken) -> None:
        node = self.classes.header(function)
        if not isinstance(node, cst.FunctionDef):
            return
        frame = self.classes.frame(function)
        for param in (*node.params.params[1:], *node.params.kwonly_params):
            is_request = function.owner is not None and param.name.value == "request"
            if param.name.value in path or is_request:
                continue
            where, annotation = self._where(param, frame)
            if where in _FORM:
                taken.is_known = False
            elif where not in _ELSEWHERE:
                self._place(param, where, annotation, frame, taken)

    def _where(self, param: cst.Param, frame: Frame) -> tuple[str, cst.BaseExpression | None]:
        """`Query` of `q: Query[Filters]` and of `q: Filters = Query(…)`, and the type itself."""
        annotation = param.annotation.annotation if param.annotation else None
        default = self.evaluator.value(param.default, frame) if param.default else None
        name = (foreign(default) or "").rpartition(".")[2] if default is not None else ""
        if isinstance(annotation, cst.Subscript):
            head = foreign(self.evaluator.value(annotation.value, frame)) or ""
            last = head.rpartition(".")[2]
            if last in _QUERY | _BODY | _FORM | _ELSEWHERE and len(annotation.slice) >= 1:
                index = annotation.slice[0].slice
                return last, index.value if isinstance(index, cst.Index) else None
        if annotation is not None and not isinstance(annotation, cst.Subscript):
            value = self.evaluator.value(annotation, frame)
            if (foreign(value) or "").endswith("UploadedFile"):
                return "File", annotation
        return name, annotation

    def _place(
        self,
        param: cst.Param,
        where: str,
        annotation: cst.BaseExpression | None,
        frame: Frame,
        taken: _Taken,
    ) -> None:
        value = self.evaluator.value(annotation, frame) if annotation is not None else NONE
        is_schema = self.bodies.is_schema(value)
        default = self.evaluator.value(param.default, frame) if param.default else None
        name, required = alias_of(default) or param.name.value, default is None
        if where in _QUERY and is_schema and isinstance(value, ClassObject):
            taken.query += self._queried(value)
        elif annotation is None or where in _QUERY or (not is_schema and where not in _BODY):
            schema = self.bodies.annotation(annotation, frame, Use.REQUEST) if annotation else ANY
            taken.query.append(Parameter(name, In.QUERY, schema))
            # A list, a dictionary or a union of schemas is taken from the body.
            if isinstance(annotation, (cst.Subscript, cst.BinaryOperation)):
                taken.is_known = False
        else:
            schema = self.bodies.annotation(annotation, frame, Use.REQUEST)
            taken.body.append((name, schema, required))


def _body(taken: _Taken) -> Schema | None:
    """One parameter is the body itself; of several each has its key."""
    if not taken.is_known or not taken.body:
        return None
    if len(taken.body) == 1:
        return taken.body[0][1]
    return Schema(Kind.OBJECT, tuple(Property(n, s, required) for n, s, required in taken.body))


def _said(schema: Schema) -> Schema | None:
    return None if schema == ANY or schema.kind is Kind.NULL else schema


def _is_success(code: object) -> bool:
    return isinstance(code, int) and 200 <= code < 300
