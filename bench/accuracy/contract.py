"""Client calls with the types of their responses → the OpenAPI document that describes them."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import corpus
from bench.accuracy.truth import Json, Property, Root, Truth
from bench.corpus import BenchError
from fixer.config import Settings
from fixer.contract.model import Contract
from fixer.facts.frontend import Frontend
from fixer.program.calls import Finder
from fixer.program.program import Program

REFERENCE = "#/components/schemas/"
SNAKE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class ListedCall:
    """A call that `fixer calls` lists. `line` is 1-based; `path` has `{}` for a hole."""

    file: str
    line: int
    method: str
    path: str
    function: str


@dataclass(frozen=True, slots=True)
class Binding:
    """The contract of a frontend before anything is renamed, and what became of each root."""

    document: Json
    components: frozenset[str]
    bound: int
    unbound: tuple[Root, ...] = field(default=())


def listed_calls(fixer: Path, root: Path, folders: Iterable[str]) -> tuple[ListedCall, ...]:
    """What `fixer calls` says of the folders; the contract given to it has one operation only."""
    contract = root.parent / "calls-contract.json"
    contract.write_text(json.dumps(_document({"/": {"get": _operation({})}}, {})), "utf-8")
    command = [str(fixer), "calls", *folders, "--contract", str(contract)]
    command += ["--output-format", "json"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode > 1 or not done.stdout.strip():
        raise BenchError(f"fixer calls failed in {root}: {done.stderr.strip()[-600:]}")
    return tuple(_listed(item, root) for item in json.loads(done.stdout) if item["path"])


def _listed(item: Mapping[str, Any], root: Path) -> ListedCall:
    name = Path(item["filename"])
    file = name.relative_to(root) if name.is_absolute() else name
    method = (item["method"] or "GET").upper()
    return ListedCall(file.as_posix(), item["row"], method, item["path"], item["function"] or "")


def outermost_calls(root: Path) -> tuple[ListedCall, ...]:
    """The calls at the outermost place that says something of the URL, whatever a contract has.

    Beside a contract without paths the place is the base class, where its field begins the path.
    """
    frontend = Frontend(Settings(root), Contract("none"), Program(root))
    return tuple(
        ListedCall(
            file=call.module.path.relative_to(root).as_posix(),
            line=call.node.start_point[0] + 1,
            method=method,
            path=url.template,
            function=call.function or "",
        )
        for call in Finder(frontend.program, frontend.clients).requests
        for url in call.urls
        for method in call.methods or ("GET",)
    )


def bind(
    truth: Truth,
    calls: tuple[ListedCall, ...],
    frontend: corpus.Frontend,
    further: Callable[[], tuple[ListedCall, ...]] = tuple,
) -> Binding:
    """Gives every operation that a root's call reaches the schema of the root's type.

    `further`: calls to look among for the roots that none of `calls` is.
    """
    is_known = all(_matching(root, calls) for root in truth.roots)
    others = () if is_known else further()
    paths: dict[str, dict[str, list[Json]]] = {}
    unbound = []
    for root in truth.roots:
        matches = _matching(root, calls) or _matching(root, others)
        if not matches:
            unbound.append(root)
        for call in matches:
            shapes = paths.setdefault(_template(call.path), {}).setdefault(call.method.lower(), [])
            if root.schema not in shapes:
                shapes.append(root.schema)
    operations = {
        path: {method: _operation(_any_of(shapes), frontend) for method, shapes in methods.items()}
        for path, methods in sorted(paths.items())
    }
    components = {name: _on_wire(schema, frontend) for name, schema in truth.components.items()}
    document = _document(operations, components)
    if frontend.envelope:
        document["x-envelope"] = frontend.envelope
    reached = frozenset(_reached(operations, truth.components))
    return Binding(document, reached, len(truth.roots) - len(unbound), tuple(unbound))


def bind_openapi(truth: Truth, path: Path) -> Binding:
    """The repository's own document, its schemas bearing the types' names."""
    document = json.loads(path.read_text("utf-8"))
    schemas = document["components"]["schemas"]
    names = {name for name in truth.components if name in schemas}
    return Binding(document, frozenset(names), len(truth.roots))


def renamed(
    binding: Binding, group: Iterable[Property], new: str, frontend: corpus.Frontend
) -> Json:
    """The document in which each declaration of the group bears the name `new`."""
    document = copy.deepcopy(binding.document)
    for declared in group:
        old = wire_name(declared.name, frontend)
        for component in declared.components:
            schema = document["components"]["schemas"].get(component, {})
            for part in (schema, *schema.get("allOf", ())):
                _rename(part, old, wire_name(new, frontend))
    return document


def new_name(name: str) -> str:
    """A name nothing else bears, spelled the way the old one is."""
    return f"{name}_zq" if "_" in name else f"{name}Zq"


def wire_name(name: str, frontend: corpus.Frontend) -> str:
    """The property's name in the JSON."""
    return SNAKE.sub("_", name).lower() if frontend.wire == "snake" else name


