"""What a view written by hand sends, as far as its `return Response(…)` statements say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import libcst as cst

from ..model import ANY, Kind, Property, Schema
from .evaluate import Evaluator
from .fields import BOOLEAN, INTEGER, NUMBER, TEXT
from .operators import truth
from .serializers import Serializers
from .statements import small_statements
from .values import ClassObject, Frame, Function, Value

_RESPONSES = frozenset({"Response", "JsonResponse"})
_CHANGES = frozenset({"update", "append", "extend", "pop", "setdefault"})
_DEEPEST = 6


class Returns:
    """Reads the returned bodies of one project's views."""

    def __init__(self, evaluator: Evaluator, serializers: Serializers) -> None:
        self.evaluator = evaluator
        self.serializers = serializers
        self.bodies: dict[cst.FunctionDef, _Body] = {}
        serializers.written = self.value

    def body(self, node: cst.FunctionDef) -> _Body:
        """The returns and assignments of `node`, read once."""
        if node not in self.bodies:
            self.bodies[node] = _body(node)
        return self.bodies[node]

    def delegates(self, function: Function, name: str) -> bool:
        """Whether the function answers by `return super().name(…)` or `return self.name(…)`."""
        node = self.evaluator.classes.definition(function)
        if node is None:
            return False
        results = [r.value for r in self.body(node).returns]
        return bool(results) and all(_is_call_of(result, name) for result in results)

    def pages(self, function: Function) -> bool:
        """Whether the function sends its list by `self.get_paginated_response(…)`."""
        node = self.evaluator.classes.definition(function)
        results = [r.value for r in self.body(node).returns] if node else []
        return any(_is_call_of(result, "get_paginated_response") for result in results)

    def is_plain(self, function: Function) -> bool:
        """Whether the function makes all its responses itself and paginates none of them."""
        node = self.evaluator.classes.definition(function)
        results = [r.value for r in self.body(node).returns] if node else []
        is_made = [_response_body(result) is not None for result in results]
        return bool(is_made) and all(is_made) and not self.pages(function)

    def of(self, function: Function, serializer: Value | None) -> Schema | None:
        """The body of success; None where the statements don't say or disagree.

        Of a paginated list it is the bare list.
        """
        node = self.evaluator.classes.definition(function)
        if node is None:
            return None
        reader = _Reader(self, function, serializer, self.body(node).assigned)
        found: list[Schema | None] = []
        for statement in self.body(node).returns:
            if (body := _response_body(statement.value)) is _FAILURE:
                continue
            found.append(reader.schema(body) if isinstance(body, cst.BaseExpression) else None)
        known = [schema for schema in found if schema is not None]
        if not known or len(known) < len(found) or any(k != known[0] for k in known):
            return None
        return None if known[0].kind is Kind.ANY else known[0]

    def value(self, function: Function) -> Schema | None:
        """What a serializer's method returns where each `return` writes out the same, or None."""
        node = self.evaluator.classes.definition(function)
        if node is None:
            return None
        reader = _Reader(self, function, None, self.body(node).assigned)
        written = [statement.value for statement in self.body(node).returns]
        made = [value for value in written if value is not None and not _is_none(value)]
        found = [reader.schema(value) for value in made]
        first = found[0] if found else None
        if first is None or any(other != first for other in found):
            return None
        inner = first.items if first.kind is Kind.ARRAY else first
        if inner is None or inner.kind not in (Kind.OBJECT, Kind.REF):
            return None
        return replace(first, nullable=True) if len(made) < len(written) else first


