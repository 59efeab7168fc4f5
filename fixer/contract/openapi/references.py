"""`$ref`s, inside a document and across files, into the values that they lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from fixer.contract.errors import ContractError
from fixer.contract.model import Location
from fixer.contract.openapi.document import Table, Value, is_swagger, is_table, parse

# Longer chains of references to references are circular.
_MAX_CHAIN = 32


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One file of a specification; `source` is how locations name it."""

    path: Path | None
    source: str
    root: Value

    def location(self, line: int) -> Location:
        """A line of this file."""
        return Location(self.source, line)


@dataclass(frozen=True, slots=True)
class Place:
    """A value with the document that it stands in; `pointer` where a reference led there."""

    value: Value
    document: Document
    pointer: str = ""

    @property
    def table(self) -> Table:
        """The value if it is a mapping, else an empty one."""
        return self.value if is_table(self.value) else Table()

    def inner(self, value: Value) -> Place:
        """A value inside of this one."""
        return Place(value, self.document)


class References:
    """Follows references from a root document; reads each other file once.

    `read` gives a file's text (and may remember that it was asked); OSError means there is none.
    """

    def __init__(self, root: Document, read: Callable[[Path], str]) -> None:
        self.root = root
        self._read = read
        self._documents: dict[Path, Document | None] = {}
        if root.path:
            self._documents[root.path.resolve()] = root

    @property
    def is_swagger(self) -> bool:
        """Whether the specification, with all of its files, is of version 2."""
        return is_swagger(self.root.root)

    def follow(self, place: Place) -> Place | None:
        """Where the chain of `$ref`s from `place` ends; None if it leads nowhere."""
        for _ in range(_MAX_CHAIN):
            if not is_table(place.value):
                return place
            reference = place.value.get("$ref")
            if not isinstance(reference, str):
                return place
            target = self.target(reference, place.document)
            if target is None:
                return None
            place = target
        return None

    def target(self, reference: str, document: Document) -> Place | None:
        """The place that one `$ref` names; None for remote ones and those that lead nowhere."""
        file, _, pointer = reference.partition("#")
        into = self._document(file, document) if file else document
        if into is None:
            return None
        found = _at(pointer, into)
        if found is None and not file and into is not self.root:
            # Tools that bundle put a part in its place before they follow what it names.
            found = _at(pointer, self.root)
        return found

    def _document(self, file: str, beside: Document) -> Document | None:
        if "://" in file or beside.path is None:
            return None
        path = (beside.path.parent / unquote(file)).resolve()
        if path not in self._documents:
            self._documents[path] = self._open(path, file, beside)
        return self._documents[path]

    def _open(self, path: Path, file: str, beside: Document) -> Document | None:
        source = str(Path(beside.source).parent / unquote(file))
        try:
            text = self._read(path)
        except OSError:
            return None
        except UnicodeDecodeError:
            raise ContractError("not UTF-8; save it as UTF-8", Location(source, 0)) from None
        return Document(path, source, parse(text, source))


def _at(pointer: str, document: Document) -> Place | None:
    value = document.root
    for step in pointer.split("/")[1:]:
        name = unquote(step).replace("~1", "/").replace("~0", "~")
        if is_table(value) and name in value:
            value = value[name]
        elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return Place(value, document, pointer)
