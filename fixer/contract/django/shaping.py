"""What the code of a serializer does to its fields beyond declaring them."""

from __future__ import annotations

from dataclasses import dataclass, field

import libcst as cst

from .classes import Classes
from .represented import represented
from .values import ClassObject, Function
from .walking import walk

_CHANGING = ("__init__", "get_fields")


@dataclass(slots=True)
class Shaping:
    """`removed`: always taken out; `uncertain`: sometimes; `relaxed`: said whether required.

    `withheld`: not always sent. `altered`: sent as something else. `silenced`: made read-only.
    `may_lose_any`: taken out under names that can't be known. `may_withhold`: those of the model
    need not be sent. `may_alter_any`: any may be sent as something else. `may_gain`: fields are
    put in.
    """

    removed: set[str] = field(default_factory=set)
    uncertain: set[str] = field(default_factory=set)
    relaxed: set[str] = field(default_factory=set)
    withheld: set[str] = field(default_factory=set)
    altered: set[str] = field(default_factory=set)
    silenced: set[str] = field(default_factory=set)
    may_lose_any: bool = False
    may_withhold: bool = False
    may_alter_any: bool = False
    may_gain: bool = False

    def asks_for(self, name: str) -> bool:
        """Whether a field that is required by itself is required at last."""
        return not self.may_lose_any and name not in self.uncertain | self.relaxed

    def alters(self, name: str) -> bool:
        """Whether it may be sent as something else than what the field gives."""
        return self.may_alter_any or name in self.altered

    def sends(self, name: str) -> bool:
        """Whether it is always sent."""
        return not self.may_withhold and name not in self.withheld


def shaping(classes: Classes, cls: ClassObject) -> Shaping:
    """What `__init__` and `get_fields` of the serializer do to its fields, and
    `to_representation` to what they send.
    """
    found = Shaping()
    for ancestor, members in classes.lineage(cls):
        for name in _CHANGING if not ancestor.module.is_stub else ():
            function = members.get(name)
            if isinstance(function, Function) and (node := classes.definition(function)):
                changes = _Changes(found)
                for line in node.body.body:
                    changes.follow(line)
    sent = represented(classes, cls)
    found.withheld |= sent.removed
    found.altered, found.may_alter_any = sent.altered, sent.any_altered
    return found


def _constant(node: cst.CSTNode) -> str | None:
    return str(node.evaluated_value) if isinstance(node, cst.SimpleString) else None


def _is_inherited(node: cst.CSTNode) -> bool:
    """Whether it is `super().get_fields()`."""
    match node:
        case cst.Call(
            func=cst.Attribute(
                value=cst.Call(func=cst.Name(value="super")), attr=cst.Name(value="get_fields")
            )
        ):
            return True
    return False


