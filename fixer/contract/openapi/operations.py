"""OpenAPI's path items into operations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fixer.contract.errors import ContractError
from fixer.contract.model import ANY, In, Kind, LegacyRoute, Operation, Parameter, Schema
from fixer.contract.openapi.combination import union
from fixer.contract.openapi.document import Table, is_table
from fixer.contract.openapi.references import Place
from fixer.contract.openapi.schemas import Schemas, names_of
from fixer.contract.openapi.swagger import body_schema, response_schema

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_HOLE = re.compile(r"\{([^{}/]*)\}")
_ROUTE = re.compile(r"(?:(?P<method>[A-Za-z]+)\s+)?(?P<path>/\S*)\Z")


def operations(paths: Place, schemas: Schemas) -> Iterator[Operation]:
    """Every operation of a `paths` object, in its order."""
    table = paths.table
    for path, value in table.items():
        if path.startswith("x-"):
            continue
        here = paths.document.location(table.line_of(path))
        if not is_table(value):
            raise ContractError(f"the path item of {path} must be a mapping", here)
        item = schemas.references.follow(paths.inner(value))
        if item is None:
            continue
        for method in item.table:
            if method not in _METHODS:
                continue
            node = item.table[method]
            if not is_table(node):
                line = item.table.line_of(method)
                raise ContractError(
                    f"{method.upper()} {path} must be a mapping", item.document.location(line)
                )
            yield _operation(method, path, item, item.inner(node), schemas)


def unread(paths: Place, schemas: Schemas) -> Iterator[str]:
    """The paths of which the `$ref` leads nowhere, or to another host."""
    for path, value in paths.table.items():
        is_elsewhere = is_table(value) and "$ref" in value
        if is_elsewhere and schemas.references.follow(paths.inner(value)) is None:
            yield path


def _operation(method: str, written: str, item: Place, place: Place, schemas: Schemas) -> Operation:
    node = place.table
    path = written.partition("?")[0].partition("#")[0]
    declared = _declared(item, place, schemas)
    parameters = [p for one in declared for p in _parameters(one, schemas)]
    legacy = (*_legacy(item.table), *_legacy(node))
    return Operation(
        method.upper(),
        path,
        function=node.text("operationId") or None,
        summary=node.text("summary"),
        parameters=(*_in_order(path, parameters), *_query(parameters)),
        body=_body(place, declared, schemas),
        response=_response(place, schemas),
        legacy=tuple(dict.fromkeys(legacy)),
        query_closed=node.get("x-query-closed") is not False
        and not any(_takes_any(one, schemas) for one in declared),
        deprecated=node.get("deprecated") is True,
        any_slash=node.get("x-any-slash") is True,
        any_case=node.get("x-any-case") is True,
        location=item.document.location(item.table.line_of(method)),
    )


def _legacy(node: Table) -> Iterator[LegacyRoute]:
    for written in names_of(node.get("x-renamed-from")):
        if match := _ROUTE.match(written.strip()):
            method = match["method"].upper() if match["method"] else None
            yield LegacyRoute(method, match["path"])


def _declared(item: Place, place: Place, schemas: Schemas) -> list[Place]:
    """The parameters as written; the operation's own override the path item's."""
    found: dict[tuple[str, str], Place] = {}
    for owner in (item, place):
        for value in owner.table.items_of("parameters"):
            if target := schemas.references.follow(owner.inner(value)):
                found[target.table.text("name"), target.table.text("in")] = target
    return list(found.values())


def _parameters(place: Place, schemas: Schemas) -> tuple[Parameter, ...]:
    """What is declared as one parameter; an object in the query is sent property by property."""
    one = _parameter(place, schemas)
    if one is None:
        return ()
    node = place.table
    if one.where is not In.QUERY or "schema" not in node or not _is_exploded(node):
        return (one,)
    shape = schemas.resolved(place.inner(node["schema"]))
    if shape.kind is not Kind.OBJECT or not shape.properties or shape.loose:
        return (one,)
    return tuple(
        replace(one, name=p.name, schema=p.schema, required=one.required and p.required)
        for p in shape.properties
    )


def _takes_any(place: Place, schemas: Schemas) -> bool:
    """Whether a parameter stands for others of any name: an object that says it has more."""
    schema = place.table.get("schema")
    if place.table.text("in") != "query" or not _is_exploded(place.table) or not is_table(schema):
        return False
    shape = schemas.resolved(place.inner(schema)) if "additionalProperties" in schema else ANY
    return shape.kind is Kind.OBJECT and (shape.loose or shape.values is not None)


def _is_exploded(node: Table) -> bool:
    return node.get("explode") is not False and node.text("style") in ("", "form")


def _parameter(place: Place, schemas: Schemas) -> Parameter | None:
    node = place.table
    name, where = node.text("name"), node.text("in")
    if not name or where not in ("path", "query"):
        return None
    schema = place.inner(node.get("schema"))
    if "schema" not in node:
        is_own = schemas.references.is_swagger
        schema = place if is_own else _media_type(place) or schema
    read = schemas.read(schema)
    is_text = read.kind in (Kind.STRING, Kind.ANY) and not read.format
    if where == "path" and is_text and _has_slash(node, node.table("schema")):
        read = replace(read, format="path")
    return Parameter(
        name,
        In(where),
        read,
        required=where == "path" or node.get("required") is True,
        location=place.document.location(node.line),
    )


def _has_slash(*said: Table) -> bool:
    """Whether the example of a path's parameter has several segments: `dns/upstreams`."""
    return any("/" in table.text("example").strip("/") for table in said)


