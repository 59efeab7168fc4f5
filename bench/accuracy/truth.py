"""The compiler's answers for one frontend: client calls, schemas of their types, rename places."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.accuracy.workspace import Workspace, compiler_modules
from bench.corpus import BenchError, Frontend

SCRIPTS = Path(__file__).parent / "compiler"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A name in a file; `start` and `end` are offsets in code points.

    `shorthand`: the compiler writes `new: old` here.
    """

    file: str
    start: int
    end: int
    shorthand: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Root:
    """A client call whose response has a known type. Lines are 1-based and inclusive.

    `kind`: generic argument, cast, return annotation, mapped (`…FromJSON`), inherited (a generic
    base class's call seen from a subclass), or RTK Query endpoint.
    """

    kind: str
    file: str
    line: int
    end_line: int
    function_line: int
    function_end_line: int
    function: str
    class_: str
    subclass_file: str | None
    schema: Json


@dataclass(frozen=True, slots=True)
class Property:
    """A declared property. `key`: its declaration, `components`: the schemas it stands in."""

    key: str
    name: str
    owner: str
    components: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renames:
    """What the compiler says of one property.

    `places`: what it renames. `unknown`: accesses of that name on a receiver of type any.
    `keys`: string literals that types prove to be the key, which the compiler leaves.
    """

    property: Property
    places: frozenset[Place]
    unknown: frozenset[Place]
    keys: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Truth:
    typescript: str
    files: int
    rename_seconds: float
    roots: tuple[Root, ...]
    components: Mapping[str, Json]
    declared: Mapping[str, Property]
    renames: tuple[Renames, ...]
    refused: tuple[tuple[str, str], ...]


def truth_of(frontend: Frontend, workspace: Workspace, *, seed: int, limit: int) -> Truth:
    """Asks the compiler, or reads what it said last time for the same scripts and sample."""
    options = {
        "root": str(workspace.tree),
        "folders": frontend.folders,
        "tsconfig": frontend.tsconfig,
        "modules": str(compiler_modules(workspace.home.parent)),
        "seed": seed,
        "limit": limit,
    }
    cached = workspace.home / f"truth-{_digest(options)}.json"
    if not cached.exists():
        cached.write_text(_ask_compiler(options, workspace), "utf-8")
    return _read(json.loads(cached.read_text("utf-8")), workspace.tree)


def _ask_compiler(options: Json, workspace: Workspace) -> str:
    request = workspace.home / "compiler.json"
    request.write_text(json.dumps(options), "utf-8")
    command = ["node", "--max-old-space-size=6000", str(SCRIPTS / "main.mjs"), str(request)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise BenchError(f"{workspace.tree}: the compiler's script failed (see above)")
    return done.stdout


def _digest(options: Json) -> str:
    parts = [path.read_bytes() for path in sorted(SCRIPTS.glob("*.mjs"))]
    parts.append(json.dumps(options, sort_keys=True).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]


def _read(data: Json, tree: Path) -> Truth:
    texts: dict[str, _Offsets] = {}

    def places(items: list[Json]) -> frozenset[Place]:
        found = []
        for item in items:
            file = item["file"]
            offsets = texts.get(file)
            if offsets is None:
                offsets = texts[file] = _Offsets((tree / file).read_text("utf-8-sig"))
            start, end = offsets.point(item["start"]), offsets.point(item["end"])
            found.append(Place(file, start, end, item["shorthand"]))
        return frozenset(found)

    renames = tuple(
        Renames(_property(it), places(it["places"]), places(it["unknown"]), places(it["keys"]))
        for it in data["properties"]
        if "places" in it
    )
    return Truth(
        typescript=data["typescript"],
        files=data["files"],
        rename_seconds=data["renameSeconds"],
        roots=tuple(_root(it) for it in data["roots"]),
        components=data["components"],
        declared={it["key"]: _property(it) for it in data["declared"]},
        renames=renames,
        refused=tuple((it["key"], it["refused"]) for it in data["properties"] if "refused" in it),
    )


def _property(item: Json) -> Property:
    return Property(item["key"], item["name"], item["owner"], tuple(item["components"]))


def _root(item: Json) -> Root:
    return Root(
        kind=item["kind"],
        file=item["file"],
        line=item["line"],
        end_line=item["endLine"],
        function_line=item["functionLine"],
        function_end_line=item["functionEndLine"],
        function=item["function"],
        class_=item["class"],
        subclass_file=item.get("subclassFile"),
        schema=item["schema"],
    )


class _Offsets:
    """UTF-16 offsets → code point offsets of one text."""

    def __init__(self, text: str) -> None:
        self._wide = [index for index, char in enumerate(text) if ord(char) > 0xFFFF]

    def point(self, unit: int) -> int:
        passed = 0
        for index in self._wide:
            if index + passed >= unit:
                break
            passed += 1
        return unit - passed
