"""Turns a view's filter set into the query parameters by which django-filter narrows its list.

Either all of them are known or none is said: a name that is missing would be taken for a wrong
spelling of one that is there.
"""

from __future__ import annotations

from .classes import Classes
from .models import Models
from .operators import foreign, is_open, iterate
from .values import (
    NONE,
    Application,
    ClassObject,
    Const,
    Dictionary,
    Items,
    Object,
    Unknown,
    Value,
    constant_text,
)

_PACKAGE = "django_filters."
_BACKENDS = ("DjangoFilterBackend", "SearchFilter", "OrderingFilter")
_ENDS = {
    "RangeFilter": ("_min", "_max"),
    "NumericRangeFilter": ("_min", "_max"),
    "DateFromToRangeFilter": ("_after", "_before"),
    "DateTimeFromToRangeFilter": ("_after", "_before"),
    "IsoDateTimeFromToRangeFilter": ("_after", "_before"),
    "TimeRangeFilter": ("_after", "_before"),
    "LookupChoiceFilter": ("", "_lookup"),
}


class FilterSets:
    """Reads the filter sets of one project."""

    def __init__(self, classes: Classes, models: Models) -> None:
        self.classes = classes
        self.models = models

    def names(self, view: ClassObject, backends: Value | None) -> tuple[str, ...]:
        """The parameters of the view's filter set; none where not all of them are known.

        `backends`: what narrows a list in views that don't say it.
        """
        own = self.classes.find(view, "filter_backends")
        narrowing = iterate(backends if own is None else own)
        if narrowing is None and own is not None:
            return ()
        if any(self._named(one).rpartition(".")[2] not in _BACKENDS for one in narrowing or ()):
            return ()  # the project's own may ask for others
        chosen = self.classes.find(view, "filterset_class")
        if isinstance(chosen, ClassObject):
            return tuple(self._of_class(chosen) or ())
        return tuple(_listed(self.classes.find(view, "filterset_fields")) or ())

    def _named(self, backend: Value) -> str:
        name = constant_text(backend) or foreign(backend) or ""
        known = backend.qualified if isinstance(backend, ClassObject) else name
        return known if known.startswith((_PACKAGE, "rest_framework.filters.")) else "unknown"

    def _of_class(self, cls: ClassObject) -> list[str] | None:
        gaps = self.classes.gaps(cls)
        if any(not gap.startswith(_PACKAGE) for gap in gaps):
            return None
        declared: dict[str, Value] = {}
        for _, members in self.classes.lineage(cls):
            for name, value in members.items():
                declared.setdefault(name, value)
        found = self._of_meta(declared.get("Meta"))
        for name, value in declared.items():
            if found is None:
                return None
            kind = self._kind(value)
            if kind is None:
                return None
            if value == NONE or kind:
                found = [other for other in found if other != name]
            found += [f"{name}{end}" for end in _ENDS.get(kind, ("",))] if kind else []
        return found

    def _kind(self, value: Value) -> str | None:
        """Which of the package's filters it is; empty: none; None: it can't be known."""
        if isinstance(value, Object):
            order = [one for one in self.classes.order(value.cls) if not isinstance(one, Unknown)]
            names = (one.qualified if isinstance(one, ClassObject) else one.name for one in order)
            return next((n.rpartition(".")[2] for n in names if n.startswith(_PACKAGE)), "")
        if not isinstance(value, Application):
            return None if isinstance(value, Unknown) else ""
        name = foreign(value) or ""
        return name.rpartition(".")[2] if name.startswith(_PACKAGE) else None

    def _of_meta(self, meta: Value | None) -> list[str] | None:
        """What `Meta.fields` lists; all of the model's but what it excludes."""
        if not isinstance(meta, ClassObject):
            return []
        fields, excluded = self.classes.find(meta, "fields"), self.classes.find(meta, "exclude")
        if fields != Const("__all__") and excluded in (None, NONE):
            return [] if fields is None else _listed(fields)
        model, left = self.classes.find(meta, "model"), _listed(excluded or Items())
        if not isinstance(model, ClassObject) or left is None or self.classes.gaps(model):
            return None
        return [n for n, f in self.models.fields(model).items() if not f.is_key and n not in left]


def _listed(fields: Value | None) -> list[str] | None:
    """`["name"]`, and `{"name": ["exact", "icontains"]}` with its lookups."""
    if not isinstance(fields, (Items, Dictionary)) or is_open(fields):
        return None
    if isinstance(fields, Items):
        asked: list[tuple[str | None, str | None]] = [
            (constant_text(one), "exact") for one in fields.items
        ]
    else:
        asked = [
            (str(name), constant_text(lookup))
            for name, lookups in fields.items.items()
            for lookup in iterate(lookups) or (NONE,)
        ]
    found = [
        name if lookup == "exact" else f"{name}__{lookup}"
        for name, lookup in asked
        if name is not None and lookup is not None
    ]
    return list(dict.fromkeys(found)) if len(found) == len(asked) else None