def _in_order(path: str, parameters: list[Parameter]) -> Iterator[Parameter]:
    """The path's parameters as its holes stand; one that isn't declared can be anything."""
    declared = {p.name: p for p in parameters if p.where is In.PATH}
    for name in dict.fromkeys(_HOLE.findall(path)):
        yield declared.get(name) or Parameter(name, In.PATH, ANY, required=True)


def _query(parameters: list[Parameter]) -> Iterator[Parameter]:
    return (p for p in parameters if p.where is In.QUERY)


def _body(place: Place, declared: list[Place], schemas: Schemas) -> Schema | None:
    if schemas.references.is_swagger:
        form = body_schema(declared)
        return schemas.read(form) if form else None
    if "requestBody" not in place.table:
        return None
    body = schemas.references.follow(place.inner(place.table["requestBody"]))
    media = _media_type(body) if body else None
    return schemas.read(media) if media else None


def _response(place: Place, schemas: Schemas) -> Schema | None:
    """The body of success: of every 2xx that has one; of `default` where no 2xx is listed."""
    table = place.table.table("responses")
    codes = sorted(code for code in table if code[:1] == "2") or [
        code for code in table if code == "default"
    ]
    found: list[Schema] = []
    for code in codes:
        response = schemas.references.follow(place.inner(table[code]))
        media = _success(response, schemas) if response else None
        if media:
            found.append(schemas.read(media))
    return union(found, [() for _ in found], False) if found else None


def _success(response: Place, schemas: Schemas) -> Place | None:
    is_swagger = schemas.references.is_swagger
    return response_schema(response) if is_swagger else _media_type(response)


def _media_type(place: Place) -> Place | None:
    """The schema of a body's content: JSON before forms before the rest."""
    content = place.table.table("content")
    names = sorted(content, key=_preference)
    for name in names:
        media = content.get(name)
        if is_table(media):
            return place.inner(media.get("schema"))
    return None


def _preference(content_type: str) -> int:
    bare = content_type.partition(";")[0].strip().lower()
    if bare == "application/json":
        return 0
    if bare.endswith("+json") or bare == "*/*":
        return 1
    forms = ("multipart/form-data", "application/x-www-form-urlencoded")
    return 2 + forms.index(bare) if bare in forms else 4
