"""Turns an expression of the backend's source into its value, across modules, running nothing."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import libcst as cst

from .calls import Caller
from .classes import Classes
from .environment import stated_default
from .execute import Executor
from .modules import Module, Project
from .operators import (
    binary,
    compare,
    computed,
    fill,
    is_open,
    iterate,
    lacking,
    negated,
    pattern_attribute,
    sliced,
    subscript,
    truth,
    unescaped,
)
from .paths import path_attribute
from .source import Statement, literal
from .values import (
    Application,
    Bound,
    ClassObject,
    Const,
    Dictionary,
    Foreign,
    Frame,
    Function,
    Items,
    Lambda,
    ModuleObject,
    Object,
    PathValue,
    Pattern,
    Super,
    Unknown,
    Value,
)

_LITERALS = {"None": None, "True": True, "False": False}

Native = Callable[["Evaluator", Sequence[Value], dict[str, Value], Frame, cst.CSTNode], Value]


class Evaluator:
    """Evaluates expressions of one project. `natives`: functions known by their qualified name."""

    def __init__(
        self,
        roots: Sequence[Path],
        packages: Sequence[Path],
        natives: dict[str, Native],
        sources: dict[Path, list[Statement]] | None = None,
    ) -> None:
        self.natives = natives
        self.executor = Executor(self)
        known = {} if sources is None else sources
        self.project = Project(roots, packages, self.executor.run_module, known)
        self.classes = Classes(self)
        self.caller = Caller(self)

    def note(self, frame: Frame, node: cst.CSTNode, reason: str) -> None:
        """Remembers that something in `frame` can't be known, where it is written."""
        self.project.note(frame.site(node), reason)

    def value(self, node: cst.CSTNode, frame: Frame) -> Value:
        """The value of expression `node` in `frame`."""
        self.executor.steps += 1
        match node:
            case cst.Name():
                return self.name(node.value, frame)
            case cst.SimpleString():
                return Const(literal(node.value))
            case cst.ConcatenatedString():
                parts = self.value(node.left, frame), self.value(node.right, frame)
                return binary(parts[0], cst.Add(), parts[1])
            case cst.FormattedString():
                return self._formatted(node, frame)
            case cst.Integer() | cst.Float() | cst.Imaginary():
                return Const(literal(node.value))
            case cst.Attribute():
                return self.attribute(self.value(node.value, frame), node.attr.value)
            case cst.Call():
                return self.caller.call(node, frame)
            case cst.List() | cst.Tuple() | cst.Set():
                return self._items(node, frame)
            case cst.Dict():
                return self._dictionary(node, frame)
            case cst.BinaryOperation():
                left, right = self.value(node.left, frame), self.value(node.right, frame)
                return binary(left, node.operator, right)
            case cst.UnaryOperation():
                return self._unary(node, frame)
            case cst.BooleanOperation():
                return self._boolean(node, frame)
            case cst.Comparison():
                return self._comparison(node, frame)
            case cst.IfExp():
                return self._choice(node, frame)
            case cst.Subscript():
                return self._subscript(node, frame)
            case cst.ListComp() | cst.GeneratorExp() | cst.SetComp():
                return self._comprehension(node, frame)
            case cst.DictComp():
                return self._dict_comprehension(node, frame)
            case cst.Lambda():
                return Lambda(node, frame)
            case cst.NamedExpr():
                value = self.value(node.value, frame)
                self.executor.assign(node.target, value, frame)
                return value
            case cst.Yield():
                self._yield(node, frame)
                return Unknown("what is sent to a generator can't be known")
            case cst.Await():
                return self.value(node.expression, frame)
            case _:
                return Unknown(f"a {type(node).__name__} isn't followed")

    def _yield(self, node: cst.Yield, frame: Frame) -> None:
        given = frame.yielded = frame.yielded or Items()
        if not isinstance(node.value, cst.From):
            given.items.append(self.value(node.value, frame) if node.value else Const(None))
            return
        more = self.value(node.value.item, frame)
        given.items.extend(iterate(more) or ())
        lost = "what it hands on can't be known" if iterate(more) is None else is_open(more)
        given.open_reason = given.open_reason or lost

    def binary(self, left: Value, operator: cst.BaseBinaryOp, right: Value) -> Value:
        return binary(left, operator, right)

    def name(self, name: str, frame: Frame) -> Value:
        """What `name` means in `frame`."""
        if name in _LITERALS:
            return Const(_LITERALS[name])
        scope: Frame | None = frame
        while scope is not None:
            if name in scope.names:
                value = self.resolved(scope.names[name])
                scope.names[name] = value
                return value
            scope = scope.outer
        if frame.module.stars:
            return Foreign(f"{frame.module.stars[-1]}.{name}")
        if hasattr(builtins, name):
            return Foreign(f"builtins.{name}")
        return Unknown(f"the name {name} isn't bound")

    def resolved(self, value: Value) -> Value:
        """An imported name as what it stands for, if that is there to be read."""
        if not isinstance(value, Foreign):
            return value
        if (module := self.project.module(value.name)) is not None and module.path is not None:
            # What the package binds hides its module of that name: `from .router import router`.
            parent, _, last = value.name.rpartition(".")
            holder = self.project.module(parent) if parent else None
            if holder is None or last not in holder.frame.names:
                return ModuleObject(module)
        holder_name, _, last = value.name.rpartition(".")
        if not holder_name:
            return ModuleObject(module) if module else value
        if (holder := self.project.module(holder_name)) is None:
            inner = self.resolved(Foreign(holder_name)) if "." in holder_name else None
            if inner is None or isinstance(inner, Foreign):
                return ModuleObject(module) if module else value
            return self.attribute(inner, last)
        if last in holder.frame.names:
            bound = holder.frame.names[last]
            if bound != value:
                result = self.resolved(bound)
                holder.frame.names[last] = result
                return result
        if module is not None:
            return ModuleObject(module)
        if value.name == "django.conf.settings":
            return value
        defining = self.project.gathered(holder, last)
        if defining is not None and last in defining.frame.names:
            return self.resolved(defining.frame.names[last])
        return Foreign(f"{holder.stars[-1]}.{last}") if holder.stars else value

    def attribute(self, holder: Value, name: str) -> Value:
        """`holder.name`."""
        match holder:
            case ModuleObject():
                return self._module_attribute(holder.module, name)
            case Foreign(name="django.conf.settings"):
                return self.setting(name)
            case Foreign():
                return self.resolved(Foreign(f"{holder.name}.{name}"))
            case ClassObject():
                return self.classes.class_attribute(holder, name)
            case Object():
                return self.classes.object_attribute(holder, name)
            case Super():
                return self.classes.super_attribute(holder, name)
            case Function() | Bound(function=Function()) if (
                found := self.caller.member(holder, name)
            ) is not None:
                return found
            case Function() if name == "__name__":
                return Const(holder.name)
            case PathValue():
                return path_attribute(holder, name) or Bound(holder, name)
            case Const() if name == "pattern":
                return holder  # of a regular expression
            case Const() | Items() | Dictionary() | Function():
                return Bound(holder, name)
            case Pattern():
                return pattern_attribute(holder, name)
            case Application() if name == "default" and (found := stated_default(holder)):
                return found
            case Application() | Bound():
                return Application(holder, (), {"attribute": Const(name)})
            case Unknown():
                return holder
            case _:
                return Unknown(f"the member {name} isn't followed")

    def setting(self, name: str) -> Value:
        """`settings.name`, from the project's settings module."""
        module = self.project.settings
        if module is not None and name in module.frame.names:
            return self.resolved(module.frame.names[name])
        default = self.project.module("django.conf.global_settings")
        if module is not None and default is not None and name in default.frame.names:
            return default.frame.names[name]
        where = module.name if module else "the settings module, which wasn't found,"
        return Unknown(f"{where} doesn't set {name}")

    def has_setting(self, name: str) -> Value:
        """Whether there is `settings.name`."""
        module = self.project.settings
        if not isinstance(self.setting(name), Unknown):
            return Const(True)
        if module is None or module.stars:
            return Unknown("what the settings are can't be known")
        has = name in module.frame.names
        return Const(has, assumed=module.may_gain and not has)

    def _module_attribute(self, module: Module, name: str) -> Value:
        if name in module.frame.names:
            value = self.resolved(module.frame.names[name])
            module.frame.names[name] = value
            return value
        return self.resolved(Foreign(f"{module.name}.{name}"))

    def _formatted(self, node: cst.FormattedString, frame: Frame) -> Value:
        texts: list[str] = []
        for part in node.parts:
            if isinstance(part, cst.FormattedStringText):
                raw = part.value.replace("{{", "{").replace("}}", "}")
                texts.append(raw if "r" in node.prefix.lower() else unescaped(raw))
                continue
            if not isinstance(part, cst.FormattedStringExpression):
                return Unknown("a part of the f-string isn't followed")
            value = self.value(part.expression, frame)
            plain = computed(str, value) if part.format_spec is None else Unknown("a format")
            if not isinstance(plain, Const):
                return Unknown("a part of the f-string can't be known")
            texts.append(str(plain.value))
        return Const("".join(texts))

    def _items(self, node: cst.List | cst.Tuple | cst.Set, frame: Frame) -> Value:
        result = Items(kind=type(node).__name__.lower())
        for element in node.elements:
            value = self.value(element.value, frame)
            if not isinstance(element, cst.StarredElement):
                result.items.append(value)
            elif (more := iterate(value)) is not None:
                result.items.extend(more)
                result.open_reason = result.open_reason or is_open(value)
            else:
                result.open_reason = "what is spread into it can't be known"
        return result

    def _dictionary(self, node: cst.Dict, frame: Frame) -> Value:
        result = Dictionary()
        for element in node.elements:
            value = self.value(element.value, frame)
            if isinstance(element, cst.DictElement):
                key = self.value(element.key, frame)
                if isinstance(key, Const):
                    result.items[key.value] = value
                else:
                    result.open_reason = "a key can't be known"
            elif isinstance(value, Dictionary):
                result.items.update(value.items)
            else:
                result.open_reason = "what is spread into it can't be known"
        return result

    def _unary(self, node: cst.UnaryOperation, frame: Frame) -> Value:
        value = self.value(node.expression, frame)
        if isinstance(node.operator, cst.Not):
            return negated(value)
        if isinstance(node.operator, cst.Minus):
            return binary(Const(0), cst.Subtract(), value)
        return Unknown("the operator isn't followed")

    def _boolean(self, node: cst.BooleanOperation, frame: Frame) -> Value:
        left = self.value(node.left, frame)
        decided = truth(left)
        is_and = isinstance(node.operator, cst.And)
        if decided is None:
            right = self.value(node.right, frame)
            settles = truth(right) is (not is_and)
            return Const(not is_and) if settles else Unknown("a condition can't be known")
        return self.value(node.right, frame) if decided is is_and else left

    def _comparison(self, node: cst.Comparison, frame: Frame) -> Value:
        left = self.value(node.left, frame)
        for target in node.comparisons:
            right = self.value(target.comparator, frame)
            result = compare(left, target.operator, right)
            if truth(result) is not True:
                return result
            left = right
        return Const(True)

    def _choice(self, node: cst.IfExp, frame: Frame) -> Value:
        decided = truth(self.value(node.test, frame))
        if decided is None:
            return Unknown("the condition can't be known")
        return self.value(node.body if decided else node.orelse, frame)

    def _subscript(self, node: cst.Subscript, frame: Frame) -> Value:
        holder = self.value(node.value, frame)
        if isinstance(holder, (ClassObject, Foreign)):  # a generic: `Serializer[Model]`
            return holder
        if isinstance(holder, Object):
            holder = self.classes.held(holder) or holder
        match node.slice:
            case [cst.SubscriptElement(slice=cst.Index(value=index))]:
                key = self.value(index, frame)
                if (factory := lacking(holder, key)) is not None:
                    made = self.caller.apply(factory, (), {}, frame, node)
                    fill(holder, key, made)
                return subscript(holder, key)
            case [cst.SubscriptElement(slice=cst.Slice(lower=lower, upper=upper, step=step))]:
                bounds = (self.value(b, frame) if b else Const(None) for b in (lower, upper, step))
                return sliced(holder, *bounds)
            case _:
                return Unknown("what it indexes can't be known")

    def _comprehension(
        self, node: cst.ListComp | cst.GeneratorExp | cst.SetComp, frame: Frame
    ) -> Value:
        result = Items()
        for inner in self._rounds(node.for_in, _inner(frame), result):
            result.items.append(self.value(node.elt, inner))
        return result

    def _dict_comprehension(self, node: cst.DictComp, frame: Frame) -> Value:
        rounds, result = Items(), Dictionary()
        for inner in self._rounds(node.for_in, _inner(frame), rounds):
            key = self.value(node.key, inner)
            if isinstance(key, Const):
                result.items[key.value] = self.value(node.value, inner)
        result.open_reason = rounds.open_reason
        return result

    def _rounds(self, loop: cst.CompFor, frame: Frame, result: Items) -> Iterator[Frame]:
        over = self.value(loop.iter, frame)
        items = iterate(over)
        result.open_reason = result.open_reason or is_open(over)
        if items is None:
            result.open_reason = "what the comprehension goes over can't be known"
            return
        for item in items:
            self.executor.assign(loop.target, item, frame)
            if any(truth(self.value(test.test, frame)) is False for test in loop.ifs):
                continue
            if loop.inner_for_in is None:
                yield frame
            else:
                yield from self._rounds(loop.inner_for_in, frame, result)


def _inner(frame: Frame) -> Frame:
    return Frame(frame.module, frame.statement, {}, frame, frame.owner, frame.receiver)
