"""A client function of a module becomes the parts of its request that another can be made of."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.model import Operation
from fixer.program.module import Module
from fixer.program.syntax import first_named, string_value, text

VERBS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Model:
    """A function of the module to write others after: its declaration and the request it sends.

    `statement`: the whole exported statement; `call`: the request, with `url` its first argument;
    `operation`: what it calls, if known.
    """

    module: Module
    statement: Node
    function: Node
    call: Node
    operation: Operation | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """How a module's URLs begin: `before`, then the contract's path without `skipped` letters."""

    before: str = ""
    skipped: int = 0


def base_of(url: Node, path: str) -> Base | None:
    """The base by which a written URL is known to mean the contract's `path`; None: unclear."""
    literal = string_value(url)
    written = literal if literal is not None else text(url)[1:-1]
    fixed = path.split("{", 1)[0]
    at = written.find(fixed)
    if at >= 0:
        return Base(written[:at])
    for skipped in range(1, len(fixed) - 3):
        rest = fixed[skipped:]
        if rest.startswith("/") and rest in written:
            before = written[: written.find(rest)]
            return Base(before, skipped) if not before or before.endswith("}") else None
    return None


def url_of(call: Node) -> Node | None:
    arguments = call.child_by_field_name("arguments")
    return first_named(arguments) if arguments is not None else None


def options_of(call: Node) -> Node | None:
    """The object behind the URL."""
    arguments = call.child_by_field_name("arguments")
    given = arguments.named_children[1:] if arguments is not None else []
    return next((a for a in given if a.type == "object"), None)


def pairs_of(options: Node | None) -> list[Node]:
    return [c for c in options.named_children if c.type == "pair"] if options is not None else []


def verb_node(call: Node) -> Node | None:
    """`get` of `api.get(…)`."""
    function = call.child_by_field_name("function")
    if function is not None and function.type == "await_expression":  # await api.get<T>(…)
        function = function.named_child(0)
    member = function.child_by_field_name("property") if function is not None else None
    return member if member is not None and text(member).lower() in VERBS else None


def verb_of(call: Node) -> str | None:
    node = verb_node(call)
    return text(node).lower() if node is not None else None


def type_argument(call: Node) -> Node | None:
    types = call.child_by_field_name("type_arguments")
    return types.named_children[0] if types is not None and types.named_child_count == 1 else None


def promised_type(function: Node) -> Node | None:
    """`T` of a return annotation `Promise<T>`."""
    annotation = function.child_by_field_name("return_type")
    inner = first_named(annotation) if annotation is not None else None
    if inner is None or inner.type != "generic_type":
        return None
    types = inner.child_by_field_name("type_arguments")
    return first_named(types) if types is not None else None


def name_of(model: Model) -> Node | None:
    if model.function.type == "arrow_function" or model.function.type == "function_expression":
        declarator = model.function.parent
        return declarator.child_by_field_name("name") if declarator is not None else None
    return model.function.child_by_field_name("name")


def parameters_of(function: Node) -> Node | None:
    return function.child_by_field_name("parameters") or function.child_by_field_name("parameter")


def is_block(function: Node) -> bool:
    body = function.child_by_field_name("body")
    return body is not None and body.type == "statement_block"


def changed(statement: Node, changes: list[tuple[Node, str]]) -> str:
    data, start = statement.text or b"", statement.start_byte
    for node, content in sorted(changes, key=lambda c: c[0].start_byte, reverse=True):
        before, after = data[: node.start_byte - start], data[node.end_byte - start :]
        data = before + content.encode() + after
    return data.decode()


_SIMPLE = frozenset(
    {
        "statement_block",
        "return_statement",
        "await_expression",
        "parenthesized_expression",
        "member_expression",
        "identifier",
        "property_identifier",
        "lexical_declaration",
        "variable_declarator",
        "as_expression",
        "arrow_function",
        "arguments",
        "formal_parameters",
        "required_parameter",
        "object_pattern",
        "shorthand_property_identifier_pattern",
        "call_expression",
        "optional_chain",
    }
)
_UNWRAPPING = frozenset({"then", "json"})


def is_simple(model: Model) -> bool:
    """Whether a function does nothing but send its request and unwrap what comes.

    Such a body serves another operation as it is; one that looks at its parameters, or makes
    something of the response, doesn't. Nor does one whose variable has a type of its own.
    """
    if model.statement.type != "export_statement" or _is_default(model.statement):
        return False
    declarator = model.function.parent
    if declarator is not None and declarator.type == "variable_declarator":
        declaration = declarator.parent
        alone = declaration is not None and declaration.named_child_count == 1
        if not alone or declarator.child_by_field_name("type") is not None:
            return False
    body = model.function.child_by_field_name("body")
    return body is not None and _only_unwraps(body, model.call)


def _is_default(statement: Node) -> bool:
    return any(c.type == "default" for c in statement.children)


def _only_unwraps(node: Node, call: Node) -> bool:
    if node == call:
        return True
    if node.type not in _SIMPLE:
        return False
    if node.type == "call_expression":
        function = node.child_by_field_name("function")
        member = function.child_by_field_name("property") if function is not None else None
        if member is None or text(member) not in _UNWRAPPING:
            return False
    return all(_only_unwraps(child, call) for child in node.named_children)
