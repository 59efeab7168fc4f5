from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fixer.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity, Span
from fixer.edit import apply, join_groups, plan
from fixer.edit.plan import Proposal, proposals

A, B = Path("/p/a.ts"), Path("/p/b.ts")
SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY


def finding(
    *edits: Edit, group: str | None = None, level: Applicability = SAFE, rule: str = "r"
) -> Diagnostic:
    fix = Fix("do it", edits, level, group)
    return Diagnostic(rule, A, Span(0, 0), Severity.ERROR, "wrong", fix=fix)


def test_a_group_is_one_fix_with_all_edits_and_the_lowest_level() -> None:
    one, two = Edit(A, 0, 1, "x"), Edit(B, 4, 5, "x")
    joined = join_groups([finding(one, group="g"), finding(two, group="g", level=UNSAFE)])
    assert [d.fix and (d.fix.edits, d.fix.applicability) for d in joined] == [
        ((one, two), UNSAFE),
        ((one, two), UNSAFE),
    ]


def test_a_joined_fix_is_proposed_once() -> None:
    found = [finding(Edit(A, 0, 1, "x"), group="g"), finding(Edit(B, 0, 1, "x"), group="g")]
    assert len(proposals(join_groups(found), SAFE)) == 1


def test_an_unsafe_fix_needs_to_be_asked_for_and_a_display_fix_is_never_applied() -> None:
    found = [finding(Edit(A, 0, 1, "x"), level=UNSAFE), finding(Edit(A, 5, 6, "x"), level=DISPLAY)]
    assert proposals(found, SAFE) == ()
    assert [p.edits[0].start for p in proposals(found, UNSAFE)] == [0]
    assert proposals(found, DISPLAY) == proposals(found, UNSAFE)


def test_order_is_by_place_then_rule() -> None:
    found = [
        finding(Edit(B, 0, 1, "x")),
        finding(Edit(A, 3, 4, "x"), rule="z"),
        finding(Edit(A, 3, 4, "y"), rule="a"),
    ]
    assert [(p.edits[0].path, p.rules) for p in proposals(found, SAFE)] == [
        (A, ("a",)),
        (A, ("z",)),
        (B, ("r",)),
    ]


def of(*edits: Edit) -> Proposal:
    return Proposal(("r",), edits)


def test_touching_edits_conflict_and_the_later_waits() -> None:
    first, second = of(Edit(A, 0, 3, "x")), of(Edit(A, 3, 5, "y"))
    assert plan([first, second]).waiting == (second,)


def test_two_insertions_at_one_place_conflict() -> None:
    first, second = of(Edit(A, 3, 3, "x")), of(Edit(A, 3, 3, "y"))
    assert plan([first, second]).waiting == (second,)


def test_two_fixes_that_add_one_import_both_go_in() -> None:
    imports = Edit(A, 0, 0, "import x;\n")
    both = [of(imports, Edit(A, 9, 9, "x")), of(imports, Edit(A, 20, 21, "x"))]
    assert plan(both).waiting == ()


def test_a_fix_across_files_waits_as_a_whole() -> None:
    spanning = of(Edit(A, 0, 1, "x"), Edit(B, 0, 1, "x"))
    chosen = plan([of(Edit(A, 1, 2, "y")), spanning, of(Edit(B, 0, 2, "z"))])
    assert [p.edits[0].path for p in chosen.accepted] == [A, B]
    assert chosen.waiting == (spanning,)


@st.composite
def any_proposals(draw: st.DrawFn) -> list[Proposal]:
    spans = st.tuples(st.integers(0, 30), st.integers(0, 4), st.sampled_from("xy"))
    drawn = draw(st.lists(spans, max_size=15))
    return [of(Edit(A, start, start + length, text)) for start, length, text in drawn]


@given(any_proposals())
def test_accepted_edits_never_meet_and_waiting_ones_always_do(candidates: list[Proposal]) -> None:
    def meet(one: Edit, two: Edit) -> bool:
        return one != two and one.start <= two.end and two.start <= one.end

    chosen = plan(candidates)
    accepted = [p.edits[0] for p in chosen.accepted]
    assert not any(meet(one, two) for one in accepted for two in accepted)
    assert all(any(meet(p.edits[0], two) for two in accepted) for p in chosen.waiting)
    assert len(chosen.accepted) + len(chosen.waiting) == len(candidates)
    apply(b"." * 40, accepted)