def _rename(schema: Json, old: str, new: str) -> None:
    properties = schema.get("properties", {})
    if old not in properties:
        return
    schema["properties"] = {
        (new if name == old else name): (_legacy(value, old) if name == old else value)
        for name, value in properties.items()
    }
    schema["required"] = [new if name == old else name for name in schema.get("required", [])]


def _legacy(value: Json, old: str) -> Json:
    if "$ref" in value:
        return {"allOf": [value], "x-renamed-from": old}
    return {**value, "x-renamed-from": old}


def _matching(root: Root, calls: tuple[ListedCall, ...]) -> list[ListedCall]:
    """The calls listed at the root, else those in its function, else those of its class."""
    if root.kind == "inherited":
        wanted = {f"{root.class_}.{root.function}"}
        return _distinct([it for it in calls if it.function in wanted])
    here = [it for it in calls if it.file == root.file]
    at_call = [it for it in here if root.line <= it.line <= root.end_line]
    around = [it for it in here if root.function_line <= it.line <= root.function_end_line]
    # One call is listed several times where its base has alternatives.
    is_one = 1 in (len({(it.method, it.path) for it in around}), len({it.line for it in around}))
    found = at_call or (around if is_one else [])
    return _distinct(found or [it for it in here if root.function and it.function == root.function])


def _distinct(calls: list[ListedCall]) -> list[ListedCall]:
    """One a method and template; a template of holes only would match everything."""
    named = [it for it in calls if re.search(r"[A-Za-z]", _template(it.path, hole=""))]
    return list({(it.method, it.path): it for it in named}.values())


def _template(path: str, hole: str = "{p%d}") -> str:
    bare = path.split("?")[0].split("#")[0]
    bare = re.sub(r"^(?:https?://[^/]*|\{\}(?=/))", "", bare)
    count = 0

    def numbered(_match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return hole % count if "%" in hole else hole

    text = re.sub(r"\{[^}]*\}", numbered, bare)
    return text if text.startswith("/") else f"/{text}"


def _any_of(shapes: list[Json]) -> Json:
    return shapes[0] if len(shapes) == 1 else {"anyOf": shapes}


def _operation(schema: Json, frontend: corpus.Frontend | None = None) -> Json:
    if frontend and frontend.envelope:
        members = {"success": {"type": "boolean"}, frontend.envelope: schema}
        required = ["success", frontend.envelope]
        schema = {"type": "object", "required": required, "properties": members}
    body = {"description": "OK", "content": {"application/json": {"schema": schema}}}
    return {"responses": {"200": body}}


def _document(paths: Json, components: Json) -> Json:
    for path, item in paths.items():
        names = re.findall(r"\{(\w+)\}", path)
        if names:
            item["parameters"] = [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                for name in names
            ]
    return {
        "openapi": "3.1.0",
        "info": {"title": "bench", "version": "1"},
        "paths": paths,
        "components": {"schemas": components},
    }


def _on_wire(schema: Json, frontend: corpus.Frontend) -> Json:
    if frontend.wire == "same":
        return schema
    properties = {wire_name(name, frontend): it for name, it in schema["properties"].items()}
    required = [wire_name(name, frontend) for name in schema.get("required", ())]
    return {**schema, "properties": properties, "required": required}


def _reached(operations: Json, components: Mapping[str, Json]) -> set[str]:
    reached: set[str] = set()
    waiting = _references(operations)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting |= _references(components[name])
    return reached


def _references(value: object) -> set[str]:
    found = re.findall(r'"\$ref": "#/components/schemas/([^"]+)"', json.dumps(value))
    return set(found)


def fixer_command() -> Path:
    """The `fixer` beside the Python that runs this."""
    return Path(sys.executable).parent / "fixer"
