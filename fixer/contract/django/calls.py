"""Turns a call into its value: known functions, functions of the project, classes, methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import libcst as cst

from .environment import applied
from .methods import dictionary_method, items_method, text_method
from .operators import BUILT_IN, iterate, made_dictionary, truth
from .paths import path_method
from .statements import is_generator
from .values import (
    NONE,
    Application,
    AsView,
    Bound,
    ClassObject,
    Const,
    Dictionary,
    Foreign,
    Frame,
    Function,
    Items,
    Key,
    Lambda,
    ModuleObject,
    Object,
    PathValue,
    Super,
    Unknown,
    Value,
    assumed,
    constant_text,
    is_assumed,
    one_of,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator
    from .modules import Module

DEEPEST_CALL = 25
# A walk over a tree that isn't known takes every way at every step.
DEEPEST_UNKNOWN = 4
_SETTING_NOTHING = {"staticmethod", "classmethod", "property", "cached_property", "classproperty"}
_NOT_KNOWN = (Unknown, Application, Foreign, Bound)


class Caller:
    """Makes calls for one evaluator."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self.active: Counter[Function] = Counter()

    def call(self, node: cst.Call, frame: Frame) -> Value:
        """The value of the call `node` in `frame`."""
        callee = self.evaluator.value(node.func, frame)
        if callee == Foreign("builtins.super"):
            return self._super(frame)
        args, kwargs = self.arguments(node, frame)
        return self.apply(callee, args, kwargs, frame, node)

    def apply(
        self,
        callee: Value,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        """`callee(*args, **kwargs)`, called at `node`."""
        match callee:
            case Function():
                return self._function(callee, args, kwargs, frame, node)
            case Bound():
                return self._bound(callee, args, kwargs, frame, node)
            case ClassObject():
                return self._instance(callee, args, kwargs, frame, node)
            case Lambda():
                return self._lambda(callee, args, kwargs)
            case Foreign():
                return self._foreign(callee, args, kwargs, frame, node)
            case Unknown():
                return callee
            case Application(callee=Foreign(name="functools.partial"), args=[made, *first]):
                return self.apply(made, [*first, *args], {**callee.kwargs, **kwargs}, frame, node)
            case _:
                return applied(callee, args, kwargs)

    def _super(self, frame: Frame) -> Value:
        scope: Frame | None = frame
        while scope is not None:
            if scope.owner is not None and scope.receiver is not None:
                return Super(scope.owner, scope.receiver)
            scope = scope.outer
        return Unknown("super() outside of a method")

    def arguments(self, node: cst.Call, frame: Frame) -> tuple[list[Value], dict[str, Value]]:
        """The positional and the named arguments of the call, spread ones laid out."""
        args: list[Value] = []
        kwargs: dict[str, Value] = {}
        for arg in node.args:
            value = self.evaluator.value(arg.value, frame)
            if arg.keyword is not None:
                kwargs[arg.keyword.value] = value
            elif arg.star == "*":
                args.extend(iterate(value) or ())
            elif arg.star == "**":
                if isinstance(value, Dictionary):
                    kwargs.update({str(key): item for key, item in value.items.items()})
            else:
                args.append(value)
        return args, kwargs

    def _function(
        self,
        function: Function,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        native = self.evaluator.natives.get(function.qualified)
        if native is not None:
            return native(self.evaluator, args, kwargs, frame, node)
        if function.module.is_stub and function.statement.text.rstrip().endswith("..."):
            return Application(function, tuple(args), kwargs)
        return self.run(function, args, kwargs, frame.depth + 1)

    def run(
        self,
        function: Function,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        depth: int = 0,
        receiver: Value | None = None,
    ) -> Value:
        """What the body of `function` returns for these arguments."""
        definition = self.evaluator.classes.definition(function)
        is_lost = self.active[function] >= DEEPEST_UNKNOWN and any(
            isinstance(arg, _NOT_KNOWN) for arg in (*args, *kwargs.values())
        )
        if definition is None or depth > DEEPEST_CALL or is_lost:
            return Unknown(f"{function.name} can't be followed")
        frame = Frame(
            function.module,
            function.statement,
            outer=function.outer,
            owner=function.owner,
            receiver=receiver,
            depth=depth,
        )
        if receiver is not None:
            args = [receiver, *args]
        self._bind(definition.params, args, kwargs, frame)
        self.active[function] += 1
        self.evaluator.executor.run((definition.body,), frame)
        self.active[function] -= 1
        if "yield" in function.statement.text and is_generator(definition):
            return frame.yielded or Items()
        returned = frame.returned if frame.returned is not None else Const(None)
        return one_of([*_filled(frame.alternatives, returned), returned])

    def _bind(
        self,
        params: cst.Parameters,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
    ) -> None:
        rest = dict(kwargs)
        positional = [*params.posonly_params, *params.params]
        for at, param in enumerate((*positional, *params.kwonly_params)):
            name = param.name.value
            if at < len(args) and at < len(positional):
                frame.names[name] = args[at]
            elif name in rest:
                frame.names[name] = rest.pop(name)
            elif param.default is not None:
                frame.names[name] = self.evaluator.value(param.default, frame)
            else:
                frame.names[name] = Unknown(f"the argument {name} isn't given")
        if isinstance(params.star_arg, cst.Param):
            more = list(args[len(positional) :])
            frame.names[params.star_arg.name.value] = Items(more, "tuple")
        if params.star_kwarg is not None:
            named: dict[Key, Value] = dict(rest.items())
            frame.names[params.star_kwarg.name.value] = Dictionary(named)

    def _lambda(self, function: Lambda, args: Sequence[Value], kwargs: dict[str, Value]) -> Value:
        outer = function.frame
        frame = Frame(outer.module, outer.statement, outer=outer, depth=outer.depth + 1)
        if frame.depth > DEEPEST_CALL:
            return Unknown("the lambda can't be followed")
        self._bind(function.node.params, args, kwargs, frame)
        return self.evaluator.value(function.node.body, frame)

    def _bound(
        self,
        bound: Bound,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        receiver = bound.receiver
        if bound.name == "as_view":
            # Of an instance it is the class's.
            cls = receiver.cls if isinstance(receiver, Object) else receiver
            if isinstance(cls, (ClassObject, Foreign)):
                return _as_view(cls, args, kwargs)
        if bound.function is not None:
            native = self.evaluator.natives.get(bound.function.qualified)
            if native is not None:
                return native(self.evaluator, [receiver, *args], kwargs, frame, node)
            if bound.function.module.is_stub:
                return applied(bound, args, kwargs)
            return self.run(bound.function, args, kwargs, frame.depth + 1, receiver)
        if bound.name == "__init__" and isinstance(receiver, Super):
            # What a class of the project hands to a base that is known by its arguments.
            if isinstance(receiver.receiver, Object):
                receiver.receiver.kwargs.update(kwargs)
            return NONE
        match receiver:
            case Object() if bound.name == "_replace":  # of a named tuple
                return replace(receiver, attributes={**receiver.attributes, **kwargs})
            case Object() if (held := self.evaluator.classes.held(receiver)) is not None:
                # Where it gets the rest of its keys from isn't followed: they are assumed to lack.
                return assumed(dictionary_method(held, bound.name, args))
            case Const():
                return text_method(receiver, bound.name, args, kwargs)
            case PathValue():
                return path_method(self.evaluator, receiver, bound.name, args)
            case Items():
                return items_method(receiver, bound.name, args)
            case Dictionary():
                return dictionary_method(receiver, bound.name, args)
            case _:
                return Application(bound, tuple(args), kwargs)

    def _instance(
        self,
        cls: ClassObject,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        made = Object(cls, tuple(args), dict(kwargs), site=frame.site(node))
        if (create := self.evaluator.natives.get(f"{cls.qualified}()")) is not None:
            return create(self.evaluator, args, kwargs, frame, node)
        found = self.evaluator.classes.find(cls, "__init__")
        if isinstance(found, Function):
            self._bound(Bound(made, "__init__", found), args, kwargs, frame, node)
        elif self.evaluator.classes.is_record(cls):
            for name, value in zip(self.evaluator.classes.annotated(cls), args, strict=False):
                made.attributes[name] = value
            made.attributes.update(kwargs)
        return made

    def _foreign(
        self,
        callee: Foreign,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        head, _, name = callee.name.rpartition(".")
        if name == "as_view":
            return _as_view(Foreign(head), args, kwargs)
        if (native := self.evaluator.natives.get(callee.name)) is not None:
            return native(self.evaluator, args, kwargs, frame, node)
        if head == "builtins":
            return self._built_in(name, args, kwargs, frame)
        return applied(callee, args, kwargs)

    def _built_in(
        self, name: str, args: Sequence[Value], kwargs: dict[str, Value], frame: Frame
    ) -> Value:
        if name == "dict":
            return made_dictionary(args, kwargs)
        if name == "getattr" and len(args) > 1 and isinstance(args[1], Const):
            name = str(args[1].value)
            found = self.evaluator.attribute(args[0], name)
            has = self._has(args[0], name)
            if len(args) > 2 and truth(has) is None and isinstance(found, _NOT_KNOWN):
                return Unknown(f"whether it has {name} can't be known")
            if len(args) > 2 and truth(has) is False:
                return assumed(args[2]) if is_assumed(has) else args[2]
            return found
        if name == "hasattr" and len(args) > 1:
            return self._has(args[0], str(constant_text(args[1])))
        if name == "setattr" and len(args) == 3:
            self.evaluator.executor.set_member(args[0], str(constant_text(args[1])), args[2])
            return NONE
        if (
            name in ("globals", "locals", "vars")
            and (module := _module(name, args, frame)) is not None
        ):
            return _names(module)
        function = BUILT_IN.get(name)
        return function(args) if function else Unknown(f"{name}() isn't followed")

    def _has(self, holder: Value, name: str) -> Value:
        if isinstance(holder, Object) and name in holder.attributes:
            return Const(True)
        function = holder.function if isinstance(holder, Bound) else holder
        if isinstance(function, Function):
            return self._function_has(function, name)
        if isinstance(holder, (Const, Items, Dictionary)):
            plain = holder.value if isinstance(holder, Const) else _plain(holder)
            return Const(hasattr(plain, name))
        if holder == Foreign("django.conf.settings"):
            return self.evaluator.has_setting(name)
        if isinstance(holder, Foreign) and self.evaluator.project.lacks(holder.name):
            return Const(False, assumed=True)  # a module that each machine has of its own
        if isinstance(holder, ModuleObject) and not holder.module.stars:
            return Const(name in holder.module.frame.names)
        cls = holder.cls if isinstance(holder, Object) else holder
        if not isinstance(cls, ClassObject):
            return Unknown("what it has can't be known")
        if self.evaluator.classes.find(cls, name) is not None:
            return Const(True)
        gaps = self.evaluator.classes.gaps(cls)
        return Unknown(f"{gaps[0]} isn't there to be read") if gaps else Const(False)

    def member(self, holder: Function | Bound, name: str) -> Value | None:
        """What was set on a function, by its decorators too: they are applied when it is asked."""
        function = holder.function if isinstance(holder, Bound) else holder
        if function is None:
            return None
        if not function.is_decorated:
            function.is_decorated = True
            frame = self.evaluator.classes.frame(function)
            for decorator in reversed(self.evaluator.classes.decorators(function)):
                made = self.evaluator.value(decorator.decorator, frame)
                if isinstance(made, Function) and not made.module.is_stub:
                    self.run(made, [function], {}, 1)
                called = made.callee if isinstance(made, Application) else None
                marks = f"{called.qualified}@" if isinstance(called, Function) else ""
                if (native := self.evaluator.natives.get(marks)) is not None:
                    native(self.evaluator, [made, function], {}, frame, decorator)
        return function.attributes.get(name)

    def _function_has(self, function: Function, name: str) -> Value:
        if self.member(function, name) is not None:
            return Const(True)
        names = self.evaluator.classes.decorator_names(function) - _SETTING_NOTHING
        return Unknown("what its decorators set can't be known") if names else Const(False)


def _plain(holder: Items | Dictionary) -> object:
    if isinstance(holder, Dictionary):
        return {}
    return {"list": [], "tuple": ()}.get(holder.kind, set())


def _filled(alternatives: Sequence[Value], returned: Value) -> Sequence[Value]:
    """The alternatives without `if not settings: return []` before what makes a list."""
    if not isinstance(returned, Items):
        return alternatives
    return [v for v in alternatives if not isinstance(v, Items) or v.items or v.open_reason]


def _module(function: str, args: Sequence[Value], frame: Frame) -> Module | None:
    """The module of which `globals()`, its own `locals()` or `vars(module)` are the names."""
    if function == "globals" or (not args and frame is frame.module.frame):
        return frame.module
    return args[0].module if args and isinstance(args[0], ModuleObject) else None


def _names(module: Module) -> Dictionary:
    """The names of a module: to change them changes the module's."""
    names = cast(dict[Key, Value], module.frame.names)
    return Dictionary(names, "what it imports can't be read" if module.stars else "")


def _as_view(cls: ClassObject | Foreign, args: Sequence[Value], kwargs: dict[str, Value]) -> AsView:
    actions = kwargs.get("actions", args[0] if args else None)
    mapping = None
    if isinstance(actions, Dictionary) and not actions.open_reason:
        mapping = {
            str(method).lower(): str(action.value)
            for method, action in actions.items.items()
            if isinstance(action, Const)
        }
    initkwargs = {key: value for key, value in kwargs.items() if key != "actions"}
    return AsView(cls, mapping, initkwargs)
