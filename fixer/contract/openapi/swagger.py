"""What Swagger 2.0 says of servers and bodies, as OpenAPI 3 says it.

Each part is turned where it is read, not the document beforehand: parts may lie in other files,
which don't say their version, and a reference is followed from the file that it stands in. A
contract holds one schema a body, whatever its media types: `consumes` and `produces` don't matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fixer.contract.openapi.document import Table, Value
from fixer.contract.openapi.references import Place


def servers(root: Table) -> Iterator[str]:
    """`host` and `basePath` as the URL of a server; none where neither is stated."""
    host, base = root.text("host"), root.text("basePath")
    if host or base:
        path = base if base.startswith("/") or not base else f"/{base}"
        yield f"//{host}{path}" if host else path


def response_schema(place: Place) -> Place | None:
    """The schema of a response, which stands in it without a media type."""
    return place.inner(place.table["schema"]) if "schema" in place.table else None


def body_schema(parameters: Iterable[Place]) -> Place | None:
    """The schema of a request's body: of its parameter `in: body`, or of its form's fields."""
    fields: list[Place] = []
    body: Place | None = None
    for parameter in parameters:
        where = parameter.table.text("in")
        if where == "body" and "schema" in parameter.table:
            body = parameter.inner(parameter.table["schema"])
        elif where == "formData" and parameter.table.text("name"):
            fields.append(parameter)
    return body or (_form(fields) if fields else None)


def _form(fields: list[Place]) -> Place:
    first = fields[0]
    properties = Table(first.table.line)
    for field in fields:
        name = field.table.text("name")
        properties[name] = field.value
        properties.lines[name] = field.table.line
    required: list[Value] = [
        field.table.text("name") for field in fields if field.table.get("required") is True
    ]
    form = Table(first.table.line)
    form.update(type="object", properties=properties, required=required)
    return first.inner(form)
