"""A line's opening label (`Returns:`, `Query Params:`, `Should use:`) into what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Slot(Enum):
    """What the text or the example after a label is."""

    ENDPOINT = "endpoint"
    METHOD = "method"
    RESPONSE = "response"
    ERROR = "error"
    BODY = "body"
    QUERY = "query"
    PATH = "path"
    PARAMETERS = "parameters"
    USES = "uses"
    FIELDS = "fields"
    BASE = "base"
    FUNCTION = "function"
    CODE = "code"
    CONTENT = "content"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Label:
    """A label and the text behind it on its line."""

    slot: Slot
    rest: str


_WORDS: dict[Slot, str] = {
    Slot.ENDPOINT: r"(?:api )?endpoint|(?:request )?(?:url|path|uri)|route",
    Slot.METHOD: r"(?:http |request )?(?:method|verb)",
    Slot.ERROR: r"(?:possible )?errors?(?: responses?| codes?| format)?|(?:4|5)\d\d\b[\w ]*",
    Slot.RESPONSE: r"returns?|responses|2\d\d\b[\w ]*"
    r"|(?:successful |success |example |sample |json )?(?:response|output|result)"
    r"(?: body| example| format| shape| data| schema)?",
    Slot.BODY: r"(?:request |json |example |sample )?(?:body|payload)"
    r"(?: params| parameters| fields| example)?"
    r"|(?:example |sample )?request(?: data| example| format)?|data params?",
    Slot.QUERY: r"(?:optional )?(?:query|get)(?: string)?(?: params?| parameters?| arguments?)?"
    r"|filters?",
    Slot.PATH: r"(?:path|url) (?:params?|parameters?|variables?|arguments?)",
    Slot.PARAMETERS: r"params?|parameters?|arguments?",
    Slot.USES: r"(?:should )?(?:use|uses|call|calls)"
    r"|(?:client |api )?(?:functions|calls|methods)(?: to use)?",
    Slot.FIELDS: r"(?:data )?(?:fields?|properties)(?: to use| used)?",
    Slot.BASE: r"(?:api )?(?:base|root)(?: ?url| path)?|(?:api )?(?:prefix|server)",
    Slot.FUNCTION: r"(?:client|frontend|api) function|function",
    Slot.CODE: r"(?:status |http )?code",
    Slot.CONTENT: r"content|summary",
    Slot.OTHER: r"headers?|auth\w*|permissions?|notes?|description|example|purpose|date|status"
    r"|content-type",
}
# `URL Params` would be an ENDPOINT by its first word, so the longer labels come first.
_ORDER = (Slot.PATH, Slot.QUERY, Slot.BODY, Slot.RESPONSE, Slot.ERROR, Slot.FUNCTION)
_PATTERNS = {
    slot: re.compile(
        rf"[^\w/{{\[]*(?:{_WORDS[slot]})(?:\s*\([^)]*\)"
        r"|\s+`?[1-5]\d\d\b[\w ]*|\s*[-–—]\s*[1-5]\d\d\b[\w ]*)?"
        r"[*_`]*\s*(?P<mark>:|\Z)[*_]*\s*(?P<rest>.*)",
        re.IGNORECASE | re.DOTALL,
    )
    for slot in (*_ORDER, *(slot for slot in Slot if slot not in _ORDER))
}
_STATUS = re.compile(r"\b([1-5])\d\d\b")


def label_of(text: str) -> Label | None:
    """The label that `text` opens with: a known word, then a colon or the line's end."""
    head = text.lstrip("-*•_ \t")
    for slot, pattern in _PATTERNS.items():
        match = pattern.match(head)
        if not match:
            continue
        status = _STATUS.search(head[: match.start("mark")])
        if slot is Slot.RESPONSE and status and status[1] not in "23":
            slot = Slot.ERROR
        return Label(slot, match["rest"].strip())
    return None


_SHOWN = re.compile(r"(?P<before>[^`]*)`(?P<example>[{\[][^`]*)`")
_RETURNS = re.compile(r"(?i)\b(?:returns?|responds|response|answers?)\b|→|[-=]>")
_TAKES = re.compile(r"(?i)\b(?:takes|accepts|expects|sends?|body|payload)\b")
_FAILURE = re.compile(r"(?i)\b[45]\d\d\b|\berrors?\b|\bfail")


def shown(text: str) -> Iterator[tuple[Slot, str]]:
    """The examples that a sentence shows in backticks: ``Returns `{"a": 1}`.``"""
    for found in _SHOWN.finditer(text):
        before = found["before"]
        if _FAILURE.search(before):
            continue
        if _RETURNS.search(before):
            yield Slot.RESPONSE, found["example"]
        elif _TAKES.search(before):
            yield Slot.BODY, found["example"]
