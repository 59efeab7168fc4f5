"""The functions that make URL patterns, and the patterns of a URLconf laid flat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import libcst as cst

from .operators import foreign, iterate, truth
from .values import (
    NONE,
    Application,
    AsView,
    Const,
    Foreign,
    Frame,
    Include,
    Items,
    ModuleObject,
    Object,
    Pattern,
    Site,
    Unknown,
    Value,
    constant_text,
    is_assumed,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

LOCALE = "<locale>/"
_SUFFIX_ROUTE = "<drf_format_suffix:format>"
_SUFFIX_REGEX = r"\.(?P<format>[a-z0-9]+)/?$"
MOST_DEPTH = 24


@dataclass(frozen=True, slots=True)
class Leaf:
    """One URL pattern with everything above it: `pieces` are (text, is_regex) from the root."""

    pieces: tuple[tuple[str, bool], ...]
    view: Value
    name: str | None
    site: Site
    is_suffix: bool = False
    is_optional: bool = False

    @property
    def pattern(self) -> str:
        """The patterns as Django prints them, one after the other."""
        return "".join(text for text, _ in self.pieces)


def _text(value: Value | None) -> str | None:
    """A constant text, also one marked for translation."""
    if (plain := constant_text(value)) is not None:
        return plain
    name = foreign(value) if value is not None else None
    if name and name.rpartition(".")[2].startswith(("gettext", "ugettext", "pgettext")):
        args = getattr(value, "args", ())
        return _text(args[-1]) if args else None
    return None


def _pattern(*, is_regex: bool) -> Native:
    def make(
        evaluator: Evaluator,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        given = dict(zip(("route", "view", "kwargs", "name"), args, strict=False)) | kwargs
        route = given.get("route", given.get("regex"))
        view = given.get("view", NONE)
        name = _text(given.get("name"))
        reason = route.reason if isinstance(route, Unknown) else "the route can't be known"
        supposing = evaluator.executor.is_supposing
        if supposing and route is not None and is_assumed(route) and truth(route) is False:
            return Include(NONE)  # what the other environment would have in place of nothing
        return Pattern(
            _text(route),
            is_regex,
            view,
            name,
            frame.site(node),
            reason,
            is_optional=supposing,
        )

    return make


def _bare(*, is_regex: bool) -> Native:
    """`RoutePattern("items/", name="items")`, of which `URLPattern` is made."""
    make = _pattern(is_regex=is_regex)

    def bare(
        evaluator: Evaluator,
        args: Sequence[Value],
        kwargs: dict[str, Value],
        frame: Frame,
        node: cst.CSTNode,
    ) -> Value:
        return make(evaluator, [*args[:1], NONE], kwargs, frame, node)

    return bare


def _of_bare(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`URLPattern(pattern, view, kwargs, name)`, `URLResolver(pattern, urlconf)`."""
    given = dict(zip(("pattern", "callback", "default_args", "name"), args, strict=False)) | kwargs
    pattern, view = given.get("pattern"), given.get("callback", given.get("urlconf_name", NONE))
    if not isinstance(pattern, Pattern):
        return Unknown("the pattern isn't followed")
    if constant_text(view) is not None or isinstance(view, Items):
        view = _include(evaluator, [view], {}, frame, node)
    return replace(pattern, view=view, name=_text(given.get("name")) or pattern.name)


