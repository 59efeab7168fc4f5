"""A reference document, as people write or paste them, into a contract."""

from __future__ import annotations

from fixer.contract.model import Contract
from fixer.contract.reference.assembly import assemble
from fixer.contract.reference.blocks import blocks
from fixer.contract.reference.sections import read_sections


def read_reference(text: str, source: str, *, markdown: bool) -> Contract:
    """The contract that `text` states; `source` is its name in locations.

    `markdown`: the file's name says so; otherwise the text's own marks decide. Raises
    ContractError for broken examples, contradictions, or a text without any endpoint.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return assemble(read_sections(blocks(text, markdown=markdown), source), source)
