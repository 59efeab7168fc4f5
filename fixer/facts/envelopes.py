"""Layers around a payload that a type has and the wire hasn't, or the other way round, by file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fixer.contract.model import Contract
from fixer.diagnostics import Applicability, Edit, Fix
from fixer.facts.asking import copes, is_opened_later
from fixer.facts.bindings import Bindings
from fixer.facts.judged import JudgedCall
from fixer.facts.layers import Fault, LayerFinding, Place, span_of
from fixer.facts.meets import Layered, Meets
from fixer.facts.opening import Opening
from fixer.facts.stripping import Stripping
from fixer.facts.untyped import Untyped
from fixer.facts.wrapping import Layer, Wrapping
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of
from fixer.program.types import Types
from fixer.program.types.model import Anonymous, Named, Type
from fixer.rewrite.dead import dead_after
from fixer.rewrite.imports import import_edits


@dataclass(frozen=True, slots=True)
class Envelopes:
    """Judges the layers that the walk from calls to types came upon."""

    program: Program
    contract: Contract
    types: Types
    meets: Meets
    calls: tuple[JudgedCall, ...]

    def findings(self) -> Mapping[Path, tuple[LayerFinding, ...]]:
        """By file, in source order."""
        found: dict[Path, dict[LayerFinding, None]] = {}
        untyped = Untyped(self.contract, self.types, self.meets)
        for finding in (*self._stripped(), *self._opened(), *untyped.findings()):
            found.setdefault(finding.path, {})[finding] = None
        return {p: tuple(sorted(f, key=lambda x: x.span)) for p, f in found.items()}

    def _stripped(self) -> Iterator[LayerFinding]:
        for wrapping in self.meets.bindings.wrapped:
            if wrapping.layer is not Layer.EXTRA or wrapping.member is None:
                continue
            stripping = Stripping(self.program, self.types, wrapping, wrapping.member)
            places = _distinct(stripping.places())
            can = self._can_strip(wrapping, places)
            group = _group(wrapping.static)
            fixes = dict(self._fixes(wrapping, places, group, can=can))
            for place in places:
                yield LayerFinding(
                    place.module.path,
                    span_of(place.node),
                    wrapping.key,
                    place.fault,
                    wrapping.schema,
                    fixes.get(place.node.id),
                )

    def _can_strip(self, wrapping: Wrapping, places: tuple[Place, ...]) -> bool:
        """Whether all of it can go, and nothing that stays still has the layer."""
        if any(p.edits is None for p in places):
            return False
        bindings: Bindings = self.meets.bindings
        if any(b.type == wrapping.static for b in bindings.types):
            return False  # elsewhere the layer is right
        written = {p.node.id for p in places if p.fault is Fault.TYPE}
        for judged in self.calls:
            module, node = judged.call.module, judged.call.node
            static = self.types.awaited(self.types.static(module, node))
            if static != wrapping.static:
                continue
            given = node.child_by_field_name("type_arguments")
            if given is None or not any(a.id in written for a in children_of(given)):
                return False  # the client itself says that there is a layer
        return bool(written)

    def _fixes(
        self, wrapping: Wrapping, places: tuple[Place, ...], group: str, *, can: bool
    ) -> Iterator[tuple[int, Fix]]:
        message = f"Take the layer `{wrapping.key}` off"
        dead = self._dead_imports(places) if can else {}
        for place in places:
            if not can or place.edits is None:
                yield place.node.id, Fix(message, (), Applicability.DISPLAY, group)
                continue
            edits = (*place.edits, *dead.pop(place.module.path, ()))
            yield place.node.id, Fix(message, edits, Applicability.SAFE, group)

    def _dead_imports(self, places: tuple[Place, ...]) -> dict[Path, tuple[Edit, ...]]:
        """The imports that only the types which go made use of."""
        removed: dict[Path, tuple[Module, list[tuple[int, int]]]] = {}
        for place in places:
            ranges = removed.setdefault(place.module.path, (place.module, []))[1]
            ranges.extend((e.start, e.end) for e in place.edits or () if e.end > e.start)
        found: dict[Path, tuple[Edit, ...]] = {}
        for path, (module, ranges) in removed.items():
            dead = dead_after(module, ranges).imports
            if dead:
                found[path] = import_edits(module, (), dead)
        return found

    def _opened(self) -> Iterator[LayerFinding]:
        opening = Opening(self.program, self.contract, self.types)
        for layered in _first(self.meets.layers):
            wrapping = layered.wrapping
            if wrapping.layer is not Layer.MISSING:
                continue
            module, node, key = layered.module, layered.node, wrapping.key
            if copes(module, node, key) or is_opened_later(self.program, module, node, key):
                continue
            place_of = opening.handed if layered.is_handed else opening.place
            place = place_of(layered.module, layered.node, wrapping)
            if place is None:
                continue
            message = f"Take the value out of `{wrapping.key}`"
            edits = place.edits
            fix = Fix(message, edits, Applicability.UNSAFE) if edits is not None else None
            yield LayerFinding(
                place.module.path,
                span_of(place.node),
                wrapping.key,
                place.fault,
                wrapping.schema,
                fix,
            )


def _first(layers: Iterable[Layered]) -> Iterator[Layered]:
    """Each expression once."""
    seen: set[int] = set()
    for layered in layers:
        if layered.node.id not in seen:
            seen.add(layered.node.id)
            yield layered


def _distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple({place.node.id: place for place in places}.values())


def _group(static: Type) -> str:
    """A name for all the places of one type: its declaration with its arguments."""
    if isinstance(static, Anonymous):
        return f"{static.context.module.path}:{static.node.start_byte}:layer"
    if isinstance(static, Named):
        node = static.declaration.node
        args = ",".join(_group(a) for a in static.args)
        return f"{static.declaration.module.path}:{node.start_byte}<{args}>:layer"
    return str(static)
