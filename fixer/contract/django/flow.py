"""The returns of a function, each with what its names hold where it is reached.

Statements are walked in order, branches apart. A name that may hold different things where
branches meet is not known there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import libcst as cst

from .walking import walk

_EMPTY: Mapping[str, Held | None] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What a name holds: the expression it was set to, `names` as they were then.

    `items`: what was appended to the list since; `entries`: the keys set since, and whether on
    every way. `is_open`: more was put in under keys that aren't known.
    """

    node: cst.BaseExpression
    names: Names
    items: tuple[Held, ...] = ()
    entries: tuple[tuple[str, Held, bool], ...] = ()
    is_open: bool = False


Names = Mapping[str, "Held | None"]


@dataclass(frozen=True, slots=True, eq=False)
class Returned:
    node: cst.Return
    names: Names


@dataclass(slots=True)
class Flow:
    """What is reached in a function: its returns, and all its simple statements and tests."""

    returns: list[Returned] = field(default_factory=list)
    reached: list[cst.CSTNode] = field(default_factory=list)


def flow(node: cst.FunctionDef, method: str | None = None) -> Flow:
    """The flow of `node`; `method`: the HTTP method of the request that it answers."""
    walk = _Walk(Flow(), method)
    walk.block((node.body,), _EMPTY)
    return walk.flow


@dataclass(slots=True)
class _Walk:
    flow: Flow
    method: str | None

    def block(self, nodes: Iterable[cst.CSTNode], names: Names) -> Names | None:
        """The names behind `nodes`; None where their end isn't reached."""
        after: Names | None = names
        for node in nodes:
            if after is None:
                return None
            after = self._statement(node, after)
        return after

    def _statement(self, node: cst.CSTNode, names: Names) -> Names | None:
        match node:
            case cst.SimpleStatementLine() | cst.SimpleStatementSuite() | cst.IndentedBlock():
                return self.block(node.body, names)
            case cst.BaseSmallStatement():
                self.flow.reached.append(node)
                return self._small(node, names)
            case cst.If():
                return self._if(node, names)
            case cst.For() | cst.While():
                return self._loop(node, names)
            case cst.Try() | cst.TryStar():
                return self._try(node, names)
            case cst.With():
                return self.block((node.body,), names)
            case cst.Match():
                ways = [self.block((case.body,), names) for case in node.cases]
                return _met([names, *ways])
            case cst.FunctionDef() | cst.ClassDef():
                return {**names, node.name.value: None}
            case _:
                return names

    def _small(self, node: cst.BaseSmallStatement, names: Names) -> Names | None:
        match node:
            case cst.Return():
                self.flow.returns.append(Returned(node, names))
                return None
            case cst.Raise() | cst.Continue() | cst.Break():
                return None
            case cst.Assign():
                for target in node.targets:
                    names = _assigned(target.target, node.value, names)
                return names
            case cst.AnnAssign(value=cst.BaseExpression() as value):
                return _assigned(node.target, value, names)
            case cst.AugAssign():
                return _assigned(node.target, None, names)
            case cst.Del():
                return {**names, **dict.fromkeys(_targets(node.target))}
            case cst.Expr(value=cst.Call() as call):
                return _handed(call, _changed(call, names))
            case _:
                return names

    def _if(self, node: cst.If, names: Names) -> Names | None:
        self.flow.reached.append(node.test)
        decided = _decided(node.test, self.method)
        ways: list[Names | None] = []
        if decided is not False:
            ways.append(self.block((node.body,), names))
        if decided is not True:
            other = node.orelse
            rest = (other.body,) if isinstance(other, cst.Else) else (other,) if other else ()
            ways.append(self.block(rest, names))
        return _met(ways)

    def _loop(self, node: cst.For | cst.While, names: Names) -> Names | None:
        found = _sets(node)
        begun = {**names, **dict.fromkeys(found.rebound)}
        if isinstance(node, cst.For) and not found.grown.isdisjoint(_targets(node.target)):
            # `for row in rows: del row["rank"]` changes what the list holds.
            begun |= dict.fromkeys(_targets(node.iter))
        ways = [begun, self.block((node.body,), begun)]
        after = _met(ways)
        return self.block((node.orelse.body,), after) if node.orelse and after else after

    def _try(self, node: cst.Try | cst.TryStar, names: Names) -> Names | None:
        ways = [self.block((node.body, *((node.orelse.body,) if node.orelse else ())), names)]
        found = _sets(node.body)
        caught = {**names, **dict.fromkeys(found.rebound | found.grown)}
        ways += [self.block((handler.body,), caught) for handler in node.handlers]
        after = _met(ways)
        if node.finalbody is None:
            return after
        last = self.block((node.finalbody.body,), after if after is not None else caught)
        return last if after is not None else None


