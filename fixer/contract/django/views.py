"""Turns a view into the HTTP methods that it answers and the code that answers each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import libcst as cst

from .classes import Classes
from .evaluate import Evaluator, Native
from .operators import NotConstantError, foreign, is_open, iterate, unwrap, wrap
from .statements import small_statements
from .values import (
    NONE,
    Application,
    AsView,
    ClassObject,
    Const,
    Dictionary,
    Frame,
    Function,
    Handled,
    Items,
    Object,
    Site,
    Unknown,
    Value,
    constant_text,
)

METHODS = ("get", "post", "put", "patch", "delete")
_REQUIRE = "django.views.decorators.http.require_"
_LIMITING = ("api_view", "require_http_methods", "require_GET", "require_POST", "require_safe")
_HANDING = re.compile(r"\breturn\s+[\w.]+\(\s*request\b")
_REQUIRED = {"GET": ("get",), "POST": ("post",), "safe": ("get",)}
MOST_WRAPPERS = 12
_OF_ACTION = ("methods", "detail", "url_path", "url_name")


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What a URL pattern leads to.

    `methods`: each HTTP method, in lower case, with the name of the action or handler that
    answers it; None: the view is a plain function or can't be read, so any method may be.
    """

    value: Value
    methods: Mapping[str, str] | None
    cls: ClassObject | None = None
    function: Function | None = None
    initkwargs: Mapping[str, Value] = field(default_factory=dict)
    is_viewset: bool = False
    reason: str = ""

    @property
    def name(self) -> str:
        """The dotted name of the class or function."""
        known = self.cls or self.function
        return known.qualified if known else foreign(self.value) or ""

    @property
    def site(self) -> Site | None:
        known = self.cls or self.function
        return Site(known.module, known.statement.line) if known else None


@dataclass(frozen=True, slots=True)
class Action:
    """An `@action` of a viewset; `mapping`: HTTP method to the name of the function."""

    name: str
    mapping: Mapping[str, str]
    detail: bool
    url_path: str
    url_name: str


