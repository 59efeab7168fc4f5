"""`Config.settings.api` of an object that a file of its own fills when the page starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole
from fixer.program.evaluate.values import Nothing, Record, Unknown, Value, union
from fixer.program.evaluate.writes import enclosing_function
from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.scopes import BindingKind
from fixer.program.syntax import text
from fixer.program.words import byte_before, whole_words

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

Place = tuple[Path, int]  # of a declaration
Assignments = Mapping[tuple[Place, tuple[str, ...]], Sequence[tuple[Module, Node]]]

MAX_SETTINGS = 8
_KINDS = frozenset({BindingKind.IMPORT, BindingKind.CLASS, BindingKind.CONST, BindingKind.LET})


def is_unset(owner: Value, name: str, value: Value) -> bool:
    """Whether nothing is known of a member, nor of what would have to be known for it.

    One that begins as a value that isn't known may be that all the time.
    """
    if isinstance(value, Unknown) and isinstance(owner, Record) and name in owner.members:
        return False
    if isinstance(value, Unknown):
        return value.hole is Hole.UNKNOWN and not value.depends and value.type is None
    return isinstance(value, Nothing)


def set_elsewhere(ev: Evaluator, module: Module, node: Node) -> Value | None:
    """What assignments anywhere give the member `node` of an object that a module declares."""
    root, names = _chain(node)
    owner = _owner(ev, module, root) if root is not None else None
    if owner is None:
        return None
    key = (*_place(owner), *names)
    return ev.once(ev.settings, key, lambda: _assigned(ev, owner, names), None)


def _assigned(ev: Evaluator, owner: Symbol, names: tuple[str, ...]) -> Value | None:
    if names[-1] not in ev.assignments:
        ev.assignments[names[-1]] = _by_object(ev, names[-1])
    given = ev.assignments[names[-1]].get((_place(owner), names), ())
    found = [ev.value(module, right) for module, right in given]
    return union(found) if 0 < len(found) <= MAX_SETTINGS else None


def _by_object(ev: Evaluator, name: str) -> Assignments:
    """What all assignments to a member `name` give, by the object and the way to it."""
    found: dict[tuple[Place, tuple[str, ...]], list[tuple[Module, Node]]] = {}
    for path in ev.holding(name):
        if not _may_set(ev.program.sources[path], name.encode()):
            continue
        module = ev.program.module(path)
        for left, right in _assignments(module, name):
            root, names = _chain(left)
            owner = _owner(ev, module, root) if root is not None else None
            if owner is not None:
                found.setdefault((_place(owner), names), []).append((module, right))
    return found


def _place(owner: Symbol) -> Place:
    return owner.module.path, owner.node.start_byte


def _may_set(data: bytes, name: bytes) -> bool:
    """Whether `.name =` stands in a text; a comment may stand between."""
    for start, end in whole_words(data, name):
        after = data[end : end + 80].lstrip()
        is_set = after.startswith(b"/") or (after[:1] == b"=" and after[1:2] not in b"=>")
        if is_set and byte_before(data, start) in b"./":
            return True
    return False


def _assignments(module: Module, name: str) -> Iterator[tuple[Node, Node]]:
    for node in module.occurrences(name):
        left = node.parent
        assignment = left.parent if left is not None else None
        if left is None or assignment is None or assignment.type != "assignment_expression":
            continue
        right = assignment.child_by_field_name("right")
        if assignment.child_by_field_name("left") == left and right is not None:
            yield left, right


def _chain(node: Node) -> tuple[Node | None, tuple[str, ...]]:
    """`a` and `("b", "c")` of `a.b.c`."""
    names: list[str] = []
    while node.type == "member_expression":
        target, name = (node.child_by_field_name(f) for f in ("object", "property"))
        if target is None or name is None:
            return None, ()
        names.append(text(name))
        node = target
    return (node if node.type == "identifier" else None), tuple(names[::-1])


def _owner(ev: Evaluator, module: Module, root: Node) -> Symbol | None:
    """What declares the object that `root` names, if a module does."""
    binding = module.resolve(root)
    if binding is None or binding.kind not in _KINDS:
        return None
    if binding.kind is not BindingKind.IMPORT and enclosing_function(binding.node) is not None:
        return None
    found = ev.program.value(module, root)
    return found if isinstance(found, Symbol) and not found.is_namespace else None