class _Changes:
    """Collects what is done to `self.fields`; `is_sure`: in a line that is always reached."""

    def __init__(self, found: Shaping) -> None:
        self.found = found
        self.is_sure = False
        self.names = {"fields"}  # what `get_fields` calls those that its base gave
        self.lists: dict[str, tuple[str, ...]] = {}  # until anything else is done with them
        self.loops: dict[str, tuple[str, ...]] = {}
        self.may_have_left = False

    def follow(self, line: cst.CSTNode) -> None:
        """One line of the function's body; the lines of a loop over names that are written."""
        lines = [line]
        if isinstance(line, cst.For) and isinstance(line.target, cst.Name):
            names = self._listed(line.iter)
            if names is not None and line.orelse is None:
                self.loops[line.target.value] = names
                lines = list(line.body.body)
        for one in lines:
            is_plain = isinstance(one, (cst.SimpleStatementLine, cst.BaseSmallStatement))
            self.is_sure = is_plain and not self.may_have_left
            walk(one, self)
        self.loops.clear()

    def _listed(self, node: cst.BaseExpression) -> tuple[str, ...] | None:
        """`["a", "b"]`, or the local name of it."""
        if isinstance(node, cst.Name):
            return self.lists.get(node.value)
        if not isinstance(node, (cst.List, cst.Tuple, cst.Set)):
            return None
        names = [_constant(element.value) for element in node.elements]
        return None if None in names else tuple(name for name in names if name is not None)

    def _of_fields(self, node: cst.CSTNode) -> bool:
        """Whether it is `self.fields`, or the local name of the same."""
        if isinstance(node, cst.Attribute):
            return node.attr.value == "fields"
        return isinstance(node, cst.Name) and node.value in self.names

    def _field_key(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """What stands between the brackets of `self.fields[…]`."""
        match node:
            case cst.Subscript(
                value=holder, slice=[cst.SubscriptElement(slice=cst.Index(value=key))]
            ) if self._of_fields(holder):
                return key
        return None

    def _remove(self, key: cst.CSTNode | None) -> None:
        name = _constant(key) if key is not None else None
        names: tuple[str, ...] | None = (name,) if name is not None else None
        if isinstance(key, cst.Name):
            names = self.loops.get(key.value)
        if names is None:
            self.found.may_lose_any = True
        elif self.is_sure:
            self.found.removed.update(names)
        else:
            self.found.uncertain.update(names)

    def visit_Del(self, node: cst.Del) -> None:  # noqa: N802 (libcst's name)
        key = self._field_key(node.target)
        if key is not None:
            self._remove(key)

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Call(func=cst.Attribute(value=holder, attr=cst.Name(value=method))) if (
                self._of_fields(holder)
            ):
                if method in ("pop", "clear", "popitem"):
                    self._remove(node.args[0].value if node.args else None)
                elif method in ("update", "setdefault"):
                    self.found.may_gain = True

    def visit_Assign(self, node: cst.Assign) -> None:  # noqa: N802 (libcst's name)
        for target in node.targets:
            if isinstance(target.target, cst.Name):
                self._named(target.target.value, node.value)
            self._assigned(target.target, node.value)

    def _named(self, name: str, value: cst.BaseExpression) -> None:
        self.lists.pop(name, None)
        self.loops.pop(name, None)
        listed = self._listed(value) if not isinstance(value, cst.Name) else None
        if _is_inherited(value):
            self.names.add(name)
        elif listed is not None and self.is_sure:
            self.lists[name] = listed

    def visit_AssignTarget(self, node: cst.AssignTarget) -> bool:  # noqa: N802 (libcst's name)
        return not isinstance(node.target, cst.Name)

    def visit_Name(self, node: cst.Name) -> None:  # noqa: N802 (libcst's name)
        self.lists.pop(node.value, None)  # `names.remove("a")`

    def visit_AugAssign(self, node: cst.AugAssign) -> None:  # noqa: N802 (libcst's name)
        if isinstance(node.target, cst.Name):
            self.loops.pop(node.target.value, None)

    def visit_Return(self, _: cst.Return) -> None:  # noqa: N802 (libcst's name)
        self.may_have_left = True

    def visit_Break(self, _: cst.Break) -> None:  # noqa: N802 (libcst's name)
        self.may_have_left = True

    def visit_Continue(self, _: cst.Continue) -> None:  # noqa: N802 (libcst's name)
        self.may_have_left = True

    def _assigned(self, target: cst.CSTNode, value: cst.BaseExpression) -> None:
        if self._field_key(target) is not None:
            self.found.may_gain = True
        elif isinstance(target, cst.Attribute) and self._of_fields(target):
            # `self.fields = {…}`, `self.Meta.fields = …`: any may be another
            self.found.may_gain = self.found.may_lose_any = True
        elif isinstance(target, cst.Attribute):
            key = self._field_key(target.value)
            name = _constant(key) if key is not None else None
            if target.attr.value in ("required", "read_only") and isinstance(
                target.value, cst.Name
            ):
                self.found.may_lose_any = True  # `for field in self.fields.values(): …`
            if name is not None and target.attr.value == "required":
                self.found.relaxed.add(name)
            elif name is not None and target.attr.value == "read_only":
                self.found.silenced.add(name)
