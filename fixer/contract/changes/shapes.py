"""Two versions of a shape into the changes of its properties, types and values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fixer.contract.changes import likeness
from fixer.contract.changes.model import Change, FieldRename, Level, Side, Target
from fixer.contract.model import Contract, Kind, Property, Schema
from fixer.contract.show import type_name


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a comparison stands: for people (`where`, `path`) and for merging (`target`)."""

    where: str
    path: str
    target: Target
    side: Side

    def at(self, step: str, shown: str) -> _Spot:
        target = replace(self.target, steps=(*self.target.steps, step))
        return replace(self, path=self.path + shown, target=target)

    def into(self, name: str) -> _Spot:
        """The start of a named schema: changes in it are told once, whoever refers to it."""
        return _Spot(f"schema {name}", "", Target(name, (), side=self.side), self.side)

    @property
    def shown(self) -> str:
        return self.path.lstrip(".") or "the body"


class Shapes:
    """Compares shapes of two contracts; each pair of named schemas once a side.

    `agreed`: old and new names of fields that were renamed beyond doubt elsewhere.
    """

    def __init__(
        self, old: Contract, new: Contract, agreed: frozenset[tuple[str, str]] = frozenset()
    ) -> None:
        self._agreed = agreed
        self.old = old
        self.new = new
        self._seen: set[tuple[Side, str | None, str]] = set()

    def body(
        self, where: str, target: Target, old: Schema | None, new: Schema | None
    ) -> Iterator[Change]:
        """The changes of a request's or response's body."""
        if old is not None and new is not None:
            yield from self._schema(old, new, _Spot(where, "", target, target.side))

    def _schema(self, old: Schema, new: Schema, spot: _Spot) -> Iterator[Change]:
        if new.kind is Kind.REF and new.name:
            key = (spot.side, old.name if old.kind is Kind.REF else None, new.name)
            if key in self._seen:
                return
            self._seen.add(key)
            inner = spot.into(new.name)
        else:
            inner = spot
        before, now = self.old.resolve(old), self.new.resolve(new)
        if Kind.ANY in (before.kind, now.kind):
            return
        if before.kind is not now.kind or before.format != now.format:
            yield _type_changed(before, now, spot)
            if before.kind is not now.kind:
                return
        yield from _enum_changes(before, now, inner)
        if before.items and now.items:
            yield from self._value(before.items, now.items, inner.at("[]", "[]"))
        if before.values and now.values:
            yield from self._value(before.values, now.values, inner.at("{}", ".*"))
        for number, (one, other) in enumerate(_variant_pairs(before, now)):
            yield from self._schema(one, other, inner.at(f"|{number}", ""))
        if now.kind is Kind.OBJECT:
            yield from self._properties(before, now, inner)

    def _value(self, old: Schema, new: Schema, spot: _Spot) -> Iterator[Change]:
        """A value with its own nullability: a property's, a list element's."""
        if old.nullable != new.nullable and Kind.ANY not in (old.kind, new.kind):
            became = "nullable" if new.nullable else "not-nullable"
            harmless = new.nullable is (spot.side is Side.REQUEST)
            yield _change(
                f"{spot.side.value}-property-became-{became}",
                Level.INFO if harmless else Level.ERROR,
                spot,
                f"{spot.shown} became {became.replace('-', ' ')}",
                new,
            )
        yield from self._schema(old, new, spot)

    def _properties(self, old: Schema, new: Schema, spot: _Spot) -> Iterator[Change]:
        gone = [p for p in old.properties if new.property(p.name) is None]
        came = [p for p in new.properties if old.property(p.name) is None]
        renames = list(self._renames(old, new, gone, came, spot))
        for rename, before, now in renames:
            yield _renamed(rename, spot)
            if rename.accepted:
                yield from self._property(before, now, spot)
        taken = {(r.old, r.new) for r, _, _ in renames if r.accepted}
        for prop in gone:
            if prop.name not in {name for name, _ in taken}:
                yield _removed(prop, spot)
        for prop in came:
            if prop.name not in {name for _, name in taken}:
                yield _added(prop, spot)
        for prop in old.properties:
            same = new.property(prop.name)
            if same:
                yield from self._property(prop, same, spot)

    def _renames(
        self, old: Schema, new: Schema, gone: list[Property], came: list[Property], spot: _Spot
    ) -> Iterator[tuple[FieldRename, Property, Property]]:
        stated: set[str] = set()
        for now in new.properties:
            for before in gone:
                if before.name in now.legacy_names:
                    stated.update((before.name, now.name))
                    yield _field_rename(before, now, 1.0, spot, stated=True), before, now
        gone = [p for p in gone if p.name not in stated]
        came = [p for p in came if p.name not in stated]
        settled: set[str] = set()

        def score(one: Property, other: Property) -> float:
            siblings = (old.properties, new.properties)
            return likeness.properties(one, other, siblings, (self.old, self.new))

        for before in gone:
            for now in came:
                if (before.name, now.name) in self._agreed and score(before, now):
                    settled.update((before.name, now.name))
                    yield _field_rename(before, now, score(before, now), spot), before, now
        gone = [p for p in gone if p.name not in settled]
        came = [p for p in came if p.name not in settled]
        for pair in likeness.pairs(gone, came, score):
            rename = _field_rename(pair.old, pair.new, pair.score, spot, accepted=pair.accepted)
            yield rename, pair.old, pair.new

    def _property(self, old: Property, new: Property, spot: _Spot) -> Iterator[Change]:
        here = spot.at(new.name, f".{new.name}")
        if old.required != new.required:
            became = "required" if new.required else "optional"
            harmless = new.required is (spot.side is Side.RESPONSE)
            yield _change(
                f"{spot.side.value}-property-became-{became}",
                Level.INFO if harmless else Level.ERROR,
                here,
                f"{here.shown} became {became}",
                new,
            )
        yield from self._value(old.schema, new.schema, here)


