"""A seed → a frontend of thousands of files and its contract, of which few files touch the API.

python -m bench.speed.generate DIR [--files 3500] [--megabytes 10] [--seed 1]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

SHARES = {"component": 58, "helper": 18, "test": 10, "type": 6, "page": 5, "service": 3}
"""Of a hundred files; only the last two, and the types that services import, touch the API."""

RESOURCES = [
    "invoice",
    "member",
    "plan",
    "usage",
    "credit",
    "project",
    "report",
    "webhook",
    "token",
    "domain",
]
WORDS = [
    "table",
    "panel",
    "header",
    "footer",
    "banner",
    "badge",
    "avatar",
    "wizard",
    "toast",
    "modal",
    "drawer",
    "chart",
    "legend",
    "filter",
    "search",
    "upload",
    "preview",
    "timeline",
    "calendar",
    "gallery",
    "editor",
    "toolbar",
    "sidebar",
    "breadcrumb",
    "stepper",
]
FIELDS = [
    "name",
    "status",
    "total",
    "created_at",
    "updated_at",
    "owner_id",
    "currency",
    "seats",
    "note",
    "region",
]


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: the frontend's folder, its contract, files and bytes."""

    root: Path
    contract: Path
    files: int
    bytes: int


def generate(root: Path, *, files: int = 3500, megabytes: float = 10, seed: int = 1) -> Made:
    """Writes the frontend below `root`; the same numbers give the same bytes."""
    chance = random.Random(seed)
    size = int(megabytes * 1_000_000 / files)
    written = 0
    kinds = chance.choices(list(SHARES), weights=list(SHARES.values()), k=files)
    for number, kind in enumerate(kinds):
        name, text = MAKERS[kind](number, chance, int(size * chance.uniform(0.4, 1.6)))
        path = root / "src" / f"feature{number % 90:02}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        written += len(text.encode())
    (root / "src" / "client.ts").write_text(CLIENT, "utf-8")
    (root / "tsconfig.json").write_text(json.dumps({"compilerOptions": {"jsx": "react-jsx"}}))
    contract = root / "contract.json"
    contract.write_text(json.dumps(_contract(), indent=1), "utf-8")
    return Made(root, contract, files + 1, written + len(CLIENT))


CLIENT = """export async function request<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/api${path}`, init);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
"""


def _service(number: int, chance: random.Random, size: int) -> tuple[str, str]:
    resource = RESOURCES[number % len(RESOURCES)]
    shape = f"{resource.title()}{number}"
    fields = "\n".join(f"  {name}: string;" for name in FIELDS)
    text = (
        f'import {{ request }} from "../client";\n\nexport interface {shape} {{\n  id: number;\n'
        f"  balance: number;\n{fields}\n}}\n\n"
        f"export const list{shape} = () => request<{shape}[]>(`/v1/{resource}s/`);\n"
        f"export const get{shape} = (id: number) => request<{shape}>(`/v1/{resource}s/${{id}}/`);\n"
    )
    return f"{resource}{number}.api.ts", text + _filler(chance, size - len(text))


def _page(number: int, chance: random.Random, size: int) -> tuple[str, str]:
    resource = RESOURCES[number % len(RESOURCES)]
    name = f"{resource.title()}Page{number}"
    text = (
        f'import {{ useEffect, useState }} from "react";\n'
        f'import {{ request }} from "../client";\n\n'
        f"interface Row {{\n  id: number;\n  balance: number;\n  name: string;\n}}\n\n"
        f"export function {name}() {{\n  const [rows, setRows] = useState<Row[]>([]);\n"
        f"  useEffect(() => {{\n"
        f"    request<Row[]>(`/v1/{resource}s/`).then(setRows);\n  }}, []);\n"
        f"  const total = rows.reduce((sum, row) => sum + row.balance, 0);\n"
        f"  return (\n    <ul title={{String(total)}}>\n"
        f"      {{rows.map((row) => (\n"
        f"        <li key={{row.id}}>{{row.name}}: {{row.balance}}</li>\n"
        f"      ))}}\n    </ul>\n  );\n}}\n\n"
    )
    return f"{name}.tsx", text + _filler(chance, size - len(text))