class Views:
    """Answers about views of one project."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self.classes = evaluator.classes

    def view(self, value: Value, depth: int = 0) -> View:
        """What `value`, the second argument of `path()`, answers."""
        if depth > MOST_WRAPPERS:
            return View(value, None, reason="the view is wrapped too deep")
        match value:
            case AsView(cls=ClassObject() as cls):
                return self._of_class(value, cls)
            case Handled():
                name = value.function.name if value.function else ""
                return View(value, dict.fromkeys(value.methods, name), function=value.function)
            case Function():
                wrapped = self._wrapped(value)
                if wrapped is not None:
                    return self.view(wrapped, depth + 1)
                methods = self._function_methods(value)
                handed = self._handed_on(value) if methods is None else None
                if handed is not None:
                    return self.view(handed, depth + 1)
                return View(value, methods, function=value)
            case Application():
                for argument in value.args:
                    if isinstance(argument, (AsView, Function, Application)):
                        return self.view(argument, depth + 1)
                return View(value, None, reason="the view is made by a call that isn't followed")
            case _:
                return View(value, None, reason="the view isn't there to be read")

    def _of_class(self, made: AsView, cls: ClassObject) -> View:
        allowed = self._allowed(made, cls)
        if made.actions is not None:
            # A viewset's own method called `delete` answers that wherever the viewset is served.
            written = {m: m for m in METHODS if self.classes.find(cls, m) is not None}
            actions = (written | made.actions).items()
            methods = {m: a for m, a in actions if allowed is None or m in allowed}
            return View(made, methods, cls, None, made.initkwargs, is_viewset=True)
        methods = {
            method: method
            for method in METHODS
            if (allowed is None or method in allowed) and self.classes.find(cls, method) is not None
        }
        reason = self._doubt(cls, methods)
        return View(made, None if reason else methods, cls, None, made.initkwargs, reason=reason)

    def _doubt(self, cls: ClassObject, methods: Mapping[str, str]) -> str:
        """Why the class may answer other methods than those it has handlers for; empty if not."""
        gaps = self.classes.gaps(cls)
        if name := self.classes.hidden(cls) or (gaps[0] if gaps and not methods else None):
            return f"{cls.name} inherits from {name}, which isn't there to be read"
        for name in ("as_view", "dispatch"):
            found = self.classes.find(cls, name)
            if isinstance(found, Function) and not found.module.is_stub:
                node = self.classes.definition(found)
                code = cst.Module([]).code_for_node(node) if node is not None else "super("
                # `return self.get(request)`: a handler answers after all.
                handing = methods and all(f"self.{method}(" in code for method in methods)
                if "super(" not in code and not (handing or "getattr(self, request" in code):
                    return f"{cls.name} answers requests in its own {name}"
        if self.classes.derives(cls, "rest_framework.viewsets.ViewSetMixin"):
            return "the actions of a viewset can't be known"
        is_view = methods or self.classes.derives(cls, "django.views.generic.base.View")
        return "" if is_view else f"{cls.name} isn't known to be a view"

    def _allowed(self, made: AsView, cls: ClassObject) -> set[str] | None:
        """`http_method_names`; None where it can't be known."""
        names = made.initkwargs.get("http_method_names")
        names = names or self.classes.find(cls, "http_method_names")
        try:
            plain = unwrap(names) if names is not None else None
        except NotConstantError:
            return None
        return {str(n).lower() for n in plain} if isinstance(plain, (list, tuple)) else None

    def _wrapped(self, function: Function) -> Value | None:
        """The view that `function` is a wrapper of, by its `@wraps(view)`."""
        if function.outer is None or function.outer is function.module.frame:
            return None
        for decorator in self.classes.decorators(function):
            node = decorator.decorator
            if isinstance(node, cst.Call) and node.args:
                callee = self.evaluator.value(node.func, function.outer)
                if (foreign(callee) or "").endswith(".wraps"):
                    return self.evaluator.value(node.args[0].value, function.outer)
        return None

    def _handed_on(self, function: Function) -> Value | None:
        """The view to which a function hands its request: `return view(request, None, pk)`."""
        if not _HANDING.search(function.statement.text):
            return None
        node = self.classes.definition(function)
        first = node.params.params[0].name.value if node and node.params.params else None
        if node is None or first is None:
            return None
        frame = self.classes.frame(function)
        found = [
            value
            for answered in small_statements(node.body)
            if isinstance(answered, cst.Return) and isinstance(call := answered.value, cst.Call)
            if call.args and _is_name(call.args[0].value, first)
            if isinstance(value := self.evaluator.value(call.func, frame), (AsView, Function))
        ]
        return found[0] if len(found) == 1 and found[0] is not function else None

    def _function_methods(self, function: Function) -> Mapping[str, str] | None:
        for name, args, kwargs in self.classes.applied(function, *_LIMITING):
            if name == "rest_framework.decorators.api_view":
                listed = args[0] if args else kwargs.get("http_method_names")
                methods = _methods(listed) if listed is not None else ("get",)
            elif name == f"{_REQUIRE}http_methods":
                methods = _methods(args[0] if args else kwargs.get("request_method_list"))
            elif name.startswith(_REQUIRE):
                methods = _REQUIRED.get(name.removeprefix(_REQUIRE), ())
            else:
                continue
            return dict.fromkeys(methods, function.name) if methods else None
        return None

    def actions(self, cls: ClassObject) -> list[Action]:
        """The `@action`s that a viewset says it has: some, by its own `get_extra_actions`."""
        written = self.written_actions(cls)
        chooser = self.classes.find(cls, "get_extra_actions") if written else None
        if not isinstance(chooser, Function) or chooser.module.is_stub:
            return written
        chosen = self.evaluator.caller.run(chooser, [], {}, 1, cls)
        if not iterate(chosen) or is_open(chosen):
            return written
        names = {one.name for one in iterate(chosen) or () if isinstance(one, Function)}
        return [one for one in written if one.name in names]

    def written_actions(self, cls: ClassObject) -> list[Action]:
        """The `@action`s of a viewset, inherited ones included, by name."""
        found: dict[str, Action] = {}
        seen: set[str] = set()
        for _, members in self.classes.lineage(cls):
            for name, member in members.items():
                if name in seen or not isinstance(member, Function):
                    seen.add(name)
                    continue
                seen.add(name)
                if (action := self.action(name, member)) is not None:
                    found[name] = action
        return [found[name] for name in sorted(found)]

    def action(self, name: str, function: Function) -> Action | None:
        """What `@action` says of the function; None where it doesn't stand above it."""
        given = stated_action(self.classes, function)
        if given is None:
            return None
        methods = _methods(given.get("methods")) or ("get",)
        path = constant_text(given.get("url_path")) or name
        mapping = dict.fromkeys(methods, name) | self._more(function)
        is_detail = given.get("detail") == Const(True)
        url_name = constant_text(given.get("url_name")) or name.replace("_", "-")
        return Action(name, mapping, is_detail, path, url_name)

    def _more(self, function: Function) -> dict[str, str]:
        """The methods that `@name.mapping.post` gives to other functions of the class."""
        more: dict[str, str] = {}
        if function.owner is None:
            return more
        for name, member in self.classes.members(function.owner).items():
            if not isinstance(member, Function) or member is function:
                continue
            for decorator in self.classes.decorators(member):
                match decorator.decorator:
                    case cst.Attribute(
                        value=cst.Attribute(
                            value=cst.Name(value=of), attr=cst.Name(value="mapping")
                        ),
                        attr=cst.Name(value=method),
                    ) if of == function.name and method in METHODS:
                        more[method] = name
        return more

    def provides(self, cls: ClassObject, name: str) -> bool:
        """Whether the class has a member `name`, as `hasattr` says."""
        return self.classes.find(cls, name) is not None


