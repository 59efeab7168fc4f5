"""Operations without a client function become functions in the way of the module they join."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.model import Contract, In, Kind, Operation, Parameter, Property, Schema
from fixer.diagnostics import Edit
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.syntax import text
from fixer.rewrite.requests import (
    Base,
    Model,
    base_of,
    changed,
    is_block,
    is_simple,
    name_of,
    options_of,
    pairs_of,
    parameters_of,
    promised_type,
    type_argument,
    url_of,
    verb_node,
    verb_of,
)
from fixer.rewrite.style import has_types, style_of
from fixer.rewrite.types import member_text, type_text

_READING = re.compile(r"^(?:get|fetch|load|list|read|retrieve|find)(?=[A-Z])")
_WRITING = frozenset({"POST", "PUT", "PATCH"})
_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A function to write, by name."""

    name: str
    operation: Operation


def functions_edit(
    program: Program,
    contract: Contract,
    module: Module,
    models: Sequence[Model],
    wanted: Iterable[Wanted],
) -> Edit | None:
    """One insertion at the end of `module` with all wanted functions and the types they need.

    None when no model shows how this module sends a request.
    """
    writer = _Writer(program, contract, module, models)
    blocks = [block for want in wanted for block in writer.blocks(want)]
    if not writer.can_write or not blocks:
        return None
    newline = writer.style.newline
    content = "".join(f"{newline}{block}{newline}" for block in blocks)
    if not module.data.endswith(b"\n"):
        content = newline + content.removesuffix(newline)
    end = len(module.data)
    return Edit(module.path, end, end, content)


class _Writer:
    def __init__(
        self, program: Program, contract: Contract, module: Module, models: Sequence[Model]
    ) -> None:
        self._program = program
        self._contract = contract
        self._module = module
        self.style = style_of(module)
        self._models = models
        self._model = next((m for m in models if self._is_plain(m)), None)
        self._new: set[str] = set()

    @property
    def can_write(self) -> bool:
        return self._model is not None

    def blocks(self, want: Wanted) -> Iterator[str]:
        """An interface if one is needed, then the function."""
        model = self._model
        base = self._base()
        if model is None or base is None:
            return
        written, declared = self._response(want)
        if declared is not None and any(_types(model)):
            yield declared
        yield self._function(model, want, written, base)

    def _is_plain(self, model: Model) -> bool:
        """Whether it is a reading function of one request, its type written the same throughout."""
        if verb_of(model.call) not in (None, "get") or options_of(model.call) is not None:
            return False
        url = url_of(model.call)
        if url is None or url.type not in ("string", "template_string"):
            return False
        types = {text(t) for t in _types(model)}
        return len(types) <= 1 and is_simple(model)

    def _function(self, model: Model, want: Wanted, written: str, base: Base) -> str:
        """The model's text with name, parameters, types, URL and method of the wanted one."""
        operation = want.operation
        changes: list[tuple[Node, str]] = []
        name = name_of(model)
        if name is not None:
            changes.append((name, want.name))
        parameters = parameters_of(model.function)
        if parameters is not None:
            changes.append((parameters, f"({self._parameters(operation)})"))
        changes += [(node, written) for node in _types(model)]
        url = url_of(model.call)
        assert url is not None
        changes.append((url, self._url(operation, base) + self._more(model, operation)))
        verb = verb_node(model.call)
        if verb is not None:
            changes.append((verb, operation.method.lower()))
        return changed(model.statement, changes)

    def _parameters(self, operation: Operation) -> str:
        names = [_camel(p.name) for p in _asked(operation)]
        if not has_types(self._module):
            return ", ".join([*names, "data"] if operation.method in _WRITING else names)
        found = [f"{_camel(p.name)}: {self._parameter_type(p)}" for p in _asked(operation)]
        if operation.method in _WRITING:
            body = operation.body
            kind = self._text(body) if body is not None else "unknown"
            kind = "Record<string, unknown>" if kind == "unknown" else kind
            found.append(f"data: {kind}")
        return ", ".join(found)

    def _parameter_type(self, parameter: Parameter) -> str:
        kind = self._contract.resolve(parameter.schema).kind
        if kind in (Kind.INTEGER, Kind.NUMBER):
            return "number"
        return "string" if kind is Kind.STRING else "number | string"

    def _url(self, operation: Operation, base: Base) -> str:
        names = [p for p in _asked(operation) if p.where is In.QUERY]
        query = "&".join(f"{p.name}=${{{_camel(p.name)}}}" for p in names)
        path = operation.path[base.skipped :].replace("`", "\\`")
        filled = base.before + _HOLE.sub(lambda m: f"${{{_camel(m[1])}}}", path)
        filled += f"?{query}" if query else ""
        return f"`{filled}`" if "${" in filled else self.style.quoted(filled)

    def _more(self, model: Model, operation: Operation) -> str:
        """What stands behind the URL: the options with method and body, or the body alone."""
        method = operation.method
        if verb_node(model.call) is not None:
            return ", data" if method in _WRITING else ""
        if method == "GET":
            return ""
        style = self.style
        depth = style.indent * (2 if is_block(model.function) else 1)
        pairs = [f"method: {style.quoted(method)}", *self._copied()]
        if method in _WRITING:
            pairs.append(self._body())
        lines = "".join(f"{depth}{pair},{style.newline}" for pair in pairs)
        return f", {{{style.newline}{lines}{depth.removesuffix(style.indent)}}}"

    def _copied(self) -> list[str]:
        """The headers that the module's other writing functions give."""
        for model in self._models:
            for pair in pairs_of(options_of(model.call)):
                key, value = (pair.child_by_field_name(f) for f in ("key", "value"))
                if key is not None and value is not None and text(key) == "headers":
                    return [text(pair)] if value.type in ("identifier", "object") else []
        return []

    def _body(self) -> str:
        for model in self._models:
            for pair in pairs_of(options_of(model.call)):
                key, value = (pair.child_by_field_name(f) for f in ("key", "value"))
                if key is None or value is None or text(key) not in ("body", "data", "json"):
                    continue
                stringified = text(value).startswith("JSON.stringify(")
                return f"{text(key)}: {'JSON.stringify(data)' if stringified else 'data'}"
        return "body: JSON.stringify(data)"

    def _base(self) -> Base | None:
        """What this module's URLs have in place of the beginning of a contract's path."""
        for model in self._models:
            url, operation = url_of(model.call), model.operation
            if url is None or operation is None or url.type not in ("string", "template_string"):
                continue
            base = base_of(url, operation.path)
            if base is not None:
                return base
        first = {o.path.split("/")[1] for o in self._contract.operations if o.path.count("/") > 1}
        for model in self._models:
            url = url_of(model.call)
            segments = text(url)[1:].split("/") if url is not None else []
            if len(segments) > 1 and not segments[0]:
                return Base() if segments[1] in first else None
        return None

    def _response(self, want: Wanted) -> tuple[str, str | None]:
        """The type of the function's value, and the interface that has to be declared for it."""
        payload = self._contract.payload(want.operation)
        if payload is None:
            return "void", None
        shape = self._contract.resolve(payload)
        listed = _listed(self._contract, shape)
        if listed is None:
            if shape.kind is not Kind.OBJECT or not shape.properties:
                return self._text(shape), None
            name = _type_name(want.name)
            return name, self._declared(name, shape)
        item, prop = listed
        if item.kind is not Kind.OBJECT or not item.properties:
            return self._text(shape), None
        name = singular(_type_name(want.name))
        declared = self._declared(name, item)
        if prop is None:
            return f"{name}[]", declared
        generic = self._generic(shape, prop)
        if generic is not None:
            return f"{generic}<{name}>", declared
        members = (
            f"{p.name}: {name}[]" if p == prop else member_text(self._contract, p, self.style)
            for p in shape.properties
        )
        return f"{{ {'; '.join(members)} }}", declared

    def _declared(self, name: str, shape: Schema) -> str | None:
        """The interface's text, unless the module has a type of the name."""
        if name in self._module.table(self._module.root).types or name in self._new:
            return None
        self._new.add(name)
        style = self.style
        members = "".join(
            f"{style.indent}{member_text(self._contract, p, style)}{style.semicolon}{style.newline}"
            for p in shape.properties
        )
        return f"export interface {name} {{{style.newline}{members}}}"

    def _generic(self, shape: Schema, listed: Property) -> str | None:
        """A type of the module with one parameter and just these properties: `Paginated<T>`."""
        for name, binding in self._module.table(self._module.root).types.items():
            symbol = self._program.symbol(self._module, binding)
            if not isinstance(symbol, Symbol):
                continue
            parameters = symbol.node.child_by_field_name("type_parameters")
            if parameters is None or parameters.named_child_count != 1:
                continue
            body = symbol.node.child_by_field_name("body") or symbol.node.child_by_field_name(
                "value"
            )
            parameter = parameters.named_children[0].child_by_field_name("name")
            if body is None or parameter is None:
                continue
            found = _signatures(body)
            lists = found.get(listed.name) in (f"{text(parameter)}[]", f"Array<{text(parameter)}>")
            if lists and set(found) == {p.name for p in shape.properties}:
                return name
        return None

    def _text(self, schema: Schema) -> str:
        return type_text(self._contract, schema, self.style)


