"""OpenAPI 3.0 and 3.1 and Swagger 2.0, YAML or JSON, in one file or several, into a contract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fixer.contract.errors import ContractError
from fixer.contract.model import Contract, Location
from fixer.contract.openapi.document import Table, Value, is_swagger, is_table, parse
from fixer.contract.openapi.extensions import checklist, hosts, is_of_aspnet, pages, prefixes
from fixer.contract.openapi.operations import operations, unread
from fixer.contract.openapi.references import Document, Place, References
from fixer.contract.openapi.schemas import Schemas, names_of


def _read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def read_openapi(
    text: str,
    source: str,
    *,
    path: Path | None = None,
    read: Callable[[Path], str] = _read_text,
) -> Contract:
    """The contract of a specification; `source` is its name in locations.

    `path`: where it lies, for references to other files, whose text `read` gives. Raises
    ContractError for broken syntax, for other versions, and for a document without any operation.
    """
    value = parse(text.removeprefix("\ufeff"), source)
    root = _checked(value, source)
    document = Document(path, source, root)
    schemas = Schemas(References(document, read))
    schemas.components(document)
    written = Place(root.table("paths"), document)
    paths = schemas.references.follow(written) or written
    found, open_paths = tuple(operations(paths, schemas)), tuple(unread(paths, schemas))
    if not found:
        told = f"the $ref of {open_paths[0]} leads nowhere" if open_paths else "no operation"
        raise ContractError(
            f"no endpoint found: {told} in 'paths'", Location(source, root.line_of("paths"))
        )
    if is_of_aspnet(root):
        found = tuple(replace(one, any_slash=True, any_case=True) for one in found)
    return Contract(
        source=source,
        operations=found,
        schemas=schemas.finish(),
        pages=pages(root, document, found),
        checklist=checklist(root, document),
        envelope=root.text("x-envelope") or None,
        envelope_client=root.text("x-envelope-client") or None,
        prefixes=prefixes(root),
        open_paths=(*names_of(root.get("x-open-paths")), *open_paths),
        hosts=hosts(root),
        title=root.table("info").text("title"),
        version=root.table("info").text("version"),
    )


def _checked(value: Value, source: str) -> Table:
    if not is_table(value):
        raise ContractError("not an OpenAPI document: it must be a mapping", Location(source, 1))
    key = "swagger" if "swagger" in value and "openapi" not in value else "openapi"
    version = str(value.get(key, ""))
    if not version.startswith("3.") and not is_swagger(value):
        said = f"'{key}: {version}'" if version else "no 'openapi: 3.x' or 'swagger: 2.0'"
        raise ContractError(
            f"not an OpenAPI 3 or Swagger 2.0 document: {said}",
            Location(source, value.line_of(key)),
        )
    return value
