"""Applies all renames of one contract, and prints what the compiler then has against the frontend.

    python -m bench.accuracy.compiles FRONTEND… --sources DIR [--pairs 20] [--unsafe-fixes]

An error is new if there are more of its file, code and message than before, the new names read as
the old ones. *By rename*: the compiler's own rename of the same properties leaves it as well;
*reported*: fixer says something of a line where it stands; *silent*: neither.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import corpus
from bench.accuracy import quick, run, syntax
from bench.accuracy.truth import SCRIPTS, Json, Place, truth_of
from bench.accuracy.workspace import Workspace, compiler_modules, prepare
from bench.corpus import BenchError, Frontend

NEW_NAME = re.compile(r"(?:_zq|Zq)(?![a-z])")


@dataclass(frozen=True, slots=True)
class CompilerError:
    """Lines are 1-based and inclusive, 0 where the place is none of the file."""

    file: str
    line: int
    end_line: int
    code: int
    message: str

    @property
    def key(self) -> tuple[str, int, str]:
        """What stays the same where a line moves or a name is changed."""
        return self.file, self.code, NEW_NAME.sub("", self.message.split("\n")[0])


@dataclass(frozen=True, slots=True)
class Result:
    """`changed`: how many files fixer edited; `broken`: those that parse worse than before."""

    before: int
    changed: int
    by_rename: tuple[CompilerError, ...]
    reported: tuple[CompilerError, ...]
    silent: tuple[CompilerError, ...]
    broken: tuple[str, ...]


def main(arguments: list[str] | None = None) -> int:
    given, options = run.parsed(__doc__, arguments)
    failed = False
    for name in given.frontends:
        frontend = corpus.named(name, corpus.load())
        try:
            result = measure(frontend, options)
        except BenchError as error:
            print(f"{name}: {error}", file=sys.stderr)
            failed = True
            continue
        print("\n".join(_lines(frontend, result, options)), flush=True)
    return 1 if failed else 0


def measure(frontend: Frontend, options: run.Options) -> Result:
    """One frontend as it was, as fixer leaves it, and as the compiler's own rename does."""
    source = corpus.checkout(frontend, options.sources)
    workspace = prepare(frontend, source, options.work, install=options.install)
    workspace.restore()
    truth = truth_of(frontend, workspace, seed=options.seed, limit=options.pairs * 3)
    asked = quick.asked_of(truth, frontend, workspace, options)
    before = compiled({}, frontend, workspace)
    renamed = _new(before, compiled(_renamed(asked, workspace), frontend, workspace))
    workspace.reset()
    flags = ("--fix", "-q", *(("--unsafe-fixes",) if options.unsafe else ()))
    run.checked(asked.binding.document, frontend, workspace, options, *flags)
    texts = {name: (workspace.scratch / name).read_bytes() for name in workspace.changed()}
    left = _new(before, compiled(texts, frontend, workspace))
    said = _said(asked, frontend, workspace, options)
    classes = _classed(left, Counter(it.key for it in renamed), said)
    broken = tuple(name for name, text in texts.items() if _is_broken(name, text, workspace))
    return Result(
        len(before),
        len(texts),
        tuple(classes["by rename"]),
        tuple(classes["reported"]),
        tuple(classes["silent"]),
        broken,
    )


def compiled(
    texts: Mapping[str, bytes], frontend: Frontend, workspace: Workspace
) -> tuple[CompilerError, ...]:
    """The compiler's errors with these texts in the tree, or what they were last time."""
    options = {
        "root": str(workspace.tree),
        "folders": frontend.folders,
        "tsconfig": frontend.tsconfig,
        "modules": str(compiler_modules(workspace.home.parent)),
    }
    cached = workspace.home / f"errors-{_digest(options, texts)}.json"
    if not cached.exists():
        cached.write_text(_ask_compiler(options, texts, workspace), "utf-8")
    return tuple(
        CompilerError(it["file"], it["line"], it["endLine"], it["code"], it["message"])
        for it in json.loads(cached.read_text("utf-8"))
    )


