"""A contract's operations into verdicts: which requests are made, in which order, with what ids.

Lists are asked first, since they give the ids for the rest. Without `allow_writes` only GETs are
made. With it, objects are created from samples, changed to what they already are, and only those
created here are deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fixer.contract.model import Contract, In, Operation
from fixer.probe.identifiers import Identifiers, items_of
from fixer.probe.judge import Level, Verdict, judge
from fixer.probe.samples import sample, unchanged
from fixer.probe.transport import Answer, Failure, Transport

_ORDER = {"GET": 0, "POST": 1, "PATCH": 2, "PUT": 3, "DELETE": 4}


def probe(
    contract: Contract, transport: Transport, *, allow_writes: bool = False
) -> Iterator[Verdict]:
    """The verdicts, as they come; it ends early where the server can't be reached at all."""
    run = _Run(contract, transport)
    for operation in sorted(contract.operations, key=_turn):
        if operation.method != "GET" and not allow_writes:
            yield Verdict(operation, Level.SKIPPED, "it writes; --allow-writes asks it too")
            continue
        if operation.method not in _ORDER:
            yield Verdict(operation, Level.SKIPPED, "this method is not asked")
            continue
        yield from run.verdicts(operation)
        if run.is_over:
            return


def _turn(operation: Operation) -> tuple[int, int]:
    return _ORDER.get(operation.method, len(_ORDER)), operation.path.count("{")


class _Run:
    """What was learnt from the answers so far."""

    def __init__(self, contract: Contract, transport: Transport) -> None:
        self.contract = contract
        self.transport = transport
        self.sent = Identifiers()
        self.created = Identifiers()
        self.is_over = False
        prefix = contract.prefixes[0] if contract.prefixes else ""
        self.prefix = "" if transport.base.endswith(prefix) else prefix

    def verdicts(self, operation: Operation) -> list[Verdict]:
        known = self.created if operation.method == "DELETE" else self.sent
        path = known.fill(operation.path)
        if path is None:
            return [Verdict(operation, Level.SKIPPED, _no_id(operation))]
        if (missing := _unknown_query(operation)) is not None:
            reason = f"the query parameter {missing} is required and has no known value"
            return [Verdict(operation, Level.SKIPPED, reason)]
        body, reason = self._body(operation, path)
        if reason:
            return [Verdict(operation, Level.SKIPPED, reason)]
        answer = self.transport.ask(
            operation.method, self.prefix + path, query=_query(operation), body=body
        )
        self._learn(operation, path, answer)
        if operation.method != "GET" and isinstance(answer, Answer) and answer.status in (400, 422):
            return [Verdict(operation, Level.NOTE, "refuses the sample that was sent")]
        return judge(self.contract, operation, answer)

    def _body(self, operation: Operation, path: str) -> tuple[object, str]:
        """The request's body, and why there is none where one is needed."""
        if operation.method in ("GET", "DELETE"):
            return None, ""
        if operation.method == "POST":
            schema = operation.body
            return (sample(self.contract, schema) if schema is not None else {}), ""
        if operation.body is None:
            return None, "the contract doesn't say what it takes"
        current = unchanged(self.contract, operation.body, self.sent.at(path))
        return current, "" if current else "what it holds now is not known"

    def _learn(self, operation: Operation, path: str, answer: Answer | Failure) -> None:
        if isinstance(answer, Failure):
            self.is_over = answer.is_final
        elif answer.status < 300 and operation.method == "GET":
            self.sent.remember(path, answer.body)
        elif answer.status < 300 and operation.method == "POST":
            made = list(items_of(answer.body))
            if len(made) == 1:
                self.created.remember(path, made)


def _no_id(operation: Operation) -> str:
    if operation.method == "DELETE":
        return "only what this run created is deleted, and it created nothing there"
    return "no list that was sent has an id for its path"


def _unknown_query(operation: Operation) -> str | None:
    for parameter in operation.parameters:
        if parameter.where is In.QUERY and parameter.required and not parameter.schema.enum:
            return parameter.name
    return None


def _query(operation: Operation) -> Mapping[str, str]:
    return {
        parameter.name: str(parameter.schema.enum[0])
        for parameter in operation.parameters
        if parameter.where is In.QUERY and parameter.required and parameter.schema.enum
    }
