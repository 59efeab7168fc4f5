"""What a reference document states, gathered in reading order before it is put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from fixer.contract.model import Parameter, Schema
from fixer.contract.reference.phrases import Target
from fixer.contract.remarks import Former, Remark


@dataclass(slots=True)
class OperationDraft:
    """An endpoint as one section of the document gives it."""

    methods: tuple[str, ...]
    target: Target
    line: int
    summary: str = ""
    function: str | None = None
    is_illustration: bool = False
    query: list[Parameter] = field(default_factory=list)
    path_types: dict[str, Schema] = field(default_factory=dict)
    bodies: list[Schema] = field(default_factory=list)
    responses: list[Schema] = field(default_factory=list)
    unlabelled: list[Schema] = field(default_factory=list)
    body_fields: list[FieldDraft] = field(default_factory=list)
    response_fields: list[FieldDraft] = field(default_factory=list)
    formers: list[Former] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FieldDraft:
    """A field that a bullet or a table's row describes."""

    name: str
    schema: Schema
    required: bool
    remark: Remark
    line: int


@dataclass(frozen=True, slots=True)
class UseDraft:
    """`function → path` in a page's section."""

    function: str
    method: str | None
    target: Target
    line: int


@dataclass(frozen=True, slots=True)
class PageFieldDraft:
    """`variable.path` in a page's section."""

    variable: str
    path: str
    remark: Remark
    line: int


@dataclass(slots=True)
class PageDraft:
    """A page's section."""

    name: str
    line: int
    uses: list[UseDraft] = field(default_factory=list)
    fields: list[PageFieldDraft] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A remark in running text; `operation` is the section it stands in."""

    name: str
    remark: Remark
    text: str
    operation: OperationDraft | None
    line: int


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A line of the checklist."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class SampleDraft:
    """An example that belongs to no endpoint, with the text before and behind it."""

    schema: Schema
    before: str
    line: int


@dataclass(slots=True)
class Draft:
    """Everything stated, in reading order."""

    title: str = ""
    operations: list[OperationDraft] = field(default_factory=list)
    pages: list[PageDraft] = field(default_factory=list)
    uses: list[UseDraft] = field(default_factory=list)
    notes: list[NoteDraft] = field(default_factory=list)
    items: list[ItemDraft] = field(default_factory=list)
    samples: list[SampleDraft] = field(default_factory=list)
    prefixes: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
