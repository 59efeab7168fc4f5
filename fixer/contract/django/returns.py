"""What a view written by hand sends, as far as its `return Response(…)` statements say."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from ..model import ANY, Kind, Property, Schema
from .evaluate import Evaluator
from .fields import BOOLEAN, INTEGER, NUMBER, TEXT
from .flow import Flow, Held, Names, Returned, bound_in, flow
from .operators import foreign, truth
from .serializers import Serializers
from .use import Use
from .values import ClassObject, Foreign, Frame, Function, Value
from .walking import walk

_RESPONSES = frozenset({"Response", "JsonResponse"})
_FAILING = frozenset(
    f"HttpResponse{name}"
    for name in ("BadRequest", "Forbidden", "Gone", "NotAllowed", "NotFound", "ServerError")
)
_MAKING = frozenset({"redirect", "render"})
_PACKAGES = frozenset({"django", "rest_framework", "ninja", "ninja_extra"})
_BODIES = frozenset({"data", "POST", "FILES", "body"})
_DEEPEST = 6


class Returns:
    """Reads the returned bodies of one project's views."""

    def __init__(self, evaluator: Evaluator, serializers: Serializers) -> None:
        self.evaluator = evaluator
        self.serializers = serializers
        self.flows: dict[tuple[cst.FunctionDef, str | None], Flow] = {}
        serializers.written = self.value

    def flow(self, function: Function, method: str | None = None) -> Flow:
        """What is reached in `function` by a request of `method`, read once."""
        node = self.evaluator.classes.definition(function)
        if node is None:
            return Flow()
        # Only where it looks at the method itself does it matter.
        key = (node, method if ".method" in function.statement.text else None)
        if key not in self.flows:
            self.flows[key] = flow(*key)
        return self.flows[key]

    def _results(self, function: Function) -> list[cst.BaseExpression | None]:
        return [returned.node.value for returned in self.flow(function).returns]

    def delegates(self, function: Function, name: str) -> bool:
        """Whether the function answers by `return super().name(…)` or `return self.name(…)`."""
        results = self._results(function)
        return bool(results) and all(_is_call_of(result, name) for result in results)

    def pages(self, function: Function) -> bool:
        """Whether the function sends its list by `self.get_paginated_response(…)`."""
        results = self._results(function)
        return any(_is_call_of(result, "get_paginated_response") for result in results)

    def is_plain(self, function: Function) -> bool:
        """Whether the function makes all its responses itself and paginates none of them."""
        is_made = [_response_body(result) is not None for result in self._results(function)]
        return bool(is_made) and all(is_made) and not self.pages(function)

    def of(
        self, function: Function, serializer: Value | None, method: str | None = None
    ) -> Schema | None:
        """The body of success; None where the statements don't say or disagree.

        Of a paginated list it is the bare list.
        """
        reader = _Reader(self, function, serializer)
        found: list[Schema | None] = []
        for returned in self.flow(function, method).returns:
            if (body := _response_body(returned.node.value)) is _FAILURE:
                continue
            said = body if isinstance(body, cst.BaseExpression) else None
            found.append(reader.schema(said, returned.names) if said is not None else None)
        known = [schema for schema in found if schema is not None]
        if not known or len(known) < len(found) or any(k != known[0] for k in known):
            return None
        return None if known[0].kind is Kind.ANY else known[0]

    def makes_responses(self, function: Function) -> bool | None:
        """Whether all answers of success are responses that it makes itself; None: only some."""
        frame = self.evaluator.classes.frame(function)
        made = {self._is_made(returned, frame) for returned in self.flow(function).returns}
        made -= {_FAILURE}
        return None if len(made) > 1 else True in made

    def _is_made(self, returned: Returned, frame: Frame) -> object:
        """Whether a response is returned, no value that becomes one; _FAILURE as above."""
        node = returned.node.value
        if isinstance(node, cst.Name) and (held := returned.names.get(node.value)) is not None:
            node = held.node
        if not isinstance(node, cst.Call) or self._makes_data(node.func, frame):
            return False
        return _makes_response(node)

    def _makes_data(self, callee: cst.BaseExpression, frame: Frame) -> bool:
        """Whether a class is called that is no response: `ItemResponse(Schema)`."""
        if not isinstance(callee, (cst.Name, cst.Attribute)):
            return False
        match self.evaluator.value(callee, frame):
            case ClassObject() as cls:
                return not any(map(_is_response, self.evaluator.classes.order(cls)))
            case Foreign(name=name):
                return name.partition(".")[0] not in _PACKAGES
            case _:
                return False

    def handed(self, function: Function) -> Schema | None:
        """What the function returns as it is, where each `return` writes out the same."""
        reader = _Reader(self, function, None)
        found = [
            reader.schema(returned.node.value, returned.names) if returned.node.value else None
            for returned in self.flow(function).returns
        ]
        first = found[0] if found else None
        if first is None or any(other != first for other in found):
            return None
        return first if first.kind in (Kind.OBJECT, Kind.ARRAY, Kind.REF) else None

    def taken(self, function: Function, method: str, serializer: Value | None) -> Schema | None:
        """The body that the function hands to a serializer, and looks at nowhere else."""
        if "request.data" not in function.statement.text:
            return None
        found = _Taken()
        for node in self.flow(function, method).reached:
            walk(node, found)
        if found.mentions != len(found.calls) or len(found.calls) != 1:
            return None
        reader = _Reader(self, function, serializer)
        callee, many = reader.callee(found.calls[0])
        partial = reader.flag(found.calls[0], "partial")
        if many is None or partial is None or not isinstance(callee, ClassObject):
            return None
        shape = self.serializers.value(callee, Use.PATCH if partial else Use.REQUEST)
        return Schema(Kind.ARRAY, items=shape) if many and shape is not None else shape

    def value(self, function: Function) -> Schema | None:
        """What a serializer's method returns where each `return` writes out the same, or None."""
        reader = _Reader(self, function, None)
        returns = self.flow(function).returns
        made = [(r.node.value, r.names) for r in returns if r.node.value and not _is_none(r.node)]
        found = [reader.schema(value, names) for value, names in made if value is not None]
        first = found[0] if found else None
        if first is None or any(other != first for other in found):
            return None
        inner = first.items if first.kind is Kind.ARRAY else first
        if inner is None or inner.kind not in (Kind.OBJECT, Kind.REF):
            return None
        return replace(first, nullable=True) if len(made) < len(returns) else first


