"""From an open project and its rules to findings: run, join, hold back, sort."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from fixer.config import Settings
from fixer.diagnostics import Diagnostic, Unverified
from fixer.edit import join_groups
from fixer.rule import LoadedRule
from fixer.run.hold import hold_back, rules_for
from fixer.run.project import Counts, Opening, Project, Texts
from fixer.run.workers import over_shares


@dataclass(frozen=True, slots=True)
class Failure:
    """Something inside fixer went wrong at `path`; the run went on without that part."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found, in order of place; `counts` says how much was read for it."""

    diagnostics: tuple[Diagnostic, ...] = ()
    unverified: tuple[Unverified, ...] = ()
    failures: tuple[Failure, ...] = ()
    counts: Counts = field(default_factory=Counts)

    def __add__(self, other: Result) -> Result:
        return Result(
            self.diagnostics + other.diagnostics,
            self.unverified + other.unverified,
            self.failures + other.failures,
            self.counts + other.counts,
        )


NOTHING = Result()
_TYPES = "types"


def check(
    opening: Opening,
    rules: Sequence[LoadedRule],
    settings: Settings,
    *,
    paths: Collection[Path] | None = None,
    texts: Texts | None = None,
    project: Project | None = None,
    jobs: int = 1,
) -> Result:
    """The findings in `paths`, or in every file of the project if None.

    A fix that a group shares is computed over the whole project even when `paths` are few.
    `texts` stand in for files on disk; `project` is open under them already. An error inside a
    rule is a Failure, not an exception.
    """
    texts = texts or {}
    project = project or opening(texts)
    ran = tuple(rule for rule in rules if settings.runs(rule.rule.id))
    wanted = [path for path in project.files if paths is None or path in paths]
    job = _Job(ran, settings)
    started = replace(project.counts, evaluated=0)
    raw = _run(job, project, wanted, jobs)
    if len(wanted) < len(project.files) and _groups(raw.diagnostics):
        others = sorted({*project.files} - {*wanted})
        raw += _partners(_run(job, project, others, jobs), _groups(raw.diagnostics))
    severe = (_with_severity(finding, settings) for finding in dict.fromkeys(raw.diagnostics))
    kept = hold_back(tuple(severe), project, ran, rules, settings, wanted)
    inside = {*wanted}
    return Result(
        tuple(sorted((d for d in join_groups(kept) if d.path in inside), key=_place)),
        tuple(sorted(dict.fromkeys(raw.unverified), key=lambda u: (u.path, u.span, u.subject))),
        raw.failures,
        started + raw.counts + Counts(found=len(wanted)),
    )


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be done with each file."""

    rules: tuple[LoadedRule, ...]
    settings: Settings

    def check(self, project: Project, paths: Sequence[Path]) -> Result:
        before = project.counts
        found = _sum(self._check_file(project, path) for path in paths)
        return replace(found, counts=project.counts.since(before))

    def shares(self) -> list[_Job]:
        """The job in parts that have little work in common: one for each topic of the rules.

        Those about types come first: they have the most to do.
        """
        topics: dict[str, list[LoadedRule]] = {_TYPES: []}
        for rule in self.rules:
            topics.setdefault(next(iter(rule.rule.serves), ""), []).append(rule)
        return [_Job(tuple(rules), self.settings) for rules in topics.values() if rules]

    def _check_file(self, project: Project, path: Path) -> Result:
        rules = rules_for(path, project, self.rules, self.settings)
        if not rules:
            return NOTHING
        try:
            facts = project.facts(path)
        except Exception as error:  # one file must not cost the others their findings
            return Result(failures=(_failure(path, "reading it", error),))
        diagnostics: list[Diagnostic] = []
        unverified: list[Unverified] = []
        failures: list[Failure] = []
        for rule in rules:
            assert rule.check
            try:
                for finding in rule.check(facts):
                    if isinstance(finding, Unverified):
                        unverified.append(finding)
                    else:
                        diagnostics.append(finding)
            except Exception as error:  # nor one rule the others
                failures.append(_failure(path, f"rule {rule.rule.id}", error))
        return Result(tuple(diagnostics), tuple(unverified), tuple(failures))


def _run(job: _Job, project: Project, paths: Sequence[Path], jobs: int) -> Result:
    if jobs == 1 or not job.rules:
        return job.check(project, paths)
    shares = [partial(share.check, paths=paths) for share in job.shares()]
    parts = tuple(over_shares(project, shares, jobs))
    done = _sum(parts)
    # The shares went through the same files, and fail alike where one can't be read.
    counts = replace(done.counts, evaluated=max(part.counts.evaluated for part in parts))
    return replace(done, failures=tuple(dict.fromkeys(done.failures)), counts=counts)


def _sum(results: Iterable[Result]) -> Result:
    parts = tuple(results)
    return Result(
        tuple(chain.from_iterable(part.diagnostics for part in parts)),
        tuple(chain.from_iterable(part.unverified for part in parts)),
        tuple(chain.from_iterable(part.failures for part in parts)),
        sum((part.counts for part in parts), Counts()),
    )


def _groups(findings: Iterable[Diagnostic]) -> frozenset[str]:
    return frozenset(d.fix.group for d in findings if d.fix and d.fix.group is not None)


def _partners(found: Result, groups: Collection[str]) -> Result:
    """Of the files that nobody asked about, only what belongs to a fix that was asked about."""
    shared = tuple(d for d in found.diagnostics if d.fix and d.fix.group in groups)
    return Result(shared, (), found.failures, found.counts)


def _with_severity(finding: Diagnostic, settings: Settings) -> Diagnostic:
    severity = settings.severity.get(finding.rule)
    return finding.at(severity) if severity else finding


def _place(finding: Diagnostic) -> tuple[Path, int, int, str, str]:
    return finding.path, finding.span.start, finding.span.end, finding.rule, finding.message


def _failure(path: Path, doing: str, error: Exception) -> Failure:
    # Not `extract_tb`: reading all of the traceback of a recursion takes minutes.
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    words = " ".join(str(error).split())
    return Failure(path, f"{doing} failed: {type(error).__name__}: {words} ({place})")