def _ask_compiler(options: Json, texts: Mapping[str, bytes], workspace: Workspace) -> str:
    request = workspace.home / "errors.json"
    request.write_text(json.dumps(options), "utf-8")
    kept = {name: (workspace.tree / name).read_bytes() for name in texts}
    command = ["node", "--max-old-space-size=6000", str(SCRIPTS / "errors.mjs"), str(request)]
    try:
        for name, text in texts.items():
            (workspace.tree / name).write_bytes(text)
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    finally:
        for name, text in kept.items():
            (workspace.tree / name).write_bytes(text)
    if done.returncode:
        raise BenchError(f"{workspace.tree}: the compiler's script failed (see above)")
    return done.stdout


def _digest(options: Json, texts: Mapping[str, bytes]) -> str:
    parts = [path.read_bytes() for path in sorted(SCRIPTS.glob("*.mjs"))]
    parts.append(json.dumps(options, sort_keys=True).encode())
    parts += [part for name in sorted(texts) for part in (name.encode(), texts[name])]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]


def _renamed(asked: quick.Asked, workspace: Workspace) -> dict[str, bytes]:
    """The files that the compiler's own rename of all the properties changes."""
    by_file: dict[str, list[Place]] = defaultdict(list)
    for place in asked.whole.places:
        by_file[place.file].append(place)
    texts = {}
    for file, places in by_file.items():
        text = (workspace.tree / file).read_bytes().decode("utf-8")
        bom = len(text) - len(text.removeprefix("\ufeff"))
        for place in sorted(places, reverse=True):
            start, end = place.start + bom, place.end + bom
            old = text[start:end]
            bare = old.strip("\"'`")
            new = old.replace(bare, asked.names.get(bare, bare))
            if place.shorthand:
                new = f"{new}: {old}"
            text = text[:start] + new + text[end:]
        texts[file] = text.encode("utf-8")
    return texts


def _new(
    before: Iterable[CompilerError], after: Iterable[CompilerError]
) -> Iterable[CompilerError]:
    known = Counter(it.key for it in before)
    found = []
    for error in after:
        if known[error.key]:
            known[error.key] -= 1
        else:
            found.append(error)
    return found


def _classed(
    errors: Iterable[CompilerError],
    renamed: Counter[tuple[str, int, str]],
    said: Mapping[str, frozenset[int]],
) -> dict[str, list[CompilerError]]:
    found: dict[str, list[CompilerError]] = defaultdict(list)
    for error in errors:
        lines = range(error.line, error.end_line + 1)
        if not said.get(error.file, frozenset()).isdisjoint(lines):
            found["reported"].append(error)
        elif renamed[error.key]:
            renamed[error.key] -= 1
            found["by rename"].append(error)
        else:
            found["silent"].append(error)
    return found


def _said(
    asked: quick.Asked, frontend: Frontend, workspace: Workspace, options: run.Options
) -> dict[str, frozenset[int]]:
    """The lines, by file, of which fixer still says something after its fixes."""
    flags = ("--output-format", "json")
    done = run.checked(asked.binding.document, frontend, workspace, options, *flags)
    lines: dict[str, set[int]] = defaultdict(set)
    for item in json.loads(done.stdout or "[]"):
        name = Path(item["filename"])
        file = name.relative_to(workspace.scratch) if name.is_absolute() else name
        rows = range(item["location"]["row"], item["end_location"]["row"] + 1)
        lines[file.as_posix()].update(rows)
    return {file: frozenset(rows) for file, rows in lines.items()}


def _is_broken(name: str, text: bytes, workspace: Workspace) -> bool:
    before = (workspace.tree / name).read_text("utf-8-sig")
    return syntax.errors(name, text.decode("utf-8-sig")) > syntax.errors(name, before)


def _lines(frontend: Frontend, result: Result, options: run.Options) -> Iterator[str]:
    mode = "unsafe" if options.unsafe else "safe"
    classes = (
        ("silent", result.silent),
        ("reported", result.reported),
        ("by rename", result.by_rename),
    )
    counts = ", ".join(f"{len(errors)} {name}" for name, errors in classes)
    yield f"{frontend.name} ({mode}, {result.changed} files): {result.before} errors before;"
    yield f"  new: {counts}"
    for name in result.broken:
        yield f"  parses worse: {name}"
    for name, errors in classes:
        for error in errors:
            yield f"  {name}: {error.file}:{error.line}: {error.code}: {error.message[:400]}"


if __name__ == "__main__":
    sys.exit(main())
