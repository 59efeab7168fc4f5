"""What an HTTP call evaluates to at run time: the client's result around the contract's payload."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Schema
from fixer.facts.answers import Asking, answered, is_either
from fixer.facts.flags import Flags
from fixer.facts.judged import JudgedCall
from fixer.program.branches import are_apart
from fixer.program.call import Call
from fixer.program.evaluate.classes import enclosing_class
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import first_named, text
from fixer.program.types import Types
from fixer.program.types.model import UNKNOWN, Named, Type, Wrapped, parts_of, present, union
from fixer.program.types.wireflow import is_nothing
from fixer.program.types.wireshape import shaped

_PARAMETER = "PAYLOAD"
_PROMISE = f"Promise<{_PARAMETER}>"
# Whose names `yields` may use besides those of the platform.
_NAMES = """
import type { Observable } from "rxjs";
import type { SuperAgentRequest } from "superagent";
import type { HttpEvent, HttpResponse } from "@angular/common/http";
import type { Ref } from "vue";
import type { Resource, Signal } from "@angular/core";
"""


class CallWires:
    """The judged calls of a program by node, asked by the type engine."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._calls: dict[int, list[JudgedCall]] = {}
        self._owners: dict[int, set[int]] = {}
        self._owned: set[int] = set()
        self._sinks: dict[int, list[Call]] = {}
        self._entered: dict[tuple[int, bool], set[tuple[Module, Node]]] = {}
        self._yields: dict[str, Module] = {}
        self._types: Types | None = None
        self._senders: set[int] = set()
        self._flags: Flags | None = None

    def know(self, calls: Iterable[JudgedCall], types: Types) -> None:
        """The calls to answer for, and the engine that reads what clients yield."""
        self._types = types
        for judged in calls:
            self._know_owner(judged.call)
            self._know_sink(judged.call)
            self._senders.update((judged.call.node.id, *judged.call.way))
            if judged.operation is not None and judged.operation.response is not None:
                self._calls.setdefault(judged.call.node.id, []).append(judged)
                for entry in judged.call.entries:
                    key = (entry.call.id, entry.is_applied)
                    self._entered.setdefault(key, set()).add((entry.module, entry.function))

    def _know_sink(self, call: Call) -> None:
        if call.sink is not None and call.sink != call.node:
            beside = self._sinks.setdefault(_around(call.sink), [])
            if all(known.sink != call.sink for known in beside):
                beside.append(call)

    def _know_owner(self, call: Call) -> None:
        class_ = enclosing_class(call.node)
        if class_ is not None and call.owner_class is not None and call.owner_class != class_:
            self._owners.setdefault(call.node.id, set()).add(call.owner_class.id)
            self._owned.add(class_.id)

    def depends_on_this(self, class_: Node) -> bool:
        """See `fixer.program.types.model.Wires`."""
        return class_.id in self._owned

    def _of(self, call: Node, this: Type | None) -> list[JudgedCall]:
        """The requests behind a call, where `this` is an object of one class those of it alone."""
        known = self._calls.get(call.id, [])
        class_ = this.declaration.node if isinstance(this, Named) else None
        if class_ is None or class_.id not in self._owners.get(call.id, ()):
            return known
        return [j for j in known if j.call.owner_class == class_]

    def wire(self, module: Module, call: Node, this: Type | None) -> Type | Wrapped | None:
        """See `fixer.program.types.model.Wires`."""
        known = self._of(call, this)
        if not known or self._types is None:
            return None
        first = known[0].call
        if first.sink is None or first.sink == first.node or self._unwraps(first):
            return union(*(self._yielded(j) for j in known if j.operation is not None))
        by_way: dict[tuple[int, ...], list[JudgedCall]] = {}
        for judged in known:
            for sent in (judged.call, *judged.call.others):
                by_way.setdefault(sent.way, []).append(replace(judged, call=sent))
        for left in self._left_out(first, {it.call.sink for it in chain(*by_way.values())}):
            by_way[left.way] = [replace(known[0], call=left)]
        found = [self._wrapped(group) for group in by_way.values()]
        return replace(found[0], others=tuple(found[1:]))

    def _wrapped(self, judged: Sequence[JudgedCall]) -> Wrapped:
        call, yielded = judged[0].call, union(*map(self._yielded, judged))
        sink, module = call.sink or call.node, call.sink_module or call.module
        return Wrapped(module, sink, yielded, call.path_to_sink)

    def _left_out(self, call: Call, known: Container[Node | None]) -> Iterator[Call]:
        """What a wrapper would send the same URL with, were it not called as it is.

        `method === 'GET' ? await fetch(url) : await fetch(url, { method, body })`.
        """
        for beside in self._sinks.get(_around(call.sink), ()) if call.sink is not None else ():
            sink = beside.sink
            if sink is None or sink in known or _url_of(sink) != _url_of(call.sink):
                continue
            if call.sink is not None and are_apart(sink, call.sink):
                yield replace(beside, path_to_sink=call.path_to_sink, others=())

    def entered(self, call: Node) -> tuple[Module, Node] | None:
        """See `fixer.program.types.model.Wires`."""
        known = self._entered.get((call.id, False), ())
        return next(iter(known)) if len(known) == 1 else None

    def applied(self, call: Node) -> tuple[tuple[Module, Node], ...]:
        """See `fixer.program.types.model.Wires`."""
        return tuple(self._entered.get((call.id, True), ()))

    def _yielded(self, judged: JudgedCall) -> Type:
        call, operation = judged.call, judged.operation
        assert operation is not None
        if self._unwraps(call):
            return self._promised(self._shape(self._contract.payload(operation)))
        given = self._read(call.yields or _PROMISE, self._shape(operation.response))
        return self._answered(call, given)

    def _answered(self, call: Call, given: Type) -> Type:
        """What the client's interceptors make of its answer, as far as they can be followed.

        One that hands on the answer itself or what is in it, `ok ? r.data : r`, leaves it unknown
        unless it is clear which of them is for such a call.
        """
        assert self._types is not None
        if self._flags is None:
            self._flags = Flags(self._types.program, self._senders)
        asking = Asking(call, self._flags)
        for module, function in call.answering:
            before = self._types.awaited(given)
            made = self._types.applied(module, function, before)
            inside = present(self._types.awaited(made))
            if len(parts_of(inside)) > 1:
                made = answered(self._types, asking, module, function, before)
                inside = present(self._types.awaited(made))
            if is_either(self._types, before, made):
                return self._promised(UNKNOWN)
            if not is_nothing(inside):
                given = self._promised(inside)
        return given

    def _promised(self, value: Type) -> Type:
        return self._read(_PROMISE, value)

    def _shape(self, payload: Schema | None) -> Type:
        return shaped(payload, self._contract) if payload is not None else UNKNOWN

    def _unwraps(self, call: Call) -> bool:
        """Whether the contract says of the function called that it takes the envelope off."""
        wanted = self._contract.envelope_client
        callee = call.node.child_by_field_name("function")
        # The grammar reads `await f<T>(x)` as a call of `await f`.
        name = text(callee).split()[-1].split(".")[-1] if callee is not None else ""
        return bool(wanted) and name == wanted

    def _read(self, yields: str, payload: Type) -> Type:
        assert self._types is not None
        module = self._yields.get(yields)
        if module is None:
            source = f"{_NAMES}type Yield<{_PARAMETER}> = {yields};"
            module = self._yields[yields] = Module(Path("/clients.toml.ts"), source.encode())
        return self._types.instantiate(module, "Yield", payload)


def _around(sink: Node) -> int:
    """The function in which a sink stands, as a key."""
    up = sink.parent
    while up is not None and up.type not in FUNCTIONS:
        up = up.parent
    return up.id if up is not None else 0


def _url_of(sink: Node | None) -> bytes | None:
    """What a sink is given first, as it is written."""
    arguments = sink.child_by_field_name("arguments") if sink is not None else None
    first = first_named(arguments) if arguments is not None else None
    return first.text if first is not None else None
