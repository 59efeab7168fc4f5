"""Small frontends for tests: from `{path: text}` to a program, and to its calls in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fixer.program.call import Call, CallKind, Hole
from fixer.program.calls import Finder
from fixer.program.clients import Clients, load_clients
from fixer.program.evaluate import Evaluator
from fixer.program.evaluate.values import Text, Union, Unknown, Value, candidates
from fixer.program.program import Program
from fixer.rule import builtin_rules

Files = Mapping[str, str]


def written(folder: Path, files: Files) -> Program:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Program(folder)


def clients() -> Clients:
    return load_clients(builtin_rules() / "clients.toml")


def calls(folder: Path, files: Files) -> tuple[Call, ...]:
    finder = Finder(written(folder, files), clients())
    found = (*finder.requests, *finder.outside)
    return tuple(sorted(found, key=lambda call: (call.module.path, call.node.start_byte)))


def sent(folder: Path, files: Files) -> list[str]:
    """Each request of the program as `METHOD /path`, candidates joined by ` | `."""
    return [said(call) for call in calls(folder, files) if call.kind is CallKind.CALL]


def said(call: Call) -> str:
    paths = sorted((u.origin or "") + u.template for u in call.urls)
    return f"{'/'.join(call.methods) or '?'} {' | '.join(paths) or f'({call.reason})'}"


def shown(folder: Path, files: Files) -> list[str]:
    """What the arguments of `show(…)` in `a.ts` can be, in source order."""
    program = written(folder, files)
    evaluator = Evaluator(program, clients())
    module = program.module(folder / "a.ts")
    found = []
    for node in module.calls:
        callee, arguments = (node.child_by_field_name(f) for f in ("function", "arguments"))
        if callee is not None and callee.text == b"show" and arguments is not None:
            found.append(in_words(evaluator.value(module, arguments.named_children[0])))
    return found


def in_words(value: Value) -> str:
    """`/users/{}`; holes that say more: `{number}`, `{a|b}`, `{base}`."""
    if isinstance(value, Union):
        return " | ".join(in_words(c) for c in candidates(value))
    if isinstance(value, Text):
        return "".join(_piece(p.text, p.values, p.hole) for p in value.pieces)
    if isinstance(value, Unknown):
        return _piece(None, (), value.hole)
    return type(value).__name__


def _piece(text: str | None, values: tuple[str, ...], hole: Hole) -> str:
    if text is not None:
        return text
    if values:
        return "{" + "|".join(values) + "}"
    return "{}" if hole is Hole.UNKNOWN else "{" + hole.value + "}"