def _assigned(target: cst.CSTNode, value: cst.BaseExpression | None, names: Names) -> Names:
    match target:
        case cst.Name(value=name):
            return {**names, name: Held(value, names) if value is not None else None}
        case cst.Tuple() | cst.List():
            return {**names, **dict.fromkeys(_targets(target))}
        case cst.Subscript(
            value=cst.Name(value=name), slice=[cst.SubscriptElement(slice=cst.Index(value=key))]
        ):
            return {**names, name: _with_entry(names.get(name), key, value, names)}
        case _:
            return {**names, **dict.fromkeys(_targets(target))}


def _with_entry(
    held: Held | None, key: cst.BaseExpression, value: cst.BaseExpression | None, names: Names
) -> Held | None:
    """`held` after `held[key] = value`."""
    if held is None or not isinstance(held.node, cst.Dict):
        return None
    if value is None or not isinstance(key, cst.SimpleString):
        return replace(held, is_open=True)
    name = str(key.evaluated_value)
    kept = tuple(entry for entry in held.entries if entry[0] != name)
    return replace(held, entries=(*kept, (name, Held(value, names), True)))


def _changed(call: cst.Call, names: Names) -> Names:
    """The names after a call on one of them that changes what it holds."""
    match call:
        case cst.Call(
            func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value="append")),
            args=[cst.Arg(value=item)],
        ) if (held := names.get(name)) and isinstance(held.node, cst.List):
            return {**names, name: replace(held, items=(*held.items, Held(item, names)))}
        case cst.Call(
            func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value="update"))
        ) if (held := names.get(name)) and isinstance(held.node, cst.Dict):
            return {**names, name: replace(held, is_open=True)}
        case cst.Call(
            func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value=method))
        ) if method in _CHANGES:
            return {**names, name: None}
        case _:
            return names


def _handed(call: cst.Call, names: Names) -> Names:
    """The names after a function was called for its effect, maybe on what they hold."""
    if isinstance(call.func, cst.Attribute) and call.func.attr.value in _SAVES:
        return names
    for arg in call.args:
        name = arg.value.value if isinstance(arg.value, cst.Name) else ""
        if (held := names.get(name)) is not None:
            names = {**names, name: replace(held, is_open=True) if _is_dict(held) else None}
    return names


def _is_dict(held: Held) -> bool:
    return isinstance(held.node, cst.Dict)


# REST framework's own, which save a serializer and leave it as it is.
_SAVES = frozenset({"perform_create", "perform_update"})
_CHANGES = frozenset({"append", "extend", "insert", "pop", "update", "setdefault", "remove"})


def _met(ways: Sequence[Names | None]) -> Names | None:
    """The names where `ways` meet; None where none of them gets there."""
    open_ways = [way for way in ways if way is not None]
    if len(open_ways) < 2:
        return open_ways[0] if open_ways else None
    first, *others = open_ways
    if all(other is first for other in others):
        return first
    found: dict[str, Held | None] = {}
    for name in dict.fromkeys(name for way in open_ways for name in way):
        found[name] = _same([way.get(name) for way in open_ways])
    return found