def _types(model: Model) -> list[Node]:
    """Where the model writes the type of its value."""
    places = (type_argument(model.call), promised_type(model.function))
    return [node for node in places if node is not None]


def singular(name: str) -> str:
    """The English singular of a type's name: `Categories`, `Boxes`, `Payments`; `Address` stays."""
    if name.endswith("ies") and len(name) > 4:
        return name[:-3] + "y"
    if name.endswith(("sses", "xes", "ches", "shes", "zes")):
        return name[:-2]
    if name.endswith("s") and not name.endswith(("ss", "us", "is", "ics")):
        return name[:-1]
    return name


def _type_name(function: str) -> str:
    name = _READING.sub("", function)
    return name[:1].upper() + name[1:]


def _listed(contract: Contract, shape: Schema) -> tuple[Schema, Property | None] | None:
    """The elements of a response that is a list, or an object around its only list of objects."""
    if shape.kind is Kind.ARRAY and shape.items is not None:
        return contract.resolve(shape.items), None
    lists: list[tuple[Schema, Property]] = []
    for prop in shape.properties:
        inner = contract.resolve(prop.schema)
        if inner.kind is Kind.ARRAY and inner.items is not None:
            lists.append((contract.resolve(inner.items), prop))
        elif inner.kind is Kind.OBJECT:
            return None
    named = [found for found in lists if found[1].name in ("results", "items", "data")]
    return named[0] if len(lists) == 1 and named else None


def _asked(operation: Operation) -> list[Parameter]:
    """What the function must be given: holes, required queries, and those a reference names."""
    return [
        p
        for p in operation.parameters
        if p.where is In.PATH or p.required or not operation.query_closed
    ]


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest)


def _signatures(body: Node) -> dict[str, str]:
    """The members of an object type with their types as written."""
    found: dict[str, str] = {}
    for member in body.named_children:
        name, annotation = (member.child_by_field_name(f) for f in ("name", "type"))
        if name is not None and annotation is not None:
            found[text(name)] = text(annotation).lstrip(": ")
    return found
