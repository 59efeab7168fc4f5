"""The stream of a reference document's blocks into a draft of what it states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from fixer.contract import example
from fixer.contract.errors import ContractError
from fixer.contract.inference import infer
from fixer.contract.model import ANY, In, Schema
from fixer.contract.reference import diffs, phrases, tables
from fixer.contract.reference.blocks import Block, BlockKind
from fixer.contract.reference.draft import (
    Draft,
    FieldDraft,
    ItemDraft,
    NoteDraft,
    OperationDraft,
    PageDraft,
    PageFieldDraft,
    SampleDraft,
    UseDraft,
)
from fixer.contract.reference.labels import Slot, label_of, shown
from fixer.contract.remarks import Note, moved_to, notes, remark
from fixer.contract.renames import renamings

# `Todos` and `Tasks` are as often what an API is about; their items have boxes then.
_CHECKLIST = re.compile(r"(?i:\bcheck\s?list\b)|^\W*(?:TODO|To-?[Dd]o|(?i:to-?do list))\W*\Z")
_TASK = re.compile(r"\[[ xX]?\]\s+")
# The labels behind which lines and bullets describe parameters or fields.
_DESCRIBED = (Slot.QUERY, Slot.PATH, Slot.PARAMETERS, Slot.BODY, Slot.RESPONSE, Slot.FIELDS)
_JSON_LANGUAGES = frozenset({"json", "jsonc", "json5"})
_QUOTED_FIRST = re.compile(r"[\s\[{]*\"")


def read_sections(blocks: Sequence[Block], source: str) -> Draft:
    """What the blocks state. Raises ContractError for an example that is broken JSON."""
    reader = _Reader(source, _documented_paths(blocks))
    for block in blocks:
        reader.read(block)
    return reader.draft


def _documented_paths(blocks: Sequence[Block]) -> frozenset[str]:
    """The paths as written after a method or an endpoint's label, to cut run-on lines by."""
    paths: set[str] = set()
    for block in blocks:
        if block.kind is BlockKind.CODE or phrases.uses(block.text, frozenset()):
            continue
        if found := phrases.endpoint(block.text):
            paths.add(found.target.path)
    return frozenset(paths)


