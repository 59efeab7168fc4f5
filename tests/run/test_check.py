from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from fixer.config import Settings
from fixer.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity, Span, Unverified
from fixer.rule import LoadedRule, builtin_rules, load_rule
from fixer.run.check import Result, check
from fixer.run.fix import fix
from tests.run.project import ROOT, Fake, Words, opening, rule

SETTINGS = Settings(ROOT)
UNUSED = load_rule(builtin_rules() / "unused_suppression.py")


def finding(facts: Words, span: Span, id: str, fix: Fix | None = None) -> Diagnostic:
    return Diagnostic(id, facts.path, span, Severity.ERROR, "wrong", fix=fix)


def word(id: str, text: bytes = b"bad", **options: object) -> LoadedRule:
    """A rule that finds a word."""

    def find(facts: Words) -> Iterator[Diagnostic]:
        return (finding(facts, span, id) for span in facts.spans(text))

    return rule(id, find, **options)


def renaming(old: bytes, new: str) -> LoadedRule:
    """A rule that finds every use of a name, and renames all of them or none."""

    def find(facts: Words) -> Iterator[Diagnostic]:
        for span in facts.spans(old):
            edit = Edit(facts.path, span.start, span.end, new)
            yield finding(facts, span, "rename", Fix("Rename", (edit,), group="g"))

    return rule("rename", find, tests_too=True)


def found(project: Fake, *rules: LoadedRule, settings: Settings = SETTINGS) -> list[str]:
    """`rule file:offset` of every finding."""
    result = check(project, rules, settings)
    return [f"{d.rule} {d.path.name}:{d.span.start}" for d in result.diagnostics]


def test_findings_come_in_order_of_place() -> None:
    project = opening({"b.ts": "bad bad", "a.ts": ".bad"})
    assert found(project, word("w")) == ["w a.ts:1", "w b.ts:0", "w b.ts:4"]


def test_only_selected_rules_run_and_ignored_ones_do_not() -> None:
    project = opening({"a.ts": "bad"})
    rules = word("one"), word("two"), word("three")
    chosen = Settings(ROOT, select=("one", "two"), ignore=("two",))
    assert found(project, *rules, settings=chosen) == ["one a.ts:0"]


def test_a_rule_is_ignored_in_the_files_of_a_pattern() -> None:
    project = opening({"old/a.ts": "bad", "new/a.ts": "bad"})
    settings = Settings(ROOT, per_file_ignores={"old/**": ("w",)})
    result = check(project, [word("w"), word("v")], settings)
    assert [(d.path.parent.name, d.rule) for d in result.diagnostics] == [
        ("new", "v"),
        ("new", "w"),
        ("old", "v"),
    ]


def test_a_severity_of_the_settings_replaces_the_rule_s() -> None:
    settings = Settings(ROOT, severity={"w": Severity.NOTE})
    result = check(opening({"a.ts": "bad"}), [word("w")], settings)
    assert result.diagnostics[0].severity is Severity.NOTE


def test_only_rules_that_look_at_tests_check_them_unless_asked() -> None:
    project = opening({"a.test.ts": "bad"})
    rules = word("w"), word("v", tests_too=True)
    assert found(project, *rules) == ["v a.test.ts:0"]
    asked = Settings(ROOT, include_tests=True)
    assert found(project, *rules, settings=asked) == ["v a.test.ts:0", "w a.test.ts:0"]


def test_what_two_files_report_of_a_third_is_reported_once() -> None:
    def find(_: Words) -> Iterator[Diagnostic]:
        yield Diagnostic("w", ROOT / "c.ts", Span(0, 1), Severity.ERROR, "wrong")

    project = opening({"a.ts": "", "b.ts": "", "c.ts": ""})
    assert found(project, rule("w", find)) == ["w c.ts:0"]


def test_what_can_not_be_decided_is_counted_apart() -> None:
    def find(facts: Words) -> Iterator[Unverified]:
        yield Unverified(facts.path, Span(0, 1), "GET {}", "the URL comes from user input")

    result = check(opening({"a.ts": "x"}), [rule("w", find)], SETTINGS)
    assert result.diagnostics == ()
    assert [u.subject for u in result.unverified] == ["GET {}"]


def test_an_error_in_a_rule_names_file_and_rule_and_the_rest_goes_on() -> None:
    def broken(_: Words) -> Iterator[Diagnostic]:
        raise KeyError("credits")

    result = check(opening({"a.ts": "bad"}), [rule("broken", broken), word("w")], SETTINGS)
    assert [d.rule for d in result.diagnostics] == ["w"]
    assert result.failures[0].path == ROOT / "a.ts"
    assert result.failures[0].message.startswith("rule broken failed: KeyError: 'credits' (test_")


def test_a_file_that_can_not_be_read_is_a_failure_and_the_rest_goes_on() -> None:
    project = opening({"a.ts": "unreadable", "b.ts": "bad"})
    result = check(project, [word("w")], SETTINGS)
    assert [d.path.name for d in result.diagnostics] == ["b.ts"]
    assert result.failures[0].message.startswith("reading it failed: RecursionError: too deep")


def result_of(paths: Iterable[str], project: Fake) -> Result:
    return check(project, [renaming(b"old", "new")], SETTINGS, paths={ROOT / p for p in paths})


def test_a_group_is_joined_over_the_whole_project_and_reported_where_asked() -> None:
    result = result_of(["a.ts"], opening({"a.ts": "old", "b.ts": "old", "c.test.ts": "old"}))
    (only,) = result.diagnostics
    assert only.path == ROOT / "a.ts"
    assert only.fix
    assert [e.path.name for e in only.fix.edits] == ["a.ts", "b.ts", "c.test.ts"]


def test_a_group_with_a_held_back_member_is_not_applied() -> None:
    project = opening({"a.ts": "old", "b.ts": "old // fixer-ignore rename"})
    (only,) = check(project, [renaming(b"old", "new")], SETTINGS).diagnostics
    assert only.fix
    assert only.fix.applicability is Applicability.DISPLAY


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_processes_find_what_one_process_finds(tmp_path: Path) -> None:
    files = {f"{number}.ts": "bad " * number for number in range(9)}
    rules = [word("w"), UNUSED]
    assert check(opening(files), rules, SETTINGS, jobs=2) == check(opening(files), rules, SETTINGS)


def test_fixing_gives_new_texts_and_what_is_left() -> None:
    rules = [renaming(b"old", "new"), word("w")]
    done = fix(opening({"a.ts": "old bad"}), rules, SETTINGS, Applicability.SAFE)
    assert [d.rule for d in done.found.diagnostics] == ["rename", "w"]
    assert [d.rule for d in done.left.diagnostics] == ["w"]
