"""What a view written by hand sends, as far as its `return Response(…)` statements say."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ..model import ANY, Kind, Property, Schema
from .evaluate import Evaluator
from .fields import BOOLEAN, INTEGER, NUMBER, TEXT
from .operators import truth
from .serializers import Serializers
from .values import ClassObject, Frame, Function, Value

_RESPONSES = frozenset({"Response", "JsonResponse"})
_DEEPEST = 6


class Returns:
    """Reads the returned bodies of one project's views."""

    def __init__(self, evaluator: Evaluator, serializers: Serializers) -> None:
        self.evaluator = evaluator
        self.serializers = serializers

    def delegates(self, function: Function, name: str) -> bool:
        """Whether the function answers by `return super().name(…)` or `return self.name(…)`."""
        node = self.evaluator.classes.definition(function)
        if node is None:
            return False
        results = [r.value for r in _returns(node)]
        return bool(results) and all(_is_call_of(result, name) for result in results)

    def of(
        self, function: Function, cls: ClassObject | None, serializer: Value | None
    ) -> Schema | None:
        """The body of success; None where the statements don't say or disagree."""
        node = self.evaluator.classes.definition(function)
        if node is None:
            return None
        reader = _Reader(self, function, cls, serializer, _assigned(node))
        found: list[Schema | None] = []
        for statement in _returns(node):
            if (body := _response_body(statement.value)) is _FAILURE:
                continue
            found.append(reader.schema(body) if isinstance(body, cst.BaseExpression) else None)
        known = [schema for schema in found if schema is not None]
        if not known or len(known) < len(found) or any(k != known[0] for k in known):
            return None
        return None if known[0].kind is Kind.ANY else known[0]


_FAILURE = object()


class _Reader:
    """Reads expressions of one function as schemas."""

    def __init__(
        self,
        returns: Returns,
        function: Function,
        cls: ClassObject | None,
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


class _Finder(cst.CSTVisitor):
    """Collects returns and single assignments of a function, not of functions inside it."""

    def __init__(self) -> None:
        super().__init__()
        self.returns: list[cst.Return] = []
        self.assigned: dict[str, cst.BaseExpression | None] = {}

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:  # noqa: N802 (libcst's name)
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:  # noqa: N802 (libcst's name)
        return False

    def visit_Return(self, node: cst.Return) -> None:  # noqa: N802 (libcst's name)
        self.returns.append(node)

    def visit_Assign(self, node: cst.Assign) -> None:  # noqa: N802 (libcst's name)
        for target in node.targets:
            if isinstance(target.target, cst.Name):
                name = target.target.value
                known = None if name in self.assigned else node.value
                self.assigned[name] = known  # assigned twice: which one holds isn't known
            elif isinstance(target.target, cst.Subscript):
                holder = target.target.value
                if isinstance(holder, cst.Name):
                    self.assigned[holder.value] = None

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        """`data.update(…)`: what the name holds is no longer what it was assigned."""
        match node.func:
            case cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value=method)):
                if method in ("update", "append", "extend", "pop", "setdefault"):
                    self.assigned[name] = None


def _returns(node: cst.FunctionDef) -> Iterator[cst.Return]:
    finder = _Finder()
    node.body.visit(finder)
    return iter(finder.returns)


def _assigned(node: cst.FunctionDef) -> dict[str, cst.BaseExpression | None]:
    finder = _Finder()
    node.body.visit(finder)
    return finder.assigned
