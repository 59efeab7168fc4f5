"""OpenAPI's schema objects, 2.0 to 3.1, into the contract's schemas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from fixer.contract.model import ANY, Kind, Property, Scalar, Schema
from fixer.contract.openapi.combination import intersection, union
from fixer.contract.openapi.document import Table, Value, is_swagger, is_table
from fixer.contract.openapi.misplaced import lifted
from fixer.contract.openapi.references import Document, Place, References

_KINDS = {
    kind.value: kind
    for kind in (
        Kind.OBJECT, Kind.ARRAY, Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN, Kind.NULL,
    )
} | {"file": Kind.STRING}  # fmt: skip
# Keywords beside `$ref` that change the shape; 3.0 forbids them there, 3.1 adds them to it.
_SHAPING = ("properties", "allOf", "additionalProperties", "items", "oneOf", "anyOf")
_SAYS_KIND = ("$ref", "type", "enum", "const", "prefixItems", *_SHAPING)
_COMPONENT = re.compile(r"/components/schemas/([^/]+)\Z")
_MAX_DEPTH = 200
# YAML aliases can multiply without end; no real specification has this many schemas.
_MAX_SCHEMAS = 2_000_000


class Schemas:
    """Reads schemas and gathers the named ones; a referenced schema is named and read once."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.named: dict[str, Schema] = {}
        self._names: dict[tuple[int, str], str] = {}
        self._taken: set[str] = set()
        self._waiting: list[tuple[str, Place]] = []
        self._merging: set[int] = set()
        self._depth = 0
        self._count = 0

    def components(self, document: Document) -> None:
        """Names the root document's own components, whether or not anything refers to them."""
        root = document.root
        if not is_table(root):
            return
        if is_swagger(root):
            owner, pointer = root.table("definitions"), "/definitions"
        else:
            owner, pointer = root.table("components").table("schemas"), "/components/schemas"
        for name, value in owner.items():
            escaped = name.replace("~", "~0").replace("/", "~1")
            self._name(Place(value, document, f"{pointer}/{escaped}"))

    def finish(self) -> dict[str, Schema]:
        """Reads every schema that was named so far, and those that they name in turn."""
        while self._waiting:
            name, place = self._waiting.pop()
            self.named[name] = replace(self.read(place), name=name)
        return {name: self.named[name] for name in self._names.values()}

    def read(self, place: Place) -> Schema:
        """The schema at `place`; what isn't one is ANY."""
        node = place.value
        self._count += 1
        if not is_table(node) or self._depth > _MAX_DEPTH or self._count > _MAX_SCHEMAS:
            return ANY
        self._depth += 1
        try:
            schema = self._reference(node, place) if "$ref" in node else self._inline(node, place)
        finally:
            self._depth -= 1
        says_null = node.get("nullable") is True or node.get("x-nullable") is True
        if schema is ANY and not says_null:
            return ANY
        nullable = schema.nullable or says_null
        location = schema.location or place.document.location(node.line)
        return replace(schema, nullable=nullable, location=location)

    def _reference(self, node: Table, place: Place) -> Schema:
        reference = node.get("$ref")
        target = (
            self.references.target(reference, place.document)
            if isinstance(reference, str)
            else None
        )
        if target is None:
            return ANY
        named = Schema(Kind.REF, name=self._name(target))
        if "required" not in node and not any(key in node for key in _SHAPING):
            return named
        beside = Table(node.line)
        for key, value in node.items():
            if key != "$ref":
                beside[key] = value
                beside.lines[key] = node.line_of(key)
        extra = place.inner(beside)
        return _all_of([(target.table, self.resolved(target)), (beside, self.read(extra))])

    def _name(self, place: Place) -> str:
        key = (id(place.document), place.pointer)
        if key in self._names:
            return self._names[key]
        component = _COMPONENT.search(place.pointer)
        last = component[1] if component else place.pointer.rpartition("/")[2]
        if not last:
            last = place.document.path.stem if place.document.path else "Schema"
        name = last = re.sub(r"[^\w.\-]", "_", last.replace("~1", "/").replace("~0", "~"))
        number = 2
        while name in self._taken:
            name, number = f"{last}_{number}", number + 1
        self._names[key] = name
        self._taken.add(name)
        self._waiting.append((name, place))
        return name

    def _inline(self, node: Table, place: Place) -> Schema:
        node = lifted(node, lambda part: self.resolved(place.inner(part)))
        parts = node.items_of("allOf")
        base = self._plain(node, place)
        if parts:
            places = [place.inner(part) for part in parts]
            if base is ANY and len(places) == 1 and "required" not in node:
                return self.read(places[0])
            merged = [(part.table, self.resolved(part)) for part in places]
            base = _all_of([*merged, (node, base)])
        for key in ("oneOf", "anyOf"):
            variants = node.items_of(key)
            if variants:
                base = self._one_of([place.inner(v) for v in variants], base)
        return base

    def resolved(self, place: Place) -> Schema:
        """The schema with references followed, as merging needs it; ANY where it is circular."""
        end = self.references.follow(place)
        if end is None or id(end.value) in self._merging:
            return ANY
        self._merging.add(id(end.value))
        try:
            return self.read(end)
        finally:
            self._merging.discard(id(end.value))

    def _one_of(self, places: list[Place], base: Schema) -> Schema:
        nullable = base.nullable
        variants: list[Schema] = []
        enums: list[tuple[Scalar, ...]] = []
        for place in places:
            end = self.references.follow(place)
            node = end.table if end else Table()
            if _is_null(node):
                nullable = True
            elif base is ANY or any(key in node for key in _SAYS_KIND):
                enum = self._plain(node, end).enum if end and "enum" in node else ()
                enums.append(tuple(v for v in enum if isinstance(v, str)))
                variants.append(
                    intersection(self.resolved(place), base)
                    if base.properties
                    else self.read(place)
                )
            # Else: `anyOf: [{required: [a]}, {required: [b]}]` says nothing of the shape.
        if not variants:
            return replace(base, nullable=nullable)
        return union(variants, enums, nullable)

    def _plain(self, node: Table, place: Place) -> Schema:
        """What the node says itself, without allOf, oneOf and anyOf."""
        enum, has_null = _enum(node)
        types = _types(node, enum)
        nullable = has_null or "null" in types
        kinds = [_KINDS[t] for t in types if t in _KINDS and t != "null"]
        if not kinds:
            if nullable:
                return Schema(Kind.NULL if not enum else Kind.ANY, enum=enum, nullable=bool(enum))
            return Schema(Kind.ANY, enum=enum) if enum else ANY
        alternatives = [self._of_kind(kind, node, place, enum) for kind in kinds]
        if len(alternatives) == 1:
            return replace(alternatives[0], nullable=nullable)
        return Schema(Kind.UNION, variants=tuple(alternatives), nullable=nullable)

    def _of_kind(self, kind: Kind, node: Table, place: Place, enum: tuple[Scalar, ...]) -> Schema:
        if kind is Kind.OBJECT:
            return self._object(node, place)
        if kind is Kind.ARRAY:
            return Schema(kind, items=self._items(node, place))
        fitting = tuple(value for value in enum if _kind_of(value) in _FITS[kind])
        return Schema(kind, format=_format(node), enum=fitting)

    def _items(self, node: Table, place: Place) -> Schema:
        first = [self.read(place.inner(item)) for item in node.items_of("prefixItems")]
        rest = self.read(place.inner(node["items"])) if is_table(node.get("items")) else None
        variants = [*first, *([rest] if rest else [])]
        return union(variants, [() for _ in variants], False) if variants else ANY

    def _object(self, node: Table, place: Place) -> Schema:
        required = {r for r in node.items_of("required") if isinstance(r, str)}
        table = node.table("properties")
        properties = tuple(
            self._property(name, value, name in required, table, place)
            for name, value in table.items()
        )
        more = node.get("additionalProperties")
        says_more = more is True or (is_table(more) and not more)
        silent = more is None and not properties
        values = self.read(place.inner(more)) if is_table(more) and more else None
        return Schema(
            Kind.OBJECT,
            properties=properties,
            loose=says_more or silent or "patternProperties" in node,
            values=values,
        )

    def _property(
        self, name: str, value: Value, required: bool, table: Table, place: Place
    ) -> Property:
        node = value if is_table(value) else Table()
        behind = self.references.follow(place.inner(node)) if "$ref" in node else None
        flags = (node, behind.table) if behind else (node,)

        def says(keyword: str) -> bool:
            return any(flag.get(keyword) is True for flag in flags)

        return Property(
            name,
            self.read(place.inner(value)),
            required=required,
            legacy_names=tuple(names_of(node.get("x-renamed-from"))),
            read_only=says("readOnly"),
            write_only=says("writeOnly"),
            deprecated=says("deprecated"),
            is_new=node.get("x-new") is True,
            has_default="default" in node or says("x-has-default"),
            aliases=tuple(names_of(node.get("x-also-called"))),
            location=place.document.location(table.line_of(name)),
        )


