"""Object literals that a variable begins with → the types of what it is set to and taken as.

`const form = ref({ name: '' })`, `const [form, setForm] = useState({ name: '' })`, `form = { name:
'' }` of a class: no type says what it holds, and `form.value = { ...row }` doesn't compile any more
when the row's property has another name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.facts.carried import literal_of
from fixer.facts.giving import is_key
from fixer.program.module import Module
from fixer.program.scopes import CLASSES
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Member, Type, Unknown, parts_of, present

_AROUND = frozenset({"parenthesized_expression", "call_expression", "arguments"})
_ON = frozenset({"member_expression", "non_null_expression", "call_expression"})
_LAYING = b"Object.assign"
_MOST = 5  # steps from a variable to what it holds


def refilled(member: Member, types: Types) -> Iterator[Type]:
    """The types of what meets such a literal, whole; each may be anything else as well."""
    key, module = member.name_node, member.module
    literal = literal_of(key) if key is not None and is_key(key) else None
    if literal is None or module is None:
        return
    meeting, expected = _Meeting(module, types, member), types.contextual(module, literal)
    if not isinstance(expected, Unknown) and not meeting.is_it(expected):
        return  # `ref({ … })` expects what it is given
    for use in _uses(module, literal):
        yield from meeting.types(use)


@dataclass(frozen=True, slots=True)
class _Meeting:
    module: Module
    types_: Types
    member: Member

    def types(self, use: Node) -> Iterator[Type]:
        """What an expression is set to, or handed on as, or what one is that is read of it."""
        node: Node | None = use
        for _ in range(_MOST):
            holder = node.parent if node is not None else None
            if node is None or holder is None:
                return
            yield from self._in(holder, node)
            is_read = holder.type in _ON and children_of(holder)[0] == node
            node = holder if is_read else None

    def _in(self, holder: Node, node: Node) -> Iterator[Type]:
        if holder.type == "assignment_expression":
            right = holder.child_by_field_name("right")
            if right is not None and right != node:
                yield from self._given(right)
        elif holder.type == "call_expression":
            arguments = holder.child_by_field_name("arguments")
            for argument in children_of(arguments) if arguments is not None else ():
                yield from self._given(argument)
        elif self.is_it(self.types_.static(self.module, node)):
            yield from self._taken(holder, node)

    def _given(self, value: Node) -> Iterator[Type]:
        """What is given where the literal's own type is expected."""
        if self.is_it(self.types_.contextual(self.module, value)):
            yield from parts_of(present(self.types_.of(self.module, value)))
            for part in children_of(value) if value.type == "object" else ():
                inner = first_named(part) if part.type == "spread_element" else None
                if inner is not None:
                    yield from parts_of(present(self.types_.of(self.module, inner)))

    def _taken(self, holder: Node, node: Node) -> Iterator[Type]:
        whole = holder.parent if holder.type == "spread_element" else node
        if whole is not None:
            yield from parts_of(present(self.types_.contextual(self.module, whole)))
        call = holder.parent if holder.type == "arguments" else None
        callee = call.child_by_field_name("function") if call is not None else None
        if callee is not None and callee.text == _LAYING and children_of(holder)[0] == node:
            for laid in children_of(holder)[1:]:
                yield from parts_of(present(self.types_.of(self.module, laid)))

    def is_it(self, type_: Type) -> bool:
        """Whether a type is the literal's own."""
        return any(
            it == self.member
            for part in parts_of(present(type_))
            for it in self.types_.member(part, self.member.name)
        )


def _uses(module: Module, literal: Node) -> Iterator[Node]:
    """Where the variables, or the field of a class, are used that begin with a literal."""
    node, holder = literal, literal.parent
    while holder is not None and holder.type in _AROUND:
        node, holder = holder, holder.parent
    if holder is None or node != holder.child_by_field_name("value"):
        return
    if holder.child_by_field_name("type") is not None:
        return
    name = holder.child_by_field_name("name")
    if holder.type == "public_field_definition" and name is not None:
        yield from _of_field(module, holder, name)
    elif holder.type == "variable_declarator" and name is not None:
        for each in [name] if name.type == "identifier" else children_of(name):
            binding = module.resolve(each) if each.type == "identifier" else None
            found = module.references(binding) if binding is not None else ()
            yield from (use for use in found if use != each)


def _of_field(module: Module, field: Node, name: Node) -> Iterator[Node]:
    """`this.form`, in the class that declares it."""
    class_: Node | None = field
    while class_ is not None and class_.type not in CLASSES:
        class_ = class_.parent
    for node in module.occurrences(text(name)):
        read = node.parent
        object_ = read.child_by_field_name("object") if read is not None else None
        is_inside = class_ is not None and class_.start_byte <= node.start_byte < class_.end_byte
        if read is not None and object_ is not None and object_.type == "this" and is_inside:
            yield read