def _include(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    target = args[0] if args else kwargs.get("arg", NONE)
    if isinstance(target, Items) and target.kind == "tuple" and target.items:
        target = target.items[0]
    if isinstance(target, Const) and isinstance(target.value, str):
        module = evaluator.project.module(target.value)
        if module is None or module.path is None:
            is_caught = evaluator.executor.is_trying and evaluator.project.lacks(target.value)
            return Include(NONE if is_caught else Foreign(target.value))
        target = ModuleObject(module)
    return Include(target, _text(kwargs.get("namespace")))


def _locale(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    if truth(evaluator.setting("USE_I18N")) is False:
        return Items(list(args))
    default = truth(kwargs.get("prefix_default_language", Const(True)))
    site = frame.site(node)
    patterns: list[Value] = [Pattern(LOCALE, False, Include(Items(list(args))), None, site)]
    if default is False:
        patterns.append(Pattern("", False, Include(Items(list(args))), None, site))
    return Items(patterns)


def _static(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    prefix = _text(args[0] if args else kwargs.get("prefix"))
    if truth(evaluator.setting("DEBUG")) is not True or not prefix or "://" in prefix:
        return Items()
    view = kwargs.get("view", Foreign("django.views.static.serve"))
    route = f"^{prefix.lstrip('/')}(?P<path>.*)$"
    return Items([Pattern(route, True, view, None, frame.site(node))])


def _staticfiles(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    prefix = args[0] if args else kwargs.get("prefix", evaluator.setting("STATIC_URL"))
    return _static(evaluator, [prefix], {}, frame, node)


def _format_suffixes(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    names = ("urlpatterns", "suffix_required", "allowed")
    given = dict(zip(names, args, strict=False)) | kwargs
    patterns = given.get("urlpatterns", NONE)
    if not isinstance(patterns, Items):
        return patterns
    allowed = [str(constant_text(one)) for one in iterate(given.get("allowed")) or ()]
    required = truth(given.get("suffix_required", Const(False))) is True
    return suffixed(patterns, tuple(allowed), is_required=required)


def suffixed(patterns: Items, allowed: tuple[str, ...] = (), *, is_required: bool = False) -> Items:
    """The patterns, each followed by its variant that ends in `.json`.

    `allowed`: the only suffixes that it takes. `is_required`: without one there is nothing.
    """
    route_end, regex_end = _SUFFIX_ROUTE, _SUFFIX_REGEX
    if allowed:
        choices = allowed[0] if len(allowed) == 1 else f"({'|'.join(allowed)})"
        regex_end = regex_end.replace("[a-z0-9]+", choices)
        route_end = route_end.replace(":", f"_{'_'.join(allowed)}:")
    result = Items(open_reason=patterns.open_reason)
    for pattern in patterns.items:
        if not isinstance(pattern, Pattern) or pattern.route is None:
            result.items.append(pattern)
            continue
        if isinstance(pattern.view, Include) and isinstance(pattern.view.target, Items):
            below = suffixed(pattern.view.target, allowed, is_required=is_required)
            inner = Include(below, pattern.view.namespace)
            result.items.append(replace(pattern, view=inner))
            continue
        base = pattern.route.rstrip("$").rstrip("/")
        route = base + (regex_end if pattern.is_regex else route_end)
        result.items += [] if is_required else [pattern]
        result.items.append(replace(pattern, route=route, is_suffix=not is_required))
    return result


def _import(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`import_module("a.b")`, `import_string("a.b.C")`."""
    name = _text(args[0] if args else None)
    if name is None:
        return Unknown("what is imported can't be known")
    return evaluator.resolved(Foreign(name))


def _escape(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    text = _text(args[0] if args else None)
    return Unknown("what is escaped can't be known") if text is None else Const(re.escape(text))


NATIVES: dict[str, Native] = {
    "django.urls.conf.path": _pattern(is_regex=False),
    "django.urls.conf.re_path": _pattern(is_regex=True),
    "django.conf.urls.url": _pattern(is_regex=True),
    **{f"django.urls.{at}RoutePattern": _bare(is_regex=False) for at in ("", "resolvers.")},
    **{f"django.urls.{at}RegexPattern": _bare(is_regex=True) for at in ("", "resolvers.")},
    **{f"django.urls.{at}URLPattern": _of_bare for at in ("", "resolvers.")},
    **{f"django.urls.{at}URLResolver": _of_bare for at in ("", "resolvers.")},
    "django.urls.conf.include": _include,
    "django.conf.urls.i18n.i18n_patterns": _locale,
    "django.conf.urls.static.static": _static,
    "django.contrib.staticfiles.urls.staticfiles_urlpatterns": _staticfiles,
    "importlib.import_module": _import,
    "re.escape": _escape,
    "django.utils.module_loading.import_string": _import,
    "rest_framework.urlpatterns.format_suffix_patterns": _format_suffixes,
}


class Flattener:
    """Lays a tree of patterns flat, noting what can't be followed.

    `open`: the pieces below which there are more patterns than can be read. `may_gain`: one of
    the lists may have more than what is known.
    """

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self.open: list[tuple[tuple[str, bool], ...]] = []
        self.may_gain = False

    def leaves(self, patterns: Value, at: Site, above: Leaf | None = None) -> Iterator[Leaf]:
        """Every pattern under `patterns`, a list, a module or what `include` was given."""
        if above and len(above.pieces) > MOST_DEPTH:
            self.evaluator.project.note(at, "URLconfs include each other without end")
            return
        for entry in self._entries(patterns, at, above):
            if isinstance(entry, Pattern):
                yield from self._leaf(entry, above)
            elif isinstance(entry, (Items, Include)):
                yield from self.leaves(entry, at, above)
            else:
                self._leave_open(above, at, f"an entry of urlpatterns is {_said(entry)}")

    def _leave_open(self, above: Leaf | None, at: Site, reason: str) -> None:
        self.evaluator.project.note(at, reason)
        self.open.append(above.pieces if above else ())

    def _entries(self, patterns: Value, at: Site, above: Leaf | None) -> Sequence[Value]:
        match patterns:
            case Items():
                if patterns.open_reason:
                    self.may_gain = True
                    self._leave_open(above, at, patterns.open_reason)
                return patterns.items
            case ModuleObject():
                listed = patterns.module.frame.names.get("urlpatterns")
                if listed is None:
                    self._leave_open(above, at, f"{patterns.module.name} has no urlpatterns")
                    return ()
                found = self.evaluator.resolved(listed)
                self.may_gain |= _is_made_empty(found) and not patterns.module.is_stub
                return self._entries(found, Site(patterns.module, 0), above)
            case Include():
                return self._entries(patterns.target, at, above)
            case Pattern():
                return (patterns,)
            case Const(value=None):  # a module that isn't there, which was caught
                return ()
            case Object() if self._has_patterns(patterns):
                found = self.evaluator.classes.object_attribute(patterns, "urlpatterns")
                if isinstance(found, Items) and not found.open_reason:
                    return self._entries(found, at, above)
                # What wraps a URLconf, to decorate its views, has its patterns.
                whole = (arg for arg in patterns.args if isinstance(arg, (Include, ModuleObject)))
                return self._entries(next(whole, found), at, above)
            case _:
                self._leave_open(above, at, f"the patterns are {_said(patterns)}")
                return ()

    def _has_patterns(self, value: Value) -> bool:
        """Whether it is an object in place of a URLconf."""
        classes = self.evaluator.classes
        return isinstance(value, Object) and classes.find(value.cls, "urlpatterns") is not None

    def _leaf(self, entry: Pattern, above: Leaf | None) -> Iterator[Leaf]:
        if entry.route is None and _is_admin(entry.view):
            self.evaluator.project.note(entry.site, f"the admin's pages: {entry.reason}")
            return  # pages that no frontend asks for: what is beside them isn't open for that
        if entry.route is None:
            self._leave_open(above, entry.site, entry.reason)
            return
        pieces = (*(above.pieces if above else ()), (entry.route, entry.is_regex))
        is_suffix = entry.is_suffix or bool(above and above.is_suffix)
        # A pattern that a stub makes stands, for the reader, where the stub is included.
        site = above.site if above and entry.site.module.is_stub else entry.site
        is_optional = entry.is_optional or bool(above and above.is_optional)
        leaf = Leaf(pieces, entry.view, entry.name, site, is_suffix, is_optional)
        view = entry.view
        if isinstance(view, Items) and view.kind == "tuple" and view.items:
            view = view.items[0]  # `(patterns, app_name, namespace)`, as `admin.site.urls` is
        if isinstance(view, (Include, Items, ModuleObject)) or self._has_patterns(view):
            if _is_made_empty(view):
                self.may_gain = True
                reason = "what it includes is filled while the backend runs, if at all"
                self._leave_open(leaf, entry.site, reason)
            yield from self.leaves(view, entry.site, leaf)
        elif isinstance(view, Unknown):
            self.evaluator.project.note(entry.site, f"the view can't be known: {view.reason}")
            yield leaf
        elif _is_admin(view):
            self._leave_open(leaf, entry.site, "the admin's pages follow the registered models")
        elif _is_urls(view):
            self._leave_open(leaf, entry.site, f"the patterns are those of {_said(view)}")
        else:
            yield leaf


def _is_made_empty(view: Value) -> bool:
    """Whether a list of patterns has none: a function made it from what decorators register."""
    inside = view.target if isinstance(view, Include) else view
    return isinstance(inside, Items) and not (inside.items or inside.open_reason)


def _is_admin(view: Value) -> bool:
    name = foreign(view) or ""
    return not isinstance(view, AsView) and name.endswith(".urls")


def _is_urls(view: Value) -> bool:
    """Whether it is `api.urls`, of something that isn't there to be read."""
    return isinstance(view, Application) and view.kwargs.get("attribute") == Const("urls")


def _said(value: Value) -> str:
    name = foreign(value)
    if isinstance(value, Unknown):
        return f"unknown: {value.reason}"
    return f"{name}, which isn't there to be read" if name else f"a {type(value).__name__}"