def _is_none(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value == "None"


_FAILURE = object()


class _Reader:
    """Reads expressions of one function as schemas."""

    def __init__(
        self,
        returns: Returns,
        function: Function,
        serializer: Value | None,
        assigned: dict[str, cst.BaseExpression | None],
    ) -> None:
        self.serializers = returns.serializers
        self.evaluator = returns.evaluator
        self.frame: Frame = returns.evaluator.classes.frame(function)
        self.serializer = serializer
        self.assigned = assigned

    def schema(self, node: cst.BaseExpression, depth: int = 0) -> Schema | None:
        """The schema of what `node` evaluates to; None where it isn't known at all."""
        if depth > _DEEPEST:
            return None
        match node:
            case cst.Attribute(value=inner, attr=cst.Name(value="data")):
                return self._serialized(inner, depth + 1)
            case cst.Name(value=name) if self.assigned.get(name) is not None:
                assigned = self.assigned[name]
                return self.schema(assigned, depth + 1) if assigned is not None else None
            case cst.Dict():
                return self._object(node, depth)
            case cst.SimpleString() | cst.FormattedString() | cst.ConcatenatedString():
                return TEXT
            case cst.Integer():
                return INTEGER
            case cst.Float():
                return NUMBER
            case cst.Name(value="True" | "False"):
                return BOOLEAN
            case cst.List(elements=[cst.Element(value=first), *_]):
                return Schema(Kind.ARRAY, items=self.schema(first, depth + 1) or ANY)
            case cst.List():
                return Schema(Kind.ARRAY, items=ANY)
            case cst.ListComp(elt=element):
                return Schema(Kind.ARRAY, items=self.schema(element, depth + 1) or ANY)
            case _:
                return None

    def _object(self, node: cst.Dict, depth: int) -> Schema:
        properties: list[Property] = []
        loose = False
        for element in node.elements:
            if isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString):
                shape = self.schema(element.value, depth + 1) or ANY
                properties.append(Property(str(element.key.evaluated_value), shape))
            else:
                loose = True
        return Schema(Kind.OBJECT, tuple(properties), loose=loose)

    def _serialized(self, node: cst.BaseExpression, depth: int) -> Schema | None:
        """`XSerializer(objects, many=True)`, `self.get_serializer(…)`, or a name for one."""
        if depth > _DEEPEST:
            return None
        if isinstance(node, cst.Name):
            assigned = self.assigned.get(node.value)
            return self._serialized(assigned, depth + 1) if assigned is not None else None
        if not isinstance(node, cst.Call):
            return None
        callee: Value | None
        if isinstance(node.func, cst.Attribute) and node.func.attr.value == "get_serializer":
            callee = self.serializer
        else:
            callee = self.evaluator.value(node.func, self.frame)
        shape = self.serializers.value(callee) if isinstance(callee, ClassObject) else None
        if shape is None:
            return None
        many = next((a.value for a in node.args if a.keyword and a.keyword.value == "many"), None)
        if many is not None and truth(self.evaluator.value(many, self.frame)) is True:
            if isinstance(callee, ClassObject) and self.serializers.lists_otherwise(callee):
                return None
            return Schema(Kind.ARRAY, items=shape)
        return shape


def _is_call_of(node: cst.BaseExpression | None, name: str) -> bool:
    match node:
        case cst.Call(func=cst.Attribute(value=receiver, attr=cst.Name(value=called))):
            own = isinstance(receiver, cst.Name) and receiver.value == "self"
            above = isinstance(receiver, cst.Call) and _is_super(receiver)
            return called == name and (own or above)
        case _:
            return False


def _is_super(node: cst.Call) -> bool:
    return isinstance(node.func, cst.Name) and node.func.value == "super"


def _response_body(node: cst.BaseExpression | None) -> object:
    """The body of a `Response(…)`; _FAILURE for an answer that isn't success."""
    if not isinstance(node, cst.Call):
        return None
    name = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    if _is_call_of(node, "get_paginated_response"):
        return node.args[0].value if node.args else None
    if not isinstance(name, cst.Name) or name.value not in _RESPONSES:
        return None
    named = {arg.keyword.value: arg.value for arg in node.args if arg.keyword}
    plain = [arg.value for arg in node.args if not arg.keyword]
    status = named.get("status", plain[1] if len(plain) > 1 else None)
    if status is not None and _is_failure(status):
        return _FAILURE
    return named.get("data", plain[0] if plain else None)


def _is_failure(status: cst.BaseExpression) -> bool:
    """`status=404`, `status.HTTP_400_BAD_REQUEST`, `HTTPStatus.CONFLICT`"""
    if isinstance(status, cst.Integer):
        return status.evaluated_value >= 400
    if isinstance(status, cst.Attribute):
        status = status.attr
    return isinstance(status, cst.Name) and status.value.startswith(("HTTP_4", "HTTP_5"))


@dataclass(slots=True)
class _Body:
    """The returns and the assignments of one function, not of functions inside it.

    `assigned`: the value of each name that is assigned once and not changed since; None for
    the names of which it isn't known which value holds.
    """

    returns: list[cst.Return] = field(default_factory=list)
    assigned: dict[str, cst.BaseExpression | None] = field(default_factory=dict)

    def add(self, node: cst.BaseSmallStatement) -> None:
        match node:
            case cst.Return():
                self.returns.append(node)
            case cst.Assign():
                for target in node.targets:
                    self._assign(target.target, node.value)
            case cst.AugAssign():
                self._assign(node.target, None)
            case cst.Expr(
                value=cst.Call(func=cst.Attribute(value=cst.Name(value=name), attr=method))
            ) if method.value in _CHANGES:
                self.assigned[name] = None

    def _assign(self, target: cst.BaseExpression, value: cst.BaseExpression | None) -> None:
        match target:
            case cst.Name(value=name):
                self.assigned[name] = None if name in self.assigned else value
            case cst.Subscript(value=cst.Name(value=name)):
                self.assigned[name] = None


def _body(node: cst.FunctionDef) -> _Body:
    found = _Body()
    for statement in small_statements(node.body):
        found.add(statement)
    return found
