"""A frontend without a parser, for tests of the runner: a fact is a word at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fixer.diagnostics import Finding, Severity, Span
from fixer.rule import Check, LoadedRule, Rule
from fixer.run.project import Counts, Texts

ROOT = Path("/project")
COMMENT = re.compile(rb"//[^\n]*|/\*.*?\*/|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Words:
    """The facts of one file: its text."""

    path: Path
    text: bytes

    def spans(self, word: bytes) -> Iterator[Span]:
        return (Span(*match.span()) for match in re.finditer(re.escape(word), self.text))


@dataclass
class FakeProject:
    texts: Mapping[Path, bytes]
    counts: Counts = field(default_factory=Counts)

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(sorted(self.texts))

    def source(self, path: Path) -> bytes:
        if path not in self.texts:
            raise FileNotFoundError(path)
        return self.texts[path]

    def is_test(self, path: Path) -> bool:
        return ".test." in path.name

    def comments(self, path: Path) -> Iterable[Span]:
        return [Span(*match.span()) for match in COMMENT.finditer(self.texts[path])]

    def facts(self, path: Path) -> Words:
        if b"unreadable" in self.texts[path]:
            raise RecursionError("too deep")
        self.counts += Counts(parsed=1)
        return Words(path, self.texts[path])

    def count_errors(self, path: Path, text: bytes) -> int:
        return text.count(b"!")


@dataclass(frozen=True)
class Fake:
    """Opens a FakeProject over `files`."""

    files: Mapping[Path, bytes]

    def __call__(self, texts: Texts) -> FakeProject:
        return FakeProject({**self.files, **texts})


def opening(files: Mapping[str, str]) -> Fake:
    return Fake({ROOT / name: text.encode() for name, text in files.items()})


def rule(id: str, check: Callable[[Words], Iterable[Finding]], **options: object) -> LoadedRule:
    # The facts are words here: what a rule of a test makes of them is the test's own affair.
    described = Rule(id=id, severity=Severity.ERROR, **options)  # type: ignore[arg-type]
    checked: Check = check  # type: ignore[assignment]
    return LoadedRule(described, checked, None, Path(f"{id}.py"), Path(f"{id}.md"))
