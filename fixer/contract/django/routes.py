"""Turns a Django backend's folder into its routes: pattern, methods, name, view and place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import ANY, REWRITTEN, Kind, Location, Parameter, Schema
from . import (
    controllers,
    environment,
    fields,
    functional,
    metas,
    nested,
    ninja,
    options,
    paths,
    reflection,
    routers,
    routing,
    standard,
    urls,
    views,
)
from .evaluate import Evaluator
from .execute import REGISTERING
from .middlewares import rewriting
from .modules import Module, Unresolved
from .patterns import Template, template
from .settings import Layout, layout, load
from .source import Statement
from .values import ModuleObject, Site, constant_text
from .views import View, Views

_METHOD_ORDER = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Route:
    """One URL pattern of the backend.

    `pattern`: Django's own patterns from the root, one after the other. `path`: the same as a
    template, `/api/items/{pk}/`. `methods`: upper case, without HEAD and OPTIONS; None: any may
    be answered, or which ones can't be known (a plain function). `view`: the dotted name of the
    class or function. `location`: where the pattern or the router's registration is written.
    `is_format_suffix`: the `.json` variant that Django REST framework adds. `any_slash`: the
    trailing slash may be there or not. `is_optional`: the environment decides whether it is there
    (`if settings.BETA:`), and where that says nothing, it isn't. `other`: what the pattern takes
    as well, without what is optional in it, or with that.
    """

    pattern: str
    path: str
    parameters: tuple[Parameter, ...]
    methods: tuple[str, ...] | None
    name: str | None
    view: str
    location: Location
    view_location: Location | None = None
    is_format_suffix: bool = False
    reason: str = ""
    any_slash: bool = False
    is_optional: bool = False
    other: Template | None = None

    def takes_all_of(self, other: Route) -> bool:
        """Whether nothing of a path that is written alike is left for a later route."""
        ours, theirs = ([p.schema for p in route.parameters] for route in (self, other))
        return self.path == other.path or all(
            schema in (further, ANY, Schema(Kind.STRING))
            for schema, further in zip(ours, theirs, strict=False)
        )


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A route with the view it leads to."""

    route: Route
    view: View


@dataclass(slots=True)
class Backend:
    """A backend that was read: its endpoints, and the evaluator to ask more of.

    `root`: the file of the root URLconf. `open_paths`: below these there are routes that can't
    be read, or `REWRITTEN`.
    """

    directory: Path
    evaluator: Evaluator
    root: Path
    root_site: Site
    endpoints: tuple[Endpoint, ...]
    open_paths: tuple[str, ...] = ()

    @property
    def served(self) -> Iterator[Endpoint]:
        """The endpoints, one for each path that a pattern takes."""
        for endpoint in self.endpoints:
            yield endpoint
            if (other := endpoint.route.other) is not None:
                path, parameters = other.path, other.parameters
                route = replace(endpoint.route, path=path, parameters=parameters, other=None)
                yield replace(endpoint, route=replace(route, any_slash=other.any_slash))

    @property
    def unresolved(self) -> list[Unresolved]:
        return self.evaluator.project.unresolved

    def location(self, site: Site) -> Location:
        return _location(self.directory, site)


def read_backend(directory: Path, packages: tuple[Path, ...] = ()) -> Backend:
    """Reads the URLconf under `directory`; `packages`: further folders of installed packages.

    Raises `NotDjangoError` where no Django project is found.
    """
    found = layout(directory)
    sources: dict[Path, list[Statement]] = {}
    backend, is_whole = _read(directory, _evaluator(found, packages, sources), found)
    evaluator = backend.evaluator
    holding = () if is_whole else evaluator.project.holding(REGISTERING)
    if not any(map(evaluator.executor.registers, holding)):
        return backend
    # What is registered in other ways isn't known for that: what was open stays so.
    again = _evaluator(found, packages, sources)
    again.executor.applies = True
    more, _ = _read(directory, again, found)
    more.open_paths = tuple(dict.fromkeys((*backend.open_paths, *more.open_paths)))
    said = {str(entry) for entry in more.unresolved}
    more.unresolved.extend(entry for entry in backend.unresolved if str(entry) not in said)
    return more


def _read(directory: Path, evaluator: Evaluator, found: Layout) -> tuple[Backend, bool]:
    """The backend, and whether all lists of patterns are whole that its own code makes.

    Where the evaluator `applies` decorators, what they register somewhere is registered before
    URLs are read. It takes time, and few lists are made of that.
    """
    root = load(evaluator, found)
    known = Views(evaluator)
    flattener = urls.Flattener(evaluator)
    leaves = [leaf for conf in _served(evaluator, root) for leaf in _leaves(flattener, conf)]
    endpoints = [_endpoint(directory, leaf, known.view(leaf.view)) for leaf in leaves]
    if evaluator.executor.is_exhausted:
        evaluator.project.note(Site(root, 1), "there is more to carry out than can be followed")
        flattener.open.append(())
    open_paths = dict.fromkeys(template(pieces).path for pieces in flattener.open)
    if (rewriter := rewriting(evaluator)) is not None:
        evaluator.project.note(rewriter, "a middleware decides which path is served")
        open_paths[REWRITTEN] = None
    backend = Backend(
        directory,
        evaluator,
        root.path or directory,
        Site(root, 1),
        tuple(endpoints),
        tuple(open_paths),
    )
    return backend, not flattener.may_gain


def _served(evaluator: Evaluator, root: Module) -> tuple[Module, ...]:
    """The URLconfs of a backend; with django-tenants hosts that are no tenant's have their own."""
    named = constant_text(evaluator.setting("PUBLIC_SCHEMA_URLCONF"))
    public = evaluator.project.module(named) if named else None
    has_public = public is not None and public is not root and public.path is not None
    return (root, public) if public and has_public else (root,)


def _leaves(flattener: urls.Flattener, conf: Module) -> Iterator[urls.Leaf]:
    return flattener.leaves(ModuleObject(conf), Site(conf, 1))


def _location(directory: Path, site: Site) -> Location:
    path = site.module.path
    if path is None:
        return Location(site.module.name, site.line)
    if path.is_relative_to(directory):
        return Location(path.relative_to(directory).as_posix(), site.line)
    return Location(path.as_posix(), site.line)


def _evaluator(
    found: Layout, packages: tuple[Path, ...], sources: dict[Path, list[Statement]]
) -> Evaluator:
    return Evaluator(
        found.roots,
        (*found.packages, *packages),
        {
            **standard.NATIVES,
            **environment.NATIVES,
            **paths.NATIVES,
            **functional.NATIVES,
            **reflection.NATIVES,
            **urls.NATIVES,
            **routers.NATIVES,
            **routing.NATIVES,
            **nested.NATIVES,
            **ninja.NATIVES,
            **controllers.NATIVES,
            **views.NATIVES,
            **options.NATIVES,
            **fields.NATIVES,
            **metas.NATIVES,
        },
        sources,
    )


def _endpoint(directory: Path, leaf: urls.Leaf, view: View) -> Endpoint:
    made = template(leaf.pieces)
    methods = None
    if view.methods is not None:
        methods = tuple(m.upper() for m in _METHOD_ORDER if m in view.methods)
    route = Route(
        leaf.pattern,
        made.path,
        made.parameters,
        methods,
        leaf.name,
        view.name,
        _location(directory, leaf.site),
        _location(directory, view.site) if view.site else None,
        leaf.is_suffix,
        view.reason or made.reason,
        made.any_slash,
        leaf.is_optional,
        made.other,
    )
    return Endpoint(route, view)
