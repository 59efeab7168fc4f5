"""Sentences that tell of a renaming (`size` is now `size_bytes`) into the two names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A name as code has it; a path counts as one, for legacy endpoints.
NAME = (
    r"[`'\"]?(?P<{0}>/[\w\-./{{}}:<>]*\w[}}>/]?/?|[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)[`'\"]?"
)
_OLD = r"(?:\*\*|__)?" + NAME.format("old") + r"(?:\*\*|__)?"
_NEW = r"(?:the\s+)?(?:new\s+)?(?:field\s+|property\s+|key\s+)?(?:\*\*|__)?" + NAME.format("new")
_STRUCK = r"~~\s*" + NAME.format("old") + r"\s*~~|<(?:del|s)>\s*`?(?P<cut>[A-Za-z_$][\w.]*)`?</\w+>"
_ARROW = r"(?:→|->|=>|⇒|➜|⟶|—>|-->)"
_GONE = (
    r"(?:removed|gone|dropped|no longer (?:exists|there|sent|returned|available)"
    r"|(?:does not|doesn't) exist(?: any ?more)?)"
)
_WAS = r"(?:is|was|were|has been|have been|got|gets)\s+"

# Between these words a name is followed by another even where neither is marked as code.
_PLAIN = (
    rf"{_OLD}\s+(?:is now(?: called| named| known as)?|became|becomes|has become|is called now"
    rf"|(?:{_WAS})?renamed (?:to|as|into))\s+{_NEW}",
    rf"\b[Rr]enam(?:e|ed|es|ing)\s+(?:the\s+)?(?:field\s+|property\s+|key\s+)?{_OLD}"
    rf"\s+(?:to|as|into|{_ARROW})\s+{_NEW}",
)
# The rest is plain prose but for the marks (`credits`) or the spelling (plan_credits) of names.
_MARKED = (
    rf"{_OLD}\s+(?:{_WAS})?(?:renamed|(?:replaced|superseded) (?:by|with))\s+{_NEW}",
    rf"{_OLD}\s+is\s+(?:called\s+|named\s+)?{_NEW}\s+now\b",
    rf"{_OLD}\s*[(,]\s*(?:is\s+)?now\s+(?:called\s+|named\s+)?{_NEW}",
    rf"{_OLD}\s*[:,(–—-]?\s*(?:{_WAS})?{_GONE}\s*[;,.:(–—-]+\s*(?:please\s+)?"
    rf"(?:[Uu]se|[Ss]ee|[Rr]ead|now|it is now|replaced by)\s+{_NEW}",
    rf"\b[Nn]o(?:\s+more)?\s+{_OLD}(?:\s+any ?more|\s+any longer)?\s*[;,.:–—-]+\s*"
    rf"(?:[Uu]se|it is(?: called)?|it's|now|but)\s+{_NEW}",
    rf"\b(?:NOT|not)\s+{_OLD}\s*,?\s+but\s+{_NEW}",
    rf"\b[Uu]se\s+{_NEW}\s*[;,.:(–—-]+\s*{_OLD}\s+(?:{_WAS})?{_GONE}",
    rf"{_NEW}\s+used to be\s+(?:called\s+|named\s+)?{_OLD}",
    rf"{_NEW}\s+is the new (?:name|field|property|key)\s+(?:of|for)\s+{_OLD}",
    rf"{_NEW}\s+(?:has\s+)?(?:replaced|replaces|supersedes)\s+{_OLD}",
    rf"\b[Rr]eplace\s+{_OLD}\s+(?:with|by)\s+{_NEW}",
)
_SENTENCES = tuple(re.compile(pattern) for pattern in _PLAIN)
_IN_PROSE = tuple(re.compile(pattern) for pattern in _MARKED)
# An arrow may as well lead from one state to the next (a → b → c), so pairs are all that stands.
_LABEL = re.compile(r"\W*(?:[A-Z][\w ]*:\W*)?")
_PAIR = re.compile(
    rf"\W*{_OLD}[`*]*\s*{_ARROW}\s*[`*]*{_NEW}[`*]*\s*(?:\Z|(?=[(.–—-]))(?!.*{_ARROW})"
)
_CROSSED = re.compile(rf"(?:{_STRUCK})\s*(?:{_ARROW}|[:,]|is now|now)?\s*{_NEW}")


@dataclass(frozen=True, slots=True)
class Renaming:
    """What was called `old` is called `new`: fields, dotted or not, or paths."""

    old: str
    new: str


def renamings(text: str) -> Iterator[Renaming]:
    """Every renaming that running text tells of."""
    found = [m for pattern in _SENTENCES for m in pattern.finditer(text)]
    found += [
        m
        for pattern in _IN_PROSE
        for m in pattern.finditer(text)
        if is_code(m, "old") and is_code(m, "new")
    ]
    found += _pairs(text)
    pairs = [(m["old"], m["new"]) for m in found]
    pairs += [
        (m["old"] or m["cut"], m["new"]) for m in _CROSSED.finditer(text) if is_code(m, "new")
    ]
    for old, new in dict.fromkeys(pairs):
        is_deeper = "." in new and "." not in old and "/" not in new
        if old != new and not is_deeper:
            yield Renaming(old, new)


def _pairs(text: str) -> list[re.Match[str]]:
    """The renamings of a line that has nothing else: `a` → `b`, `c` → `d`."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label is not None else text
    found = [_PAIR.match(part) for part in re.split(r"[,;]", rest)] if "/" not in rest else []
    return [m for m in found if m is not None] if all(found) else []


def is_code(match: re.Match[str], group: str) -> bool:
    """Whether the name that was matched is marked as one, or looks like no word of prose."""
    name, before = match[group], match.string[: match.start(group)][-1:]
    return before in ("`", "'", '"') or bool(re.search(r"[_./]|[a-z][A-Z]|\d", name))
