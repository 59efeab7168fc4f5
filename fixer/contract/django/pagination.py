"""How a backend wraps its lists: pagination, and an envelope that a renderer puts around all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import libcst as cst

from ..model import ANY, In, Kind, Parameter, Property, Schema
from .evaluate import Evaluator
from .fields import BOOLEAN, INTEGER, text
from .operators import iterate
from .values import NONE, ClassObject, Const, Dictionary, Foreign, Function, Unknown, Value
from .walking import walk

_PAGINATION = "rest_framework.pagination."
_PAGINATING = "rest_framework.generics.GenericAPIView"
_NONE = re.compile(r"^\s*return(?:\s+None)?\s*$", re.MULTILINE)
# What of a view or of its paginator gives None where the request asks for no page.
_OPTIONAL = ("paginator", "paginate_queryset")
_SIZES = ("paginate_queryset", "get_page_size", "get_limit")
_LINK = replace(text("uri"), nullable=True)
_LINKS = ("get_next_link", "get_previous_link")
# What holds the data of a request that failed.
_FAILURES = ("error", "errors")

Entries = list[tuple[str, cst.BaseExpression]]


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a renderer puts around every body: `{"success": true, "data": …}`."""

    key: str
    others: tuple[Property, ...]

    def around(self, body: Schema | None) -> Schema:
        """The schema of the enveloped body."""
        properties = [*self.others, Property(self.key, body or ANY)]
        return Schema(Kind.OBJECT, tuple(properties))


class Wrapping:
    """Answers about REST framework's settings and the classes they name."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self.classes = evaluator.classes

    def setting(self, name: str) -> Value | None:
        """An entry of `REST_FRAMEWORK` in the settings."""
        found = self.evaluator.setting("REST_FRAMEWORK")
        return found.items.get(name) if isinstance(found, Dictionary) else None

    def is_unknown(self, view: ClassObject | None) -> bool:
        """Whether it can't be told how the view's lists are paged.

        By settings or a class that aren't there to be read, or as the request asks for it.
        """
        if view is None or not self.classes.derives(view, _PAGINATING):
            return False
        if any(self._may_give_none(view, name) for name in _OPTIONAL):
            return True
        if self.classes.find(view, "pagination_class") is not None:
            return False
        module = self.evaluator.project.settings
        unread = bool(module and module.stars) and isinstance(
            self.evaluator.setting("REST_FRAMEWORK"), Unknown
        )
        named = self.setting("DEFAULT_PAGINATION_CLASS")
        return unread or (named not in (None, NONE) and self._class(named) is None)

    def _may_give_none(self, cls: ClassObject, name: str) -> bool:
        """Whether a method of that name, or what it extends, says None: the list comes whole."""
        for ancestor, members in self.classes.lineage(cls):
            method = members.get(name)
            if ancestor.module.is_stub or not isinstance(method, Function):
                continue
            node = self.classes.definition(method)
            if node is None or _NONE.search(cst.Module([]).code_for_node(node)) is not None:
                return True
        return False

    def _class(self, value: Value | None) -> ClassObject | None:
        """The class that a setting names by its dotted path, or is."""
        if isinstance(value, Const) and isinstance(value.value, str):
            value = self.evaluator.resolved(Foreign(value.value))
        return value if isinstance(value, ClassObject) else None

    def paginator(
        self, view: ClassObject | None, stated: Value | None = None
    ) -> ClassObject | None:
        """The class that paginates the view's lists; None: they come whole.

        `stated`: what is said of the one action.
        """
        if view is None or not self.classes.derives(view, _PAGINATING):
            return None
        found = stated or self.classes.find(view, "pagination_class")
        if found == NONE:
            return None
        cls = self._class(found if found is not None else self.setting("DEFAULT_PAGINATION_CLASS"))
        if cls is None:
            return None
        size = self._size(cls)
        return None if size == NONE else cls

    def _size(self, cls: ClassObject) -> Value:
        for ancestor, members in self.classes.lineage(cls):
            if ancestor.module.is_stub:
                break
            for name in ("page_size", "default_limit"):
                if name in members:
                    return self.evaluator.resolved(members[name])
        return self.setting("PAGE_SIZE") or NONE

    def paginated(self, cls: ClassObject, items: Schema) -> Schema | None:
        """A page of `items` as `cls` sends it; None where it can't be known."""
        if any(self._may_give_none(cls, name) for name in _SIZES):
            return None
        listed = Schema(Kind.ARRAY, items=items)
        written = self.classes.find(cls, "get_paginated_response")
        if isinstance(written, Function):
            return self._written(cls, written, listed)
        links = (Property("next", _LINK), Property("previous", _LINK))
        results = Property("results", listed)
        if self.classes.derives(cls, f"{_PAGINATION}CursorPagination"):
            return Schema(Kind.OBJECT, (*links, results))
        if self.classes.derives(
            cls, f"{_PAGINATION}PageNumberPagination", f"{_PAGINATION}LimitOffsetPagination"
        ):
            return Schema(Kind.OBJECT, (Property("count", INTEGER), *links, results))
        return None

    def _written(self, cls: ClassObject, function: Function, listed: Schema) -> Schema | None:
        """What a `get_paginated_response` of the project sends."""
        node = self.classes.definition(function)
        if node is None or len(node.params.params) < 2:
            return None
        finder = _Keys(node.params.params[1].name.value)
        walk(node.body, finder)
        found = [entries for entries in finder.found if finder.holding(entries)]
        if len(found) != 1:
            return None
        properties = (
            Property(key, listed if finder.is_data(value) else self._page_fact(cls, value))
            for key, value in found[0]
        )
        return Schema(Kind.OBJECT, tuple(properties))

    def _page_fact(self, cls: ClassObject, value: cst.BaseExpression) -> Schema:
        """What is said of the page itself, where it is what REST framework says.

        `"next"` may as well be the number of the next page.
        """
        if isinstance(value, cst.Attribute) and value.attr.value == "count":
            return INTEGER
        called = value.func if isinstance(value, cst.Call) else None
        if isinstance(called, cst.Attribute) and called.attr.value in _LINKS:
            method = self.classes.find(cls, called.attr.value)
            if isinstance(method, Function) and not method.module.is_stub:
                return ANY
            return _LINK
        return ANY

    def parameters(self, cls: ClassObject) -> tuple[Parameter, ...]:
        """The query parameters by which a page is chosen."""
        names = ("page_query_param", "page_size_query_param", "limit_query_param")
        found: list[Parameter] = []
        for name in (*names, "offset_query_param", "cursor_query_param"):
            value = self.classes.find(cls, name)
            if isinstance(value, Const) and isinstance(value.value, str):
                schema = ANY if name == "cursor_query_param" else INTEGER
                found.append(Parameter(value.value, In.QUERY, schema))
        return tuple(found)

    def envelope(self) -> Envelope | None:
        """What the first renderer of the settings puts around every body, if it does."""
        renderers = iterate(self.setting("DEFAULT_RENDERER_CLASSES")) or []
        cls = self._class(renderers[0]) if renderers else None
        render = self.classes.find(cls, "render") if cls else None
        if not isinstance(render, Function) or render.module.is_stub:
            return None
        node = self.classes.definition(render)
        if node is None or len(node.params.params) < 2:
            return None
        finder = _Keys(node.params.params[1].name.value)
        walk(node.body, finder)
        candidates = [
            tuple((key, finder.is_data(value)) for key, value in entries)
            for entries in finder.found
            if _is_wrapper(finder.holding(entries))
        ]
        if not candidates or any(keys != candidates[0] for keys in candidates):
            return None
        wrapped = next(key for key, is_data in candidates[0] if is_data)
        others = [key for key, is_data in candidates[0] if not is_data]
        schemas = (BOOLEAN if key in ("success", "ok") else ANY for key in others)
        return Envelope(wrapped, tuple(map(Property, others, schemas)))


