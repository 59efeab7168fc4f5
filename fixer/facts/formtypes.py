"""The forms that a program makes: the types of their values, and the files of those without one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Member, Tuple, Type, TypeParam, Unknown, parts_of, present

_MAKING = ("useForm", "useFormik", "initialValues")  # words without which a file makes no form
_CALLED = frozenset({"useForm", "useFormik"})
_HOLDS = "_holds"  # of what the stubs say that a form is
_DEEPEST = 4


class FormTypes:
    """Found when a field is asked about of which its own form isn't known."""

    def __init__(self, program: Program, types: Types) -> None:
        self._program, self._types = program, types

    @cached_property
    def untyped(self) -> frozenset[Path]:
        """The files that make a form of whose values nothing is known."""
        return frozenset(m.path for m, type_ in self._made if _is_open(type_))

    def members(self, name: str) -> tuple[Member, ...]:
        """The properties of that name in the values of forms, at any depth."""
        found = dict.fromkeys(m for type_ in self._all for m in self._types.member(type_, name))
        return tuple(found)

    @cached_property
    def _made(self) -> tuple[tuple[Module, Type], ...]:
        paths = self._program.holding(*_MAKING)
        return tuple((m, t) for m in map(self._program.module, paths) for t in self._in(m))

    @cached_property
    def _all(self) -> tuple[Type, ...]:
        """The types of all forms' values with those inside of them."""
        found: dict[Type, None] = {}
        level = [part for _, type_ in self._made for part in parts_of(present(type_))]
        for _ in range(_DEEPEST):
            new = [type_ for type_ in level if not _is_open(type_) and type_ not in found]
            found |= dict.fromkeys(new)
            level = [inner for type_ in new for inner in self._inside(type_)]
        return tuple(found)

    def _inside(self, type_: Type) -> Iterator[Type]:
        for member in self._types.members(type_):
            if member.node is None or not self._types.is_own(member):
                continue
            held = present(self._types.member_type(member))
            item = self._types.element(held)
            yield from parts_of(present(held if isinstance(item, Unknown) else item))

    def _in(self, module: Module) -> Iterator[Type]:
        for call in module.calls:
            callee = call.child_by_field_name("function")
            if callee is not None and text(_last(callee)) in _CALLED:
                made = self._types.of(module, call)
                form = made.items[0] if isinstance(made, Tuple) and made.items else made
                for member in self._types.member(form, _HOLDS):
                    yield self._types.member_type(member)
        for tag in module.elements:
            for attribute in children_of(tag):
                name, value = first_named(attribute), attribute.named_children[-1:]
                is_initial = attribute.type == "jsx_attribute" and name is not None
                if is_initial and name is not None and text(name) == _MAKING[-1] and value:
                    yield self._types.of(module, value[0])


def _last(callee: Node) -> Node:
    """The name by which a function is called: `useForm` of `Form.useForm`."""
    return callee.child_by_field_name("property") or callee


def _is_open(type_: Type) -> bool:
    return isinstance(present(type_), Unknown | TypeParam)
