"""Turns a module's statements into the names they bind, following Python's own order.

Imports, classes and functions are bound unread; assignments, calls, loops and conditionals at
module level are carried out, since that is how `urlpatterns` and routers are built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import libcst as cst

from . import registries
from .imports import run_import
from .operators import fill, is_open, iterate, lost_rounds, truth
from .paths import SEARCHED, search
from .statements import added_to, yields
from .values import (
    Bound,
    ClassObject,
    Const,
    Dictionary,
    Foreign,
    Frame,
    Function,
    Items,
    Object,
    Super,
    Unknown,
    Value,
    is_assumed,
    is_optional,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator
    from .modules import Module

MOST_STEPS = 2_000_000
MOST_ROUNDS = 2_000
MOST_REPEATED = 200
# A definition that a decorator registers somewhere: `@register_view(Item)`, `@views.register`.
# Template tags and the admin's pages make no routes that a contract has.
_REGISTRAR = re.compile(r"(?!admin\.|register\.)[\w.]*regist")
REGISTERING = re.compile(rf"^@{_REGISTRAR.pattern}", re.MULTILINE)
_RAISED = Unknown("it raises")
_AUGMENTING: dict[type[cst.BaseAugOp], type[cst.BaseBinaryOp]] = {
    cst.AddAssign: cst.Add,
    cst.SubtractAssign: cst.Subtract,
    cst.BitOrAssign: cst.BitOr,
    cst.BitAndAssign: cst.BitAnd,
    cst.ModuloAssign: cst.Modulo,
}


class Executor:
    """Carries out statements in frames; one an evaluation of a project.

    `applies`: whether decorators of the project that register something are carried out.
    """

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self.steps = 0
        self.supposing = 0
        self.trying = 0
        self.applies = False
        # The last names of decorators that register a function somewhere: `get`.
        registrars = (name for name in evaluator.natives if name.startswith("@"))
        self.registering = {name.rpartition(".")[2] for name in registrars}

    @property
    def is_exhausted(self) -> bool:
        """Whether there was more to carry out than is."""
        return self.steps > MOST_STEPS

    @property
    def is_trying(self) -> bool:
        """Whether what fails is caught."""
        return self.trying > 0

    @property
    def is_supposing(self) -> bool:
        """Whether what is carried out is what another environment would have done."""
        return self.supposing > 0

    def run_module(self, module: Module) -> None:
        # Whoever imports it first, its own routes are there.
        before = self.supposing, self.trying
        self.supposing = self.trying = 0
        module.frame.names["__name__"] = Const(module.name)
        module.frame.names["__file__"] = Const(str(module.path and module.path.absolute()))
        self.run_statements(module, module.frame)
        self.supposing, self.trying = before

    def run_statements(self, module: Module, frame: Frame) -> None:
        """Carries out the statements of `module` as if they stood in `frame`."""
        outer = frame.statement
        for statement in module.statements:
            frame.statement = statement
            if statement.defines is None:
                self.run(self.evaluator.project.syntax(module, statement), frame)
            elif statement.is_class:
                name = statement.defines
                made = ClassObject(module, name, statement, outer=frame)
                made.shadowed = frame.names.get(name)
                frame.names[name] = made
                self._apply(made, frame)
            else:
                function = Function(module, statement.defines, statement, outer=frame)
                frame.names[statement.defines] = function
                if statement.text.startswith("@"):
                    self._register(function, frame)
                self._apply(function, frame)
        frame.statement = outer

    def _apply(self, made: ClassObject | Function, frame: Frame) -> None:
        """Hands a definition to the project's own decorators that register it somewhere."""
        if self.applies and REGISTERING.search(made.statement.text):
            for decorator, callee in self._registrars(made, frame):
                self.evaluator.caller.apply(callee, [made], {}, frame, decorator)

    def _registrars(
        self, made: ClassObject | Function, frame: Frame
    ) -> Iterator[tuple[cst.Decorator, Value]]:
        for decorator in reversed(self.evaluator.classes.decorators(made)):
            if _REGISTRAR.match(cst.Module([]).code_for_node(decorator.decorator)):
                callee = self.evaluator.value(decorator.decorator, frame)
                function = callee.function if isinstance(callee, Bound) else callee
                if isinstance(function, Function) and not function.module.is_stub:
                    yield decorator, callee

    def registers(self, name: str) -> bool:
        """Whether a decorator of the project registers something of the module called `name`."""
        module = self.evaluator.project.module(name)
        for statement in module.statements if module else ():
            made = module.frame.names.get(statement.defines or "") if module else None
            is_it = isinstance(made, (ClassObject, Function)) and made.statement is statement
            if not module or not is_it or not REGISTERING.search(statement.text):
                continue
            if isinstance(made, (ClassObject, Function)) and any(
                True for _ in self._registrars(made, module.frame)
            ):
                return True
        return False

    def run(self, nodes: Iterable[cst.CSTNode], frame: Frame) -> None:
        """Carries out `nodes` in `frame` until one of them returns, or leaves the loop's round."""
        for node in nodes:
            self.steps += 1
            if frame.returned is not None or frame.jump or self.is_exhausted:
                return
            self._statement(node, frame)

    def _statement(self, node: cst.CSTNode, frame: Frame) -> None:
        match node:
            case cst.SimpleStatementLine() | cst.SimpleStatementSuite():
                self.run(node.body, frame)
            case cst.IndentedBlock():
                self.run(node.body, frame)
            case cst.Expr():
                self.evaluator.value(node.value, frame)
            case cst.Assign():
                value = self.evaluator.value(node.value, frame)
                for target in node.targets:
                    self.assign(target.target, value, frame)
            case cst.AnnAssign() if node.value is not None:
                self.assign(node.target, self.evaluator.value(node.value, frame), frame)
            case cst.AugAssign():
                self._augment(node, frame)
            case cst.Import() | cst.ImportFrom():
                run_import(self.evaluator, node, frame)
            case cst.ClassDef():
                self._define_class(node, frame)
            case cst.FunctionDef():
                self._define_function(node, frame)
            case cst.If():
                self._branch(node, frame)
            case cst.For():
                self._loop(node, frame)
            case cst.Try() | cst.TryStar():
                self.trying += bool(node.handlers)
                self.run((node.body,), frame)
                self.trying -= bool(node.handlers)
                if frame.returned is _RAISED:
                    frame.returned = None  # what catches it goes on
                if node.finalbody:
                    left, frame.returned = frame.returned, None
                    self.run((node.finalbody.body,), frame)
                    frame.returned = left if frame.returned is None else frame.returned
            case cst.While():
                self._repeat(node, frame)
            case cst.With():
                suppresses = any(self._suppresses(item.item, frame) for item in node.items)
                self.trying += suppresses
                self.run((node.body,), frame)
                self.trying -= suppresses
            case cst.Return():
                returned = node.value
                known = self.evaluator.value(returned, frame) if returned else Const(None)
                frame.returned = known
            case cst.Continue() | cst.Break():
                frame.jump = type(node)
            case cst.Raise() if not frame.is_class and frame is not frame.module.frame:
                frame.returned = _RAISED
            case _:
                pass

    def _suppresses(self, node: cst.BaseExpression, frame: Frame) -> bool:
        """`with suppress(ImportError):`"""
        found = self.evaluator.value(node.func, frame) if isinstance(node, cst.Call) else None
        return found == Foreign("contextlib.suppress")

    def _define_function(self, node: cst.FunctionDef, frame: Frame) -> None:
        outer = frame.outer if frame.is_class else frame
        owner = frame.owner if frame.is_class else None
        name = node.name.value
        before = frame.names.get(name)
        made = Function(frame.module, name, frame.statement, node, outer, owner)
        if isinstance(before, Function) and frame.is_class:
            made.replaced = before
        frame.names[name] = made
        self._register(made, frame)

    def _register(self, made: Function, frame: Frame) -> None:
        """Hands a function to what a decorator registers it with: `@router.get("/items")`."""
        for decorator in self.evaluator.classes.decorators(made):
            node = decorator.decorator
            if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
                continue
            if node.func.attr.value not in self.registering:
                continue
            callee = self.evaluator.value(node.func, frame)
            function = callee.function if isinstance(callee, Bound) else None
            native = self.evaluator.natives.get(f"@{function.qualified}") if function else None
            if native is not None and isinstance(callee, Bound):
                native(self.evaluator, [callee.receiver, made], {}, frame, node)

    def _define_class(self, node: cst.ClassDef, frame: Frame) -> None:
        name = node.name.value
        made = ClassObject(frame.module, name, frame.statement, node, frame)
        made.shadowed = frame.names.get(name)
        frame.names[name] = made

    def _augment(self, node: cst.AugAssign, frame: Frame) -> None:
        before = self.evaluator.value(node.target, frame)
        more = self.evaluator.value(node.value, frame)
        if before == SEARCHED:
            search(self.evaluator, more)
            return
        if isinstance(before, Items) and isinstance(node.operator, cst.AddAssign):
            if (added := iterate(more)) is not None:
                before.items.extend(added)
                before.open_reason = before.open_reason or is_open(more)
            else:
                before.open_reason = "what is added to it can't be known"
                if _concerns_routes(frame.statement.text):
                    self.evaluator.note(frame, node, "what is added to the list can't be known")
            return
        operator = _AUGMENTING.get(type(node.operator), cst.Multiply)
        self.assign(node.target, self.evaluator.binary(before, operator(), more), frame)

    def assign(self, target: cst.CSTNode, value: Value, frame: Frame) -> None:
        """Binds `value` to a name, a tuple of names, an attribute or a subscript."""
        match target:
            case cst.Name():
                frame.names[target.value] = value
            case cst.Tuple() | cst.List():
                self._unpack([element.value for element in target.elements], value, frame)
            case cst.Attribute():
                self._set_attribute(target, value, frame)
            case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=index))]):
                holder = self.evaluator.value(target.value, frame)
                key = self.evaluator.value(index, frame)
                if isinstance(holder, Object):
                    holder = self.evaluator.classes.held(holder) or holder
                fill(holder, key, value)
            case _:
                pass

    def _unpack(self, targets: Sequence[cst.CSTNode], value: Value, frame: Frame) -> None:
        parts = iterate(value)
        for position, target in enumerate(targets):
            known = parts is not None and position < len(parts)
            part = parts[position] if parts and known else Unknown("it can't be unpacked")
            self.assign(target, part, frame)

    def _set_attribute(self, target: cst.Attribute, value: Value, frame: Frame) -> None:
        self.set_member(self.evaluator.value(target.value, frame), target.attr.value, value)

    def set_member(self, holder: Value, name: str, value: Value) -> None:
        """`holder.name = value`"""
        if isinstance(holder, Super):
            holder = holder.receiver
        if isinstance(holder, (Object, Function)):
            holder.attributes[name] = value
        elif isinstance(holder, ClassObject):
            self.evaluator.classes.members(holder)[name] = value

    def _branch(self, node: cst.If, frame: Frame) -> None:
        test = self.evaluator.value(node.test, frame)
        decided = truth(test)
        if decided is not False:
            self.run((node.body,), frame)
        elif is_assumed(test):
            self._suppose(node.body, frame)
        if decided is None and frame.returned is not None:
            if frame.returned is not _RAISED:
                frame.alternatives.append(frame.returned)
            frame.returned = None
        if decided is None:
            frame.jump = None
        if decided is not True and isinstance(node.orelse, cst.If):
            self._branch(node.orelse, frame)
        elif decided is not True and node.orelse is not None:
            self.run((node.orelse.body,), frame)
        elif is_assumed(test) and isinstance(node.orelse, cst.Else):
            self._suppose(node.orelse.body, frame)
        if decided is None:
            frame.jump = None

    def _suppose(self, body: cst.CSTNode, frame: Frame) -> None:
        """Carries out what another environment would: its routes are noted as optional.

        Nothing else of it lasts: names are bound in a frame of its own.
        """
        if not _concerns_routes(frame.statement.text):
            return
        inner = Frame(frame.module, frame.statement, {}, frame, frame.owner, frame.receiver)
        self.supposing += 1
        self.run((body,), inner)
        self.supposing -= 1
        if inner.yielded is not None:
            frame.yielded = frame.yielded or Items()
            frame.yielded.items += [item for item in inner.yielded.items if is_optional(item)]
        for name, value in inner.names.items():
            known = frame.names.get(name)
            if isinstance(known, Items) and isinstance(value, Items) and known is not value:
                # The new list may include the old one: that one must not grow.
                more = [item for item in value.items if is_optional(item)]
                frame.names[name] = Items([*known.items, *more], known.kind, known.open_reason)

    def _loop(self, node: cst.For, frame: Frame) -> None:
        if _concerns_routes(frame.statement.text):
            registries.fill(self.evaluator, node.iter, frame)
        items = self.evaluator.value(node.iter, frame)
        rounds = iterate(items)
        if reason := lost_rounds(items):
            self._leave_open(node, reason, frame)
        for item in rounds[:MOST_ROUNDS] if rounds else ():
            self.assign(node.target, item, frame)
            self.run((node.body,), frame)
            left, frame.jump = frame.jump, None
            if frame.returned is not None or left is cst.Break:
                return
        if node.orelse is not None and rounds is not None:
            self.run((node.orelse.body,), frame)

    def _repeat(self, node: cst.While, frame: Frame) -> None:
        for _ in range(MOST_REPEATED):
            decided = truth(self.evaluator.value(node.test, frame))
            if decided is False:
                return
            if decided is None:
                break
            self.run((node.body,), frame)
            left, frame.jump = frame.jump, None
            if frame.returned is not None or left is cst.Break:
                return
        self._leave_open(node, "how often the loop runs can't be known", frame)

    def _leave_open(self, node: cst.For | cst.While, reason: str, frame: Frame) -> None:
        """What a loop that isn't followed to its end adds to may have more than is known."""
        if _concerns_routes(frame.statement.text):
            self.evaluator.note(frame, node, reason)
        if yields(node.body):
            frame.yielded = frame.yielded or Items()
            frame.yielded.open_reason = frame.yielded.open_reason or reason
        for holder in added_to(node.body):
            value = self.evaluator.value(holder, frame)
            if isinstance(value, Object):  # a router
                value = value.attributes.get("registry", value)
            if isinstance(value, (Items, Dictionary)):
                value.open_reason = value.open_reason or reason


def _concerns_routes(text: str) -> bool:
    """Whether a statement may make routes; others are left open without a word."""
    return any(word in text for word in ("urlpatterns", "path(", "url(", "register(", "include("))