def _variant_pairs(old: Schema, new: Schema) -> list[tuple[Schema, Schema]]:
    if len(old.variants) != len(new.variants):
        return []
    return list(zip(old.variants, new.variants, strict=True))


def _change(
    id_: str, level: Level, spot: _Spot, message: str, at: Schema | Property | None
) -> Change:
    return Change(id_, level, spot.where, message, at.location if at else None)


def _type_changed(old: Schema, new: Schema, spot: _Spot) -> Change:
    what = "property" if spot.target.steps else "body"
    was, now = (type_name(replace(s, enum=(), nullable=False)) for s in (old, new))
    return _change(
        f"{spot.side.value}-{what}-type-changed",
        Level.ERROR,
        spot,
        f"{spot.shown} changed from {was} to {now}",
        new,
    )


def _enum_changes(old: Schema, new: Schema, spot: _Spot) -> Iterator[Change]:
    if not old.enum or not new.enum:
        return
    for value in old.enum:
        if value not in new.enum:
            breaks = spot.side is Side.REQUEST
            yield _change(
                f"{spot.side.value}-property-enum-value-removed",
                Level.ERROR if breaks else Level.INFO,
                spot,
                f"{spot.shown} can no longer be {value!r}",
                new,
            )
    for value in new.enum:
        if value not in old.enum:
            surprises = spot.side is Side.RESPONSE
            yield _change(
                f"{spot.side.value}-property-enum-value-added",
                Level.WARNING if surprises else Level.INFO,
                spot,
                f"{spot.shown} can be {value!r} now",
                new,
            )


def _field_rename(
    old: Property,
    new: Property,
    score: float,
    spot: _Spot,
    *,
    accepted: bool = True,
    stated: bool = False,
) -> FieldRename:
    target = spot.at(new.name, "").target
    return FieldRename(old.name, new.name, target, score, accepted, stated, new.location)


def _renamed(rename: FieldRename, spot: _Spot) -> Change:
    prefix = spot.path.lstrip(".")
    old, new = (f"{prefix}.{name}".lstrip(".") for name in (rename.old, rename.new))
    how = "stated" if rename.stated else f"score {rename.score:.2f}"
    word = "was renamed to" if rename.accepted else "may have been renamed to"
    return Change(
        f"{spot.side.value}-property-renamed",
        Level.ERROR if rename.accepted else Level.INFO,
        spot.where,
        f"{old} {word} {new} ({how})",
        rename.location,
        rename,
    )


def _removed(prop: Property, spot: _Spot) -> Change:
    here = spot.at(prop.name, f".{prop.name}")
    if spot.side is Side.REQUEST:
        id_, level = "request-property-removed", Level.WARNING
    elif prop.required:
        id_, level = "response-required-property-removed", Level.ERROR
    else:
        id_, level = "response-optional-property-removed", Level.WARNING
    return _change(id_, level, spot, f"{here.shown} was removed", prop)


def _added(prop: Property, spot: _Spot) -> Change:
    here = spot.at(prop.name, f".{prop.name}")
    need = "required" if prop.required else "optional"
    if spot.side is Side.REQUEST:
        breaks = prop.required and not prop.read_only
        id_, level = f"new-{need}-request-property", Level.ERROR if breaks else Level.INFO
    else:
        id_, level = f"response-{need}-property-added", Level.INFO
    return _change(id_, level, spot, f"{here.shown} was added", prop)
