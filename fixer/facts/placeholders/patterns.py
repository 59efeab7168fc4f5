"""`placeholders.toml` becomes questions about words: is this name, comment or text one of fakes?"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from fixer.contract.wording import tokens, words_in
from fixer.facts.placeholders.gate import Needles


@dataclass(frozen=True, slots=True)
class Patterns:
    """What fake data looks like; all words in lower case."""

    name_marks: frozenset[str]
    name_nouns: frozenset[str]
    name_unless: frozenset[str]
    name_asks: frozenset[str]
    folder_marks: frozenset[str]
    folder_likely: frozenset[str]
    test_packages: tuple[str, ...]
    test_folders: frozenset[str]
    test_names: frozenset[str]
    test_helpers: frozenset[str]
    comment: re.Pattern[str]
    comment_unless: re.Pattern[str]
    shown: re.Pattern[str]
    values: tuple[str, ...]
    state_calls: Mapping[str, frozenset[str]]
    state_globals: frozenset[str]
    store_calls: Mapping[str, frozenset[str]]
    store_keys: tuple[str, ...]
    random_functions: frozenset[str]
    random_namespaces: frozenset[str]
    random_quantities: frozenset[str]
    random_exempt: frozenset[str]
    timers: frozenset[str]
    delays: frozenset[str]
    needles: Needles
    test_quotes: tuple[bytes, ...]

    def beside(self, resources: frozenset[str]) -> Patterns:
        """The patterns of an API that has such resources: to a laboratory samples are data."""
        own = resources | {f"{word}s" for word in resources}
        own |= {word.removesuffix("s") for word in resources}
        return replace(
            self,
            name_marks=self.name_marks - own,
            folder_marks=self.folder_marks - own,
            folder_likely=self.folder_likely - own,
        )

    def marks(self, name: str) -> bool:
        """Whether a name says that what it holds is fake: `MOCK_USERS`, `demoPackages`."""
        parts = tokens(name)
        if self.name_marks.isdisjoint(parts) or not self.name_unless.isdisjoint(parts):
            return False
        *before, last = words_in(name)
        if before and before[0] in self.name_asks:
            return False
        is_text = bool(before) and last in self.name_nouns
        return not is_text or not self.name_marks.isdisjoint(before)

    def marks_file(self, stem: str) -> bool:
        """As `marks`, for a file: `PlaceholderButton` is a part of a page, no data."""
        name = stem.replace("-", "_")
        return self.marks(name) and bool((tokens(name) & self.name_marks) - self.name_nouns)

    def is_fake_folder(self, part: str) -> bool:
        """Whether a folder or file of this name (no suffix) holds fakes: `mocks`, `mock-data`."""
        return part.lower() in self.folder_marks or part.lower().endswith((".mock", ".mocks"))

    def is_likely_folder(self, part: str) -> bool:
        """Whether it may: `fixtures`."""
        return part.lower() in self.folder_likely

    def is_test_package(self, specifier: str) -> bool:
        """Whether only test code imports this package."""
        return any(specifier == p or specifier.startswith(f"{p}/") for p in self.test_packages)

    def may_import_tests(self, data: bytes) -> bool:
        """Whether a file writes the name of a package that only test code imports."""
        return any(p in data for p in self.test_quotes)

    def is_test_path(self, path: PurePath) -> bool:
        """Whether a file is there for tests: `src/setupTests.ts`, `testConfig/x.ts`, `msw/x.ts`.

        `path` is relative.
        """
        if not self.test_folders.isdisjoint(part.lower() for part in path.parts[:-1]):
            return True
        if not self.test_names.isdisjoint(tokens(path.name)):
            return True
        found = (tokens(part) for part in path.parts)
        return any(
            not self.test_helpers.isdisjoint(part) and not part.isdisjoint(("test", "tests"))
            for part in found
        )

    def comment_marks(self, comment: str) -> str | None:
        """The words by which a comment says that something is fake; None: it doesn't."""
        plain = " ".join(comment.split())
        found = self.comment.search(plain)
        if found is None or self.comment_unless.search(plain):
            return None
        return found.group(0)

    def text_marks(self, shown: str) -> str | None:
        """The words by which a shown text stands in for data; None: it doesn't."""
        found = self.shown.search(" ".join(shown.split()))
        return found.group(0) if found else None

    def looks_fake(self, value: str) -> bool:
        """Whether a string is one that only fake records hold: `jane@example.com`."""
        lowered = value.lower()
        return any(part in lowered for part in self.values)

    def is_random(self, callee: str) -> bool:
        """Whether a callee as written makes data up: `Math.random`, `faker.person.name`."""
        return callee in self.random_functions or callee.split(".", 1)[0] in self.random_namespaces


@cache
@cache
def load_patterns(path: Path) -> Patterns:
    """The patterns of one file. Raises OSError, TOMLDecodeError and KeyError as they come."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    names, folders, testing = data["names"], data["folders"], data["testing"]
    random, comments = data["random"], data["comments"]
    return Patterns(
        name_marks=frozenset(names["marks"]),
        name_nouns=frozenset(names["nouns"]),
        name_unless=frozenset(names["unless"]),
        name_asks=frozenset(names["asks"]),
        folder_marks=frozenset(folders["marks"]),
        folder_likely=frozenset(folders["likely"]),
        test_packages=tuple(testing["packages"]),
        test_folders=frozenset(testing["folders"]),
        test_names=frozenset(testing["names"]),
        test_helpers=frozenset(testing["helpers"]),
        comment=_phrases(comments["phrases"]),
        comment_unless=_phrases(comments["unless"]),
        shown=re.compile(rf"(?:{_phrases(data['text']['phrases']).pattern})[.!…\s]*$", re.I),
        values=tuple(data["values"]["parts"]),
        state_calls=_sets(data["state"]["calls"]),
        state_globals=frozenset(data["state"]["global"]["names"]),
        store_calls=_sets(data["stores"]["calls"]),
        store_keys=tuple(data["stores"]["keys"]),
        random_functions=frozenset(random["functions"]),
        random_namespaces=frozenset(random["namespaces"]),
        random_quantities=frozenset(random["quantities"]),
        random_exempt=frozenset(random["exempt"]),
        timers=frozenset(data["timers"]["functions"]),
        delays=frozenset(data["timers"]["delays"]),
        needles=_needles(data),
        test_quotes=tuple(p.encode() for p in testing["packages"]),
    )


def _needles(data: Mapping[str, Any]) -> Needles:
    return Needles(
        names=data["names"]["marks"],
        folders=(*data["folders"]["marks"], *data["folders"]["likely"], *data["names"]["marks"]),
        comments=data["comments"]["phrases"],
        texts=data["text"]["phrases"],
        values=data["values"]["parts"],
        random=(*data["random"]["functions"], *(f"{n}." for n in data["random"]["namespaces"])),
        timers=data["timers"]["functions"],
        state={
            n for t in (data["state"], data["stores"]) for ns in t["calls"].values() for n in ns
        },
    )


def _sets(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {package: frozenset(names) for package, names in table.items()}


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(_phrase(p) for p in phrases), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """A phrase of whole words; `*` is up to three words, anything but a letter parts two."""
    between = r"[^\w]+"
    pattern = ""
    for word in phrase.split():
        if word == "*":
            pattern += r"(?:[^\w]+\w+(?:['-]\w+)*){0,3}?"
        else:
            pattern += (between if pattern else "") + re.escape(word)
    return rf"(?<!\w){pattern}(?!\w)"
