"""Many properties renamed in one contract: one run of fixer held against the compiler's answers.

    python -m bench.accuracy.quick FRONTEND… --sources DIR [--pairs 40] [--seed 1]

Quick, and no substitute for `bench.accuracy.run`, which asks about one property at a time. The
properties are three times as many as that one's pairs: all that the compiler was asked about.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bench import corpus
from bench.accuracy import contract, report, run
from bench.accuracy.truth import Property, Renames, Truth, truth_of
from bench.accuracy.workspace import Workspace, prepare
from bench.corpus import BenchError, Frontend


def main(arguments: list[str] | None = None) -> int:
    given, options = run.parsed(__doc__, arguments)
    results, failed = [], False
    for name in given.frontends:
        try:
            results.append(measure(corpus.named(name, corpus.load()), options))
        except BenchError as error:
            print(f"{name}: {error}", file=sys.stderr)
            failed = True
            continue
        print(report.table(results[-1]), flush=True)
    if given.json:
        given.json.write_text(report.as_json(results), "utf-8")
    return 1 if failed else 0


@dataclass(frozen=True, slots=True)
class Asked:
    """All properties of one frontend in one contract. `names`: each spelling and its new one."""

    whole: Renames
    names: Mapping[str, str]
    binding: contract.Binding


def measure(frontend: Frontend, options: run.Options) -> report.Result:
    """All properties of one frontend, as one pair of the report."""
    source = corpus.checkout(frontend, options.sources)
    workspace = prepare(frontend, source, options.work, install=options.install)
    truth = truth_of(frontend, workspace, seed=options.seed, limit=options.pairs * 3)
    asked = asked_of(truth, frontend, workspace, options)
    judged = run.judged_files(frontend, workspace)
    document = asked.binding.document
    pair = run.compared(asked.whole, asked.names, document, frontend, workspace, judged, options)
    return report.Result(
        frontend=frontend,
        typescript=truth.typescript,
        roots=len(truth.roots),
        bound=asked.binding.bound,
        unbound=asked.binding.unbound,
        pairs=(pair,),
        seconds=pair.seconds,
    )


def asked_of(truth: Truth, frontend: Frontend, workspace: Workspace, options: run.Options) -> Asked:
    """The properties that the contract knows, and the contract in which all have other names."""
    binding = run.bound(frontend, workspace, truth, options)
    names: dict[str, str] = {}
    asked = []
    for renames in truth.renames:
        if not binding.components.intersection(renames.property.components):
            continue
        old = renames.property.name
        new = contract.new_name(old)
        names[contract.wire_name(old, frontend)] = contract.wire_name(new, frontend)
        names[old] = new  # a name of one word is spelled alike on the wire, its new one isn't
        renamed = contract.renamed(binding, run.group_of(renames, truth), new, frontend)
        binding = replace(binding, document=renamed)
        asked.append(renames)
    return Asked(_together(asked), names, binding)


def _together(asked: Sequence[Renames]) -> Renames:
    declared = Property("", f"{len(asked)} properties", "all", ())
    places = frozenset().union(*(it.places for it in asked))
    unknown = frozenset().union(*(it.unknown for it in asked))
    keys = frozenset().union(*(it.keys for it in asked))
    return Renames(declared, places, unknown, keys)


if __name__ == "__main__":
    sys.exit(main())