def stated_action(classes: Classes, function: Function) -> dict[str, Value] | None:
    """What `@action`, or a forerunner of it, says of the function; None: it doesn't stand there."""
    for applied, args, kwargs in classes.applied(function, *_ACTIONS):
        module, _, name = applied.rpartition(".")
        if module == "rest_framework.decorators":
            told = dict(zip(("methods", "detail", "url_path", "url_name"), args, strict=False))
            said = {} if name == "action" else {"detail": Const(name == "detail_route")}
            return {**told, **kwargs, **said}
    return None


def _serializer_class(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`super().get_serializer_class()`: the view's own attribute."""
    if args and isinstance(args[0], Object):
        return evaluator.classes.object_attribute(args[0], "serializer_class")
    return Unknown("the serializer of an unknown view")


def _mark_action(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """What `@action(…)` sets on the function that it stands above."""
    said, function = args
    if isinstance(said, Application) and isinstance(function, Function):
        views = Views(evaluator)
        if (action := views.action(function.name, function)) is not None:
            rest = {key: value for key, value in said.kwargs.items() if key not in _OF_ACTION}
            marked = {key: wrap(getattr(action, key)) for key in ("detail", "url_path", "url_name")}
            marked["mapping"] = wrap(dict(action.mapping))
            function.attributes.update(marked | {"kwargs": Dictionary(dict(rest.items()))})
    return NONE


def _extra_actions(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`super().get_extra_actions()`: the functions of the class that `@action` stands above."""
    cls = args[0].cls if args and isinstance(args[0], Object) else args[0] if args else None
    if not isinstance(cls, ClassObject):
        return Unknown("the actions of an unknown viewset")
    views = Views(evaluator)
    found = [evaluator.classes.find(cls, action.name) for action in views.written_actions(cls)]
    return Items([function for function in found if function is not None])


_ACTIONS = ("action", "detail_route", "list_route")
NATIVES: dict[str, Native] = {
    **{f"rest_framework.decorators.{name}@": _mark_action for name in _ACTIONS},
    "rest_framework.viewsets.ViewSetMixin.get_extra_actions": _extra_actions,
    "rest_framework.generics.GenericAPIView.get_serializer_class": _serializer_class,
}


def _is_name(node: cst.BaseExpression, name: str) -> bool:
    return isinstance(node, cst.Name) and node.value == name


def _methods(listed: Value | None) -> tuple[str, ...]:
    """The HTTP methods in a list or a single text, in lower case."""
    try:
        plain = unwrap(listed) if listed is not None else ()
    except NotConstantError:
        return ()
    names = [plain] if isinstance(plain, str) else plain
    if not isinstance(names, (list, tuple)):
        return ()
    return tuple(m for m in (str(name).lower() for name in names) if m in METHODS)
