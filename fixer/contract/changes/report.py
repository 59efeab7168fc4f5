"""Changes into lines for a person, grouped by what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fixer.contract.changes.model import Change, Level


def lines(changes: Sequence[Change]) -> Iterator[str]:
    """A heading an operation or schema, a line a change, and a last line that counts them."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.where, []).append(change)
    for where, group in groups.items():
        yield where
        for change in group:
            at = f"  [{change.location}]" if change.location else ""
            yield f"  {change.level.value:<7} {change.id}: {change.message}{at}"
    yield _summary(changes)


def _summary(changes: Sequence[Change]) -> str:
    if not changes:
        return "nothing changed"
    accepted = sum(bool(c.rename and c.rename.accepted) for c in changes)
    candidates = sum(bool(c.rename and not c.rename.accepted) for c in changes)
    counts = [f"{len(changes)} change{'s' if len(changes) != 1 else ''}"]
    for level in Level:
        number = sum(change.level is level for change in changes)
        if number:
            counts.append(f"{number} {level.value}")
    if accepted:
        counts.append(f"{accepted} taken for renames")
    if candidates:
        counts.append(f"{candidates} possible renames (state them as x-renamed-from to be sure)")
    return ", ".join(counts)
