"""Turns classes into their bases, order of inheritance and members, across modules."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import libcst as cst

from .operators import foreign, made_dictionary
from .values import (
    Bound,
    ClassObject,
    Const,
    Dictionary,
    Foreign,
    Frame,
    Function,
    Object,
    Super,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator

Ancestor = ClassObject | Foreign | Unknown
MOST_ANCESTORS = 200
_OF_CLASS = {"classmethod", "classonlymethod"}
_RECORDS = {"dataclasses.dataclass", "attr.s", "attr.define", "attrs.define", "attrs.frozen"}


class Classes:
    """Answers about classes of one project."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator

    def node(self, cls: ClassObject) -> cst.ClassDef | None:
        """The class's syntax; None where the source can't be parsed."""
        if cls.node is None:
            for node in self.evaluator.project.syntax(cls.module, cls.statement):
                if isinstance(node, cst.ClassDef):
                    cls.node = node
        return cls.node

    def definition(self, function: Function) -> cst.FunctionDef | None:
        """The function's syntax; None where the source can't be parsed."""
        if function.node is None:
            for node in self.evaluator.project.syntax(function.module, function.statement):
                if isinstance(node, cst.FunctionDef):
                    function.node = node
        return function.node

    def frame(self, found: ClassObject | Function) -> Frame:
        """The frame in which the definition's own decorators, bases and defaults are read."""
        frame = Frame(found.module, found.statement, outer=found.outer)
        if isinstance(found, ClassObject) and found.shadowed is not None:
            frame.names[found.name] = found.shadowed
        return frame

    def bases(self, cls: ClassObject) -> tuple[Value, ...]:
        """The classes that `cls` names as its bases, unknown ones included."""
        if cls.bases is None:
            cls.bases = ()
            node = cls.node or cls.statement.header or self.node(cls)
            if isinstance(node, cst.ClassDef):
                frame = self.frame(cls)
                values = [self.evaluator.value(arg.value, frame) for arg in node.bases]
                cls.bases = tuple(values)
        return cls.bases

    def order(self, cls: ClassObject) -> tuple[Ancestor, ...]:
        """The method resolution order (C3), with what isn't there to be read in its place."""
        if cls.order is None:
            cls.order = (cls,)  # a class that inherits from itself ends here
            parents: list[Ancestor] = [_ancestor(base) for base in self.bases(cls)]
            lines: list[list[Ancestor]] = [
                list(self.order(p)) if isinstance(p, ClassObject) else [p] for p in parents
            ]
            cls.order = (cls, *_merge([*lines, parents]))[:MOST_ANCESTORS]
        return cls.order

    def derives(self, cls: Value, *qualified: str) -> bool:
        """Whether `cls` is, or inherits from, one of the classes with these dotted names."""
        if isinstance(cls, ClassObject):
            return any(_name(ancestor) in qualified for ancestor in self.order(cls))
        return isinstance(cls, Foreign) and cls.name in qualified

    def gaps(self, cls: ClassObject) -> list[str]:
        """The ancestors whose source isn't there, so that members may be missing."""
        names = [_name(a) for a in self.order(cls) if not isinstance(a, ClassObject)]
        return [name for name in names if name.partition(".")[0] not in sys.stdlib_module_names]

    def hidden(self, cls: ClassObject) -> str | None:
        """The first ancestor that isn't there to be read and may answer requests; no mixin does."""
        return next((name for name in self.gaps(cls) if not name.endswith("Mixin")), None)

    def members(self, cls: ClassObject) -> dict[str, Value]:
        """What the class's own body binds."""
        if cls.members is None:
            cls.members = {}
            if (node := self.node(cls)) is not None:
                frame = Frame(cls.module, cls.statement, cls.members, cls.outer, cls, is_class=True)
                frame.names["__qualname__"] = Const(cls.name)
                self.evaluator.executor.run((node.body,), frame)
        return cls.members

    def annotated(self, cls: ClassObject) -> list[str]:
        """The names that the class's body annotates, in order: the fields of a NamedTuple."""
        node = self.node(cls)
        lines = node.body.body if node else ()
        return [
            small.target.value
            for line in lines
            if isinstance(line, cst.SimpleStatementLine)
            for small in line.body
            if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name)
        ]

    def is_record(self, cls: ClassObject) -> bool:
        """Whether its instances are made of the values of what its body annotates."""
        if self.derives(cls, "typing.NamedTuple"):
            return True
        names = (foreign(name) or "" for name in self._decorating(cls))
        return any(name in _RECORDS for name in names)

    def _decorating(self, cls: ClassObject) -> Iterator[Value]:
        for decorator in self.decorators(cls):
            node = decorator.decorator
            callee = node.func if isinstance(node, cst.Call) else node
            yield self.evaluator.value(callee, self.frame(cls))

    def held(self, made: Object) -> Dictionary | None:
        """What an instance of a class of the project holds that is a `dict`."""
        if not self.derives(made.cls, "builtins.dict"):
            return None
        held = made.attributes.setdefault("(dict)", made_dictionary(made.args, made.kwargs))
        return held if isinstance(held, Dictionary) else None

    def lineage(self, cls: ClassObject) -> Iterator[tuple[ClassObject, dict[str, Value]]]:
        """The readable classes in resolution order, each with its own members."""
        for ancestor in self.order(cls):
            if isinstance(ancestor, ClassObject):
                yield ancestor, self.members(ancestor)

    def find(self, cls: ClassObject, name: str) -> Value | None:
        """The member `name` as the class body has it; None where no readable class has it.

        A body whose text doesn't have the name is not parsed for it.
        """
        for ancestor in self.order(cls):
            if not isinstance(ancestor, ClassObject):
                continue
            if ancestor.members is None and name not in ancestor.statement.text:
                continue
            members = self.members(ancestor)
            if name in members:
                return self.evaluator.resolved(members[name])
        return None

    def class_attribute(self, cls: ClassObject, name: str) -> Value:
        """`Class.name`."""
        found = self.find(cls, name)
        if name == "as_view" and (found is None or isinstance(found, Function)):
            return Bound(cls, "as_view")
        if isinstance(found, Function) and self.decorator_names(found) & _OF_CLASS:
            return Bound(cls, name, found)
        if isinstance(found, Function) and "classproperty" in self.decorator_names(found):
            native = self.evaluator.natives.get(found.qualified)
            if native is not None and found.node is not None:
                return native(self.evaluator, [cls], {}, self.frame(found), found.node)
        if found is not None:
            return found
        if name == "__name__":
            return Const(cls.name)
        if name == "objects" and self.derives(cls, "django.db.models.base.Model"):
            return Bound(cls, name)
        if cls.module.is_stub and not name.startswith("__"):
            return Bound(cls, name)
        return Unknown(f"{cls.name} has no readable member {name}")

    def object_attribute(self, made: Object, name: str) -> Value:
        """`instance.name`; a property is what its function returns."""
        if name in made.attributes:
            return made.attributes[name]
        found = self.find(made.cls, name)
        if isinstance(found, Function):
            return self._method(found, made, name)
        if found is not None:
            return found
        if name == "__class__":
            return made.cls
        return Bound(made, name)

    def super_attribute(self, above: Super, name: str) -> Value:
        """`super().name`: looked up in the receiver's order after the class of the method."""
        receiver = above.receiver
        cls = receiver.cls if isinstance(receiver, Object) else receiver
        if not isinstance(cls, ClassObject):
            return Unknown("super() of an unknown class")
        order = self.order(cls)
        after = order.index(above.cls) + 1 if above.cls in order else 1
        for ancestor in order[after:]:
            if isinstance(ancestor, ClassObject) and name in self.members(ancestor):
                found = self.evaluator.resolved(self.members(ancestor)[name])
                return self._method(found, receiver, name) if isinstance(found, Function) else found
        return Bound(above, name)

    def _method(self, found: Function, receiver: Value, name: str) -> Value:
        decorators = self.decorator_names(found)
        if "staticmethod" in decorators:
            return found
        if decorators & {"property", "cached_property"}:
            native = self.evaluator.natives.get(found.qualified)
            frame = self.frame(found)
            if native is not None and found.node is not None:
                return native(self.evaluator, [receiver], {}, frame, found.node)
            if found.module.is_stub:
                return Unknown(f"{found.qualified} isn't followed")
            return self.evaluator.caller.run(found, [], {}, 1, receiver)
        return Bound(receiver, name, found)

    def decorators(self, found: Function | ClassObject) -> Sequence[cst.Decorator]:
        node = self.header(found)
        return node.decorators if node else ()

    def header(self, found: Function | ClassObject) -> cst.ClassDef | cst.FunctionDef | None:
        """The definition's syntax, of which the body may be left out."""
        if (node := found.node or found.statement.header) is not None:
            return node
        return self.definition(found) if isinstance(found, Function) else self.node(found)

    def applied(
        self, found: Function | ClassObject, *wanted: str
    ) -> Iterator[tuple[str, Sequence[Value], dict[str, Value]]]:
        """The decorators whose last name is wanted: dotted name, arguments, named arguments.

        Outermost first. The others' arguments are not read: they may take long to make.
        """
        frame = self.frame(found)
        if isinstance(found, Function) and found.owner is not None:
            names = self.members(found.owner)
            frame = Frame(found.module, found.statement, dict(names), found.outer)
        for decorator in self.decorators(found):
            node = decorator.decorator
            callee = self.evaluator.value(node.func if isinstance(node, cst.Call) else node, frame)
            name = callee.qualified if isinstance(callee, Function) else foreign(callee) or ""
            if name.rpartition(".")[2] not in wanted:
                continue
            if isinstance(node, cst.Call):
                yield name, *self.evaluator.caller.arguments(node, frame)
            else:
                yield name, (), {}

    def decorator_names(self, function: Function) -> set[str]:
        """The last names of the decorators: `property`, `classmethod`, `action`."""
        names = set()
        for decorator in self.decorators(function):
            node: cst.CSTNode = decorator.decorator
            if isinstance(node, cst.Call):
                node = node.func
            if isinstance(node, cst.Attribute):
                node = node.attr
            if isinstance(node, cst.Name):
                names.add(node.value)
        return names


def _ancestor(base: Value) -> Ancestor:
    return base if isinstance(base, (ClassObject, Foreign)) else Unknown("a base class")


def _name(ancestor: Ancestor) -> str:
    match ancestor:
        case ClassObject():
            return ancestor.qualified
        case Foreign():
            return ancestor.name
        case _:
            return ancestor.reason


def _merge(lines: list[list[Ancestor]]) -> list[Ancestor]:
    """C3's merge; where no order is consistent, the first candidate goes first."""
    merged: list[Ancestor] = []
    while remaining := [line for line in lines if line]:
        head = next(
            (line[0] for line in remaining if not any(line[0] in other[1:] for other in remaining)),
            remaining[0][0],
        )
        merged.append(head)
        lines = [[item for item in line if item != head] for line in remaining]
    return merged
