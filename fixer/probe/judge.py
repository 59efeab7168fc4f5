"""An answer held against the operation it answers, into verdicts of a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from fixer.contract.model import Contract, Operation
from fixer.probe.schema import json_schema
from fixer.probe.transport import Answer, Failure

MOST_ERRORS = 200
_TYPES = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer"}


class Level(Enum):
    """How a verdict counts: only an ERROR means that the backend breaks the contract."""

    OK = "ok"
    ERROR = "error"
    NOTE = "note"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one operation: `message` in one line."""

    operation: Operation
    level: Level
    message: str = ""

    def __str__(self) -> str:
        text = f"{self.level.value}: {self.operation}"
        if self.message:
            text += f": {self.message}"
        return f"{text} [{self.operation.location}]" if self.operation.location else text


def judge(contract: Contract, operation: Operation, answer: Answer | Failure) -> list[Verdict]:
    """The verdicts on an answer; one OK where there is nothing to say against it."""
    if isinstance(answer, Failure):
        return [Verdict(operation, Level.ERROR, answer.reason)]
    if (problem := _status(answer)) is not None:
        return [Verdict(operation, Level.ERROR, problem)]
    if operation.response is None:
        return [Verdict(operation, Level.OK)]
    if answer.problem:
        return [Verdict(operation, Level.ERROR, answer.problem)]
    found = list(_shape(contract, operation, answer.body))
    return found or [Verdict(operation, Level.OK)]


def _status(answer: Answer) -> str | None:
    if answer.status < 300:
        return None
    if answer.status == 404:
        return "answers 404: the route is not registered"
    if answer.status in (401, 403):
        return f"answers {answer.status}: it wants a valid token, see --token-env"
    if answer.status >= 500:
        return f"answers {answer.status}: the server failed"
    said = _detail(answer.body)
    return f"answers {answer.status}" + (f": {said}" if said else "")


def _detail(body: object) -> str:
    if isinstance(body, dict):
        for key in ("detail", "error", "message"):
            if isinstance(body.get(key), str):
                return " ".join(body[key].split())[:200]
    return ""


def _shape(contract: Contract, operation: Operation, body: object) -> Iterator[Verdict]:
    assert operation.response is not None
    validator = Draft202012Validator(json_schema(contract, operation.response))
    counted: dict[tuple[Level, str], int] = {}
    for error in _bounded(validator.iter_errors(body)):
        for key in _said(error):
            counted[key] = counted.get(key, 0) + 1
    for (level, message), count in counted.items():
        times = f" ({count} times)" if count > 1 else ""
        yield Verdict(operation, level, message + times)


def _bounded(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    for number, error in enumerate(errors):
        if number >= MOST_ERRORS:
            return
        yield error


def _said(error: ValidationError) -> Iterator[tuple[Level, str]]:
    """What an error of the validator means; the same for every item of a list."""
    where = _path(error)
    found = error.instance
    if error.validator == "required" and isinstance(found, dict):
        # jsonschema gives each missing field an error of its own, which begins with its name.
        wanted = error.validator_value
        listed = wanted if isinstance(wanted, list) else []
        names = [n for n in listed if n not in found and error.message.startswith(f"{n!r} ")]
        for name in names:
            yield Level.ERROR, f"{_below(where, name)} is missing"
    elif error.validator == "additionalProperties" and isinstance(found, dict):
        known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
        for name in found:
            if name not in known:
                yield Level.NOTE, f"{_below(where, name)} is not in the contract"
    elif error.validator == "type":
        yield Level.ERROR, f"{where} is {_name(found)}, the contract says {error.validator_value}"
    elif error.validator == "enum":
        yield Level.ERROR, f"{where} is {found!r}, which the contract doesn't list"
    elif error.validator == "pattern":
        yield Level.ERROR, f"{where} is {found!r:.60}, not what the contract says it looks like"
    elif error.validator == "anyOf":
        yield Level.ERROR, f"{where} is {_name(found)}, which the contract doesn't allow"
    else:
        yield Level.ERROR, f"{where}: {' '.join(error.message.split())[:200]}"


def _path(error: ValidationError) -> str:
    parts = ""
    for part in error.absolute_path:
        parts += "[]" if isinstance(part, int) else f".{part}" if parts else str(part)
    return parts or "the body"


def _below(where: str, name: str) -> str:
    return name if where == "the body" else f"{where}.{name}"


def _name(value: object) -> str:
    if value is None:
        return "null"
    return _TYPES.get(type(value), "number")
