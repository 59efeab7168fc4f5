"""The draft of a reference document into the contract it states."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from fixer.contract.errors import ContractError
from fixer.contract.model import (
    Contract,
    LegacyRoute,
    Location,
    Operation,
    Page,
    PageField,
    PageUse,
    Property,
    Schema,
)
from fixer.contract.reference import shapes
from fixer.contract.reference.checklist import checklist
from fixer.contract.reference.draft import Draft, NoteDraft, PageDraft, PageFieldDraft, UseDraft
from fixer.contract.reference.envelope import Envelope, envelope_of
from fixer.contract.reference.operations import Key, key, operations, used_method
from fixer.contract.remarks import Remark


def assemble(draft: Draft, source: str) -> Contract:
    """The contract. Raises ContractError where the document contradicts itself or has nothing."""
    found = {key(op.method, op.path): op for op in operations(draft, source)}
    if not found:
        raise ContractError(
            "no endpoint found; state one as 'GET /path/' or 'Endpoint: GET /path/'",
            Location(source, 0),
        )
    envelope = envelope_of(draft)
    assembly = _Assembly(found, draft, envelope)
    assembly.attach()
    wrapped = tuple(_wrapped(op, envelope) for op in assembly.found.values())
    return Contract(
        source=source,
        operations=wrapped,
        pages=tuple(_page(page, found, source) for page in draft.pages if page.uses or page.fields),
        checklist=checklist(draft, wrapped, source),
        envelope=envelope.key if envelope else None,
        envelope_client=envelope.client if envelope else None,
        prefixes=_prefixes(draft, wrapped),
        hosts=tuple(dict.fromkeys(draft.hosts)),
        title=draft.title,
    )


class _Assembly:
    """Puts remarks onto the properties and paths that they are about."""

    def __init__(
        self, found: dict[Key, Operation], draft: Draft, envelope: Envelope | None
    ) -> None:
        self.found = found
        self.draft = draft
        self.envelope = envelope
        self.names = {name for at in found for name in self.names_of(at)}
        # Which operations a page's field was found in, for remarks elsewhere on the same name.
        self.holders: dict[str, list[Key]] = {}

    def attach(self) -> None:
        for page in self.draft.pages:
            keys = [_used(use, self.found) for use in page.uses]
            for field in page.fields:
                if holder := self.holder(field, page, keys):
                    self.holders.setdefault(field.path, []).append(holder)
                    self.change(holder, field.path, field.remark)
        for note in self.draft.notes:
            if note.name.startswith("/"):
                self.note_path(note)
            else:
                self.note_field(note)

    def holder(self, field: PageFieldDraft, page: PageDraft, keys: list[Key]) -> Key | None:
        """The operation whose payload the page's variable holds: by name, then by content."""
        having = [k for k in dict.fromkeys(keys) if shapes.has(self.payload(k), field.path)]
        functions = {_used(use, self.found): use.function for use in page.uses}
        named = [k for k in having if _alike(field.variable, functions.get(k, ""))]
        if named or len(having) == 1:
            return (named or having)[0]
        return None

    def payload(self, at: Key) -> Schema | None:
        response = self.found[at].response
        inner = response.property(self.envelope.key) if response and self.envelope else None
        return inner.schema if inner else response

    def change(self, at: Key, path: str, said: Remark) -> None:
        operation = self.found[at]
        if operation.response is None:
            return
        names = path.split(".")
        inner = operation.response.property(self.envelope.key) if self.envelope else None
        if inner and self.envelope:
            names = [self.envelope.key, *names]
        response, _ = shapes.change_at(operation.response, names, lambda p: _noted(p, said))
        self.found[at] = replace(operation, response=response)

    def note_field(self, note: NoteDraft) -> None:
        name = self.known_name(note.name.rpartition(".")[2])
        located = self.holders.get(name) or self.holders.get(note.name)
        if located:
            for at in dict.fromkeys(located):
                self.change(at, name, note.remark)
            return
        for at in self.targets(note, name):
            operation = self.found[at]
            response, body = operation.response, operation.body
            if response:
                response, _ = shapes.change_everywhere(
                    response, name, lambda p: _noted(p, note.remark)
                )
            if body and not note.remark.optional:
                body, _ = shapes.change_everywhere(body, name, lambda p: _noted(p, note.remark))
            self.found[at] = replace(operation, response=response, body=body)

    def targets(self, note: NoteDraft, name: str) -> list[Key]:
        """The operations that the note is about: of its section, of its pages, else all."""
        for keys in (self.section(note), self.named_pages(note)):
            having = [k for k in keys if name in self.names_of(k)]
            if having:
                return having
        return list(self.found)

    def names_of(self, at: Key) -> set[str]:
        operation = self.found[at]
        return {n for s in (operation.response, operation.body) for n in shapes.property_names(s)}

    def known_name(self, name: str) -> str:
        """`date_joinedfield` -> `date_joined`, where the code marks that parted them are lost."""
        if name in self.names:
            return name
        glued = [n for n in self.names if "_" in n and name.startswith(n)]
        return max(glued, key=len, default=name) if name[-1:].isalpha() else name

    def section(self, note: NoteDraft) -> list[Key]:
        if not note.operation:
            return []
        keys = (key(m, note.operation.target.path) for m in note.operation.methods)
        return [k for k in keys if k in self.found]

    def named_pages(self, note: NoteDraft) -> list[Key]:
        """The operations of the pages that the note's own line names."""
        words = set(re.findall(r"\w+", note.text))
        return [
            _used(use, self.found)
            for page in self.draft.pages
            if page.name in words
            for use in page.uses
        ]

    def note_path(self, note: NoteDraft) -> None:
        former = [f for f in note.remark.formers if f.name.startswith("/")]
        path = key("", note.name)[1]
        for at, operation in self.found.items():
            if at[1] != path or not former:
                continue
            routes = (LegacyRoute(f.method, f.name) for f in former if f.name != operation.path)
            legacy = tuple(dict.fromkeys((*operation.legacy, *routes)))
            self.found[at] = replace(operation, legacy=legacy)