def _same(held: Sequence[Held | None]) -> Held | None:
    """What a name holds that was set once, and may have grown in different ways since."""
    known = [one for one in held if one is not None]
    if len(known) < len(held) or any(one.node is not known[0].node for one in known):
        return None
    if all(one is known[0] for one in known):
        return known[0]
    items = dict.fromkeys(item for one in known for item in one.items)
    entries: dict[str, tuple[str, Held, bool]] = {}
    is_open = any(one.is_open for one in known)
    for name, value, sure in (entry for one in known for entry in one.entries):
        before = entries.get(name)
        if before is not None and before[1] is not value:
            return None
        is_everywhere = all(any(e[0] == name and e[2] for e in one.entries) for one in known)
        entries[name] = (name, value, sure and is_everywhere)
    return replace(known[0], items=tuple(items), entries=tuple(entries.values()), is_open=is_open)


def _targets(node: cst.CSTNode) -> Iterator[str]:
    """The names that an assignment to `node` sets or changes."""
    match node:
        case cst.Name(value=name):
            yield name
        case cst.Tuple() | cst.List():
            for element in node.elements:
                yield from _targets(element.value)
        case cst.Subscript(value=inner) | cst.Attribute(value=inner):
            yield from _targets(inner)


def bound_in(loop: cst.CompFor | None) -> Iterator[str]:
    """The names that a comprehension binds."""
    while loop is not None:
        yield from _targets(loop.target)
        loop = loop.inner_for_in


def _sets(node: cst.CSTNode) -> _Sets:
    """What is set or changed somewhere inside `node`."""
    found = _Sets()
    walk(node, found)
    return found


class _Sets:
    """`rebound`: the names that are set anew; `grown`: those of what is changed."""

    def __init__(self) -> None:
        self.rebound: set[str] = set()
        self.grown: set[str] = set()

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:  # noqa: N802 (libcst's name)
        is_name = isinstance(node.target, (cst.Name, cst.Tuple, cst.List))
        (self.rebound if is_name else self.grown).update(_targets(node.target))

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:  # noqa: N802 (libcst's name)
        self.rebound.update(_targets(node.target))

    def visit_AugAssign(self, node: cst.AugAssign) -> None:  # noqa: N802 (libcst's name)
        self.rebound.update(_targets(node.target))

    def visit_Del(self, node: cst.Del) -> None:  # noqa: N802 (libcst's name)
        (self.rebound if isinstance(node.target, cst.Name) else self.grown).update(
            _targets(node.target)
        )

    def visit_For(self, node: cst.For) -> None:  # noqa: N802 (libcst's name)
        self.rebound.update(_targets(node.target))

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        match node.func:
            case cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value=method)) if (
                method in _CHANGES
            ):
                self.grown.add(name)


def _decided(test: cst.BaseExpression, method: str | None) -> bool | None:
    """What `request.method == "POST"` is where the request's method is known."""
    match test:
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            decided = _decided(inner, method)
            return None if decided is None else not decided
        case cst.Comparison(
            left=cst.Attribute(attr=cst.Name(value="method")),
            comparisons=[cst.ComparisonTarget(operator=operator, comparator=other)],
        ) if method is not None:
            return _compared(method, operator, other)
        case _:
            return None


def _compared(method: str, operator: cst.BaseCompOp, other: cst.BaseExpression) -> bool | None:
    match other:
        case cst.SimpleString():
            named = {str(other.evaluated_value).upper()}
        case cst.List() | cst.Tuple() | cst.Set():
            texts = [e.value for e in other.elements if isinstance(e.value, cst.SimpleString)]
            named = {str(text.evaluated_value).upper() for text in texts}
            if len(texts) < len(other.elements):
                return None
        case _:
            return None
    if isinstance(operator, (cst.Equal, cst.In)):
        return method in named
    return method not in named if isinstance(operator, (cst.NotEqual, cst.NotIn)) else None
