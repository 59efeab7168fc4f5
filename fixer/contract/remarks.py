"""What a person notes beside a name (`NOT balance`, `was /v1/x`, `NEW field`) into facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fixer.contract.renames import NAME, is_code, renamings

_METHOD = r"(?:GET|POST|PUT|PATCH|DELETE)\s+"

# `NOT` may be glued to the name where the code marks were lost: `credits(NOTbalance)`.
_FORMER = re.compile(
    r"(?:(?P<emphatic>\bNOT(?:\s+|(?=[`'\"a-z_/]))|\brenamed from\s+|\bformerly:?\s+"
    r"|\b(?:previously|earlier) (?:called|named)\s+|\b(?:old|former|legacy) name:?\s+)"
    r"|\b(?:not|no longer|was|were|previously|earlier|old|legacy):?\s+"
    r"|\b(?:replaces|instead of|rather than|in place of)\s+)"
    r"(?:called\s+|named\s+|the\s+)?" + rf"`?(?P<method>{_METHOD})?" + NAME.format("name")
)
_MORE = re.compile(
    r"\s*(?:,\s*(?:or|nor)?|/|\bor\b|\bnor\b|\band\b)\s*(?:not\s+|NOT\s+)?"
    r"[`'\"]([A-Za-z_]\w*)[`'\"]|\s+(?:or|nor)\s+([A-Za-z_]\w*)"
)
_NEW = re.compile(
    r"\bNEW\b|\bnew\b(?:\s+field)?\s*[).;,]?\s*\Z|\bnew field\b|\bnewly added\b", re.ASCII
)
_MEMBERS = re.compile(
    r"\b(?:array|list|objects?|items?)\b[^:]*?\b(?:with|of|containing)\b:?(?P<names>[^.;()]*)", re.I
)
_OPTIONAL = re.compile(r"\boptional\b|\bmay be (?:absent|missing|omitted)\b|\bnot always\b", re.I)
_NULLABLE = re.compile(r"\bnullable\b|\b(?:can|may|might) be null\b|\bor null\b", re.I)
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
# Words that follow `not`/`was` in plain prose, never a field.
# fmt: off
_PROSE = frozenset((
    "a", "added", "all", "allowed", "always", "an", "any", "at", "authenticated", "available",
    "be", "been", "by", "changed", "empty", "false", "for", "found", "from", "in", "included",
    "it", "its", "less", "more", "needed", "null", "on", "only", "optional", "present",
    "registered", "removed", "required", "returned", "sent", "set", "supported", "that", "the",
    "this", "to", "true", "unique", "used", "valid", "with", "working", "yet", "zero",
))
# fmt: on


@dataclass(frozen=True, slots=True)
class Former:
    """A former name or, with a leading slash, a former path (with its method, if said)."""

    name: str
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a comment says of the name beside it.

    `is_emphatic`: the former names stand behind words that mean nothing else (`renamed from`).
    """

    formers: tuple[Former, ...] = ()
    is_new: bool = False
    members: tuple[str, ...] = ()
    optional: bool = False
    nullable: bool = False
    is_emphatic: bool = False

    @property
    def legacy(self) -> tuple[str, ...]:
        """The former field names (last part of a dotted one)."""
        return tuple(f.name.rpartition(".")[2] for f in self.formers if not f.name.startswith("/"))

    def __bool__(self) -> bool:
        return bool(self.formers or self.is_new or self.members or self.optional or self.nullable)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on `name` (a field, dotted or not, or a path) found in running text."""

    name: str
    remark: Remark


def remark(comment: str) -> Remark:
    """What `comment`, standing beside a name, says of that name."""
    if not comment:
        return Remark()
    formers: list[Former] = []
    is_emphatic = False
    for match in _FORMER.finditer(comment):
        name = match["name"]
        begins = not re.search(r"\w", comment[: match.start()])
        if name.lower() in _PROSE or not (match["emphatic"] or begins or is_code(match, "name")):
            continue
        is_emphatic = is_emphatic or match["emphatic"] is not None
        method = match["method"].strip() if match["method"] else None
        formers.append(Former(name, method))
        end = match.end()
        while more := _MORE.match(comment, end):
            formers.append(Former(more[1] or more[2]))
            end = more.end()
    members = _MEMBERS.search(comment)
    return Remark(
        formers=tuple(dict.fromkeys(formers)),
        is_new=bool(_NEW.search(comment)),
        members=_names(members["names"]) if members else (),
        optional=bool(_OPTIONAL.search(comment)),
        nullable=bool(_NULLABLE.search(comment)),
        is_emphatic=is_emphatic,
    )


_PARENTHESISED = re.compile(NAME.format("name") + r"\s*\((?P<inner>[^()]*)\)")
_BESIDE = re.compile(
    NAME.format("name") + r"\s*(?:,\s*not\s|,?\s*NOT\b|,?\s+(?:was\s+)?"
    r"(?:renamed from|instead of|rather than|replaces)\s"
    r"|\s*(?://|--|–|—|-)\s*(?:NOT|NEW|not|new|was|formerly|previously|optional|nullable|renamed)\b)"
)
# `credits`: integer, was `balance`. What a value isn't (`not `deleted``) is no name.
_CALLED_BEFORE = re.compile(
    r"\b(?:was|formerly|previously|renamed from)\b[^`'\"]*[`'\"][\w.]+[`'\"]\W*\Z"
)
_OPENING = re.compile(r"\W*" + NAME.format("name") + r"[*_]*\s*(?:\([^()]*\)\s*)?[:,–—-]\s*(?=\D)")
# Between paths an arrow can only mean a move: `/v1/old` → `/v2/new`.
_PATH = r"/[\w\-./{}:<>]*[\w}>/]"
_MOVED = re.compile(
    rf"(?P<method>{_METHOD})?(?P<old>{_PATH})[~`*\s]*(?:→|->|=>|⇒)[\s`*]*(?:use\s+)?[`*]*"
    rf"(?P<today>(?:{_METHOD})?(?P<new>{_PATH}))"
)
_OPTIONAL_NAME = re.compile(r"\boptional\b:?\s+(?:field\s+|property\s+)?" + NAME.format("name"))


def notes(text: str) -> Iterator[Note]:
    """Every remark in running text, with the name it is about."""
    for match in _PARENTHESISED.finditer(text):
        said = remark(match["inner"])
        if said and (
            is_code(match, "name") or said.is_emphatic or said.is_new or match.start() == 0
        ):
            yield Note(match["name"], said)
    for match in _BESIDE.finditer(text):
        rest = text[match.end("name") :].split(". ")[0].split(";")[0]
        said = remark(rest.lstrip("`'\""))
        if said and (is_code(match, "name") or said.is_emphatic or said.is_new):
            yield Note(match["name"], said)
    if (opening := _OPENING.match(text)) and is_code(opening, "name"):
        said = remark(text[opening.end() :])
        if said.is_emphatic or _CALLED_BEFORE.search(text[opening.end() :]):
            yield Note(opening["name"], Remark(formers=said.formers))
    for renaming in renamings(text):
        yield Note(renaming.new, Remark(formers=(Former(renaming.old),)))
    for match in _MOVED.finditer(text):
        former = Former(match["old"], match["method"].strip() if match["method"] else None)
        yield Note(match["new"], Remark(formers=(former,)))
    for match in _OPTIONAL_NAME.finditer(text):
        yield Note(match["name"], Remark(optional=True))


def moved_to(text: str) -> str | None:
    """What `text` says that a path has become, with its method if said; None if it says no such."""
    match = _MOVED.search(text)
    return match["today"] if match else None


def _names(text: str) -> tuple[str, ...]:
    return tuple(n for n in _IDENTIFIER.findall(text) if n not in ("and", "or", "objects", "items"))