class _Reader:
    """The place in the document: which endpoint, page and label the next block belongs to."""

    def __init__(self, source: str, known: frozenset[str]) -> None:
        self.source = source
        self.known = known
        self.draft = Draft()
        self.operation: OperationDraft | None = None
        self.operation_level = 0
        self.level = 1
        self.page: PageDraft | None = None
        self.page_level = 0
        self.slot: Slot | None = None
        self.in_checklist = False
        self.title = ""
        self.columns: tables.Columns | None = None

    def read(self, block: Block) -> None:
        if block.kind is BlockKind.HEADING:
            self.heading(block)
        elif block.kind is BlockKind.CODE:
            self.code(block)
        elif block.kind is BlockKind.HEADER:
            self.columns = tables.columns(block.cells)
        elif block.kind is BlockKind.ROW:
            self.row(block)
        else:
            self.line(block)

    def heading(self, block: Block) -> None:
        self.columns = None
        self.in_checklist = bool(_CHECKLIST.search(block.text))
        self.draft.title = self.draft.title or block.text.replace("`", "")
        if name := phrases.page_name(block.text):
            self.open_page(name, block)
        elif self.starts_operation(block):
            self.page = None
        elif label := label_of(block.text):
            self.slot = label.slot
        else:
            if block.level <= self.page_level:
                self.page = None
            if block.level <= self.operation_level:
                self.operation = None
            self.slot = None
            self.title = block.text.replace("`", "")
        self.level = block.level
        if not self.in_checklist:
            self.note(block)

    def open_page(self, name: str, block: Block) -> None:
        self.page = PageDraft(name, block.line)
        self.page_level = block.level
        self.draft.pages.append(self.page)
        self.operation, self.slot = None, None

    def line(self, block: Block) -> None:
        text = block.text
        if not self.draft.title and text[:1].isalpha():
            self.draft.title = text
        if self.in_checklist or _TASK.match(text):
            if block.kind is BlockKind.BULLET and text:
                self.draft.items.append(
                    ItemDraft(_TASK.sub("", text, count=1).replace("`", ""), block.line)
                )
                self.note(block)
            return
        self.draft.prose.append(text.replace("`", ""))
        if self.uses(block) or self.page_field(block) or self.labelled(block):
            return
        self.sentence(block)
        self.shown(replace(block, text=text))

    def sentence(self, block: Block) -> None:
        """A line that no label opens."""
        text = block.text
        if today := moved_to(text):
            self.note(block)
            block = replace(block, text=today)
        if self.starts_operation(block) or self.described(block) or today:
            return
        self.note(block)
        if block.kind is BlockKind.TEXT and len(text) < 60 and not text.endswith("."):
            self.title = text.replace("`", "")

    def shown(self, block: Block) -> None:
        """The examples that stand within a sentence."""
        for slot, written in shown(block.text) if self.operation else ():
            around, self.slot = self.slot, slot
            self.json(replace(block, text=written))
            self.slot = around

    def uses(self, block: Block) -> bool:
        found = phrases.uses(block.text, self.known)
        uses = [UseDraft(use.function, use.method, use.target, block.line) for use in found]
        self.draft.uses.extend(uses)
        if self.page:
            self.page.uses.extend(uses)
        return bool(uses)

    def page_field(self, block: Block) -> bool:
        if not self.page:
            return False
        found = phrases.field_line(block.text)
        if found:
            self.add_field(found, block)
        return bool(found)

    def add_field(self, found: phrases.FieldLine, block: Block) -> None:
        assert self.page is not None
        said = remark(found.comment)
        self.page.fields.append(PageFieldDraft(found.variable, found.path, said, block.line))

    def labelled(self, block: Block) -> bool:
        label = label_of(block.text)
        if not label:
            return False
        inner = replace(block, text=label.rest)
        if label.slot is Slot.CODE:
            # `Code: 404` says which kind of answer the content that follows is.
            self.slot = Slot.RESPONSE if label.rest.lstrip("` ")[:1] == "2" else Slot.ERROR
            return True
        if label.slot is not Slot.CONTENT:
            self.slot = label.slot
        match label.slot:
            case Slot.ENDPOINT:
                return self.starts_operation(inner) or self.starts_at_path(inner)
            case Slot.METHOD if self.operation and (found := phrases.all_methods(label.rest)):
                self.operation.methods = found
            case Slot.FUNCTION if self.operation:
                if name := re.match(r"\W*([A-Za-z_$][\w$]*)", label.rest):
                    self.operation.function = name[1]
            case Slot.FIELDS if self.page:
                for field in phrases.field_list(label.rest):
                    self.add_field(field, block)
            case Slot.BASE:
                self.base(label.rest)
            case slot if slot is Slot.CONTENT or slot in _DESCRIBED:
                if label.rest:
                    self.inline(inner)
            case _:
                return self.starts_operation(inner)
        return True

    def inline(self, block: Block) -> None:
        """The text behind a label on its own line."""
        written = block.text.lstrip("`")
        if written.startswith(("{", "[")):
            self.code(replace(block, text=written[: example.extent(written, 0)]))
        elif self.slot in (Slot.QUERY, Slot.PATH, Slot.PARAMETERS):
            self.described(block)
        self.note(block)

    def base(self, text: str) -> None:
        url = text.strip("`* ").split()
        if not url:
            return
        base = phrases.split_url(url[0].strip("`<>"))
        if base is None:
            return
        path = base.path.rstrip("/")
        if path.startswith("/") or base.netloc:
            self.draft.prefixes.append(path)
        if base.hostname:
            self.draft.hosts.append(base.hostname)

    def starts_operation(self, block: Block) -> bool:
        found = phrases.endpoint(block.text)
        if not found and block.kind in (BlockKind.HEADING, BlockKind.BULLET):
            found = phrases.bare_path(block.text)
            # A path in a bullet is an endpoint only where nothing else is being described.
            if found and block.kind is BlockKind.BULLET and (self.operation or self.page):
                found = None
        if not found:
            return self.starts_at_method(block)
        before = block.text[: block.text.find(found.target.path)]
        if len(before.split()) > 6 and block.kind is not BlockKind.HEADING:
            return False
        self.start(found, block)
        return True

    def starts_at_path(self, block: Block) -> bool:
        found = phrases.bare_path(block.text)
        if found:
            self.start(found, block)
        return bool(found)

    def starts_at_method(self, block: Block) -> bool:
        """`### DELETE` under the heading of a path."""
        method = phrases.only_method(block.text)
        if not method or not self.operation or block.kind is not BlockKind.HEADING:
            return False
        if self.operation.methods:
            found = phrases.Endpoint((method,), self.operation.target, "")
            self.start(found, block)
        else:
            self.operation.methods = (method,)
        return True

    def start(self, found: phrases.Endpoint, block: Block) -> None:
        summary = re.sub(r"^[\s\-–—:.]+", "", found.rest).split(" (")[0].strip().replace("`", "")
        is_heading = block.kind is BlockKind.HEADING
        self.operation = OperationDraft(
            found.methods, found.target, block.line, summary or ("" if is_heading else self.title)
        )
        self.operation_level = block.level if is_heading else self.level
        self.slot = None
        self.operation.query.extend(p for p in found.target.parameters if p.where is In.QUERY)
        self.draft.operations.append(self.operation)
        formers = remark(found.rest).formers
        self.operation.formers.extend(f for f in formers if f.name.startswith("/"))

    def described(self, block: Block) -> bool:
        """A bullet or line that describes a parameter or a field of the current endpoint."""
        if not self.operation or self.slot not in _DESCRIBED:
            return False
        if (
            self.slot in (Slot.BODY, Slot.RESPONSE, Slot.FIELDS)
            and block.kind is not BlockKind.BULLET
        ):
            return False
        told = [renaming.new for renaming in renamings(block.text)]
        parameters = tuple(phrases.parameter_line(block.text))
        if told and any(parameter.name not in told for parameter in parameters):
            return False  # `balance`: gone, use `credits`
        for parameter in parameters:
            said = remark(block.text.partition(parameter.name)[2])
            described = FieldDraft(
                parameter.name, parameter.schema, parameter.required, said, block.line
            )
            self.add(self.operation, described)
        return bool(parameters)

    def add(self, operation: OperationDraft, described: FieldDraft) -> None:
        """Puts a described name where the current label says that it belongs."""
        in_path = any(
            p.name == described.name and p.where is In.PATH for p in operation.target.parameters
        )
        writes = bool(set(operation.methods) & {"POST", "PUT", "PATCH"})
        if self.slot is Slot.PATH or (self.slot is not Slot.QUERY and in_path):
            if described.schema is not ANY:
                operation.path_types[described.name] = described.schema
        elif self.slot is Slot.QUERY or (self.slot is Slot.PARAMETERS and not writes):
            operation.query.append(tables.query_parameter(described, self.source))
        elif self.slot in (Slot.BODY, Slot.PARAMETERS):
            operation.body_fields.append(described)
        else:
            operation.response_fields.append(described)

    def row(self, block: Block) -> None:
        if not self.columns:
            return
        row = tables.read(self.columns, block)
        if row.endpoint:
            self.start(row.endpoint, block)
            assert self.operation is not None
            self.operation.summary = row.note.replace("`", "")
            formers = remark(row.note).formers
            self.operation.formers.extend(f for f in formers if f.name.startswith("/"))
            self.operation.function = row.function
            self.operation = None
        elif row.field and self.operation:
            self.add(self.operation, row.field)
        self.noted(row.notes, block)

    def note(self, block: Block) -> None:
        self.noted(notes(block.text), block)

    def noted(self, found: Iterable[Note], block: Block) -> None:
        for note in found:
            self.draft.notes.append(
                NoteDraft(note.name, note.remark, block.text, self.operation, block.line)
            )

    def code(self, block: Block) -> None:
        if block.language == "diff":
            diff = diffs.read(block.text)
            block = replace(block, text=diff.text)
            self.noted(diff.notes, block)
        stripped = block.text.lstrip()
        if request := phrases.curl_request(stripped) or phrases.http_request(stripped):
            self.request(request, block)
        elif block.language in _JSON_LANGUAGES or stripped.startswith(("{", "[")):
            self.json(block)
        else:
            for offset, line in enumerate(block.text.split("\n")):
                if line.strip():
                    self.line(Block(BlockKind.TEXT, line.strip(), block.line + offset))

    def json(self, block: Block) -> None:
        if self.slot is Slot.ERROR or self.slot is Slot.OTHER:
            return
        try:
            # Without a label `{ credits }` may as well be code.
            names = self.slot in (Slot.RESPONSE, Slot.BODY)
            node = example.parse(block.text.strip("\n"), self.source, block.line, names=names)
        except ContractError:
            # Only what claims to be JSON must be JSON: a fence may hold a fragment of code.
            looks_like_json = not block.language and _QUOTED_FIRST.match(block.text)
            if block.language in _JSON_LANGUAGES or looks_like_json:
                raise
            return
        self.example(infer(node, self.source), block)

    def example(self, schema: Schema, block: Block) -> None:
        if not self.operation:
            before = " ".join(self.draft.prose[-3:])
            self.draft.samples.append(SampleDraft(schema, before, block.line))
        elif self.slot is Slot.BODY:
            self.operation.bodies.append(schema)
            self.slot = None
        elif self.slot is Slot.RESPONSE:
            self.operation.responses.append(schema)
        else:
            self.operation.unlabelled.append(schema)

    def request(self, request: phrases.Request, block: Block) -> None:
        if not self.operation:
            found = phrases.Endpoint((request.method,), request.target, "")
            self.start(found, replace(block, kind=BlockKind.TEXT))
            assert self.operation is not None
            self.operation.is_illustration = True
        if request.body and request.body.startswith(("{", "[")):
            node = example.parse(request.body, self.source, block.line)
            if not self.operation.bodies:
                self.operation.bodies.append(infer(node, self.source))
        self.slot = None