def _used(use: UseDraft, found: Iterable[Key]) -> Key:
    known = list(found)
    method = used_method(use, known)
    wanted = key(method, use.target.path)
    if wanted in known:
        return wanted
    slashless = wanted[1].rstrip("/")
    return next((k for k in known if k[0] == method and k[1].rstrip("/") == slashless), wanted)


def _alike(variable: str, function: str) -> bool:
    """`creditBalance` ~ `getCreditBalance`, `analytics` ~ `getUsageAnalytics`."""
    return bool(function) and function.lower().endswith(variable.lower())


def _noted(prop: Property, said: Remark) -> Property:
    legacy = [name for name in said.legacy if name != prop.name]
    return replace(
        prop,
        legacy_names=tuple(dict.fromkeys((*prop.legacy_names, *legacy))),
        required=prop.required and not said.optional,
        is_new=prop.is_new or said.is_new,
        schema=replace(prop.schema, nullable=True) if said.nullable else prop.schema,
    )


def _page(page: PageDraft, found: dict[Key, Operation], source: str) -> Page:
    return Page(
        page.name,
        uses=tuple(
            PageUse(
                use.function,
                (operation := found[_used(use, found)]).method,
                operation.path,
                Location(source, use.line),
            )
            for use in page.uses
        ),
        fields=tuple(
            PageField(
                field.variable,
                field.path,
                field.remark.legacy,
                field.remark.members,
                field.remark.is_new,
                Location(source, field.line),
            )
            for field in page.fields
        ),
        location=Location(source, page.line),
    )


def _wrapped(operation: Operation, envelope: Envelope | None) -> Operation:
    """The response as the wire carries it, where the document says that all are wrapped."""
    response = operation.response
    if response is None or envelope is None or not envelope.of_all:
        return operation
    if response.property(envelope.key):
        return operation
    properties = tuple(
        replace(p, schema=response) if p.name == envelope.key else p
        for p in envelope.shape.properties
    )
    return replace(operation, response=replace(envelope.shape, properties=properties))


def _prefixes(draft: Draft, found: tuple[Operation, ...]) -> tuple[str, ...]:
    """The base paths stated, unless the endpoints are written with them already."""
    prefixes = [
        prefix
        for prefix in dict.fromkeys(draft.prefixes)
        if not any(op.path.startswith(prefix + "/") for op in found) or not prefix
    ]
    return tuple(prefixes) or ("",)