def _all_of(parts: Iterable[tuple[Table, Schema]]) -> Schema:
    """One schema that fits all parts; their `required` lists count for all properties."""
    merged: Schema = ANY
    required: set[str] = set()
    for node, part in parts:
        required.update(r for r in node.items_of("required") if isinstance(r, str))
        merged = intersection(merged, part)
    properties = tuple(
        replace(p, required=True) if p.name in required else p for p in merged.properties
    )
    return replace(merged, properties=properties, name=None)


def _is_null(node: Table) -> bool:
    return node.get("type") == "null" or (
        node.items_of("enum") == [None] and node.get("type") in (None, "null")
    )


_FITS = {
    Kind.STRING: (Kind.STRING,),
    Kind.INTEGER: (Kind.INTEGER,),
    Kind.NUMBER: (Kind.INTEGER, Kind.NUMBER),
    Kind.BOOLEAN: (Kind.BOOLEAN,),
    Kind.NULL: (),
}


def names_of(value: Value) -> list[str]:
    """A name or a list of names."""
    values = value if isinstance(value, list) else [value]
    return [name for name in values if isinstance(name, str) and name]


def _format(node: Table) -> str | None:
    written = node.get("format")
    if isinstance(written, str) and written:
        return written
    # 3.1 says `format: binary` in JSON Schema's words, 2.0 as a type.
    is_binary = node.get("contentMediaType") and "contentEncoding" not in node
    return "binary" if is_binary or node.get("type") == "file" else None


def _enum(node: Table) -> tuple[tuple[Scalar, ...], bool]:
    values = [node["const"]] if "const" in node else node.items_of("enum")
    scalars = [v for v in values if v is None or isinstance(v, str | int | float | bool)]
    return tuple(v for v in scalars if v is not None), None in scalars


def _kind_of(value: Scalar) -> Kind:
    if isinstance(value, bool):
        return Kind.BOOLEAN
    if isinstance(value, str):
        return Kind.STRING
    return Kind.INTEGER if isinstance(value, int) else Kind.NUMBER


def _types(node: Table, enum: tuple[Scalar, ...]) -> list[str]:
    """The stated types, else those that the other keywords imply."""
    stated = names_of(node.get("type"))
    if stated:
        return list(dict.fromkeys(stated))
    if "properties" in node or "additionalProperties" in node:
        return ["object"]
    if "items" in node or "prefixItems" in node:
        return ["array"]
    kinds = {_kind_of(value) for value in enum}
    return [kinds.pop().value] if len(kinds) == 1 else []
