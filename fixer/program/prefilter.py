"""Which files, and which calls in them, can have to do with an HTTP client at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.program.callnames import alternatives, called_name, name_of
from fixer.program.clients import Client
from fixer.program.evaluate import Evaluator
from fixer.program.evaluate.values import ClientValue, candidates
from fixer.program.module import DEFAULT, Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import CALLED, CONSTRUCTED, callee
from fixer.program.syntax import children_of, string_value, text
from fixer.program.words import byte_before, whole_words

_URL_KEY = "url"


@dataclass(frozen=True, slots=True)
class Prefilter:
    """Names by which clients' functions are called, and the files that hold one of them.

    `objects`: whether some client takes its URL in an object, whatever its own name is.
    """

    names: frozenset[str]
    objects: bool
    files: frozenset[Path]

    @staticmethod
    def of(ev: Evaluator, files: Collection[Path]) -> Prefilter:
        """For the clients that the program mentions."""
        used = [c for c in ev.clients.all if _is_mentioned(ev, c)]
        names: set[str] = set()
        for client in used:
            for send in client.sends:
                names |= {n for n in send.names if n not in (CALLED, CONSTRUCTED)}
            names |= {g.split(".")[-1] for g in client.globals}
            names |= (client.exports - {"default"}) | client.injected
        names |= set(_instances(ev, files, used))
        names |= {name for client in used for name in _defaults(ev, client)}
        names |= set(_taken(ev, files)) if used else set()
        objects = any("request" in s.arguments for c in used for s in c.sends)
        found: set[Path] = set()
        for name in sorted(names):
            for path in ev.program.holding(name):
                if path not in found and _sends(ev.program.sources[path], name.encode()):
                    found.add(path)
        for path in ev.program.holding(_URL_KEY) if objects else ():
            if _URL_GIVEN.search(ev.program.sources[path]):
                found.add(path)
        return Prefilter(frozenset(names), objects, frozenset(found))

    def may_send(self, node: Node) -> bool:
        """Whether a call may be one that sends, by its callee's name or its argument's keys."""
        name = called_name(node)
        if name in self.names or any(made in self.names for made in _made_by(node)):
            return True
        return self.objects and _takes_url(node)


_DEFAULT = re.compile(
    rb"([\w$]+)\s*(?::[^=,()]*)?=\s*(?:[^;{}=\n]*(?:\?\?|\|\|)\s*)?(?:[\w$]+\.)*$"
)
_FAR = 120


def _defaults(ev: Evaluator, client: Client) -> Iterator[str]:
    """What holds a client, by default at least: `load(url, send = fetch)`, `this.send = send`."""
    for name in sorted({name.rpartition(".")[2] for name in client.globals}):
        for path in ev.program.holding(name):
            data = ev.program.sources[path]
            for start, end in whole_words(data, name.encode()):
                if not _ENDED.match(data, end) or byte_before(data, start) not in b"=.?|":
                    continue
                match = _DEFAULT.search(data[max(0, start - _FAR) : start])
                if match is not None:
                    yield match[1].decode("utf-8", "replace")
                    for further in re.findall(_GIVEN % re.escape(match[1]), data):
                        yield further.decode("utf-8", "replace")


# `const send = id ? http.put : http.post`
_VERBS = ("get", "post", "put", "patch", "delete", "request")
_TAKEN = re.compile(
    rb"\b(?:const|let)\s+([\w$]+)\s*=[^;={}]{1,300}?\.(?:%s)\s*(?:[;:]|\n\s*(?:[\w}:]|$))"
    % "|".join(_VERBS).encode()
)


def _taken(ev: Evaluator, files: Collection[Path]) -> Iterator[str]:
    """What holds a function of something that may be a client."""
    for path in ev.program.holding(*_VERBS):
        for match in _TAKEN.finditer(ev.program.sources[path]) if path in files else ():
            yield match[1].decode("utf-8", "replace")


_ENDED = re.compile(rb"(?:\.bind\([\w$.]*\))?\s*(?:[,);}\n]|$)")
_GIVEN = rb"\.#?([\w$]+)\s*=\s*%s\s*[;,\n}]"
_URL_GIVEN = re.compile(rb"[\w$>]\s*\(\s*\{[^;]{0,2000}?(?<![\w$.])['\"]?url['\"]?\s*[:,}]")


# Behind a name that is called (`get(`, `get!(`, `(a || get)(`, `http[verb](`), or handed on.
_CALLED = re.compile(rb"[\s!)\]'\"]*(?:\?\.\s*)?[(<\[]")
_HANDED = re.compile(rb"\s*[,)]")


def _sends(data: bytes, name: bytes) -> bool:
    """Whether a text may call a name, or hand it on to what does."""
    return any(
        _CALLED.match(data, end)
        or (_HANDED.match(data, end) and byte_before(data, start) in b"(,.")
        for start, end in whole_words(data, name)
    )


def _is_mentioned(ev: Evaluator, client: Client) -> bool:
    plain = [g.split(".")[-1] for g in client.globals]
    texts = (*client.packages, *client.injected, *client.generated, *plain)
    return bool(texts) and any(ev.program.holding(*texts))


def _made_by(node: Node) -> Iterator[str]:
    """What makes the callee itself: `fetchBaseQuery` of `fetchBaseQuery({ … })(args, api)`.

    Or holds it under a name that is computed: `http[verb](url)`.
    """
    target = callee(node)
    if target is not None and target.type == "subscript_expression":
        holder = target.child_by_field_name("object")
        if holder is not None:
            yield text(holder.child_by_field_name("property") or holder)
    for each in alternatives(target) if target is not None else ():
        if each.type == "call_expression" and (name := called_name(each)) is not None:
            yield name


def _takes_url(node: Node) -> bool:
    """`request({ url: … })`."""
    target = node.child_by_field_name("function")
    arguments = node.child_by_field_name("arguments")
    if target is None or target.type != "identifier" or arguments is None:
        return False
    first = children_of(arguments)[:1]
    if not first or first[0].type != "object":
        return False
    for child in children_of(first[0]):
        key = child.child_by_field_name("key") or child
        if text(key) == "url":
            return True
    return False


def _instances(ev: Evaluator, files: Collection[Path], used: list[Client]) -> Iterator[str]:
    """What the program calls its clients: imported under another name, or made and named."""
    packages = {p for c in used for p in c.packages}
    creators = {n for c in used for n in c.creators if n != "default"}
    for path in ev.program.holding(*packages):
        if path not in files:
            continue
        module = ev.program.module(path)
        locals_ = set(_imported(module, packages))
        yield from locals_
        makes = False
        for node in module.calls:
            if called_name(node) in creators | locals_:
                name = _name_for(node)
                if name is not None and any(
                    isinstance(c, ClientValue) for c in candidates(ev.value(module, node))
                ):
                    yield name
                    makes = True
        if makes and DEFAULT in module.exports:
            yield from ev.program.default_names(module)


def _name_for(node: Node) -> str | None:
    """What is called to send by the client that `node` makes: the name that it is given, that of
    the function that returns it, or its maker's where it is called at once.
    """
    holder = node.parent
    if holder is not None and holder.child_by_field_name("function") == node:
        return called_name(node)
    if holder is not None and holder.type == "return_statement":
        holder = holder.parent.parent if holder.parent is not None else None
    if holder is not None and holder.type in FUNCTIONS:
        return name_of(holder)
    return name_of(node)


def _imported(module: Module, packages: Collection[str]) -> Iterator[str]:
    """The local names of what a module imports from client packages."""
    for statement in module.captures("(import_statement) @s").get("s", []):
        source = statement.child_by_field_name("source")
        if source is None or string_value(source) not in packages:
            continue
        for node in module.captures("(import_clause (identifier) @n)", statement).get("n", []):
            yield text(node)
        for node in module.captures("(import_specifier) @n", statement).get("n", []):
            name = node.child_by_field_name("alias") or node.child_by_field_name("name")
            if name is not None:
                yield text(name)
