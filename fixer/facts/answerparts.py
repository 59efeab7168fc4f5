"""What an expression in an interceptor reads of the answer or of the request that it belongs to.

By the names that clients agree on: a response has `headers`, `status` and `config` or `request`,
whose `url` and `responseType` it was asked with.
"""

from __future__ import annotations

from tree_sitter import Node

from fixer.program.evaluate.writes import find_writes
from fixer.program.module import Module
from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import first_named, string_value, text

_VARIABLES = frozenset({BindingKind.CONST, BindingKind.LET, BindingKind.VAR})
_BODIES = frozenset({"data", "body", "result"})  # whose `status` is the server's own
_REQUESTS = frozenset({"config", "request"})
_SPELLED = frozenset({"toLowerCase", "toString", "trim"})
_CHOICES = frozenset({"||", "??"})


def resolved(module: Module, node: Node, depth: int = 3) -> Node:
    """What a variable that is set once holds, as it is written; any other expression itself."""
    binding = _variable(module, node)
    value = binding.node.child_by_field_name("value") if binding is not None else None
    if binding is None or value is None or depth == 0:
        return node
    if binding.node.child_by_field_name("name") != binding.name_node:
        return node
    return resolved(module, value, depth - 1)


def member(module: Module, node: Node) -> tuple[Node | None, str]:
    """What `node` reads, and of what: `of.name`, `of['name']`, `const { name } = of`.

    A name that isn't declared so is read of nothing; "" for what reads no member.
    """
    node = resolved(module, node)
    of, index = (node.child_by_field_name(f) for f in ("object", "index"))
    name = node.child_by_field_name("property")
    if name is not None:
        return of, text(name)
    if index is not None:
        return of, string_value(index) or ""
    if node.type != "identifier":
        return None, ""
    return _taken_out(module, node) or (None, text(node))


def _taken_out(module: Module, node: Node) -> tuple[Node | None, str] | None:
    """`const { url } = config`, `const { url: asked } = config`; no default, not further inside."""
    binding = _variable(module, node)
    name = binding.name_node if binding is not None else None
    pair = name.parent if name is not None else None
    if binding is None or name is None or pair is None:
        return None
    pattern = pair if pair.type == "object_pattern" else pair.parent
    if pattern is None or pattern != binding.node.child_by_field_name("name"):
        return None
    key = pair.child_by_field_name("key") if pair.type == "pair_pattern" else name
    if key is None or pair.type not in ("object_pattern", "pair_pattern"):
        return None
    return binding.node.child_by_field_name("value"), string_value(key) or text(key)


def _variable(module: Module, node: Node) -> Binding | None:
    """The variable that a name stands for, if it keeps the value that it begins with."""
    binding = module.resolve(node) if node.type == "identifier" else None
    if binding is None or binding.kind not in _VARIABLES:
        return None
    return None if find_writes(module, binding) else binding


def last_name(module: Module, node: Node) -> str:
    """The name at the end of `response.config?.responseType`, and of a variable its own."""
    return member(module, node)[1]


def header(module: Module, node: Node) -> str:
    """The answer's header that is read, in lower case; "" for all else, a request's headers too.

    `response.headers['Content-Type'] || ''`, `response.headers.get('Content-Type')`.
    """
    node = resolved(module, node)
    inner = first_named(node)
    if node.type == "parenthesized_expression" and inner is not None:
        return header(module, inner)
    if node.type == "call_expression":
        return _asked_for(module, node)
    parts = [node.child_by_field_name(f) for f in ("consequence", "alternative", "left", "right")]
    operator = node.child_by_field_name("operator")
    is_choice = node.type == "ternary_expression" or (operator and operator.type in _CHOICES)
    if is_choice:
        named = {header(module, it) for it in parts if it is not None and string_value(it) != ""}
        return next(iter(named)) if len(named) == 1 else ""
    of, name = member(module, node)
    return name.lower() if of is not None and _is_headers(module, of) else ""


def _asked_for(module: Module, call: Node) -> str:
    callee, arguments = (call.child_by_field_name(f) for f in ("function", "arguments"))
    given = first_named(arguments) if arguments is not None else None
    of, name = member(module, callee) if callee is not None else (None, "")
    if of is None:
        return ""
    if name in _SPELLED:
        return header(module, of)
    is_asked = name == "get" and given is not None and _is_headers(module, of)
    return (string_value(given) or "").lower() if is_asked and given is not None else ""


def _is_headers(module: Module, node: Node) -> bool:
    of, name = member(module, node)
    return name == "headers" and (of is None or last_name(module, of) not in _REQUESTS)


def is_url(module: Module, node: Node) -> bool:
    """`response.config.url`: what was asked for, without the base of all requests."""
    of, name = member(module, node)
    return name == "url" and of is not None and last_name(module, of) == "config"


def is_status(module: Module, node: Node) -> bool:
    """`response.status`, and not what a body calls so: `const body = response.data`."""
    of, name = member(module, node)
    return name == "status" and (of is None or last_name(module, of) not in _BODIES)


def flag(module: Module, node: Node) -> str:
    """What a program itself says in a request's configuration: `response.config.isRaw`; or ""."""
    of, name = member(module, node)
    return name if of is not None and last_name(module, of) in _REQUESTS else ""