def _component(number: int, chance: random.Random, size: int) -> tuple[str, str]:
    word = chance.choice(WORDS).title()
    name = f"{word}{number}"
    style = "balance" if chance.random() < 0.03 else "wrap"
    head = (
        f'import {{ useMemo, useState }} from "react";\n\n'
        f"export interface {name}Props {{\n  label: string;\n  items: string[];\n"
        f"  onChange?: (value: string) => void;\n}}\n\n"
        f"export function {name}({{ label, items, onChange }}: {name}Props) {{\n"
        f"  const [open, setOpen] = useState(false);\n"
        f"  const sorted = useMemo(() => [...items].sort(), [items]);\n"
        f'  return (\n    <section style={{{{ textWrap: "{style}" }}}}>\n'
        f"      <button onClick={{() => setOpen(!open)}}>{{label}}</button>\n"
    )
    rows: list[str] = []
    while sum(map(len, rows)) < size - len(head) - 120:
        text = " ".join(chance.choices(WORDS, k=9))
        rows.append(
            f'      <p className="{chance.choice(WORDS)}" data-id="{chance.randrange(10**6)}">'
            f"{text}</p>\n"
        )
    tail = (
        "      {open && sorted.map((item) => (\n"
        "        <span key={item} onClick={() => onChange?.(item)}>{item}</span>\n"
        "      ))}\n    </section>\n  );\n}\n"
    )
    return f"{name}.tsx", head + "".join(rows) + tail


def _helper(number: int, chance: random.Random, size: int) -> tuple[str, str]:
    return f"helper{number}.ts", _filler(chance, size)


def _type(number: int, chance: random.Random, size: int) -> tuple[str, str]:
    parts: list[str] = []
    while sum(map(len, parts)) < size:
        name = f"{chance.choice(WORDS).title()}State{chance.randrange(10**6)}"
        members = "".join(f"  {it}?: string;\n" for it in chance.sample(WORDS, 8))
        parts.append(f"export interface {name} {{\n{members}}}\n\n")
    return f"types{number}.ts", "".join(parts)


def _test(number: int, chance: random.Random, size: int) -> tuple[str, str]:
    parts: list[str] = ['import { describe, expect, it } from "vitest";\n\n']
    while sum(map(len, parts)) < size:
        left, right = chance.randrange(1000), chance.randrange(1000)
        parts.append(
            f'describe("{chance.choice(WORDS)} {left}", () => {{\n  it("adds {right}", () => {{\n'
            f"    expect({left} + {right}).toBe({left + right});\n  }});\n}});\n\n"
        )
    return f"helper{number}.test.ts", "".join(parts)


def _filler(chance: random.Random, size: int) -> str:
    parts: list[str] = []
    while sum(map(len, parts)) < size:
        word = chance.choice(WORDS)
        mark = chance.randrange(10**6)
        member = "account.balance" if chance.random() < 0.01 else f"account.{chance.choice(WORDS)}"
        parts.append(
            f"export function {word}{mark}(account: Record<string, number>, scale = {mark % 97})"
            f" {{\n"
            f"  const list = Object.entries(account).filter(([, value]) => value > scale);\n"
            f"  if (list.length === 0) return {member} ?? 0;\n"
            f"  return list.map(([key, value]) => key.length + value * scale)"
            f".reduce((sum, value) => sum + value, 0);\n}}\n\n"
        )
    return "".join(parts)


MAKERS = {
    "component": _component,
    "helper": _helper,
    "test": _test,
    "type": _type,
    "page": _page,
    "service": _service,
}


def _contract() -> dict[str, object]:
    fields = {name: {"type": "string"} for name in FIELDS}
    number = {"type": "integer"}
    properties = {"id": number, "credits": {**number, "x-renamed-from": "balance"}, **fields}
    schema = {"type": "object", "required": list(properties), "properties": properties}
    reference = {"$ref": "#/components/schemas/Resource"}
    listed = {"type": "array", "items": reference}
    paths: dict[str, object] = {}
    for resource in RESOURCES:
        paths[f"/api/v1/{resource}s/"] = {"get": _operation(listed)}
        one = {"name": "id", "in": "path", "required": True, "schema": number}
        paths[f"/api/v1/{resource}s/{{id}}/"] = {"parameters": [one], "get": _operation(reference)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "speed", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Resource": schema}},
    }


def _operation(schema: object) -> dict[str, object]:
    return {
        "responses": {
            "200": {"description": "OK", "content": {"application/json": {"schema": schema}}}
        }
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.speed.generate", description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--files", type=int, default=3500)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.dir.exists() and any(given.dir.iterdir()):
        print(f"{given.dir} is not empty: give a new folder", file=sys.stderr)
        return 2
    made = generate(given.dir, files=given.files, megabytes=given.megabytes, seed=given.seed)
    print(f"{made.root}: {made.files} files, {made.bytes / 1e6:.1f} MB, {made.contract.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
