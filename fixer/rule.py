"""From a folder of rules to what the runner runs: each `.py` with the `.md` page beside it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from fixer.diagnostics import Applicability, Diagnostic, Finding, Fix, Severity, Span

if TYPE_CHECKING:
    from fixer.backend import Comparison
    from fixer.facts import Facts
    from fixer.run.suppressions import Unused

Check = Callable[["Facts"], Iterable[Finding]]
Review = Callable[[Iterable["Unused"]], Iterable[Diagnostic]]
Survey = Callable[["Comparison"], Iterable[Diagnostic]]


class RuleError(Exception):
    """A rule that can't be used; the message is one line that says which and why."""


class Fixes(Enum):
    """How often a rule's findings come with a fix that can be applied."""

    NEVER = "never"
    SOMETIMES = "sometimes"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's description of itself.

    `id`: kebab-case, the file's stem with `-` for `_`. `level`: the most trusted that a fix of
    this rule may be. `serves`: the topics of a reference's checklist that its findings hold
    open (`endpoints`, `types`, `placeholders`, …; see `fixer/checklist.py`). `tests_too`: it also
    looks at test, story and mock files, as a rename must, even without `--include-tests`.
    """

    id: str
    severity: Severity
    fixes: Fixes = Fixes.NEVER
    level: Applicability = Applicability.SAFE
    serves: tuple[str, ...] = ()
    tests_too: bool = False

    def at(
        self,
        path: Path,
        span: Span,
        message: str,
        *,
        help: str = "",
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """A finding of this rule; `severity` where this one place is less bad than the rule is."""
        return Diagnostic(self.id, path, span, severity or self.severity, message, help, fix)


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule with its check and its page.

    A rule has a `check(facts)` of one file, a `review(unused)` of the suppressions of which the
    other rules made no use, or a `survey(comparison)` of a backend held against the contract.
    """

    rule: Rule
    check: Check | None
    review: Review | None
    path: Path
    page: Path
    survey: Survey | None = None

    def text(self) -> str:
        """The rule's page, Markdown."""
        return self.page.read_text(encoding="utf-8")


def builtin_rules() -> Path:
    """The folder of fixer's own rules: `rules/` of the checkout, `fixer/rules/` of the wheel."""
    package = Path(str(files("fixer")))
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


def load_rules(folders: Iterable[Path]) -> tuple[LoadedRule, ...]:
    """Every rule of the folders, by id. Raises RuleError for one that can't be used."""
    found: dict[str, LoadedRule] = {}
    for path in _rule_files(folders):
        loaded = load_rule(path)
        if other := found.get(loaded.rule.id):
            raise RuleError(f"{path}: rule '{loaded.rule.id}' is already in {other.path}")
        found[loaded.rule.id] = loaded
    return tuple(found[id] for id in sorted(found))


def load_rule(path: Path) -> LoadedRule:
    """The rule in one file. Raises RuleError."""
    module = _import(path)
    rule = getattr(module, "RULE", None)
    check, review = _function(module, "check"), _function(module, "review")
    survey = _function(module, "survey")
    if not isinstance(rule, Rule):
        raise RuleError(f"{path}: has no RULE = Rule(...); see {builtin_rules() / 'README.md'}")
    if not (check or review or survey):
        raise RuleError(f"{path}: rule '{rule.id}' has no check(facts)")
    expected = path.stem.replace("_", "-")
    if rule.id != expected:
        raise RuleError(f"{path}: rule '{rule.id}' must be called '{expected}', as its file is")
    page = path.with_name(f"{rule.id}.md")
    if not page.is_file():
        raise RuleError(f"{path}: rule '{rule.id}' has no page; write {page.name} beside it")
    return LoadedRule(rule, check, review, path, page, survey)


def _function(module: ModuleType, name: str) -> Callable[..., Iterator[Any]] | None:
    function = getattr(module, name, None)
    return function if callable(function) else None


def _rule_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(f"{folder}: the folder of rules does not exist")
        yield from sorted(p for p in folder.glob("*.py") if not p.name.startswith("_"))


def _import(path: Path) -> ModuleType:
    """Load by path under a name of its own, so that two folders may hold files of one name."""
    name = f"fixer_rule_{path.stem}_{sha256(str(path).encode()).hexdigest()[:12]}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise RuleError(f"{path}: is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their own module up while they are made
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # a user's file may raise anything when it is run
        del sys.modules[name]
        raise RuleError(f"{path}: can't be loaded: {type(error).__name__}: {error}") from error
    return module
