"""Whether anything of the program uses the function that a call stands in."""

from __future__ import annotations

from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.call import Call
from fixer.program.callers import Callers
from fixer.program.callnames import name_of
from fixer.program.evaluate import Evaluator, classes
from fixer.program.evaluate.agreeing import bare
from fixer.program.evaluate.members import member
from fixer.program.evaluate.values import (
    ClassValue,
    ClientValue,
    Function,
    Instance,
    Sender,
    Value,
    candidates,
    place_of,
)
from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import ELEMENTS, EMBEDDING, text

_SKIPPED_FOLDERS = frozenset({"pages", "app", "routes", "views", "api", "server"})
_DECLARING = frozenset(
    {"function_declaration", "method_definition", "public_field_definition", "import_specifier"}
    | {"generator_function_declaration", "function_signature", "method_signature"}
    | {"abstract_method_signature", "property_signature", "export_specifier", "import_clause"}
    | {"function_expression", "class_declaration", "abstract_class_declaration"}
)


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose method it is: the class `of`, and the `new` of the object, or the class again."""

    of: Node | None
    site: Node | None


@dataclass(slots=True, eq=False)
class Reach:
    """Answers whether a client function is used; in doubt it is."""

    ev: Evaluator
    callers: Callers
    _answers: dict[tuple[int, int], bool] = field(default_factory=dict)
    _templates: list[bytes] = field(default_factory=list)

    def is_used(self, call: Call) -> bool:
        """Whether anything uses the named function around the call."""
        function = call.function_node
        if function is None:
            return True
        owner = call.owner[1] if call.owner is not None else None
        key = (function.id, owner.id if owner is not None else 0)
        if key not in self._answers:
            self._answers[key] = self._is_function_used(call.module, function, call.owner)
        return self._answers[key]

    def _is_function_used(
        self, module: Module, function: Node, owner: tuple[Module, Node] | None
    ) -> bool:
        if self._is_entry(module, function):
            return True
        of = _Owner(self._class_of(owner), owner[1] if owner is not None else None)
        own = name_of(function)
        names = {own} if own is not None else set()
        if self._is_named(module, function, names, of):
            return True
        names = self.callers.names(module, function)
        return self._is_named(module, function, names, of) or self._in_templates(names)

    def _is_named(self, module: Module, function: Node, names: set[str], owner: _Owner) -> bool:
        for path in self.ev.holding(*names):
            other = self.ev.program.module(path)
            for name in names:
                for node in other.occurrences(name):
                    if _is_use(node, module is other, function) and self._means(
                        other, node, module, function, owner
                    ):
                        return True
        return False

    def _class_of(self, owner: tuple[Module, Node] | None) -> Node | None:
        if owner is None:
            return None
        module, node = owner
        if node.type in ELEMENTS:
            made = self.ev.instances.get(node.id)
            return made.of.node if made is not None else None
        if node.type != "new_expression":
            return node
        for candidate in candidates(self.ev.value(module, node)):
            if isinstance(candidate, Instance):
                return candidate.of.node
        return None

    def _is_entry(self, module: Module, function: Node) -> bool:
        """Functions that no code of the program calls by name: components, hooks, handlers."""
        name = name_of(function)
        if name is None or module.path.suffix in EMBEDDING or name == "constructor":
            return True
        holder = classes.enclosing_class(function)
        if holder is not None:
            return (
                _is_decorated(holder)
                or _is_inner(function, holder)
                or self._may_be_called_from_outside(module, holder)
            )
        if name[:1].isupper() or name in ("default", "handler", "setup"):
            return True
        stem = module.path.name.rpartition(".")[0]
        if any(stem in server.entries for server in self.ev.clients.servers):
            return True
        if not _SKIPPED_FOLDERS.isdisjoint(module.path.parts) and "default" in module.exports:
            return any(_covers(e.node, function) for e in module.exports["default"])
        return _is_inner(function, None)

    def _may_be_called_from_outside(self, module: Module, holder: Node) -> bool:
        """Whether a package's class is extended, which calls methods: `componentDidMount`."""
        heritage = classes.heritage(holder)
        value = self.ev.value(module, heritage) if heritage is not None else None
        return value is not None and not isinstance(value, ClassValue)

    def _means(
        self,
        module: Module,
        node: Node,
        home: Module,
        function: Node,
        owner: _Owner,
    ) -> bool:
        """Whether a use of the name can be a use of the function."""
        if node.type in ("identifier", "shorthand_property_identifier"):
            symbol = self.ev.program.value(module, node)
            if isinstance(symbol, Symbol) and symbol.node.type != "import_specifier":
                return _covers(symbol.node, function) if symbol.module is home else False
            return True
        if not node.is_named:
            return False  # `delete row.id`
        parent = node.parent
        if node.type == "shorthand_property_identifier_pattern":
            return self._is_taken_out(module, node, parent, function, owner)
        if parent is not None and parent.type == "pair_pattern":
            return self._is_taken_out(module, node, parent.parent, function, owner)
        if parent is None or parent.type != "member_expression":
            return True
        receiver = parent.child_by_field_name("object")
        value = self.ev.value(module, parent)
        if receiver is None:
            return True
        if not self._may_be(value, function):
            return False
        if owner.of is None or not any(isinstance(c, Function) for c in candidates(value)):
            return True
        return self._is_of(module, receiver, owner)

    def _is_taken_out(
        self, module: Module, node: Node, pattern: Node | None, function: Node, owner: _Owner
    ) -> bool:
        """Whether `const { name } = object` may take the function out of an object."""
        holder = pattern.parent if pattern is not None else None
        given = holder.child_by_field_name("value") if holder is not None else None
        if holder is None or given is None or holder.type != "variable_declarator":
            return True
        held = self.ev.value(module, given)
        value = member(self.ev, held, text(node), place_of(module, node))
        is_of = owner.of is None or self._is_of(module, given, owner)
        return is_of and self._may_be(self.ev.force(value), function)

    def _may_be(self, value: Value, function: Node) -> bool:
        """Whether a value may be the function; a client's own (`axios.delete`) isn't."""
        if all(isinstance(c, ClientValue | Sender) for c in candidates(value)):
            return False
        known = [c for c in candidates(value) if isinstance(c, Function)]
        return not known or any(c.node == function for c in known)

    def _is_of(self, module: Module, receiver: Node, owner: _Owner) -> bool:
        """Whether a receiver may be an object of the owner's class, the one that was made there."""
        site = owner.site if self._is_told(module, receiver) else None
        for candidate in candidates(self.ev.value(module, receiver)):
            if not isinstance(candidate, Instance):
                return True
            if owner.of is not None and _is_another(candidate, owner.of, site):
                continue
            if any(level.of.node == owner.of for level in classes.lineage(self.ev, candidate)):
                return True
            own = ClassValue(candidate.of.module, candidate.of.node, self.ev.root)
            if candidate.arguments is None and any(
                s.node == owner.of for s in self.callers.subclasses(own)
            ):
                return True
        return False

    def _is_told(self, module: Module, receiver: Node) -> bool:
        """Whether it is what its declaration says, and no default that another may stand in for:
        no parameter, no property of `this`, nothing that a call gives (`useContext`, `ref`)."""
        node = bare(receiver)
        if node.type == "identifier":
            symbol = self.ev.program.value(module, node)
            declared = symbol.node if isinstance(symbol, Symbol) else node
            value = declared.child_by_field_name("value")
            node = bare(value if value is not None else declared)
        return node.type == "new_expression"

    def _in_templates(self, names: set[str]) -> bool:
        """Angular's templates are files of their own, in a language of their own."""
        if not any(self.ev.holding("@angular/core")):
            return False
        if not self._templates:
            root = self.ev.program.root
            found = (p for p in root.rglob("*.html") if "node_modules" not in p.parts)
            self._templates.extend([b"", *(p.read_bytes() for p in found)])
        return any(n.encode() in data for n in names for data in self._templates)


