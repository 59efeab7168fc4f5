"""Which objects send a request whose URL depends on the object: subclasses, and single `new`s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.call import Dependency
from fixer.program.callers import Callers
from fixer.program.evaluate import Evaluator, classes
from fixer.program.evaluate.overriding import implementations
from fixer.program.evaluate.values import ClassValue, Function, Instance, Value, candidates
from fixer.program.evaluate.writes import enclosing_function
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import callee
from fixer.program.syntax import children_of
from fixer.program.trails import Edge, Trail


@dataclass(slots=True, eq=False)
class Objects:
    """Answers which objects a method can belong to."""

    ev: Evaluator
    callers: Callers

    def decide(
        self,
        trail: Trail,
        depends: frozenset[Dependency],
        said: frozenset[Dependency],
        *,
        is_open: bool = False,
    ) -> bool:
        """Whether the request depends on which object of the class it is.

        `said`: what decides texts that are known of some object: a field that subclasses have
        too, a constructor's parameter with a default. `is_open`: nothing around the call says
        what has to be known; an object may, where the class has only the type of what it is given.
        """
        generic = self._generic(trail)
        if generic is None:
            return False
        deciding = set(self._dependencies(generic))
        if not deciding.isdisjoint(depends):
            return True
        made = self.callers.constructions(generic.of)
        if is_open and made and self._has_parameters(generic):
            return True
        varies = self.callers.subclasses(generic.of) or made
        return not deciding.isdisjoint(said) and bool(varies)

    def _generic(self, trail: Trail) -> Instance | None:
        module, node = trail.head
        holder = classes.enclosing_class(node)
        if holder is None:
            return None
        return classes.generic(self.ev, ClassValue(module, holder, self.ev.root))

    def _dependencies(self, instance: Instance) -> Iterator[Dependency]:
        for level in classes.lineage(self.ev, instance):
            path = level.of.module.path
            yield Dependency(path, level.of.node.start_byte)
            maker = classes.constructor(self.ev, level.of.node)
            if maker is not None:
                yield Dependency(path, maker.start_byte)

    def built(self, edges: Iterable[Edge]) -> dict[int, int]:
        """The calls on an object made in the same function, by node; and the `new` of each."""
        found: dict[int, int] = {}
        for edge in edges:
            target = callee(edge.node)
            if edge.applied is not None or target is None:
                continue
            for candidate in candidates(self.ev.value(edge.module, target)):
                if isinstance(candidate, Function) and candidate.node == edge.into:
                    site = _site(candidate)
                    if site is not None and _same_function(site, edge.node):
                        found[edge.node.id] = site.id
        return found

    def is_of(self, edge: Edge, owner: Instance) -> bool:
        """Whether the call of a method may be one on the object `owner`."""
        holder = classes.enclosing_class(edge.node)
        if holder is not None and any(
            level.of.node == holder for level in classes.lineage(self.ev, owner)
        ):
            return True  # `this.get(…)`: the object itself
        for candidate in self._called(edge):
            this = candidate.env.this if isinstance(candidate, Function) else None
            if isinstance(this, Instance) and this.of.node == owner.of.node:
                # One known by its type alone (`http: Requests`) may be any of them.
                return owner.site in (None, this.site) or this.site is None
        return False

    def _called(self, edge: Edge) -> Iterator[Value]:
        """What a call calls, or makes something call: `call(service.get, id)`."""
        if edge.applied is not None:
            yield from candidates(self.ev.force(edge.applied.called(self.ev.root)))
            return
        target = callee(edge.node)
        if target is not None:
            yield from candidates(self.ev.value(edge.module, target))
            yield from implementations(self.ev, edge.module, target, self.ev.root)

    def owners(self, trail: Trail, built: frozenset[int]) -> list[Instance]:
        """The objects that may send, without those whose `new` is in `built`."""
        generic = self._generic(trail)
        if generic is None:
            return []
        below = [classes.generic(self.ev, s) for s in self.callers.subclasses(generic.of)]
        found: list[Instance] = []
        for instance in (generic, *below):
            is_abstract = instance.of.node.type == "abstract_class_declaration"
            if not is_abstract and not self._is_only_base(instance):
                found += self._made(instance, built)
        return found

    def _is_only_base(self, instance: Instance) -> bool:
        """Whether objects of its subclasses are made with `new`, and none of the class itself."""
        if self.callers.constructions(instance.of):
            return False
        return any(self.callers.constructions(s) for s in self.callers.subclasses(instance.of))

    def _made(self, instance: Instance, built: frozenset[int]) -> list[Instance]:
        """The single objects of a class whose constructor has parameters, else any of them."""
        found: list[Instance] = list(self.callers.elements(instance.of))
        if found or not self._has_parameters(instance):
            return found or [instance]
        sites = self.callers.constructions(instance.of)
        for module, node in sites:
            if node.id not in built:
                value = self.ev.value(module, node)
                found += [c for c in candidates(value) if isinstance(c, Instance)]
        return found if sites else [instance]

    def _has_parameters(self, instance: Instance) -> bool:
        for level in classes.lineage(self.ev, instance):
            maker = classes.constructor(self.ev, level.of.node)
            if maker is not None:
                parameters = maker.child_by_field_name("parameters")
                return parameters is not None and bool(children_of(parameters))
        return False


def _site(function: Function) -> Node | None:
    this = function.env.this
    return this.site[1] if isinstance(this, Instance) and this.site is not None else None


def _same_function(node: Node, other: Node) -> bool:
    own = enclosing_function(node)
    return own is not None and own == enclosing_function(other)


def method_of(node: Node) -> Node | None:
    """The method or class field's function that `node` stands in."""
    found: Node | None = None
    up = node.parent
    while up is not None and up.type != "class_body":
        if up.type in FUNCTIONS:
            found = up
        up = up.parent
    return found


def is_constructor(node: Node) -> bool:
    name = node.child_by_field_name("name")
    return name is not None and name.text == b"constructor" and node.type == "method_definition"
