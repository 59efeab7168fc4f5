"""Components of packages that send what a person chooses: `<Upload action="/api/files">`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from fixer.program.angular.markup import AngularMarkup
from fixer.program.call import Call, CallKind
from fixer.program.callnames import called_name
from fixer.program.clients import Upload
from fixer.program.evaluate import Evaluator, elements
from fixer.program.evaluate.inputs import given_by, place_on
from fixer.program.evaluate.values import Library, Record, candidates
from fixer.program.module import Module
from fixer.program.outside import bound_attributes, bound_value, sent_by
from fixer.program.sending import callee


def upload_calls(ev: Evaluator, files: Collection[Path]) -> Iterator[Call]:
    """The requests of such components, in JSX and in the templates of Vue and Angular."""
    for upload in ev.clients.uploads:
        for path in _holding(ev, files, upload.exports):
            yield from _in_jsx(ev, ev.program.module(path), upload)
        for path in _holding(ev, files, upload.tags):
            if path.suffix == ".vue":
                yield from _in_template(ev, ev.program.module(path), upload)
        for path in _holding(ev, files, upload.elements):
            yield from _in_angular(ev, ev.program.module(path), upload)


def _holding(ev: Evaluator, files: Collection[Path], names: frozenset[str]) -> Iterator[Path]:
    yield from (path for path in ev.holding(*sorted(names)) if path in files) if names else ()


def _in_jsx(ev: Evaluator, module: Module, upload: Upload) -> Iterator[Call]:
    for element in module.elements:
        name = callee(element)
        if name is None or called_name(element) not in upload.exports:
            continue
        if any(_is_of(c, upload) for c in candidates(ev.value(module, name))):
            for given in elements.given(ev, module, element, ev.root):
                members = given.members if isinstance(given, Record) else {}
                member = members.get(upload.url)
                if member is not None and upload.unless.isdisjoint(members):
                    url = ev.force(member.value)
                    yield from sent_by(ev, module, element, url, CallKind.CALL, posts=True)


def _is_of(value: object, upload: Upload) -> bool:
    return isinstance(value, Library) and value.specifier in upload.packages


def _in_template(ev: Evaluator, module: Module, upload: Upload) -> Iterator[Call]:
    found = [one for one in bound_attributes(module) if one[1] in upload.tags]
    others = {attribute.parent for attribute, _, name, _ in found if name in upload.unless}
    for attribute, _, name, value in found:
        if name == upload.url and attribute.parent not in others:
            url = bound_value(ev, module, attribute, value)
            if url is not None:
                yield from sent_by(ev, module, attribute, url, CallKind.CALL, posts=True)


def _in_angular(ev: Evaluator, module: Module, upload: Upload) -> Iterator[Call]:
    markup = module.markup
    for tag in markup.tags if isinstance(markup, AngularMarkup) else ():
        if tag.name not in upload.elements or any(map(tag.has, upload.unless)):
            continue
        url, node = given_by(ev, module, tag, upload.url), place_on(module, tag, upload.url)
        if url is not None and node is not None:
            yield from sent_by(ev, module, node, url, CallKind.CALL, posts=True)
