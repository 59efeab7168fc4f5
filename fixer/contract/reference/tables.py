"""A row of a reference's table into the endpoint, field or renaming it states."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fixer.contract.inference import of_type_name
from fixer.contract.model import ANY, In, Location, Parameter
from fixer.contract.reference import phrases
from fixer.contract.reference.blocks import Block
from fixer.contract.reference.draft import FieldDraft
from fixer.contract.remarks import Former, Note, Remark, notes, remark

_NAMES = {
    "method": r"(?:http )?(?:method|verb)",
    "path": r"(?:api )?(?:endpoint|path|url|route|uri)",
    "field": r"(?:field|property|name|param(?:eter)?|key|attribute|argument)(?: name)?",
    "type": r"(?:data )?type",
    "required": r"required\??|mandatory",
    "old": r"(?:old|former|previous|legacy|wrong|before)(?: \w+)?",
    "new": r"(?:new|current|correct|right|actual|after|now)(?: \w+)?",
    "function": r"(?:client |frontend )?function",
    "note": r"(?:description|notes?|purpose|comment|meaning|action|details)",
}
_YES = frozenset({"yes", "y", "true", "✓", "✔", "✅", "required", "x", "always"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column says what."""

    names: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What one row states."""

    endpoint: phrases.Endpoint | None = None
    field: FieldDraft | None = None
    function: str | None = None
    note: str = ""
    notes: tuple[Note, ...] = ()


def columns(cells: tuple[str, ...]) -> Columns | None:
    """The columns that a table's header names; None if it names none that is known."""
    names = tuple(
        next(
            (name for name, words in _NAMES.items() if re.fullmatch(words, cell.strip().lower())),
            None,
        )
        for cell in cells
    )
    return Columns(names) if any(names) else None


def read(known: Columns, block: Block) -> Row:
    """What the row says under these columns."""
    cells = {
        name: cell.strip() for name, cell in zip(known.names, block.cells, strict=False) if name
    }
    note = cells.get("note", "")
    if "old" in cells and "new" in cells:
        return Row(notes=renaming(cells["old"], cells["new"]))
    function = re.match(r"[A-Za-z_$][\w$]*", cells.get("function", ""))
    written = f"{cells.get('method', '')} {cells.get('path', '')}".strip()
    if "path" in cells and (found := phrases.endpoint(written) or phrases.bare_path(written)):
        return Row(found, function=function[0] if function else None, note=note)
    name = cells.get("field", "").strip("`*")
    if not name or not re.fullmatch(r"[\w.\-\[\]]+", name):
        return Row(notes=tuple(notes(note)))
    said = remark(note)
    required = cells.get("required")
    field = FieldDraft(
        name,
        of_type_name(cells.get("type", "")) or ANY,
        required.lower() in _YES if required is not None else phrases.is_required(note),
        said,
        block.line,
    )
    return Row(field=field, notes=(Note(name, said),) if said.formers else ())


def query_parameter(described: FieldDraft, source: str) -> Parameter:
    """A described name as a query parameter."""
    return Parameter(
        described.name,
        In.QUERY,
        described.schema,
        described.required,
        Location(source, described.line),
    )


def renaming(old: str, new: str) -> tuple[Note, ...]:
    """What two cells, or two lines, with nothing but a name or an endpoint each say."""
    former = phrases.endpoint(old) or phrases.bare_path(old)
    present = phrases.endpoint(new) or phrases.bare_path(new)
    if former and present:
        method = former.methods[0] if former.methods else None
        said = Remark(formers=(Former(former.target.path, method),))
        return (Note(present.target.path, said),)
    old, new = old.strip("`* "), new.strip("`* ")
    if not all(re.fullmatch(r"[A-Za-z_][\w.]*", name) for name in (old, new)):
        return ()
    return (Note(new, Remark(formers=(Former(old),))),)
