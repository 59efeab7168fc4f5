"""Scores of a frontend's pairs → a table for a person and JSON for a script."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bench.accuracy.compare import Score
from bench.accuracy.truth import Place, Property, Root
from bench.corpus import Frontend


@dataclass(frozen=True, slots=True)
class SourceLine:
    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text[:140]}"


@dataclass(frozen=True, slots=True)
class Pair:
    """One property. `problem`: fixer's complaint; `broken`: files that parse worse than before."""

    declared: Property
    score: Score
    lines: Mapping[Place, SourceLine]
    seconds: float
    problem: str | None
    broken: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.declared.owner}.{self.declared.name}"


@dataclass(frozen=True, slots=True)
class Result:
    frontend: Frontend
    typescript: str
    roots: int
    bound: int
    unbound: tuple[Root, ...]
    pairs: tuple[Pair, ...]
    seconds: float

    def total(self, count: Callable[[Score], frozenset[Place]]) -> int:
        return sum(len(count(pair.score)) for pair in self.pairs)

    @property
    def precision(self) -> float:
        hits, wrong = self.total(lambda it: it.hits), self.total(lambda it: it.wrong)
        return hits / (hits + wrong) if hits + wrong else 1.0

    @property
    def recall(self) -> float:
        hits, misses = self.total(lambda it: it.hits), self.total(lambda it: it.misses)
        return hits / (hits + misses) if hits + misses else 1.0

    @property
    def perfect(self) -> int:
        """The pairs in which both tools changed the same places."""
        return sum(not pair.score.misses and not pair.score.wrong for pair in self.pairs)


def line(pair: Pair) -> str:
    """One pair on one line."""
    score = pair.score
    counts = f"{len(score.hits):4} hit {len(score.misses):4} missed {len(score.wrong):4} wrong"
    extras = f" ({len(score.beyond)} beyond)" if score.beyond else ""
    notes = [f"! {pair.problem}"] if pair.problem else []
    notes += [f"! broken: {', '.join(pair.broken)}"] if pair.broken else []
    return f"{pair.name:44.44} {counts}{extras} {pair.seconds:5.1f} s {' '.join(notes)}".rstrip()


def table(result: Result) -> str:
    """Everything a person needs to see of one frontend: pairs, misses, wrong edits, totals."""
    head = f"## {result.frontend.name} ({result.frontend.stack}; TypeScript {result.typescript})"
    parts = [head, f"typed client calls: {result.roots}, bound to a listed call: {result.bound}"]
    parts += [f"  unbound {it.kind}: {it.file}:{it.line} {it.function}" for it in result.unbound]
    parts += [line(pair) for pair in result.pairs]
    for pair in result.pairs:
        parts += [f"  missed {pair.name} {pair.lines[it]}" for it in sorted(pair.score.misses)]
    for pair in result.pairs:
        for place in sorted(pair.score.wrong):
            mark = " (any)" if place in pair.score.beyond else ""
            parts.append(f"  wrong {pair.name}{mark} {pair.lines[place]}")
    return "\n".join([*parts, totals(result)])


def totals(result: Result) -> str:
    """The figures of one frontend on one line."""
    counts = {
        "hits": result.total(lambda it: it.hits),
        "missed": result.total(lambda it: it.misses),
        "wrong": result.total(lambda it: it.wrong),
        "of them beyond": result.total(lambda it: it.beyond),
        "keys": result.total(lambda it: it.keys),
        "unjudged": result.total(lambda it: it.unjudged),
        "broken files": sum(len(pair.broken) for pair in result.pairs),
        "failed runs": sum(1 for pair in result.pairs if pair.problem),
    }
    listed = ", ".join(f"{name} {count}" for name, count in counts.items())
    return (
        f"{result.frontend.name}: {len(result.pairs)} pairs, precision {result.precision:.4f}, "
        f"recall {result.recall:.4f}, "
        f"{result.perfect} pairs equal ({listed}; {result.seconds:.0f} s)"
    )


def summary(results: list[Result]) -> str:
    return "\n".join(["## All", *(totals(it) for it in results)])


def as_json(results: list[Result]) -> str:
    return json.dumps([_result(it) for it in results], indent=1)


def _result(result: Result) -> dict[str, object]:
    return {
        "frontend": result.frontend.name,
        "commit": result.frontend.commit,
        "typescript": result.typescript,
        "roots": result.roots,
        "bound": result.bound,
        "precision": result.precision,
        "recall": result.recall,
        "pairs": [_pair(it) for it in result.pairs],
    }


def _pair(pair: Pair) -> dict[str, object]:
    score = pair.score
    return {
        "pair": pair.name,
        "declaration": pair.declared.key,
        "precision": score.precision,
        "recall": score.recall,
        "hits": len(score.hits),
        "missed": [str(pair.lines[it]) for it in sorted(score.misses)],
        "wrong": [str(pair.lines[it]) for it in sorted(score.wrong)],
        "beyond": [str(pair.lines[it]) for it in sorted(score.beyond)],
        "keys": len(score.keys),
        "unjudged": len(score.unjudged),
        "seconds": round(pair.seconds, 2),
        "problem": pair.problem,
        "broken": pair.broken,
    }
