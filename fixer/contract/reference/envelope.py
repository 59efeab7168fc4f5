"""What a reference says of the envelope around every response, and who unwraps it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fixer.contract.model import Kind, Schema
from fixer.contract.reference.draft import Draft

_UNWRAPS = (
    r"(?:extracts?|unwraps?|strips?|removes?|peels?|takes? out|hands? (?:on|over)|returns? only"
    r"|gives? back)"
)
# The code marks may be lost and the words glued: `The fetchAPIfunction inservices/api.ts…`.
_CLIENT = re.compile(
    r"(?P<client>[A-Za-z_$][\w$]*?)(?:\(\))?\s*(?:function|helper|wrapper|client|method|hook)\b"
    rf".{{0,120}}?{_UNWRAPS}(?P<rest>[^.]*)",
    re.DOTALL,
)
_CALLED = re.compile(
    rf"(?P<client>[a-z_$][\w$]*[A-Z_][\w$]*)(?:\(\))?[^.]{{0,60}}?\s{_UNWRAPS}\b(?P<rest>[^.]*)"
)
_ALL = re.compile(
    r"\b(?:all|every|each|any)\b[^.]*\b(?:endpoints?|responses?|answers?|calls?|requests?)\b|\bunified\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """`key` holds the payload; `shape` is the object around it; `of_all`: stated of every one."""

    key: str
    shape: Schema
    of_all: bool
    client: str | None


def envelope_of(draft: Draft) -> Envelope | None:
    """The envelope of which the document gives a sample, outside of any endpoint's section."""
    prose = " ".join(draft.prose)
    for sample in draft.samples:
        if sample.schema.kind is not Kind.OBJECT:
            continue
        names = [p.name for p in sample.schema.properties]
        client, named = _client(prose, names)
        holes = [
            p.name for p in sample.schema.properties if p.schema.loose or p.schema.kind is Kind.ANY
        ]
        wrapped = named or (holes[0] if len(holes) == 1 else None)
        if wrapped:
            return Envelope(wrapped, sample.schema, bool(_ALL.search(sample.before)), client)
    return None


def _client(prose: str, keys: list[str]) -> tuple[str | None, str | None]:
    """The function said to unwrap responses, and which of `keys` it takes out."""
    for pattern in (_CLIENT, _CALLED):
        for match in pattern.finditer(prose):
            for name in keys:
                if re.search(rf"(?:\b|the){name}(?:\b|field|key|property)", match["rest"]):
                    return match["client"], name
    return None, None
