"""Sentences that tell of a renaming (`size` is now `size_bytes`) into the two names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A name as code has it; a path counts as one, for legacy endpoints.
NAME = (
    r"[`'\"]?(?P<{0}>/[\w\-./{{}}:<>]*\w[}}>/]?/?|[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)[`'\"]?"
)
# A name begins where no other does, or a line of one long word takes hours.
_OLD = r"(?:\*\*|__)?(?<![\w$./])" + NAME.format("old") + r"(?:\*\*|__)?"
_NEW = (
    r"(?<![\w$./])(?:the\s+)?(?:new\s+)?(?:field\s+|property\s+|key\s+)?(?:\*\*|__)?"
    + NAME.format("new")
)
_STRUCK = r"~~\s*" + NAME.format("old") + r"\s*~~|<(?:del|s)>\s*`?(?P<cut>[A-Za-z_$][\w.]*)`?</\w+>"
_ARROW = r"(?:→|->|=>|⇒|➜|⟶|—>|-->)"
_GONE = (
    r"(?:removed|gone|dropped|no longer (?:exists|there|sent|returned|available)"
    r"|(?:does not|doesn't) exist(?: any ?more)?)"
)
_WAS = r"(?:is|was|were|has been|have been|got)\s+"
# What goes on behind the new name says what to do with it, or where: `use x to restore it`.
_ENDS = r"(?=\W*\Z|\s*[.;,)]|\s+instead\b)"
# A sentence of what a client does, or of what happens at times.
_CONDITION = re.compile(r"\b(?:if|when|whenever|once|unless|until|while)\b", re.I)
_SENTENCE_END = re.compile(r"[.!?]\s")
_KINDS = re.compile(
    r"str(?:ing)?|int(?:eger)?|number|float|bool(?:ean)?|object|array|list|null(?:able)?|required"
    r"|optional|true|false|uuid|deprecated",
    re.I,
)
# No sentence is longer; a line that is holds data.
_LONGEST = 4000

# Between these words a name is followed by another even where neither is marked as code.
_PLAIN = (
    rf"{_OLD}\s+(?:is now(?: called| named| known as)?|became|is called now"
    rf"|(?:{_WAS})?renamed (?:to|as|into))\s+{_NEW}",
    rf"\b[Rr]enamed?\s+(?:the\s+)?(?:field\s+|property\s+|key\s+)?{_OLD}"
    rf"\s+(?:to|as|into|{_ARROW})\s+{_NEW}",
)
# The rest is plain prose but for the marks (`credits`) or the spelling (plan_credits) of names.
_MARKED = (
    rf"{_OLD}\s+(?:field|property|key)\s+(?:is now|became)\s+(?:called\s+|named\s+)?{_NEW}",
    rf"{_OLD}\s+(?:becomes|has become)\s+{_NEW}{_ENDS}",
    rf"{_OLD}\s+(?:(?:field|property|key)\s+)?(?:{_WAS})?"
    rf"(?:renamed(?:\s+to)?|(?:replaced|superseded) (?:by|with))\s+{_NEW}",
    rf"{_OLD}\s+is\s+(?:called\s+|named\s+)?{_NEW}\s+now\b",
    rf"{_OLD}\s*[(,]\s*(?:is\s+)?now\s+(?:called\s+|named\s+)?{_NEW}",
    rf"{_OLD}\s*[:,(–—-]?\s*(?:{_WAS})?{_GONE}\s*[;,.:(–—-]+\s*(?:please\s+)?"
    rf"(?:[Uu]se|[Ss]ee|[Rr]ead|now|it is now|replaced by)\s+{_NEW}{_ENDS}",
    rf"\b[Nn]o(?:\s+more)?\s+{_OLD}(?:\s+any ?more|\s+any longer)?\s*[;,.:–—-]+\s*"
    rf"(?:[Uu]se|it is(?: called)?|it's|now|but)\s+{_NEW}{_ENDS}",
    rf"(?:\bNOT|\A\W*not)\s+{_OLD}\s*,?\s+but\s+{_NEW}",
    rf"\b[Uu]se\s+{_NEW}\s*[;,.:(–—-]+\s*{_OLD}\s+(?:{_WAS})?{_GONE}{_ENDS}",
    rf"{_NEW}\s+used to be\s+(?:called\s+|named\s+)?{_OLD}",
    rf"{_NEW}\s+is the new (?:name|field|property|key)\s+(?:of|for)\s+{_OLD}",
    rf"{_NEW}\s+(?:has\s+)?(?:replaced|replaces|supersedes)\s+{_OLD}",
    rf"\b[Rr]eplace\s+{_OLD}\s+(?:with|by)\s+{_NEW}{_ENDS}",
)
_SENTENCES = tuple(re.compile(pattern) for pattern in _PLAIN)
_IN_PROSE = tuple(re.compile(pattern) for pattern in _MARKED)
# An arrow may as well lead from one state to the next (a → b → c), so pairs are all that stands.
_LABEL = re.compile(
    r"\W*(?:(?:[Bb]reaking|[Cc]hange[sd]?|[Rr]enam\w+|[Mm]igrat\w+|[Ff]ields?|[Nn]ow|[Ll]egacy)"
    r"[\w ]{0,40}:\W*)?"
)
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
    if len(text) > _LONGEST:
        return
    found = [
        m
        for pattern in _SENTENCES
        for m in pattern.finditer(text)
        if is_code(m, "old") or not _is_quoted(m, "new")
    ]
    found += [
        m
        for pattern in _IN_PROSE
        for m in pattern.finditer(text)
        if is_code(m, "old") and is_code(m, "new")
    ]
    found = [m for m in found if not _CONDITION.search(_sentence(m))]
    found += _pairs(text)
    pairs = [(m["old"], m["new"]) for m in found]
    pairs += [
        (m["old"] or m["cut"], m["new"]) for m in _CROSSED.finditer(text) if is_code(m, "new")
    ]
    for old, new in dict.fromkeys(pairs):
        is_deeper = "." in new and "." not in old and "/" not in new
        if old != new and not is_deeper and not _KINDS.fullmatch(new):
            yield Renaming(old, new)


def _pairs(text: str) -> list[re.Match[str]]:
    """The renamings of a line that has nothing else: `a` → `b`, `c` → `d`."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label is not None else text
    found = [_PAIR.match(part) for part in re.split(r"[,;]", rest)] if "/" not in rest else []
    return [m for m in found if m is not None] if all(found) else []


def _sentence(match: re.Match[str]) -> str:
    """The sentences that the match stands in."""
    before = _SENTENCE_END.split(match.string[: match.start()])[-1]
    return before + match[0] + _SENTENCE_END.split(match.string[match.end() :])[0]


def _is_quoted(match: re.Match[str], group: str) -> bool:
    start = match.start(group)
    return start > 0 and match.string[start - 1] in "`'\""


def is_code(match: re.Match[str], group: str) -> bool:
    """Whether the name that was matched is marked as one, or looks like no word of prose."""
    name = match[group]
    return _is_quoted(match, group) or bool(re.search(r"[_./]|[a-z][A-Z]|\d", name))
