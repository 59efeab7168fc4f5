"""`bench/corpus.toml` → the real frontends to measure on, and where their checkouts stand."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(__file__).parent


class BenchError(Exception):
    """A wrong argument or a checkout that isn't there; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Frontend:
    """One pinned frontend. Folders are relative to the checkout's root.

    `folders`: what is checked, and whose files the compiler is given. `wire`: how the backend
    spells a property that the types call `dueDate`: "same", or "snake" where the client
    converts. `envelope`: the key that the client unwraps. `openapi`: the repository's own
    document, when it has one that names its schemas as the types are named.
    """

    name: str
    commit: str
    stack: str
    folders: tuple[str, ...]
    tsconfig: str
    install: str = "."
    wire: str = "same"
    envelope: str | None = None
    openapi: str | None = None
    accuracy: bool = True

    @property
    def slug(self) -> str:
        return self.name.replace("/", "+")


def load(path: Path = BENCH / "corpus.toml") -> tuple[Frontend, ...]:
    """All frontends of the corpus file, in its order."""
    table = tomllib.loads(path.read_text("utf-8"))
    return tuple(
        Frontend(**{**entry, "folders": tuple(entry["folders"])}) for entry in table["frontend"]
    )


def named(name: str, corpus: tuple[Frontend, ...]) -> Frontend:
    """The frontend whose name ends with `name` (`abacus` is enough); BenchError if not one."""
    found = [it for it in corpus if name in (it.name, it.slug, it.name.split("/")[-1])]
    if len(found) != 1:
        known = ", ".join(it.name for it in corpus)
        raise BenchError(f"{name}: not one frontend of corpus.toml ({known})")
    return found[0]


def checkout(frontend: Frontend, sources: Path) -> Path:
    """The folder of the pristine checkout below `sources`; BenchError if it isn't there."""
    folder = sources / frontend.slug
    if not folder.is_dir():
        raise BenchError(
            f"{folder} is missing: check out {frontend.name} at {frontend.commit} there"
        )
    return folder
