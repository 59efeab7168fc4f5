"""Times a cold `fixer check` beside `ast-grep run` over the same files, turn by turn.

    python -m bench.speed.run [DIR --contract C] [--pattern '$X.balance'] [--rounds 5]

Without DIR the generated frontend of `bench.speed.generate` is measured.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from bench.speed.generate import generate
from bench.speed.measure import Usage, run

TOOLS = Path(sys.executable).parent


def main() -> int:
    given = _parser().parse_args()
    if given.dir and not given.contract:
        print("a DIR needs --contract SRC", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        if given.dir:
            root, contract = given.dir.resolve(), given.contract.resolve()
        else:
            made = generate(Path(folder) / "app", files=given.files, megabytes=given.megabytes)
            root, contract = made.root, made.contract
            print(f"generated: {made.files} files, {made.bytes / 1e6:.1f} MB")
        fixer = [str(TOOLS / "fixer"), "check", ".", "--contract", str(contract), "-q"]
        grep = [str(TOOLS / "ast-grep"), "run", "-p", given.pattern, "."]
        return _measure(fixer, grep, root, rounds=given.rounds)


def _measure(fixer: list[str], grep: list[str], root: Path, *, rounds: int) -> int:
    ours: list[Usage] = []
    theirs: list[Usage] = []
    for _ in range(rounds):
        theirs.append(run(grep, root, memory=False))
        _forget(root)
        ours.append(run(fixer, root, memory=False))
    _forget(root)
    peak = run(fixer, root, memory=True)
    _forget(root)
    if ours[0].returncode not in (0, 1):
        print(f"fixer failed:\n{ours[0].output[-800:]}", file=sys.stderr)
        return 1
    print(f"ast-grep run  {_times(theirs)}")
    print(f"fixer check   {_times(ours)}, peak {peak.peak / 2**20:.0f} MiB")
    print(f"ratio         {_median(ours) / _median(theirs):.2f} (medians)")
    return 0


def _forget(root: Path) -> None:
    """A cold run has no cache."""
    shutil.rmtree(root / ".fixer_cache", ignore_errors=True)


def _median(runs: list[Usage]) -> float:
    return statistics.median(it.seconds for it in runs)


def _times(runs: list[Usage]) -> str:
    seconds = [it.seconds for it in runs]
    return f"min {min(seconds):.2f} s, median {_median(runs):.2f} s, max {max(seconds):.2f} s"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.speed.run", description=__doc__)
    parser.add_argument("dir", type=Path, nargs="?")
    parser.add_argument("--contract", type=Path)
    parser.add_argument("--pattern", default="$X.balance")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--files", type=int, default=3500)
    parser.add_argument("--megabytes", type=float, default=10)
    return parser


if __name__ == "__main__":
    sys.exit(main())
