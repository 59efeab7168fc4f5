"""Every case of every rule's page, three times: as written, with CRLF, below an emoji."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from fixer.backend import compare
from fixer.contract.django import read_backend
from fixer.diagnostics import Applicability, Diagnostic, Unverified
from fixer.program.files import SUFFIXES
from fixer.report.position import Lines
from fixer.rule import Fixes, LoadedRule, builtin_rules, load_rules
from fixer.run.opening import FrontendOpening
from tests.rules.page import Case, Mark, Text, read_page
from tests.tools import findings, fixed, project

RULES = {loaded.rule.id: loaded for loaded in load_rules([builtin_rules()])}
PAGES = {id: read_page(loaded.page) for id, loaded in RULES.items()}
CASES = [
    pytest.param(RULES[id], case, id=f"{id}: {case.name}")
    for id, page in PAGES.items()
    for case in page.cases
]
SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE
FileText = Callable[[str, str], str]


def plain(_: str, text: str) -> str:
    return text


def crlf(_: str, text: str) -> str:
    return text.replace("\n", "\r\n")


def below_an_emoji(name: str, text: str) -> str:
    suffix = Path(name).suffix
    if suffix == ".py":
        return "# 😀\n" + text
    if suffix not in SUFFIXES | {".html"}:
        return text
    return ("<!-- 😀 -->\n" if suffix in {".vue", ".svelte", ".html"} else "// 😀\n") + text


@dataclass(frozen=True)
class Setting:
    """A case on disk: what its page says of it, its files as `dress` makes them."""

    rule: LoadedRule
    case: Case
    dress: FileText
    opening: FrontendOpening

    @property
    def rules(self) -> tuple[LoadedRule, ...]:
        """Only the page's own rule, but what reviews the others needs the others."""
        return (self.rule,) if self.rule.check else tuple(RULES.values())

    @property
    def folder(self) -> Path:
        return self.opening.settings.root

    def dressed(self, files: Mapping[str, Text]) -> dict[str, str]:
        return {name: self.dress(name, text.text) for name, text in files.items()}

    def marks(self, files: Mapping[str, Text]) -> list[Mark]:
        """The marks, on the lines where `dress` puts them."""
        shift = {name: self.dress(name, "").count("\n") for name in files}
        return sorted(
            replace(mark, row=mark.row + shift[name])
            for name, text in files.items()
            for mark in text.marks
        )


def on_disk(folder: Path, rule: LoadedRule, case: Case, dress: FileText) -> Setting:
    files = {name: dress(name, text.text) for name, text in case.files.items()}
    return Setting(rule, case, dress, project(folder, files))


def assert_found(setting: Setting, files: Mapping[str, Text]) -> bool:
    """Asserts that exactly the marked findings are there; whether any of them has a fix."""
    expected = setting.marks(files)
    if setting.rule.survey:
        assert_surveyed(setting, expected)
        return False
    result = findings(setting.opening, setting.rules)
    assert result.failures == ()
    ours = [d for d in result.diagnostics if d.rule == setting.rule.rule.id]
    undecided = result.unverified if any(m.rule == "unverified" for m in expected) else ()
    actual = sorted(_mark(setting, item) for item in (*ours, *undecided))
    assert actual == expected
    for mark, real in zip(expected, actual, strict=True):
        assert mark.words in real.words
    assert_level(setting.rule, ours)
    return any(finding.fix for finding in ours)


def assert_surveyed(setting: Setting, expected: list[Mark]) -> None:
    """Asserts that exactly the marked findings are there, for a rule about backends."""
    assert setting.rule.survey
    comparison = compare(read_backend(setting.folder), setting.opening.contract)
    actual = sorted(_mark(setting, item) for item in setting.rule.survey(comparison))
    assert actual == expected
    for mark, real in zip(expected, actual, strict=True):
        assert mark.words in real.words


def _mark(setting: Setting, item: Diagnostic | Unverified) -> Mark:
    lines = Lines(item.path.read_bytes())
    row = lines.position(item.span.start).row
    name = item.path.relative_to(setting.folder).as_posix()
    if isinstance(item, Unverified):
        return Mark(name, row, "unverified", f"{item.subject} {item.reason}")
    return Mark(name, row, item.rule, f"{item.message} {item.help}")


def assert_level(rule: LoadedRule, ours: list[Diagnostic]) -> None:
    """The declared fix level holds."""
    levels = [d.fix.applicability for d in ours if d.fix and d.fix.edits]
    assert all(level <= rule.rule.level for level in levels)
    if rule.rule.fixes is Fixes.NEVER:
        assert levels == []
    if rule.rule.fixes is Fixes.ALWAYS:
        assert len(levels) == len(ours)


def assert_fixed(setting: Setting, tmp_path: Path, level: Applicability) -> None:
    case = setting.case
    after = {**case.files, **case.safe, **(case.unsafe if level is UNSAFE else {})}
    repaired = fixed(setting.opening, setting.rules, level, setting.rule.rule.id)
    new = {p.relative_to(setting.folder).as_posix(): t.decode() for p, t in repaired.texts.items()}
    texts = setting.dressed(after)
    assert {**setting.dressed(case.files), **new} == texts
    if not new:
        return
    again = project(tmp_path / level.name, texts)
    opened = again({})
    assert all(
        opened.count_errors(path, path.read_bytes()) == 0
        for path in (again.settings.root / name for name in new)
        if path.suffix in SUFFIXES | {".html"}
    )
    assert fixed(again, setting.rules, level, setting.rule.rule.id).texts == {}
    if level is UNSAFE or not case.unsafe:
        assert_found(replace(setting, opening=again), after)


@pytest.mark.parametrize("dress", [plain, crlf, below_an_emoji])
@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(tmp_path: Path, rule: LoadedRule, case: Case, dress: FileText) -> None:
    setting = on_disk(tmp_path / "case", rule, case, dress)
    fixable = assert_found(setting, case.files)
    if fixable or case.safe or case.unsafe:
        assert_fixed(setting, tmp_path, SAFE)
        assert_fixed(setting, tmp_path, UNSAFE)


@pytest.mark.parametrize("id", RULES)
def test_no_case_is_there_twice(id: str) -> None:
    counts = Counter(
        tuple(sorted((name, text.text) for name, text in case.files.items()))
        for case in PAGES[id].cases
    )
    assert max(counts.values()) == 1
