"""A reference's checklist lines, their lost blanks put back, with what each is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fixer.contract.model import ChecklistItem, Location, Operation
from fixer.contract.reference.draft import Draft, ItemDraft
from fixer.contract.reference.shapes import property_names

_FILE = re.compile(r"[\w./-]*\w\.(?:tsx?|jsx?|vue|svelte|py)(?![\w/])")
_GLUED_FILE = re.compile(r"(?<![\w/.])([\w./-]*\w\.(?:tsx|ts|jsx|js|vue|svelte|py))(?=[a-z])")
_WORD = re.compile(r"[\w./{}-]*[\w/}]")


def checklist(
    draft: Draft, operations: tuple[Operation, ...], source: str
) -> tuple[ChecklistItem, ...]:
    """The items in order, each with the pages, files, paths and fields that it mentions."""
    vocabulary = _Vocabulary(draft, operations)
    return tuple(vocabulary.item(item, source) for item in draft.items)


class _Vocabulary:
    """The names that the rest of the document defines."""

    def __init__(self, draft: Draft, operations: tuple[Operation, ...]) -> None:
        self.pages = {page.name: {f.path for f in page.fields} for page in draft.pages}
        self.paths = {op.path for op in operations}
        self.fields = {
            name for op in operations for s in (op.response, op.body) for name in property_names(s)
        }
        self.coded = sorted((n for n in self.fields if "_" in n), key=len, reverse=True)

    def item(self, item: ItemDraft, source: str) -> ChecklistItem:
        text = _WORD.sub(lambda m: self.unglued(m[0]), _GLUED_FILE.sub(r"\1 ", item.text))
        text = re.sub(r",(?=\w)", ", ", text)
        mentions = tuple(dict.fromkeys(self.mentions(text)))
        return ChecklistItem(text, mentions, Location(source, item.line))

    def unglued(self, word: str) -> str:
        """`date_joinedfield` -> `date_joined field`: code marks were all that parted them."""
        if word in self.fields:
            return word
        for name in self.coded:
            if word.startswith(name) and word[len(name) :].isalpha():
                return f"{name} {word[len(name) :]}"
        return word

    def mentions(self, text: str) -> Iterator[str]:
        words = _WORD.findall(text)
        of_pages = {f for page in words for f in self.pages.get(page, ())}
        for word in words:
            if (
                word in self.pages
                or word in self.paths
                or _FILE.fullmatch(word)
                or (word in self.fields and ("_" in word or word in of_pages))
            ):
                yield word
            elif "-" in word:
                yield from (p for p in self.paths if p.rstrip("/").endswith("/" + word))
