"""What `to_representation` does to what a serializer's fields send."""

from __future__ import annotations

from dataclasses import dataclass, field

import libcst as cst

from .classes import Classes
from .values import ClassObject, Function
from .walking import walk

_NAME = "to_representation"
# What looks at a dict and leaves it as it is.
_READING = frozenset({"len", "bool", "print", "isinstance", "dict", "OrderedDict", "list", "str"})


@dataclass(slots=True)
class Represented:
    """`removed`: not always sent. `altered`: sent as something else; `any_altered`: any may be."""

    removed: set[str] = field(default_factory=set)
    altered: set[str] = field(default_factory=set)
    any_altered: bool = False


def represented(classes: Classes, cls: ClassObject) -> Represented:
    """What the class's `to_representation` does, and those that it extends."""
    found = Represented()
    for ancestor, members in classes.lineage(cls):
        function = members.get(_NAME) if not ancestor.module.is_stub else None
        node = classes.definition(function) if isinstance(function, Function) else None
        if node is not None:
            walk(node.body, _Changes(found))
            if "super()" not in cst.Module([]).code_for_node(node.body):
                break
    return found


class _Changes:
    """Collects what is done to dicts: which of them is sent makes no difference."""

    def __init__(self, found: Represented) -> None:
        self.found = found
        self.holders: set[str] = set()  # what holds that which the fields send
        self.loops: dict[str, tuple[str, ...]] = {}

    def visit_FunctionDef(self, _: cst.FunctionDef) -> bool:  # noqa: N802 (libcst's name)
        return False

    def visit_For(self, node: cst.For) -> None:  # noqa: N802 (libcst's name)
        names = _listed(node.iter)
        if isinstance(node.target, cst.Name) and names is not None:
            self.loops[node.target.value] = names

    def visit_Assign(self, node: cst.Assign) -> None:  # noqa: N802 (libcst's name)
        is_result = _is_inherited(node.value) or _is_one_of(node.value, self.holders)
        for target in node.targets:
            if isinstance(target.target, cst.Name) and is_result:
                self.holders.add(target.target.value)
            self._put(target.target)

    def visit_AugAssign(self, node: cst.AugAssign) -> None:  # noqa: N802 (libcst's name)
        self._put(node.target)
        if _is_one_of(node.target, self.holders):  # `data |= {…}`
            self._given(node.value)

    def visit_Del(self, node: cst.Del) -> None:  # noqa: N802 (libcst's name)
        if isinstance(node.target, cst.Subscript) and (key := _key(node.target)) is not None:
            self.found.removed.update(self._names(key) or ())

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Call(
                func=cst.Attribute(attr=cst.Name(value="pop")), args=[cst.Arg(value=key), *_]
            ):
                self.found.removed.update(self._names(key) or ())
            case cst.Call(func=cst.Attribute(value=holder, attr=cst.Name(value="update"))) if (
                isinstance(holder, cst.Name)
            ):
                for given in node.args:
                    self._given(given.value)
            case cst.Call(func=called) if not _reads(called):
                is_handed = any(_is_one_of(arg.value, self.holders) for arg in node.args)
                self.found.any_altered = self.found.any_altered or is_handed

    def visit_Return(self, node: cst.Return) -> None:  # noqa: N802 (libcst's name)
        value = node.value
        if value is None or isinstance(value, cst.Name) or _is_inherited(value):
            return
        if isinstance(value, (cst.Dict, cst.BinaryOperation)):  # `{**data, "a": 1}`, `data | more`
            self._given(value)
        elif not (isinstance(value, cst.Call) and _reads(value.func)):
            self.found.any_altered = True

    def _given(self, value: cst.BaseExpression) -> None:
        """Entries that are laid over others."""
        if isinstance(value, cst.BinaryOperation):
            self._given(value.left)
            self._given(value.right)
            return
        if isinstance(value, cst.Dict):
            for element in value.elements:
                if isinstance(element, cst.DictElement):
                    self._change(element.key)
                elif not _is_sent(element.value, self.holders):
                    self.found.any_altered = True
        elif not _is_sent(value, self.holders):
            self.found.any_altered = True

    def _put(self, target: cst.BaseExpression) -> None:
        """`data["a"] = …`, `data["a"]["b"] = …`"""
        while isinstance(target, cst.Subscript) and isinstance(target.value, cst.Subscript):
            target = target.value
        if isinstance(target, cst.Subscript) and isinstance(target.value, cst.Name):
            key = _key(target)
            if key is not None:
                self._change(key)

    def _change(self, key: cst.BaseExpression) -> None:
        names = self._names(key)
        self.found.altered.update(names or ())
        self.found.any_altered = self.found.any_altered or names is None

    def _names(self, key: cst.BaseExpression) -> tuple[str, ...] | None:
        if isinstance(key, cst.SimpleString):
            return (str(key.evaluated_value),)
        return self.loops.get(key.value) if isinstance(key, cst.Name) else None


def _key(target: cst.Subscript) -> cst.BaseExpression | None:
    index = target.slice[0].slice if len(target.slice) == 1 else None
    return index.value if isinstance(index, cst.Index) else None


def _listed(node: cst.BaseExpression) -> tuple[str, ...] | None:
    """`["a", "b"]`"""
    if not isinstance(node, (cst.List, cst.Tuple, cst.Set)):
        return None
    found = [
        e.value.evaluated_value for e in node.elements if isinstance(e.value, cst.SimpleString)
    ]
    return tuple(map(str, found)) if len(found) == len(node.elements) else None


def _is_inherited(node: cst.BaseExpression) -> bool:
    """`super().to_representation(item)`"""
    match node:
        case cst.Call(
            func=cst.Attribute(
                value=cst.Call(func=cst.Name(value="super")), attr=cst.Name(value=name)
            )
        ):
            return name == _NAME
    return False


def _is_one_of(node: cst.CSTNode, names: set[str]) -> bool:
    return isinstance(node, cst.Name) and node.value in names


def _is_sent(node: cst.BaseExpression, holders: set[str]) -> bool:
    return _is_inherited(node) or _is_one_of(node, holders)


def _reads(called: cst.BaseExpression) -> bool:
    """Whether a function leaves what it is given as it is."""
    if isinstance(called, cst.Attribute):
        return _is_log(called.value)
    return isinstance(called, cst.Name) and called.value in _READING


def _is_log(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) and node.value.lower() in ("logger", "log", "logging", "json")
