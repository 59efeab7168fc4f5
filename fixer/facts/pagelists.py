"""The contract's lists of what a page should use, held against what it uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import PageField, PageUse
from fixer.diagnostics import Applicability, Edit, Fix, Span
from fixer.facts.clientfunctions import ClientFunction, called_in
from fixer.facts.frontend import Frontend
from fixer.facts.judged import JudgedCall, Status
from fixer.facts.placeholders.records import unwrapped
from fixer.facts.typetexts import Written, canon
from fixer.program.module import Module
from fixer.program.syntax import children_of, string_value, text
from fixer.rewrite.dead import dead_after
from fixer.rewrite.functions import Wanted, functions_edit
from fixer.rewrite.imports import Needed, can_import, import_edits, specifier_to
from fixer.rewrite.requests import Model


@dataclass(frozen=True, slots=True)
class MissingFunction:
    """A function on `pages`' lists that nothing exports; `span`: behind what it belongs."""

    use: PageUse
    pages: tuple[str, ...]
    span: Span
    fix: Fix | None


@dataclass(frozen=True, slots=True)
class UnusedFunction:
    """A function on a page's list that the page doesn't use; `span`: what it does instead."""

    use: PageUse
    page: str
    span: Span
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class UnreadField:
    """A field on a page's list that nothing of the page reads; `legacy`: what it reads instead."""

    field: PageField
    page: str
    span: Span
    legacy: tuple[str, ...] = ()


def missing_functions(frontend: Frontend, path: Path) -> Iterator[MissingFunction]:
    """The missing functions that belong in the file, or, without a client module, on its page."""
    clients = frontend.client_functions
    if not clients.missing:
        return
    home = clients.home
    page = frontend.pages.page(path)
    if home is None and page is not None:
        span = _span(frontend.pages.component(frontend.program.module(path), page))
        for use in page.uses:
            if use in clients.missing:
                yield MissingFunction(use, (page.name,), span, None)
    if home is None or home.path != path:
        return
    last = [f for f in clients.all if f.module.path == path][-1]
    fix = _written(frontend, home)
    for use in clients.missing:
        names = tuple(
            page.name
            for page in frontend.contract.pages
            if any(u.function == use.function for u in page.uses)
        )
        yield MissingFunction(use, names, _span(_name(last)), fix)


def _written(frontend: Frontend, home: Module) -> Fix | None:
    clients = frontend.client_functions
    operations = [(use, clients.operation_of(use)) for use in clients.missing]
    wanted = [Wanted(use.function, o) for use, o in operations if o is not None]
    models = list(_models(frontend, home))
    edit = functions_edit(frontend.program, frontend.contract, home, models, wanted)
    if edit is None:
        return None
    names = ", ".join(f"{w.name}()" for w in wanted)
    return Fix(f"Add {names}", (edit,), Applicability.UNSAFE)


def _models(frontend: Frontend, home: Module) -> Iterator[Model]:
    """The module's functions that send one request each, those of known operations first."""
    found: list[Model] = []
    for function in frontend.client_functions.all:
        if function.module.path != home.path:
            continue
        statement = _statement(function.node)
        judged = _sent(frontend, function)
        call = judged.call.node if judged is not None else called_in(function.node)
        if statement is not None and call is not None:
            known = judged is not None and judged.status is Status.MATCHED
            matched = judged.operation if judged is not None and known else None
            found.append(Model(home, statement, function.node, call, matched))
    yield from sorted(found, key=lambda m: m.operation is None)


def _sent(frontend: Frontend, function: ClientFunction) -> JudgedCall | None:
    """The request that a function sends, if it is one."""
    node = function.node
    found = [
        j
        for j in frontend.calls_in(function.module.path)
        if node.start_byte <= j.call.node.start_byte < node.end_byte
    ]
    return found[0] if len({j.call.node.id for j in found}) == 1 else None


def _statement(function: Node) -> Node | None:
    node: Node | None = function
    while node is not None and node.type != "export_statement":
        node = node.parent
    return node


def _name(function: ClientFunction) -> Node:
    return function.node.child_by_field_name("name") or (
        (function.node.parent.child_by_field_name("name") if function.node.parent else None)
        or function.node
    )


