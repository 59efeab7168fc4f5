"""What a renderer or parser of a package makes of all keys: `created_at` travels as `createdAt`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

import libcst as cst

from ..model import ANY, In, Kind, Operation, Parameter, Property, Schema
from .classes import Classes
from .operators import foreign, iterate
from .values import ClassObject, Foreign, Function, Value, constant_text
from .walking import walk

_CAMEL = "djangorestframework_camel_case."
# Its answers have another shape altogether: `{"data": {"attributes": …}}`.
_OTHER = "rest_framework_json_api."
# It makes `page_size` of `pageSize` in the query, too.
_MIDDLEWARE = "djangorestframework_camel_case.middleware.CamelCaseMiddleWare"
_OWN = ("renderer_classes", "parser_classes")
_RENDERED = re.compile(r"(?<![A-Za-z])Response\(")
_WORDS = re.compile(r"([a-z0-9]?)_([a-z0-9])")


class Rendering:
    """How the first renderer and parser spell keys: a view's own, or the settings'."""

    def __init__(self, classes: Classes, renderers: Value | None, parsers: Value | None) -> None:
        self.classes = classes
        self.defaults = (renderers, parsers)
        self.spelled: dict[bool, set[str]] = {True: set(), False: set()}
        self.answered: set[str] = set()

    def operation(
        self, operation: Operation, view: ClassObject | None, function: Function | None
    ) -> Operation:
        """The operation with its bodies as they travel; `function` answers.

        What Django itself makes JSON of, no renderer sees.
        """
        renderer, parser = (
            self._first((self.classes.find(view, name) if view else None) or default)
            for name, default in zip(_OWN, self.defaults, strict=True)
        )
        if any(name.startswith(_OTHER) for name in renderer):
            return replace(operation, body=None, response=None)
        body = self._spelled(operation.body, parser, is_taken=True)
        text = self.code(function) if _is_camel(renderer) else ""
        if "JsonResponse(" in text and _RENDERED.search(text):
            response = None  # the one or the other
        else:
            is_plain = "JsonResponse(" in text
            response = self._spelled(operation.response, () if is_plain else renderer)
        parameters = (*operation.parameters, *self._respelled(operation.parameters))
        return replace(operation, body=body, response=response, parameters=parameters)

    def reshapes(self, view: ClassObject | None, function: Function | None) -> bool:
        """Whether the renderer of a view makes another object of its answers, whatever one.

        What Django itself makes JSON of it doesn't see.
        """
        listed = self.classes.find(view, _OWN[0]) if view else None
        first = next(iter(iterate(listed or self.defaults[0]) or ()), None)
        cls = self._class(first) if first is not None else None
        render = self.classes.find(cls, "render") if cls is not None else None
        if not isinstance(render, Function) or render.module.is_stub:
            return False
        node = self.classes.definition(render)
        if node is None or len(node.params.params) < 2:
            return False
        made = _Made(node.params.params[1].name.value)
        walk(node.body, made)
        if not made.found:
            return False
        text = self.code(function)
        return "JsonResponse(" not in text or _RENDERED.search(text) is not None

    def _class(self, item: Value) -> ClassObject | None:
        """A class, or the one that a setting names."""
        value = self.classes.evaluator.resolved(item)
        name = None if isinstance(value, ClassObject) else constant_text(value) or foreign(value)
        found = self.classes.evaluator.resolved(Foreign(name)) if name else value
        return found if isinstance(found, ClassObject) else None

    def code(self, function: Function | None) -> str:
        """The text of a function."""
        node = self.classes.definition(function) if function is not None else None
        return cst.Module([]).code_for_node(node) if node is not None else ""

    def _respelled(self, parameters: Iterable[Parameter]) -> Iterator[Parameter]:
        """The query's parameters by the other name that the middleware takes them by."""
        for parameter in parameters if self._takes_camel_query else ():
            name = _WORDS.sub(_joined, parameter.name)
            if parameter.where is In.QUERY and name != parameter.name:
                yield replace(parameter, name=name, required=False)

    @cached_property
    def _takes_camel_query(self) -> bool:
        middleware = iterate(self.classes.evaluator.setting("MIDDLEWARE")) or ()
        return any(constant_text(name) == _MIDDLEWARE for name in middleware)

    def components(self, components: Mapping[str, Schema]) -> dict[str, Schema]:
        """The component schemas as they travel, if not differently for different views."""
        camel, plain = (_closure(self.spelled[is_camel], components) for is_camel in (True, False))
        answered = _closure(self.answered, components)
        return {
            name: _camel(schema, is_taken=name not in answered)
            if name in camel and name not in plain
            else schema
            for name, schema in components.items()
        }

    def _spelled(
        self, schema: Schema | None, names: tuple[str, ...], *, is_taken: bool = False
    ) -> Schema | None:
        is_camel = _is_camel(names)
        if schema is None:
            return None
        found = _references(schema)
        self.spelled[is_camel] |= found
        if not is_taken:
            self.answered |= found
        return _camel(schema, is_taken=is_taken) if is_camel else schema

    def _first(self, listed: Value | None) -> tuple[str, ...]:
        """The dotted names of the first class of a list, and of those that it inherits from."""
        for item in iterate(listed) or ():
            value = self.classes.evaluator.resolved(item)
            if isinstance(value, ClassObject):
                return (value.qualified, *self.classes.gaps(value))
            name = constant_text(value) or foreign(value)
            return self._of_dotted(name) if name else ()
        return ()

    def _of_dotted(self, name: str) -> tuple[str, ...]:
        """The same of a class that a setting names: it may be the project's own."""
        value = self.classes.evaluator.resolved(Foreign(name))
        if isinstance(value, ClassObject):
            return (name, value.qualified, *self.classes.gaps(value))
        return (name,)


