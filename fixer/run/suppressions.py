"""From a file's comments to the findings that they hold back, and the comments that hold none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fixer.diagnostics import Diagnostic, Edit, Span

MARKER = b"fixer-ignore"

_COMMENT = re.compile(
    rb"""(?: // | /\*+ | <!-- ) \s*
         fixer-ignore (?P<file>-file)? (?![\w-])
         (?P<rules> (?: [\s,]+ [a-z][a-z0-9-]* (?<!-) )* )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that holds back findings of `rules` (empty: of any) on `line`, or in the file.

    `line` is 0-based, None for the whole file. `listed` is where the rules stand, `removal` what
    goes when the comment goes: its whole lines where nothing else stands on them.
    """

    path: Path
    span: Span
    rules: tuple[str, ...]
    listed: Span
    line: int | None
    removal: Span

    def covers(self, finding: Diagnostic, line: int) -> bool:
        """Whether it holds back a finding that starts on `line` (0-based)."""
        named = not self.rules or finding.rule in self.rules
        return named and self.line in (None, line)

    def without(self, rules: Collection[str]) -> Edit:
        """The edit that takes `rules` off the list, or the comment away if none is left."""
        rest = [rule for rule in self.rules if rule not in rules]
        if not rest:
            return Edit(self.path, self.removal.start, self.removal.end, "")
        return Edit(self.path, self.listed.start, self.listed.end, f" {', '.join(rest)}")


@dataclass(frozen=True, slots=True)
class Unused:
    """A suppression of which `rules` held nothing back; `unknown` are those that don't exist."""

    suppression: Suppression
    rules: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(slots=True)
class Ledger:
    """Which suppressions of one file held which findings back."""

    suppressions: Sequence[Suppression]
    source: bytes
    used: set[tuple[Suppression, str]] = field(default_factory=set)

    def holds(self, finding: Diagnostic) -> bool:
        """Whether a comment holds the finding back, noted down as used."""
        line = self.source.count(b"\n", 0, finding.span.start)
        holding = [s for s in self.suppressions if s.covers(finding, line)]
        self.used |= {(suppression, finding.rule) for suppression in holding}
        return bool(holding)

    def unused(self, ran: Collection[str], known: Collection[str]) -> Iterator[Unused]:
        """Those that held nothing back, as far as their rules ran; `known` are all rules."""
        for suppression in self.suppressions:
            useful = {rule for used, rule in self.used if used == suppression}
            unknown = tuple(rule for rule in suppression.rules if rule not in known)
            idle = tuple(r for r in suppression.rules if r in unknown or r in {*ran} - useful)
            if idle or not (suppression.rules or useful or {*known} - {*ran}):
                yield Unused(suppression, idle, unknown)


def suppressions(path: Path, source: bytes, comments: Iterable[Span]) -> tuple[Suppression, ...]:
    """Every `fixer-ignore` and `fixer-ignore-file` comment of a file."""
    if MARKER not in source:
        return ()
    found = [(span, read) for span in comments if (read := _directive(source, span))]
    standing = {
        line
        for span, _ in found
        if _whole_lines(source, span)
        for line in range(_line(source, span.start), _line(source, span.end) + 1)
    }
    return tuple(_suppression(path, source, span, read, standing) for span, read in found)


def _directive(source: bytes, span: Span) -> re.Match[bytes] | None:
    return _COMMENT.match(source, span.start, span.end)


def _suppression(
    path: Path, source: bytes, span: Span, read: re.Match[bytes], standing: Collection[int]
) -> Suppression:
    lines = _whole_lines(source, span)
    line: int | None = _line(source, span.start)
    if read["file"]:
        line = None
    elif lines:
        line = _line(source, span.end) + 1
        while line in standing:
            line += 1
    before = len(source[: span.start].rstrip(b" \t"))
    return Suppression(
        path=path,
        span=span,
        rules=tuple(read["rules"].decode().replace(",", " ").split()),
        listed=Span(*read.span("rules")),
        line=line,
        removal=lines or Span(before, span.end),
    )


def _whole_lines(source: bytes, span: Span) -> Span | None:
    """The lines of the comment if only it, or the braces JSX needs around it, stand on them."""
    start = source.rfind(b"\n", 0, span.start) + 1
    end = source.find(b"\n", span.end) + 1 or len(source)
    around = source[start : span.start].strip(), source[span.end : end].strip()
    if start == 0:
        around = around[0].removeprefix(b"\xef\xbb\xbf"), around[1]
        start += 3 * source.startswith(b"\xef\xbb\xbf")
    return Span(start, end) if around in {(b"", b""), (b"{", b"}")} else None


def _line(source: bytes, offset: int) -> int:
    return source.count(b"\n", 0, offset)