def _is_another(one: Instance, owner: Node, site: Node | None) -> bool:
    """Whether it is known to be made by another `new` of the same class."""
    if site is None or site.type != "new_expression" or one.site is None:
        return False
    other = one.site[1]
    return one.of.node == owner and other.type == "new_expression" and other != site


def _covers(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


def _is_decorated(holder: Node) -> bool:
    above = holder.parent
    nodes = [*holder.children, *(above.children if above is not None else [])]
    return any(n.type == "decorator" and b"Component" in (n.text or b"") for n in nodes)


def _is_inner(function: Node, holder: Node | None) -> bool:
    """Whether it is inside another function: a handler that the component wires up itself."""
    up = function.parent
    while up is not None and up != holder:
        if up.type in FUNCTIONS:
            return True
        up = up.parent
    return False


def _is_use(node: Node, same: bool, function: Node) -> bool:
    """Whether an occurrence is neither a declaration, nor an import, nor inside the function."""
    if same and _covers(function, node):
        return False
    parent = node.parent
    if parent is None:
        return False
    if parent.type in _DECLARING:
        return False
    if parent.type == "variable_declarator":
        return parent.child_by_field_name("name") != node
    if parent.type == "pair":
        return parent.child_by_field_name("key") != node
    if parent.type == "string":
        return False
    return not _is_default_export(parent)


def _is_default_export(parent: Node) -> bool:
    return parent.type == "export_statement"
