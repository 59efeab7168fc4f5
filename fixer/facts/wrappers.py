"""What a wrapper's type argument stands for, learnt at one call and used for the others.

To follow a value through a wrapper is dear, and a wrapper hands every value on alike: where
`get<Invoice>(…)` was seen to type the payload itself, `get<Payment>(…)` types it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Schema
from fixer.facts.bindings import Bindings, Direction
from fixer.facts.judged import JudgedCall
from fixer.facts.wrapping import COMPANIONS
from fixer.program.call import Call
from fixer.program.syntax import children_of
from fixer.program.types import Types
from fixer.program.types.model import Function, Named, Type, Unknown, parts_of, present
from fixer.program.types.names import type_parameters
from fixer.program.types.wireshape import shaped


class Handed(Enum):
    """What the value typed by the argument is."""

    RESPONSE = "the response's body"
    PAYLOAD = "the body, its envelope removed"


Key = tuple[int, ...]
_TYPE_NAMES = frozenset({"type_identifier", "identifier"})
_NAMING = frozenset({"identifier", "member_expression", "call_expression"})
_PARSE = "parse"  # as zod's schemas have it, and many a decoder of a program's own
_AWAITING = frozenset({"await_expression", "parenthesized_expression"})


class Wrappers:
    """Wrappers by the calls inside them that lead to the sink."""

    def __init__(self, contract: Contract, types: Types, bindings: Bindings) -> None:
        self._contract = contract
        self._types = types
        self._bindings = bindings
        self._handed: dict[Key, Handed] = {}

    def learn(self, judged: JudgedCall) -> None:
        """Notes what the type argument of a call that was followed has met."""
        key, argument = _key(judged), self._argument(judged)
        if key is None or argument is None:
            return
        for handed in Handed:
            shape = self._shape(judged, handed)
            if shape is not None and self._bindings.has_met(argument, shape, Direction.RESPONSE):
                self._handed.setdefault(key, handed)
                return

    def told(self, judged: JudgedCall) -> tuple[Type, Type] | None:
        """The type argument of a call and what it stands for, if its wrapper is known."""
        key, argument = _key(judged), self._argument(judged)
        handed = self._handed.get(key) if key is not None else None
        if handed is None or argument is None:
            return None
        shape = self._shape(judged, handed)
        return (argument, shape) if shape is not None else None

    def claimed(self, judged: JudgedCall) -> tuple[Type, Type] | None:
        """What a call says of its answer by a type argument, and the answer, if they agree.

        Of a wrapper through which nothing could be followed: it promises `Answer<T>` for any T, or
        what a schema makes of what it parses.
        """
        parsed = dict(self._parsed(judged.call))
        is_answer = len(parsed) == 1 and all(parsed.values())
        said = (*self._promised(judged), *(parsed if is_answer else ()))
        return self._agreeing(judged, said, is_sure=True)

    def supposed(self, judged: JudgedCall) -> tuple[Type, Type] | None:
        """The same where none is written, as in `(): Promise<Row> => get(url)`.

        The place says what T is; the wrapper may as well make it of something else. So it may of
        an answer that is no envelope, or of which a member has most of what is said, and not all.
        """
        call = judged.call
        if call.node.child_by_field_name("type_arguments") is not None:
            return self._agreeing(judged, self._promised(judged), is_sure=False)
        is_promised = any(
            e.call == call.node and _is_all_promised(e.function) for e in call.entries
        )
        return self._agreeing(judged, [self._expected(call)] if is_promised else [], is_sure=False)

    def _agreeing(
        self, judged: JudgedCall, said: Iterable[Type], *, is_sure: bool
    ) -> tuple[Type, Type] | None:
        fitting = self._bindings.fitting
        for argument in said:
            for handed in Handed:
                shape = self._shape(judged, handed)
                if shape is not None and fitting.fits(argument, shape):
                    return argument, shape
            inside = [it for it in self._inside(judged) if fitting.fits(argument, it[0])]
            for shape, is_enveloped in inside if len(inside) == 1 else ():
                if not is_sure or (is_enveloped and fitting.is_covered(argument, shape)):
                    return argument, shape
        return None

    def _inside(self, judged: JudgedCall) -> Iterator[tuple[Type, bool]]:
        """What the members of a response hold: the wrapper may give the one that is the payload.

        With each, whether beside it stands what envelopes have, and nothing of a resource.
        """
        response = judged.operation.response if judged.operation is not None else None
        whole = self._contract.resolve(response) if response is not None else None
        names = {p.name for p in whole.properties} if whole is not None else set[str]()
        for member in whole.properties if whole is not None else ():
            if self._contract.resolve(member.schema).kind in (Kind.OBJECT, Kind.ARRAY):
                yield shaped(member.schema, self._contract), names - {member.name} <= COMPANIONS

    def _promised(self, judged: JudgedCall) -> Iterator[Type]:
        """The type arguments of a call that say nothing of what it is given."""
        call = judged.call
        written = call.node.child_by_field_name("type_arguments")
        for entry in call.entries if written is not None else ():
            if entry.call != call.node or written is None:
                continue
            pairs = zip(type_parameters(entry.function), children_of(written), strict=False)
            for parameter, argument in pairs:
                if _is_promised(entry.function, parameter):
                    yield self._types.declared(call.module, argument)

    def _parsed(self, call: Call) -> Iterator[tuple[Type, bool]]:
        """What each schema among the arguments parses: `ask(url, Row)`, `ask({ schema: Row })`.

        With each, whether the call gives what the schema makes: another one is that of what is
        sent, or a codec of a query. Of several, one may be so, too.
        """
        given = call.node.child_by_field_name("arguments")
        for argument in children_of(given) if given is not None else ():
            pairs = children_of(argument) if argument.type == "object" else ()
            for value in (argument, *(pair.child_by_field_name("value") for pair in pairs)):
                if value is None or value.type not in _NAMING:
                    continue
                for member in self._types.member(self._types.of(call.module, value), _PARSE):
                    parse = self._types.member_type(member)
                    taken = self._types.annotated(parse) if isinstance(parse, Function) else ()
                    if isinstance(parse, Function) and taken and taken[0] is not None:
                        yield taken[0], self._gives(call, parse)

    def _gives(self, call: Call, parse: Function) -> bool:
        """Whether a call yields what a schema makes, itself or as a part: `Result<T>`."""
        made = present(self._types.awaited(self._types.returned(parse)))
        whole = self._types.awaited(self._types.of(call.module, call.node))
        members = (m for part in parts_of(present(whole)) for m in self._types.members(part))
        yields = (whole, *(self._types.awaited(self._types.member_type(m)) for m in members))
        return not isinstance(made, Unknown) and any(
            set(parts_of(made)).issubset(parts_of(it)) for it in yields
        )

    def _expected(self, call: Call) -> Type:
        """The type that the place of a call is declared with."""
        node = call.node
        while node.parent is not None and node.parent.type in _AWAITING:
            node = node.parent
        return self._types.awaited(self._types.contextual(call.module, node))

    def _argument(self, judged: JudgedCall) -> Type | None:
        call = judged.call
        arguments = call.node.child_by_field_name("type_arguments")
        named: list[Node] = children_of(arguments) if arguments is not None else []
        if len(named) != 1:
            return None
        type_ = self._types.declared(call.module, named[0])
        return None if isinstance(type_, Unknown) else type_

    def _shape(self, judged: JudgedCall, handed: Handed) -> Type | None:
        operation = judged.operation
        if operation is None or operation.response is None:
            return None
        schema: Schema | None = operation.response
        if handed is Handed.PAYLOAD:
            schema = self._contract.payload(operation)
        return shaped(schema, self._contract) if schema is not None else None


def _is_promised(function: Node, parameter: Node) -> bool:
    """Whether a type parameter stands in what a function returns, and in nothing it is given.

    What a callback is given, `(url: string, done: (row: T) => void)`, the function gives itself.
    """
    name = parameter.child_by_field_name("name")
    returned = function.child_by_field_name("return_type")
    taken = function.child_by_field_name("parameters")
    if name is None or returned is None or taken is None:
        return False
    if not any(True for _ in _mentions(returned, name)):
        return False
    return all(_is_given_out(taken, mention) for mention in _mentions(taken, name))


def _mentions(node: Node, name: Node) -> Iterator[Node]:
    if node.type in _TYPE_NAMES and node.text == name.text:
        yield node
    for child in node.named_children:
        yield from _mentions(child, name)


def _is_given_out(taken: Node, mention: Node) -> bool:
    """Whether a mention is in what a callback takes: of one that itself takes one it is not."""
    lists = 0
    node = mention.parent
    while node is not None and node != taken:
        lists += node.type == "formal_parameters"
        node = node.parent
    return lists % 2 == 1


def _is_all_promised(function: Node) -> bool:
    """Whether a function promises whatever it is asked for: `<T>(url: string) => Promise<T>`."""
    parameters = type_parameters(function)
    returned = function.child_by_field_name("return_type")
    if len(parameters) != 1 or returned is None or not _is_promised(function, parameters[0]):
        return False
    name = parameters[0].child_by_field_name("name")
    whole = children_of(returned)[0]
    arguments = whole.child_by_field_name("type_arguments")
    outer = whole.child_by_field_name("name")
    if arguments is not None and outer is not None and outer.text == b"Promise":
        whole = children_of(arguments)[0]
    return name is not None and whole.type == "type_identifier" and whole.text == name.text


def is_unread(wire: Type) -> bool:
    """Whether a value is the platform's own response, of which nobody has read the body.

    What a wrapper puts on it (`response.data = body`) can't be followed.
    """
    parts = parts_of(present(wire))
    return all(isinstance(p, Named) and _name_of(p) == b"ResponseOf" for p in parts)


def _name_of(type_: Named) -> bytes | None:
    name = type_.declaration.node.child_by_field_name("name")
    return name.text if name is not None else None


def _key(judged: JudgedCall) -> Key | None:
    call = judged.call
    if call.sink is None or call.sink == call.node:
        return None
    return (call.sink.id, *(node.id for _, node in call.path_to_sink))
