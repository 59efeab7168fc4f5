from collections.abc import Iterator

import pytest

from fixer.config import Settings
from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.rule import builtin_rules, load_rule
from fixer.run.check import check
from fixer.run.fix import fix
from tests.run.project import ROOT, Words, opening, rule

UNUSED = load_rule(builtin_rules() / "unused_suppression.py")


def find(facts: Words) -> Iterator[Diagnostic]:
    for span in facts.spans(b"bad("):
        yield Diagnostic("bad-call", facts.path, span, Severity.ERROR, "wrong")


RULES = rule("bad-call", find), rule("other", lambda _: ()), UNUSED


def rules_found(source: str, name: str = "a.tsx", settings: Settings | None = None) -> list[str]:
    result = check(opening({name: source}), RULES, settings or Settings(ROOT))
    return [finding.rule for finding in result.diagnostics]


def repaired(source: str) -> str:
    project = opening({"a.tsx": source})
    done = fix(project, RULES, Settings(ROOT), Applicability.SAFE)
    return done.repair.texts[ROOT / "a.tsx"].decode()


@pytest.mark.parametrize(
    "source",
    [
        "bad() // fixer-ignore bad-call: known\n",
        "// fixer-ignore bad-call: known\nbad()\n",
        "// fixer-ignore bad-call\r\nbad()\r\n",
        "// fixer-ignore: everything here\nbad()\n",
        "// fixer-ignore\nbad()\n",
        "/* fixer-ignore bad-call */ bad()\n",
        "/**\n * fixer-ignore bad-call\n */\nbad()\n".replace("\n * f", " f"),
        "<p>\n  {/* fixer-ignore bad-call: known */}\n  {bad()}\n</p>\n",
        "<p>{/* fixer-ignore bad-call */}{bad()}</p>\n",
        "<template>\n  <!-- fixer-ignore bad-call -->\n  {{ bad() }}\n</template>\n",
        "one()\nbad()\n// fixer-ignore-file bad-call: generated\n",
        "/* fixer-ignore-file */\nbad()\nbad()\n",
        "// fixer-ignore bad-call\nbad(\n  1,\n)\n",
    ],
)
def test_holds_back(source: str) -> None:
    assert rules_found(source) == []


def test_two_comments_above_a_line_both_count() -> None:
    source = "// fixer-ignore bad-call\n// fixer-ignore other\nbad()\n"
    assert rules_found(source) == ["unused-suppression"]


@pytest.mark.parametrize(
    "source",
    [
        "// fixer-ignore bad-call\n\nbad()\n",
        "one() // fixer-ignore bad-call\nbad()\n",
        "// fixer-ignore other\nbad()\n",
    ],
)
def test_holds_nothing_back_and_is_reported(source: str) -> None:
    assert sorted(rules_found(source)) == ["bad-call", "unused-suppression"]


@pytest.mark.parametrize(
    "source",
    [
        "// please fixer-ignore bad-call\nbad()\n",
        "// fixer-ignored bad-call\nbad()\n",
        "const marker = 'fixer-ignore bad-call'; bad()\n",
    ],
)
def test_is_no_suppression(source: str) -> None:
    assert rules_found(source) == ["bad-call"]


def test_a_comment_whose_rule_did_not_run_is_not_called_unused() -> None:
    ignoring = Settings(ROOT, ignore=("bad-call",))
    assert rules_found("// fixer-ignore bad-call\n", settings=ignoring) == []
    assert rules_found("// fixer-ignore\n", settings=ignoring) == []
    assert rules_found("// fixer-ignore bad-call\n", name="a.test.ts") == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one()\n  // fixer-ignore other: why\ntwo()\n", "one()\ntwo()\n"),
        ("one()\r\n// fixer-ignore other\r\ntwo()\r\n", "one()\r\ntwo()\r\n"),
        ("one() // fixer-ignore other\n", "one()\n"),
        ("<p>\n  {/* fixer-ignore other */}\n</p>\n", "<p>\n</p>\n"),
        ("\ufeff// fixer-ignore other\none()\n", "\ufeffone()\n"),
        ("one()\n// fixer-ignore other", "one()\n"),
        ("/* fixer-ignore other */ one()\n", " one()\n"),
        (
            "// fixer-ignore other, bad-call: why\nbad()\n",
            "// fixer-ignore bad-call: why\nbad()\n",
        ),
        ("// fixer-ignore bad-cal\none()\n", "one()\n"),
    ],
)
def test_the_fix_removes_what_holds_nothing_back(source: str, expected: str) -> None:
    assert repaired(source) == expected