def hidden(operation: Operation, resolved: Callable[[Schema], Schema]) -> Operation:
    """The operation without what it answers; of its body, what that has besides is ignored."""
    answer, body = (resolved(s) if s else ANY for s in (operation.response, operation.body))
    if Kind.OBJECT not in (answer.kind, body.kind) or answer.kind is not body.kind:
        return replace(operation, response=None)
    known = {name for p in body.properties for name in (p.name, *p.aliases)}
    more = (
        replace(p, required=False, read_only=True) for p in answer.properties if p.name not in known
    )
    taken = replace(body, properties=(*body.properties, *more), name=None)
    return replace(operation, response=None, body=taken)


class _Made:
    """Whether a body makes a dict, `{…}`, `dict(…)`, `new["…"] = …`; adding to `data` is none."""

    def __init__(self, data: str) -> None:
        self.data = data
        self.found = False

    def visit_Dict(self, node: cst.Dict) -> None:  # noqa: N802 (libcst's name)
        self.found = self.found or bool(node.elements)

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        name = node.func.value if isinstance(node.func, cst.Name) else ""
        self.found = self.found or name in ("dict", "OrderedDict")

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:  # noqa: N802 (libcst's name)
        match node.target:
            case cst.Subscript(value=cst.Name(value=name)) if name != self.data:
                self.found = True


def _is_camel(names: tuple[str, ...]) -> bool:
    return any(name.startswith(_CAMEL) for name in names)


def _references(schema: Schema) -> set[str]:
    """The components that a schema names."""
    parts = [p.schema for p in schema.properties] + list(schema.variants)
    parts += [part for part in (schema.items, schema.values) if part is not None]
    own = {schema.name} if schema.kind is Kind.REF and schema.name else set()
    return own.union(*map(_references, parts))


def _closure(names: set[str], components: Mapping[str, Schema]) -> set[str]:
    """The components named, and those that they name."""
    found: set[str] = set()
    left = list(names)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += _references(components.get(name, ANY))
    return found


def _camel(schema: Schema, *, is_taken: bool) -> Schema:
    """The schema in camel case; what is taken is taken by the serializer's own names, too."""

    def inner(part: Schema) -> Schema:
        return _camel(part, is_taken=is_taken)

    return replace(
        schema,
        properties=tuple(_respelled(p, inner(p.schema), is_taken) for p in schema.properties),
        items=inner(schema.items) if schema.items else None,
        values=inner(schema.values) if schema.values else None,
        variants=tuple(map(inner, schema.variants)),
    )


def _respelled(prop: Property, schema: Schema, is_taken: bool) -> Property:
    name = _WORDS.sub(_joined, prop.name)
    aliases = (*prop.aliases, prop.name) if is_taken and name != prop.name else prop.aliases
    return replace(prop, name=name, schema=schema, aliases=aliases)


def _joined(found: re.Match[str]) -> str:
    return found[1] + found[2].upper()
