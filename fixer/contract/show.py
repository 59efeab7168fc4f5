"""A contract into text that a person reads through: operations, shapes, pages, checklist."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.contract.model import (
    Contract,
    In,
    Kind,
    Operation,
    Page,
    PageField,
    Parameter,
    Property,
    Schema,
)

_INDENT = "  "
# Where a note begins beside a property, so that notes stand in a column.
_NOTES_AT = 48


def show(contract: Contract) -> str:
    """The whole contract, in the order of its source; ends with a newline."""
    return "\n".join(_lines(contract)) + "\n"


def _lines(contract: Contract) -> Iterator[str]:
    title = " ".join(part for part in (contract.title, contract.version) if part)
    yield f"{title} ({contract.source})" if title else contract.source
    yield _counts(contract)
    if contract.prefixes != ("",):
        yield "base paths: " + ", ".join(prefix or "/" for prefix in contract.prefixes)
    if contract.envelope:
        client = f", taken off by {contract.envelope_client}()" if contract.envelope_client else ""
        yield f"envelope: the payload is in '{contract.envelope}'{client}"
    for operation in contract.operations:
        yield ""
        yield from _operation(operation, contract)
    if contract.schemas:
        yield from ("", "Schemas")
        for name, schema in contract.schemas.items():
            yield from _named(_INDENT + name, schema, 1)
    if contract.pages:
        yield from ("", "Pages")
        for page in contract.pages:
            yield from _page(page)
    if contract.checklist:
        yield from ("", "Checklist")
        yield from (f"{_INDENT}{n}. {item.text}" for n, item in enumerate(contract.checklist, 1))


def _counts(contract: Contract) -> str:
    counts = (
        (len(contract.operations), "operation"),
        (len(contract.schemas), "schema"),
        (len(contract.pages), "page"),
        (len(contract.checklist), "checklist item"),
    )
    return ", ".join(f"{n} {word}{'s' if n != 1 else ''}" for n, word in counts if n)


def _operation(operation: Operation, contract: Contract) -> Iterator[str]:
    function = f"  {operation.function}()" if operation.function else ""
    where = f"  [{operation.location}]" if operation.location else ""
    gone = "  deprecated" if operation.deprecated else ""
    yield f"{operation.method:<6} {operation.path}{function}{gone}{where}"
    if operation.summary:
        yield _INDENT + operation.summary
    for route in operation.legacy:
        yield f"{_INDENT}was {route.method + ' ' if route.method else ''}{route.path}"
    for parameter in operation.parameters:
        yield _INDENT + _parameter(parameter)
    if operation.body is not None:
        yield from _named(_INDENT + "sends", operation.body, 1)
    payload = contract.payload(operation)
    if payload is None:
        yield _INDENT + "returns: not said"
    elif payload is operation.response:
        yield from _named(_INDENT + "returns", payload, 1)
    else:
        yield from _named(f"{_INDENT}returns, in '{contract.envelope}'", payload, 1)


def _parameter(parameter: Parameter) -> str:
    where = "path" if parameter.where is In.PATH else "query"
    needed = " (required)" if parameter.required and parameter.where is In.QUERY else ""
    return f"{where} {parameter.name}: {type_name(parameter.schema)}{needed}"


def _named(label: str, schema: Schema, depth: int) -> Iterator[str]:
    yield f"{label}: {type_name(schema)}"
    yield from _members(schema, depth + 1)


def _members(schema: Schema, depth: int) -> Iterator[str]:
    if schema.items:
        yield from _members(schema.items, depth)
    if schema.values:
        yield from _members(schema.values, depth)
    for variant in schema.variants:
        yield from _members(variant, depth)
    for prop in schema.properties:
        text = f"{_INDENT * depth}{prop.name}{'' if prop.required else '?'}: "
        text += type_name(prop.schema)
        notes = ", ".join(_notes(prop))
        yield f"{text:<{_NOTES_AT}} {notes}".rstrip()
        yield from _members(prop.schema, depth + 1)


def _notes(prop: Property) -> Iterator[str]:
    if prop.legacy_names:
        yield "was " + ", ".join(prop.legacy_names)
    if prop.is_new:
        yield "new"
    if prop.read_only:
        yield "read only"
    if prop.write_only:
        yield "write only"
    if prop.deprecated:
        yield "deprecated"


def type_name(schema: Schema) -> str:
    """A schema's type in a word or few: `string (date)`, `list of Invoice`, `"a" | "b"`."""
    return f"{_type_name(schema)} or null" if schema.nullable else _type_name(schema)


def _type_name(schema: Schema) -> str:
    if schema.enum:
        return " | ".join(f'"{v}"' if isinstance(v, str) else str(v) for v in schema.enum)
    match schema.kind:
        case Kind.REF:
            return schema.name or "anything"
        case Kind.ARRAY:
            return f"list of {type_name(schema.items)}" if schema.items else "list"
        case Kind.UNION:
            return " | ".join(type_name(variant) for variant in schema.variants)
        case Kind.ANY:
            return "anything"
        case Kind.OBJECT if schema.values:
            return f"map of {type_name(schema.values)}"
        case Kind.OBJECT:
            return "object, maybe with more" if schema.loose else "object"
    return f"{schema.kind.value} ({schema.format})" if schema.format else schema.kind.value


def _page(page: Page) -> Iterator[str]:
    yield f"{_INDENT}{page.name}"
    for use in page.uses:
        yield f"{_INDENT * 2}{use.function}() -> {use.method} {use.path}"
    for field in page.fields:
        text = f"{_INDENT * 2}{field.variable}.{field.path}"
        notes = ", ".join(_field_notes(field))
        yield f"{text:<{_NOTES_AT}} {notes}".rstrip()


def _field_notes(field: PageField) -> Iterator[str]:
    if field.legacy_names:
        yield "was " + ", ".join(field.legacy_names)
    if field.is_new:
        yield "new"
    if field.members:
        yield "list with " + ", ".join(field.members)
