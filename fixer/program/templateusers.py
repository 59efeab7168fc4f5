"""Which elements of which templates use a Vue component: by its names, then by what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.evaluate import Evaluator
from fixer.program.markup import VueMarkup, camel
from fixer.program.module import DEFAULT, Module
from fixer.program.program import External
from fixer.program.syntax import first_named, text


def users(ev: Evaluator, component: Module) -> Iterator[tuple[Module, Node]]:
    """The opening tags that stand for the component of a file, with their files."""
    stem = component.path.stem if component.path.stem != "index" else component.path.parent.name
    names = {_pascal(stem), *ev.program.default_names(component)}
    spelled = [*names, *map(_kebab, names)]
    is_only = _is_only(ev, component, _pascal(stem))
    for path in ev.holding(*spelled):
        if path.suffix == ".vue" and path != component.path:
            module = ev.program.module(path)
            markup = module.markup
            for tag in markup.tags if isinstance(markup, VueMarkup) else ():
                name = first_named(tag)
                tagged = _pascal(text(name)) if name is not None else ""
                if tagged in names and _means(
                    ev, module, tagged, component, own=_pascal(stem) if is_only else None
                ):
                    yield module, tag


def _means(ev: Evaluator, module: Module, name: str, component: Module, *, own: str | None) -> bool:
    """Whether a tag's name is the component: imported, else registered for all under its own.

    `own`: the name of the component's file, if no other file has it.
    """
    values = module.table(module.root).values
    binding = values.get(name) or values.get(name[:1].lower() + name[1:])
    source = module.import_of(binding) if binding is not None else None
    if source is None or binding is None:
        return binding is None and name == own
    if source.imported == DEFAULT:
        located = ev.program.locate(module, source.specifier)
        if located is not None and located.suffix == ".vue":
            return located == component.path
    symbol = ev.program.symbol(module, binding)
    return (
        symbol is not None
        and not isinstance(symbol, External)
        and symbol.module.path == component.path
    )


def _is_only(ev: Evaluator, component: Module, name: str) -> bool:
    return not any(
        path.suffix == ".vue" and path != component.path and _pascal(path.stem) == name
        for path in ev.program.sources
    )


def _pascal(name: str) -> str:
    name = camel(name)
    return name[:1].upper() + name[1:]


def _kebab(name: str) -> str:
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")
