"""A page beside an API of logs, of which the contract calls `size` `bytes` now."""

from __future__ import annotations

from pathlib import Path

from fixer.config import Settings
from fixer.contract.model import Contract, Kind, Operation, Property, Schema
from fixer.facts.fields import FieldUse
from fixer.facts.frontend import Frontend
from fixer.program.program import Program

API = """
export interface Log { id: number; size: number; title: string }
export async function load(): Promise<Log[]> { return (await fetch('/logs/')).json() }
"""


NUMBER = Schema(Kind.INTEGER)


def uses(folder: Path, text: str, *, api: str = API) -> list[FieldUse]:
    """The wrong names of the page's text beside the types of the API."""
    (folder / "api.ts").write_text(api, "utf-8")
    (folder / "page.tsx").write_text(f"import {{ load, type Log }} from './api'\n{text}", "utf-8")
    logs = listing("/logs/", Property("bytes", NUMBER, legacy_names=("size",)))
    contract = Contract("contract.md", (logs, listing("/shoes/", Property("size", NUMBER))))
    opened = Frontend(Settings(folder), contract, Program(folder))
    return list(opened.fields.uses(folder / "page.tsx"))


def listing(path: str, size: Property) -> Operation:
    """An operation that answers with rows of a `size`."""
    properties = (Property("id", NUMBER), size, Property("title", Schema(Kind.STRING)))
    rows = Schema(Kind.ARRAY, items=Schema(Kind.OBJECT, properties=properties))
    return Operation("GET", path, response=rows)


def owners(found: list[FieldUse]) -> list[str]:
    """What has the wrong names, by name."""
    return sorted({use.owner for use in found})