def _is_none(node: cst.Return) -> bool:
    return isinstance(node.value, cst.Name) and node.value.value == "None"


class _Taken:
    """Counts where the request's body is looked at, and collects the calls that are given it.

    By a name, too: `data = request.data`.
    """

    def __init__(self) -> None:
        self.mentions = 0
        self.calls: list[cst.Call] = []
        self._names: set[str] = set()
        self._passed: set[int] = set()

    def visit_Assign(self, node: cst.Assign) -> bool | None:  # noqa: N802 (libcst's name)
        targets = [target.target for target in node.targets]
        if not _is_data(node.value) or not all(isinstance(t, cst.Name) for t in targets):
            return None
        self._names |= {t.value for t in targets if isinstance(t, cst.Name)}
        return False

    def visit_Attribute(self, node: cst.Attribute) -> None:  # noqa: N802 (libcst's name)
        self._passed.add(id(node.attr))
        if node.attr.value in _BODIES and is_request(node.value):
            self.mentions += 1

    def visit_Arg(self, node: cst.Arg) -> None:  # noqa: N802 (libcst's name)
        self._passed.add(id(node.keyword))

    def visit_Name(self, node: cst.Name) -> None:  # noqa: N802 (libcst's name)
        self.mentions += node.value in self._names and id(node) not in self._passed

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        for arg in node.args:
            if arg.keyword is None or arg.keyword.value != "data":
                continue
            is_named = isinstance(arg.value, cst.Name) and arg.value.value in self._names
            if is_named or _is_data(arg.value):
                self.calls.append(node)


def _is_data(node: cst.BaseExpression) -> bool:
    """`request.data`"""
    return isinstance(node, cst.Attribute) and node.attr.value == "data" and is_request(node.value)


def is_request(node: cst.BaseExpression) -> bool:
    """`request` and `self.request`"""
    name = node.attr if isinstance(node, cst.Attribute) else node
    return isinstance(name, cst.Name) and name.value == "request"


_FAILURE = object()


