"""Components whose templates aren't read become the texts that may be those templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fixer.diagnostics import Span
from fixer.program.angular.components import may_have_components, template_owners
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import TEMPLATE

_ELSEWHERE = re.compile(rb"\btemplate\s*:|\btemplateUrl\s*:\s*(?!['\"`\s])")
_TEXTS = "(string_fragment) @s"


@dataclass(frozen=True, slots=True)
class Text:
    """The parts of a file that may be shown by a component."""

    path: Path
    data: bytes
    parts: tuple[Span, ...]


def unread_templates(program: Program) -> tuple[Text, ...]:
    """The texts among which the templates are that components don't name where fixer reads them.

    `template: TEXT`, `template: require('./row.html')`, a `templateUrl` that leads to no file of
    the program: the file that is named, else the strings of the component's file and of those it
    imports, and the files beside it that no other component names.
    """
    found: dict[Path, Text] = {}
    for text in _texts(program):
        found.setdefault(text.path, text)
    return tuple(found.values())


def _texts(program: Program) -> Iterator[Text]:
    lost: dict[Path, None] = {}
    for target, owners in template_owners(program.sources, suffix="").items():
        if target not in program.sources and target.is_file():
            yield _whole(target)
        elif target not in program.sources:
            lost |= dict.fromkeys(owners)
    lost |= dict.fromkeys(path for path in program.sources if _is_elsewhere(program, path))
    for path in lost:
        yield from _around(program, program.module(path))


def _is_elsewhere(program: Program, path: Path) -> bool:
    data = program.sources[path]
    if not may_have_components(data) or _ELSEWHERE.search(data) is None:
        return False
    return not all(c.is_plain for c in program.module(path).components)


def _around(program: Program, module: Module) -> Iterator[Text]:
    imported = (program.locate(module, specifier) for specifier in module.specifiers)
    for path in (module.path, *(p for p in imported if p is not None and p in program.sources)):
        parts = program.module(path).captures(_TEXTS).get("s", ())
        spans = tuple(Span(n.start_byte, n.end_byte) for n in parts)
        yield Text(path, program.sources[path], spans)
    for path in sorted(module.folder.glob(f"*{TEMPLATE}")):
        if path not in program.sources:
            yield _whole(path)


def _whole(path: Path) -> Text:
    data = path.read_bytes()
    return Text(path, data, (Span(0, len(data)),))
