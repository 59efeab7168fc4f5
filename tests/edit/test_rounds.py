from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from fixer.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity, Span
from fixer.edit import Fixed, Refused, Unchanged, Waiting, repair
from fixer.edit.rounds import Repair

A, B = Path("/p/a.ts"), Path("/p/b.ts")
Files = Mapping[Path, bytes]
Finder = Callable[[Files], Iterator[Diagnostic]]


def finding(*edits: Edit, rule: str = "r") -> Diagnostic:
    fix = Fix("do it", edits)
    return Diagnostic(rule, edits[0].path, Span(0, 0), Severity.ERROR, "wrong", fix=fix)


def run(files: Files, find: Finder) -> Repair:
    """Repairs `files`; an exclamation mark is what does not parse."""
    return repair(
        lambda texts: find({**files, **texts}),
        files.get,
        lambda _, text: text.count(b"!"),
        Applicability.SAFE,
    )


def replacing(old: bytes, new: str) -> Finder:
    def find(files: Files) -> Iterator[Diagnostic]:
        for path, text in files.items():
            at = text.find(old)
            while at >= 0:
                yield finding(Edit(path, at, at + len(old), new), rule=f"{old.decode()}-{new}")
                at = text.find(old, at + len(old))

    return find


def test_the_fixed_text_and_its_rules_are_told() -> None:
    outcomes = run({A: b"old", B: b"-old-"}, replacing(b"old", "new")).outcomes
    assert outcomes == (
        Fixed(A, b"old", b"new", ("old-new",)),
        Fixed(B, b"-old-", b"-new-", ("old-new",)),
    )


def test_a_fix_that_waits_is_applied_in_the_next_round() -> None:
    assert run({A: b"oldold"}, replacing(b"old", "new")).texts == {A: b"newnew"}


def test_thirty_insertions_at_one_place_all_get_their_turn() -> None:
    def find(files: Files) -> Iterator[Diagnostic]:
        for number in range(30):
            if f"<{number}>".encode() not in files[A]:
                yield finding(Edit(A, 1, 1, f"<{number}>"))

    text = run({A: b"{}"}, find).texts[A]
    assert text.count(b"<") == 30


def test_a_fix_that_breaks_the_file_is_refused_and_names_its_rule() -> None:
    repaired = run({A: b"old", B: b"ok"}, replacing(b"old", "!"))
    assert repaired.texts == {}
    reason = "old-! would leave a file that does not parse"
    assert repaired.outcomes == (Unchanged(A), Refused((A,), ("old-!",), reason))


def test_a_fix_across_files_is_dropped_in_both_when_one_gets_worse() -> None:
    def find(files: Files) -> Iterator[Diagnostic]:
        if files[A] == b"old":
            yield finding(Edit(A, 0, 3, "new"), Edit(B, 0, 3, "!"))

    assert run({A: b"old", B: b"old"}, find).texts == {}


def test_a_file_that_does_not_parse_is_not_fixed() -> None:
    repaired = run({A: b"old !", B: b"old"}, replacing(b"old", "new"))
    assert repaired.texts == {B: b"new"}
    assert Refused((A,), ("old-new",), "the file does not parse") in repaired.outcomes


def test_fixes_that_undo_each_other_give_the_original_back() -> None:
    def find(files: Files) -> Iterator[Diagnostic]:
        yield from replacing(b"one", "two")(files)
        yield from replacing(b"two", "one")(files)
        yield from replacing(b"old", "new")(files)

    repaired = run({A: b"one", B: b"old"}, find)
    assert repaired.texts == {B: b"new"}
    assert Refused((A,), ("one-two",), "its fixes undo each other") in repaired.outcomes


def test_a_file_that_never_settles_takes_the_files_it_shares_fixes_with_along() -> None:
    def find(files: Files) -> Iterator[Diagnostic]:
        yield finding(Edit(A, 0, 0, "x"))
        if files[A].startswith(b"x") and files[B] == b"b":
            yield finding(Edit(A, 1, 1, "y"), Edit(B, 0, 1, "c"))

    repaired = run({A: b"a", B: b"b"}, find)
    assert repaired.texts == {}
    reasons = {o.reason for o in repaired.outcomes if isinstance(o, Refused)}
    assert reasons == {"it still changed after 10 rounds of fixes"}


def test_edits_of_one_fix_that_overlap_are_refused() -> None:
    def find(_: Files) -> Iterator[Diagnostic]:
        yield finding(Edit(A, 0, 2, "x"), Edit(A, 1, 3, "y"))

    assert run({A: b"abc"}, find).outcomes == (
        Unchanged(A),
        Refused((A,), ("r",), "two edits overlap at byte 1"),
    )


def test_a_fix_may_make_a_file() -> None:
    def find(files: Files) -> Iterator[Diagnostic]:
        if B not in files:
            yield finding(Edit(B, 0, 0, "made"))

    assert run({A: b""}, find).outcomes == (Fixed(B, None, b"made", ("r",)),)


def test_a_fix_behind_one_that_changes_nothing_is_reported_as_waiting() -> None:
    def find(_: Files) -> Iterator[Diagnostic]:
        yield finding(Edit(A, 0, 1, "a"), rule="first")
        yield finding(Edit(A, 0, 1, "b"), rule="second")

    assert Waiting((A,), "second") in run({A: b"a"}, find).outcomes
