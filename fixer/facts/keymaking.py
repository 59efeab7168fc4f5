"""Whether a wrapper makes keys of its own for what it gives back: `out[NAMES[key]] = value`.

What it promises by a type argument may then bear other names than the answer itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from fixer.program.call import Call, Entry
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.scopes import FUNCTIONS, Binding, BindingKind
from fixer.program.syntax import below, children_of, is_within, text

MAX_FUNCTIONS = 40
_COMPUTING = frozenset({"call_expression", "subscript_expression", "template_string"}) | {
    "binary_expression",
    "ternary_expression",
}
_CLASSES = frozenset({"class_body"})


class Keymaking:
    """Reads what the functions of a wrapper return, and every function that it goes through."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[tuple[int, ...], bool] = {}

    def is_in(self, call: Call) -> bool:
        """Whether keys are made between the answer of a call's sink and what the call gives."""
        inner = [node for _, node in call.path_to_sink]
        asked = frozenset(n.id for n in (*inner, call.sink) if n is not None)
        key = tuple(entry.function.id for entry in call.entries)
        if key not in self._known:
            self._known[key] = self._is_in(call.entries, asked)
        return self._known[key]

    def _is_in(self, entries: Iterable[Entry], asked: frozenset[int]) -> bool:
        waiting: list[tuple[Module, Node]] = []
        seen = {entry.function.id for entry in entries}
        for entry in entries:
            for part in _given_back(entry.module, entry.function, asked):
                if _makes_key(entry.module, part):
                    return True
                waiting += self._functions(entry.module, part)
        while waiting and len(seen) < MAX_FUNCTIONS:
            module, function = waiting.pop()
            if function.id in seen:
                continue
            seen.add(function.id)
            for node in below(function, asked):
                if _makes_key(module, node):
                    return True
                waiting += self._functions(module, node)
        return False

    def _functions(self, module: Module, node: Node) -> Iterator[tuple[Module, Node]]:
        """The function of the program that a name stands for: `convert`, `this.convert`."""
        if node.type == "identifier":
            found = self._program.value(module, node)
            function = _function_of(found.node) if isinstance(found, Symbol) else None
            if isinstance(found, Symbol) and function is not None:
                yield found.module, function
        elif node.type == "member_expression":
            own = _own_method(node)
            if own is not None:
                yield module, own


def _given_back(module: Module, function: Node, asked: frozenset[int]) -> Iterator[Node]:
    """The nodes of what a function returns, and of what its variables there are given."""
    body = function.child_by_field_name("body")
    if body is None:
        return
    is_block = body.type == "statement_block"
    # Not the requests: of what they are given the answer is not made.
    returned = [n for n in below(body, asked) if n.type == "return_statement"]
    waiting, seen = (returned if is_block else [body]), {0}
    while waiting:
        for node in below(waiting.pop(), asked):
            yield node
            binding = module.resolve(node) if node.type == "identifier" else None
            if binding is not None and binding.name_node.id not in seen:
                seen.add(binding.name_node.id)
                if is_within(binding.name_node, function):
                    waiting += _written(module, binding)


def _written(module: Module, binding: Binding) -> Iterator[Node]:
    """What a variable is declared as, what it or a part of it is set to, and what it is given."""
    declared = binding.node.child_by_field_name("value")
    if declared is not None:
        yield declared
    for name in module.references(binding):
        target, node = name, name.parent
        while node is not None and node.type in ("member_expression", "subscript_expression"):
            target, node = node, node.parent
        if node is not None and node.type == "arguments" and target == name:
            if node.parent is not None and _called(node.parent) == "assign":
                yield node.parent  # `Object.assign(all, made)`
            continue
        if node is None or node.type not in ("assignment_expression", "call_expression"):
            continue
        is_set = node.child_by_field_name("left") == target
        is_asked = node.child_by_field_name("function") == target  # `all.push(made)`
        if is_set or (is_asked and target != name):
            yield node


def _makes_key(module: Module, node: Node) -> bool:
    if node.type == "assignment_expression":
        left = node.child_by_field_name("left")
        index = left.child_by_field_name("index") if left is not None else None
        return index is not None and _is_made(module, index)
    if node.type == "computed_property_name":
        return any(_is_made(module, inner) for inner in children_of(node))
    if node.type == "call_expression":
        given = node.child_by_field_name("arguments")
        said = children_of(given) if given is not None else []
        if _called(node) == "fromEntries":
            return any(_is_made(module, key) for key in _keys(said))
        if _called(node) == "set" and len(said) == 2:  # of a `Map`
            return _is_made(module, said[0])
        return _called(node) == "mapKeys"  # lodash's and its like
    return False


def _called(call: Node) -> str:
    """The last name of what is called."""
    callee = call.child_by_field_name("function")
    name = callee.child_by_field_name("property") if callee is not None else None
    return text(name or callee) if callee is not None else ""


def _keys(entries: Iterable[Node]) -> Iterator[Node]:
    """The first of each pair that is written out among entries."""
    for node in entries:
        for inner in below(node):
            pair = children_of(inner) if inner.type == "array" else []
            if len(pair) == 2:
                yield pair[0]


def _is_made(module: Module, key: Node, depth: int = 3) -> bool:
    """Whether a key is computed of one that is gone through, and isn't that key itself."""
    if key.type == "identifier":
        binding = module.resolve(key)
        value = binding.node.child_by_field_name("value") if binding is not None else None
        is_variable = value is not None and binding is not None and binding.node != value
        if not is_variable or value is None or depth == 0 or _is_gone_through(binding):
            return False
        return _is_made(module, value, depth - 1)
    if key.type not in _COMPUTING and key.type not in ("as_expression", "parenthesized_expression"):
        return False
    names = (n for n in below(key) if n.type == "identifier")
    is_computed = any(n.type in _COMPUTING for n in below(key))
    return is_computed and any(_is_gone_through(module.resolve(name)) for name in names)


def _is_gone_through(binding: Binding | None) -> bool:
    """Whether a name is a loop's, or a parameter."""
    if binding is None:
        return False
    if binding.kind is BindingKind.PARAMETER:
        return True
    node: Node | None = binding.name_node
    while node is not None and node.type not in FUNCTIONS and node.type != "statement_block":
        if node.type == "for_in_statement":
            left = node.child_by_field_name("left")
            return left is not None and is_within(binding.name_node, left)
        node = node.parent
    return False


def _function_of(node: Node) -> Node | None:
    if node.type in FUNCTIONS:
        return node
    value = node.child_by_field_name("value")
    return value if value is not None and value.type in FUNCTIONS else None


def _own_method(member: Node) -> Node | None:
    """The method or the field's function of the class around that `this.name` stands for."""
    object_, name = (member.child_by_field_name(f) for f in ("object", "property"))
    if object_ is None or name is None or object_.type != "this":
        return None
    body: Node | None = member.parent
    while body is not None and body.type not in _CLASSES:
        body = body.parent
    for each in children_of(body) if body is not None else ():
        own = each.child_by_field_name("name")
        if own is not None and own.text == name.text:
            return _function_of(each)
    return None