class _Reader:
    """Reads expressions of one function as schemas."""

    def __init__(self, returns: Returns, function: Function, serializer: Value | None) -> None:
        self.serializers = returns.serializers
        self.evaluator = returns.evaluator
        self.frame: Frame = returns.evaluator.classes.frame(function)
        self.serializer = serializer

    def schema(self, node: cst.BaseExpression, names: Names, depth: int = 0) -> Schema | None:
        """The schema of what `node` evaluates to; None where it isn't known at all."""
        if depth > _DEEPEST:
            return None
        match node:
            case cst.Attribute(value=inner, attr=cst.Name(value="data")):
                return self._serialized(inner, names, depth + 1)
            case cst.Name(value=name) if (held := names.get(name)) is not None:
                return self._held(held, depth + 1)
            case cst.Dict():
                return self._object(node, names, depth)
            case cst.SimpleString() | cst.FormattedString() | cst.ConcatenatedString():
                return TEXT
            case cst.Integer():
                return INTEGER
            case cst.Float():
                return NUMBER
            case cst.Name(value="True" | "False"):
                return BOOLEAN
            case cst.List(elements=[cst.Element(value=first), *_]):
                return Schema(Kind.ARRAY, items=self.schema(first, names, depth + 1) or ANY)
            case cst.List():
                return Schema(Kind.ARRAY, items=ANY)
            case cst.ListComp(elt=element):
                # What the loop binds hides the function's own names.
                inside = {**names, **dict.fromkeys(bound_in(node.for_in))}
                return Schema(Kind.ARRAY, items=self.schema(element, inside, depth + 1) or ANY)
            case _:
                return None

    def _held(self, held: Held, depth: int) -> Schema | None:
        """What a name holds, with what was put into it since."""
        made = self.schema(held.node, held.names, depth)
        if made is not None and made.kind is Kind.ARRAY and held.items:
            found = [self.schema(i.node, i.names, depth + 1) or ANY for i in held.items]
            is_begun = isinstance(held.node, cst.List) and held.node.elements
            parts = [*([made.items] if is_begun else []), *found]
            first = parts[0]
            return replace(made, items=first if all(p == first for p in parts) else ANY)
        if made is not None and made.kind is Kind.OBJECT and isinstance(held.node, cst.Dict):
            later = {name: (value, sure) for name, value, sure in held.entries}
            kept = tuple(p for p in made.properties if p.name not in later)
            more = tuple(
                Property(name, self.schema(v.node, v.names, depth + 1) or ANY, sure)
                for name, (v, sure) in later.items()
            )
            return replace(made, properties=(*kept, *more), loose=made.loose or held.is_open)
        return made

    def _object(self, node: cst.Dict, names: Names, depth: int) -> Schema:
        properties: list[Property] = []
        loose = False
        for element in node.elements:
            if isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString):
                shape = self.schema(element.value, names, depth + 1) or ANY
                properties.append(Property(str(element.key.evaluated_value), shape))
            else:
                loose = True
        return Schema(Kind.OBJECT, tuple(properties), loose=loose)

    def _serialized(self, node: cst.BaseExpression, names: Names, depth: int) -> Schema | None:
        """`XSerializer(objects, many=True)`, `self.get_serializer(…)`, or a name for one."""
        if depth > _DEEPEST:
            return None
        if isinstance(node, cst.Name):
            held = names.get(node.value)
            return self._serialized(held.node, held.names, depth + 1) if held else None
        if not isinstance(node, cst.Call):
            return None
        callee, many = self.callee(node)
        shape = self.serializers.value(callee) if isinstance(callee, ClassObject) else None
        if shape is None or not many:
            return shape
        if isinstance(callee, ClassObject) and self.serializers.lists_otherwise(callee):
            return None
        return Schema(Kind.ARRAY, items=shape)

    def callee(self, node: cst.Call) -> tuple[Value | None, bool | None]:
        """The serializer's class that is called, and whether for many."""
        if isinstance(node.func, cst.Attribute) and node.func.attr.value == "get_serializer":
            return self.serializer, self.flag(node, "many")
        return self.evaluator.value(node.func, self.frame), self.flag(node, "many")

    def flag(self, node: cst.Call, name: str) -> bool | None:
        """Whether `name=True` is given; None where it can't be known."""
        said = next((a.value for a in node.args if a.keyword and a.keyword.value == name), None)
        return False if said is None else truth(self.evaluator.value(said, self.frame))


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
    """The body of a `Response(…)`; _FAILURE for an answer that isn't success, or has none."""
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
    return named.get("data", plain[0] if plain else _FAILURE)


def _is_response(cls: Value) -> bool:
    """Whether it is one of the frameworks' classes of responses."""
    name = cls.qualified if isinstance(cls, ClassObject) else foreign(cls) or ""
    return name.partition(".")[0] in _PACKAGES and name.endswith(("Response", "ResponseBase"))


def _makes_response(node: cst.Call) -> object:
    """Whether a response is made, by the name of what is called; _FAILURE as above."""
    if (body := _response_body(node)) is not None:
        return _FAILURE if body is _FAILURE else True
    name = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    called = name.value if isinstance(name, cst.Name) else ""
    status = next((a.value for a in node.args if a.keyword and a.keyword.value == "status"), None)
    if called in _FAILING or (status is not None and _is_failure(status)):
        return _FAILURE
    is_shortcut = called in _MAKING and isinstance(node.func, cst.Name)
    is_response = called.startswith("HttpResponse") or called.endswith("Response")
    return is_response or is_shortcut or called == "create_response"


def _is_failure(status: cst.BaseExpression) -> bool:
    """`status=404`, `status.HTTP_400_BAD_REQUEST`, `HTTPStatus.CONFLICT`"""
    if isinstance(status, cst.Integer):
        return status.evaluated_value >= 400
    if isinstance(status, cst.Attribute):
        status = status.attr
    return isinstance(status, cst.Name) and status.value.startswith(("HTTP_4", "HTTP_5"))