def _is_wrapper(held: list[str]) -> bool:
    """Whether one key holds the data, and no other than that of a failure."""
    return len(held) == 1 and held[0] not in _FAILURES


class _Keys:
    """The entries of dicts with constant keys, some of which hold the variable `data`.

    Dicts with a value of False are left out: they say that a request failed.
    """

    def __init__(self, data: str) -> None:
        self.data = data
        self.found: list[Entries] = []

    def is_data(self, value: cst.BaseExpression) -> bool:
        """Whether it is the variable itself."""
        return isinstance(value, cst.Name) and value.value == self.data

    def holding(self, entries: Entries) -> list[str]:
        """The keys that hold the data."""
        return [key for key, value in entries if self.is_data(value)]

    def visit_Dict(self, node: cst.Dict) -> None:  # noqa: N802 (libcst's name)
        pairs = [(e.key, e.value) for e in node.elements if isinstance(e, cst.DictElement)]
        fails = any(isinstance(v, cst.Name) and v.value == "False" for _, v in pairs)
        whole = len(pairs) == len(node.elements) and not fails  # `{"success": False, …}`
        self._add(pairs if whole else [])

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        """`OrderedDict([("count", …), …])`"""
        if isinstance(node.func, cst.Name) and node.func.value in ("OrderedDict", "dict"):
            listed = node.args[0].value if node.args else None
            pairs = []
            for element in listed.elements if isinstance(listed, (cst.List, cst.Tuple)) else ():
                if isinstance(element.value, cst.Tuple) and len(element.value.elements) == 2:
                    key, value = element.value.elements
                    pairs.append((key.value, value.value))
            self._add(pairs)

    def _add(self, pairs: list[tuple[cst.BaseExpression, cst.BaseExpression]]) -> None:
        entries = [
            (str(key.evaluated_value), value)
            for key, value in pairs
            if isinstance(key, cst.SimpleString)
        ]
        if entries and len(entries) == len(pairs):
            self.found.append(entries)