def unused_functions(frontend: Frontend, path: Path) -> Iterator[UnusedFunction]:
    """What the page in a file should use and doesn't; a function that is missing is no page's."""
    page = frontend.pages.page(path)
    if page is None:
        return
    module = frontend.program.module(path)
    found: list[tuple[PageUse, JudgedCall | None]] = []
    replaced: dict[int, tuple[Node, ClientFunction]] = {}
    for use in page.uses:
        functions = frontend.pages.functions(use.function)
        if not functions or frontend.pages.uses(path, functions):
            continue
        wanted = functions[0].operation
        direct = [j for j in frontend.calls_in(path) if j.operation and j.operation == wanted]
        found += [(use, judged) for judged in direct] or [(use, None)]
        for node in (j.call.node for j in direct):
            if _replaces(frontend, module, node, functions[0]):
                replaced[node.id] = (node, functions[0])
    fix = _used(frontend, module, list(replaced.values())) if replaced else None
    for use, judged in found:
        if judged is None:
            yield UnusedFunction(use, page.name, _span(frontend.pages.component(module, page)))
            continue
        node = judged.call.node
        yield UnusedFunction(use, page.name, _span(node), fix if node.id in replaced else None)


def _replaces(frontend: Frontend, module: Module, node: Node, function: ClientFunction) -> bool:
    """Whether a call of the function can stand for a request: no arguments, the same type."""
    if function.parameters or function.value is None:
        return False
    types = node.child_by_field_name("type_arguments")
    if types is None or len(children_of(types)) != 1:
        return False
    own = canon(frontend.program, Written(module, children_of(types)[0]))
    if own != canon(frontend.program, function.value):
        return False
    return can_import(module, _needed(frontend, module, function), node)


def _needed(frontend: Frontend, module: Module, function: ClientFunction) -> Needed:
    return Needed(specifier_to(frontend.program, module, function.module.path), function.name)


def _used(frontend: Frontend, module: Module, replaced: list[tuple[Node, ClientFunction]]) -> Fix:
    """All of a page's own requests replaced at once: together they leave imports unused."""
    calls = [(_start(node), node.end_byte, function) for node, function in replaced]
    dead = dead_after(module, [(start, end) for start, end, _ in calls])
    needed = [_needed(frontend, module, function) for _, function in replaced]
    edits = {Edit(module.path, start, end, f"{function.name}()") for start, end, function in calls}
    edits |= {*dead.edits, *import_edits(module, needed, dead.imports)}
    names = ", ".join(dict.fromkeys(f"{function.name}()" for _, function in replaced))
    return Fix(f"Call {names}", tuple(sorted(edits)), Applicability.UNSAFE)


def _start(call: Node) -> int:
    """Where the callee begins: the grammar puts `await f<T>(x)`'s operator inside the call."""
    function = call.child_by_field_name("function")
    if function is not None and function.type in ("await_expression", "unary_expression"):
        return children_of(function)[0].start_byte
    return call.start_byte


def unread_fields(frontend: Frontend, path: Path) -> Iterator[UnreadField]:
    """The fields that the page in a file should read and doesn't."""
    page = frontend.pages.page(path)
    if page is None:
        return
    module = frontend.program.module(path)
    for field in page.fields:
        name = field.path.rpartition(".")[2]
        if frontend.pages.reads(path, name):
            continue
        legacy = [n for n in field.legacy_names if _reads_of(frontend, path, field.variable, n)]
        span = _span(frontend.pages.component(module, page))
        told = tuple(f"{field.variable}.{n}" for n in legacy)
        yield UnreadField(field, page.name, span, told)


def _reads_of(frontend: Frontend, path: Path, variable: str, name: str) -> bool:
    """Whether `variable.name` is read anywhere in what a page reaches."""
    for module in frontend.pages.reached(path):
        for node in module.occurrences(name):
            owner = _owner(node)
            if owner is not None and _last_name(owner) == variable:
                return True
    return False


def _owner(name: Node) -> Node | None:
    """`row` of `row.name` and of `row['name']`, for the name."""
    access, kind = name.parent, "member_expression"
    if access is not None and access.type == "string":
        access, kind = access.parent, "subscript_expression"
    if access is None or access.type != kind:
        return None
    return access.child_by_field_name("object")


def _last_name(owner: Node) -> str:
    owner = unwrapped(owner)
    last = owner.child_by_field_name("property") or owner.child_by_field_name("index") or owner
    return string_value(last) or text(last)


def _span(node: Node) -> Span:
    if node.type == "program":
        return Span(node.start_byte, node.start_byte)
    return Span(node.start_byte, node.end_byte)
