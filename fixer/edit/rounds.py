"""From a way to find fixes and a way to read files to repaired texts, round by round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from fixer.diagnostics import Applicability, Diagnostic
from fixer.edit.apply import EditError, apply
from fixer.edit.outcome import Fixed, Outcome, Refused, Unchanged, Waiting
from fixer.edit.plan import Proposal, plan, proposals

ROUNDS = 10

Texts = Mapping[Path, bytes]
Find = Callable[[Texts], Iterable[Diagnostic]]
Read = Callable[[Path], bytes | None]
CountErrors = Callable[[Path, bytes], int]


@dataclass(frozen=True, slots=True)
class Repair:
    """What the rounds came to: every file's and every refused or waiting fix's outcome."""

    outcomes: tuple[Outcome, ...]

    @property
    def fixed(self) -> tuple[Fixed, ...]:
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, Fixed))

    @property
    def texts(self) -> dict[Path, bytes]:
        """The new text of every changed file."""
        return {outcome.path: outcome.after for outcome in self.fixed}


def repair(find: Find, read: Read, count_errors: CountErrors, level: Applicability) -> Repair:
    """Applies what `find` proposes, round after round, until it proposes nothing new.

    `find` gets the texts changed so far and returns the findings under them. `read` gives a
    file's bytes, None where there is no file. Nothing is written. A file whose text comes back
    to an earlier one, or that still changes after the last round, goes back to its original
    together with all files whose fixes it shares, and the rest is repaired without them.
    """
    frozen: dict[Path, str] = {}
    while True:
        attempt = _Attempt(read, count_errors, dict(frozen))
        unsettled = attempt.run(find, level)
        if not unsettled:
            return Repair(attempt.outcomes())
        frozen |= dict.fromkeys(attempt.linked(unsettled.paths), unsettled.reason)


@dataclass(frozen=True, slots=True)
class _Unsettled:
    paths: frozenset[Path]
    reason: str


@dataclass(slots=True)
class _Attempt:
    """One run of rounds from the original texts, with the files in `frozen` left alone."""

    read: Read
    count_errors: CountErrors
    frozen: dict[Path, str]
    originals: dict[Path, bytes | None] = field(default_factory=dict)
    texts: dict[Path, bytes] = field(default_factory=dict)
    errors: dict[Path, int] = field(default_factory=dict)
    seen: dict[Path, set[bytes]] = field(default_factory=dict)
    applied: list[Proposal] = field(default_factory=list)
    refused: dict[Proposal, str] = field(default_factory=dict)
    waiting: tuple[Proposal, ...] = ()

    def run(self, find: Find, level: Applicability) -> _Unsettled | None:
        """A round in which fewer fixes wait than before is not counted: it makes headway."""
        spent = 0
        while True:
            self.refused = {}
            usable = [p for p in proposals(find(self.texts), level) if self._usable(p)]
            backlog = len(self.waiting)
            changed, accepted = self._round(usable)
            if not changed:
                return None
            spent += not 0 < len(self.waiting) < backlog
            self.applied += accepted
            known = [path for path, text in changed.items() if not self._first_seen(path, text)]
            if known:
                return _Unsettled(frozenset(known), "its fixes undo each other")
            if spent >= ROUNDS:
                reason = f"it still changed after {ROUNDS} rounds of fixes"
                return _Unsettled(frozenset(changed), reason)
            self.texts |= changed

    def linked(self, paths: Iterable[Path]) -> set[Path]:
        """`paths` and the files reached from them through applied fixes that span files."""
        reached = set(paths)
        groups = [set(proposal.paths) for proposal in self.applied]
        while more := {p for g in groups if g & reached for p in g} - reached:
            reached |= more
        return reached

    def outcomes(self) -> tuple[Outcome, ...]:
        rules: dict[Path, set[str]] = {}
        for proposal in self.applied:
            for path in proposal.paths:
                rules.setdefault(path, set()).update(proposal.rules)
        result: list[Outcome] = []
        for path, before in sorted(self.originals.items()):
            after = self.texts.get(path)
            if after is None or after == before:
                result.append(Unchanged(path))
            else:
                result.append(Fixed(path, before, after, tuple(sorted(rules[path]))))
        result += [Refused(p.paths, p.rules, reason) for p, reason in self.refused.items()]
        result += [Waiting(p.paths, rule) for p in self.waiting for rule in p.rules]
        return tuple(result)

    def _round(self, usable: list[Proposal]) -> tuple[dict[Path, bytes], tuple[Proposal, ...]]:
        """Applies what fits; a file made worse drops out with every fix that touches it."""
        while True:
            chosen = plan(usable)
            self.waiting = chosen.waiting
            changed, worse = self._apply(chosen.accepted)
            if not worse:
                return changed, chosen.accepted
            self.frozen |= worse
            usable = [proposal for proposal in usable if self._usable(proposal)]

    def _apply(self, accepted: tuple[Proposal, ...]) -> tuple[dict[Path, bytes], dict[Path, str]]:
        changed: dict[Path, bytes] = {}
        worse: dict[Path, str] = {}
        for path in sorted({path for proposal in accepted for path in proposal.paths}):
            edits = [e for p in accepted for e in p.edits if e.path == path]
            text = self._text(path)
            new = apply(text, edits)
            if new == text:
                continue
            if self.count_errors(path, new) > self.errors[path]:
                rules = sorted({r for p in accepted if path in p.paths for r in p.rules})
                worse[path] = f"{', '.join(rules)} would leave a file that does not parse"
            changed[path] = new
        return changed, worse

    def _usable(self, proposal: Proposal) -> bool:
        reason = self._objection(proposal)
        if reason:
            self.refused[proposal] = reason
        return not reason

    def _objection(self, proposal: Proposal) -> str:
        for path in proposal.paths:
            text = self._text(path)
            if path in self.frozen:
                return self.frozen[path]
            if self.errors[path]:
                return "the file does not parse"
            try:
                apply(text, (edit for edit in proposal.edits if edit.path == path))
            except EditError as error:
                return str(error)
        return ""

    def _text(self, path: Path) -> bytes:
        if path not in self.originals:
            before = self.read(path)
            self.originals[path] = before
            self.errors[path] = 0 if before is None else self.count_errors(path, before)
            self._first_seen(path, before or b"")
        return self.texts.get(path, self.originals[path] or b"")

    def _first_seen(self, path: Path, text: bytes) -> bool:
        digest = sha256(text).digest()
        known = self.seen.setdefault(path, set())
        first = digest not in known
        known.add(digest)
        return first
