"""OpenAPI's `servers` and fixer's own document extensions into their parts of the contract."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from fixer.contract.model import ChecklistItem, Operation, Page, PageField, PageUse
from fixer.contract.openapi.document import Table, Value, is_swagger, is_table
from fixer.contract.openapi.references import Document
from fixer.contract.openapi.schemas import names_of
from fixer.contract.openapi.swagger import servers

_VARIABLE = re.compile(r"\{(\w+)\}")
# A server with more combinations of variables than this is taken by its defaults.
_MAX_COMBINATIONS = 64


def prefixes(root: Table) -> tuple[str, ...]:
    """The base paths of all servers, without a last slash; `""` where there is no server."""
    return tuple(dict.fromkeys(map(_base_path, _servers(root)))) or ("",)


def hosts(root: Table) -> tuple[str, ...]:
    """The hosts of all servers that name one, in lower case."""
    found = (_host(url) for url in _servers(root))
    return tuple(dict.fromkeys(host for host in found if host))


def is_of_aspnet(root: Table) -> bool:
    """Whether ASP.NET wrote the document, which serves paths in any case and with any slash.

    Its generators name all its formatters take, and nobody else has this one.
    """
    items = (item for item in root.table("paths").values() if is_table(item))
    nodes = (node for item in items for node in item.values() if is_table(node))
    answers = (a for node in nodes for a in node.table("responses").values() if is_table(a))
    return any("text/json" in answer.table("content") for answer in answers)


def _servers(root: Table) -> Iterator[str]:
    if is_swagger(root):
        yield from servers(root)
        return
    owners = [root]
    for item in root.table("paths").values():
        if is_table(item):
            owners.append(item)
            owners.extend(value for value in item.values() if is_table(value))
    for owner in owners:
        for server in owner.items_of("servers"):
            if is_table(server):
                yield from _urls(server)


def _urls(server: Table) -> Iterator[str]:
    """The server's URL with its variables filled in, by each listed value."""
    url = server.text("url")
    variables = server.table("variables")
    names = list(dict.fromkeys(_VARIABLE.findall(url)))
    choices = [_choices(variables.table(name)) for name in names]
    combinations = itertools.product(*choices)
    for values in itertools.islice(combinations, _MAX_COMBINATIONS):
        filled = dict(zip(names, values, strict=True))
        # mypy infers no type for a lambda's default, which binds this round's values.
        yield _VARIABLE.sub(lambda m, f=filled: f[m[1]] or m[0], url)  # type: ignore[misc]


def _choices(variable: Table) -> list[str]:
    values = [variable.get("default"), *variable.items_of("enum")]
    return list(dict.fromkeys(str(v) for v in values if v is not None)) or [""]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _base_path(url: str) -> str:
    try:
        path = urlsplit(url).path if "://" in url else url.partition("?")[0]
    except ValueError:
        return ""
    if "://" not in url and url.startswith("//"):
        path = "/" + url[2:].partition("/")[2]
    # A variable that nothing fills: what comes before it is still known.
    path = path.partition("{")[0].rstrip("/").removeprefix(".")
    return path if path.startswith("/") or not path else "/" + path


def pages(root: Table, document: Document, operations: tuple[Operation, ...]) -> tuple[Page, ...]:
    """`x-pages`: a page's functions and fields, in short or in long form."""
    by_function = {op.function: op for op in operations if op.function}
    table = root.table("x-pages")
    found: list[Page] = []
    for name, value in table.items():
        line = table.line_of(name)
        node = value if is_table(value) else Table(line)
        uses = value if isinstance(value, list) else node.items_of("uses")
        found.append(
            Page(
                name,
                tuple(u for use in uses if (u := _use(use, by_function, document, line))),
                tuple(f for f in (_field(v, document, line) for v in node.items_of("fields")) if f),
                document.location(line),
            )
        )
    return tuple(found)


def _use(
    value: Value, by_function: dict[str, Operation], document: Document, line: int
) -> PageUse | None:
    if isinstance(value, str) and value in by_function:
        operation = by_function[value]
        return PageUse(value, operation.method, operation.path, document.location(line))
    if not is_table(value) or not value.text("function"):
        return None
    method, path = value.text("method").upper(), value.text("path")
    known = by_function.get(value.text("function"))
    if not path and known:
        method, path = known.method, known.path
    return PageUse(value.text("function"), method or "GET", path, document.location(value.line))


def _field(value: Value, document: Document, line: int) -> PageField | None:
    node = value if is_table(value) else Table(line)
    written = value if isinstance(value, str) else node.text("field")
    variable, dot, path = written.partition(".")
    if not dot:
        return None
    return PageField(
        variable,
        path,
        tuple(names_of(node.get("x-renamed-from"))),
        tuple(names_of(node.get("members"))),
        node.get("x-new") is True,
        document.location(node.line),
    )


def checklist(root: Table, document: Document) -> tuple[ChecklistItem, ...]:
    """`x-checklist`: lines, bare or with what they mention."""
    line = root.line_of("x-checklist")
    items: list[ChecklistItem] = []
    for value in root.items_of("x-checklist"):
        if isinstance(value, str):
            items.append(ChecklistItem(value, location=document.location(line)))
        elif is_table(value):
            mentions = tuple(names_of(value.get("mentions")))
            items.append(ChecklistItem(value.text("text"), mentions, document.location(value.line)))
    return tuple(items)
