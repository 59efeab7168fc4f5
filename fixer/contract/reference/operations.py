"""The drafts of a reference's endpoints into operations, each method and path once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from fixer.contract.errors import ContractError
from fixer.contract.inference import merge_all
from fixer.contract.model import (
    ANY,
    In,
    Kind,
    LegacyRoute,
    Location,
    Operation,
    Parameter,
    Property,
    Schema,
)
from fixer.contract.reference.draft import Draft, FieldDraft, OperationDraft, UseDraft
from fixer.contract.reference.shapes import Change, change_everywhere

Key = tuple[str, str]


def key(method: str, path: str) -> Key:
    """What makes two operations the same: method and path, whatever its holes are called."""
    return method, re.sub(r"\{[^}]*\}", "{}", path)


def operations(draft: Draft, source: str) -> tuple[Operation, ...]:
    """Every operation that the document states, in reading order of their paths.

    Raises ContractError where one endpoint is documented twice and differently, or one client
    function leads to two endpoints.
    """
    found: dict[Key, Operation] = {}
    for stated in draft.operations:
        if stated.is_illustration and any(_fits(stated, known) for known in found.values()):
            continue
        for method in stated.methods or ("GET",):
            operation = _operation(stated, method, source)
            known = found.get(key(method, operation.path))
            merged = _joined(known, operation) if known else operation
            found[key(method, operation.path)] = merged
    functions: dict[str, Key] = {}
    for use in draft.uses:
        at = key(used_method(use, found), _documented(use, found))
        operation = found.get(at) or _of_use(use, at[0], source)
        _check_function(functions, use, at, found, source)
        found[at] = _with_use(operation, use, source)
    # Methods of one path stand together, as in OpenAPI.
    paths = dict.fromkeys(op.path for op in found.values())
    grouped = [op for path in paths for op in found.values() if op.path == path]
    return tuple(_with_parameter_types(grouped))


def used_method(use: UseDraft, known: Iterable[Key]) -> str:
    """The method of a `function → path` line: the stated, else the documented, else GET."""
    if use.method:
        return use.method
    path = key("", use.target.path)[1].rstrip("/")
    methods = [m for m, template in known if template.rstrip("/") == path]
    return methods[0] if len(methods) == 1 else "GET"


def _documented(use: UseDraft, known: Iterable[Key]) -> str:
    """The path as documented, where the line has it without (or with) the last slash."""
    paths = {template for _, template in known}
    path = key("", use.target.path)[1]
    other = path.rstrip("/") if path.endswith("/") else path + "/"
    return other if path not in paths and other in paths else path


def _check_function(
    functions: dict[str, Key], use: UseDraft, at: Key, found: dict[Key, Operation], source: str
) -> None:
    earlier = functions.setdefault(use.function, at)
    if earlier != at:
        raise ContractError(
            f"{use.function}() leads to {' '.join(at)} here, to {found[earlier]} before; "
            "keep the right one",
            Location(source, use.line),
        )


def _operation(stated: OperationDraft, method: str, source: str) -> Operation:
    body, response = _examples(stated, method)
    if body and method == "PATCH":
        # A partial update sends what changes: its example shows what may be sent.
        optional = tuple(replace(p, required=False) for p in body.properties)
        body = replace(body, properties=optional)
    path_parameters = [
        replace(p, schema=stated.path_types.get(p.name, p.schema))
        for p in stated.target.parameters
        if p.where is In.PATH
    ]
    location = Location(source, stated.line)
    parameters = (*path_parameters, *_unique(stated.query))
    return Operation(
        method,
        stated.target.path,
        function=stated.function,
        summary=stated.summary,
        parameters=tuple(replace(p, location=p.location or location) for p in parameters),
        body=_with_fields(body, stated.body_fields, source),
        response=_with_fields(response, stated.response_fields, source),
        legacy=tuple(LegacyRoute(former.method, former.name) for former in stated.formers),
        location=location,
    )


def _examples(stated: OperationDraft, method: str) -> tuple[Schema | None, Schema | None]:
    """The body's and the response's schema; examples without a label go by method and order."""
    bodies, responses = list(stated.bodies), list(stated.responses)
    loose = list(stated.unlabelled)
    if method in ("GET", "DELETE", "HEAD"):
        responses.extend(loose)
    elif len(loose) == 2 and not bodies and not responses:
        bodies, responses = loose[:1], loose[1:]
    elif len(loose) == 1 and bodies and not responses:
        responses = loose
    return (
        merge_all(bodies) if bodies else None,
        merge_all(responses) if responses else None,
    )


def _with_fields(schema: Schema | None, fields: list[FieldDraft], source: str) -> Schema | None:
    """The example's schema completed by the fields that bullets or a table describe.

    Prose about fields need not be whole, so a schema of prose alone is loose. Where there is an
    example, a name that it lacks is taken for its own only if it has no inner objects.
    """
    fields = [field for field in fields if "." not in field.name and "[" not in field.name]
    if schema and schema.kind is Kind.ARRAY:
        return replace(schema, items=_with_fields(schema.items, fields, source))
    if not fields or (schema and schema.kind is not Kind.OBJECT):
        return schema
    whole = schema or Schema(Kind.OBJECT, loose=True)
    is_flat = not any(p.schema.properties or p.schema.items for p in whole.properties)
    for field in fields:
        whole, found = change_everywhere(whole, field.name, _described(field))
        if not found and is_flat:
            added = Property(field.name, ANY, field.required, location=Location(source, field.line))
            whole = replace(whole, properties=(*whole.properties, _described(field)(added)))
    return whole


def _described(field: FieldDraft) -> Change:
    def change(prop: Property) -> Property:
        said = field.remark
        schema = field.schema if prop.schema.kind is Kind.ANY else prop.schema
        return replace(
            prop,
            schema=replace(schema, nullable=True) if said.nullable else schema,
            required=prop.required and not said.optional,
            legacy_names=tuple(dict.fromkeys((*prop.legacy_names, *said.legacy))),
            is_new=prop.is_new or said.is_new,
        )

    return change


def _joined(known: Operation, again: Operation) -> Operation:
    """One operation of two sections about it. Raises ContractError if they contradict."""
    for one, other, what in (
        (known.response, again.response, "returns"),
        (known.body, again.body, "takes"),
    ):
        if one is not None and other is not None and one != other:
            assert again.location is not None
            raise ContractError(
                f"{again} {what} another shape here than at {known.location}; keep the right one",
                again.location,
            )
    names = {(p.name, p.where) for p in known.parameters}
    more = tuple(
        p for p in again.parameters if p.where is In.QUERY and (p.name, p.where) not in names
    )
    return replace(
        known,
        function=known.function or again.function,
        summary=known.summary or again.summary,
        parameters=(*known.parameters, *more),
        body=known.body or again.body,
        response=known.response or again.response,
        legacy=tuple(dict.fromkeys((*known.legacy, *again.legacy))),
    )


def _of_use(use: UseDraft, method: str, source: str) -> Operation:
    location = Location(source, use.line)
    parameters = tuple(
        replace(p, location=location) for p in use.target.parameters if p.where is In.PATH
    )
    return Operation(method, use.target.path, parameters=parameters, location=location)


def _with_use(operation: Operation, use: UseDraft, source: str) -> Operation:
    names = {p.name for p in operation.parameters}
    more = tuple(
        replace(p, location=Location(source, use.line))
        for p in use.target.parameters
        if p.where is In.QUERY and p.name not in names
    )
    return replace(
        operation,
        function=operation.function or use.function,
        parameters=(*operation.parameters, *more),
    )


def _with_parameter_types(found: list[Operation]) -> list[Operation]:
    """Path parameters typed by the list they pick from: `/team/{id}/` by the ids in `/team/`."""
    lists = {key(op.method, op.path)[1].rstrip("/"): op for op in found if op.method == "GET"}
    typed: list[Operation] = []
    for operation in found:
        parameters = tuple(
            replace(p, schema=_element_type(operation, p, lists))
            if p.where is In.PATH and p.schema is ANY
            else p
            for p in operation.parameters
        )
        typed.append(replace(operation, parameters=parameters))
    return typed


def _element_type(
    operation: Operation, parameter: Parameter, lists: dict[str, Operation]
) -> Schema:
    before = operation.path.partition("{" + parameter.name + "}")[0]
    collection = lists.get(key("", before)[1].rstrip("/"))
    if not collection or not collection.response:
        return ANY
    # `todoId`, `todo_id` and `pk` are what the element itself calls its `id`.
    names = [parameter.name]
    if parameter.name == "pk" or parameter.name.lower().endswith("id"):
        names.append("id")
    for element in _elements(collection.response):
        for name in names:
            if prop := element.property(name):
                return replace(prop.schema, location=None, nullable=False)
    return ANY


def _elements(schema: Schema, depth: int = 0) -> Iterable[Schema]:
    if schema.kind is Kind.ARRAY and schema.items:
        yield schema.items
    elif depth < 3:
        for prop in schema.properties:
            yield from _elements(prop.schema, depth + 1)


def _fits(stated: OperationDraft, known: Operation) -> bool:
    """Whether an example request is one of a documented operation: `/users/42` of `/users/{id}`."""
    pattern = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(known.path.rstrip("/")))
    same_method = known.method in stated.methods
    return same_method and bool(re.search(pattern + r"/?\Z", stated.target.path))


def _unique(parameters: list[Parameter]) -> list[Parameter]:
    by_name: dict[str, Parameter] = {}
    for parameter in parameters:
        known = by_name.get(parameter.name)
        if known is None or (known.schema is ANY and parameter.schema is not ANY):
            by_name[parameter.name] = parameter
    return list(by_name.values())
