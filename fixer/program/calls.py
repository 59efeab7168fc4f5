"""The program becomes the requests it can send: sinks found, wrappers followed to their callers."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.program.appliers import applied_edges, applied_senders, sends_by_function
from fixer.program.call import Call, Dependency
from fixer.program.callers import Callers
from fixer.program.callnames import name_of
from fixer.program.clients import Clients
from fixer.program.emission import Emitter
from fixer.program.entrances import Entrances
from fixer.program.evaluate import Evaluator
from fixer.program.evaluate.values import Instance
from fixer.program.files import is_test
from fixer.program.handed import handed_on
from fixer.program.handing import Handing, Way
from fixer.program.knowing import dependencies, of_paths, said, says_more, words
from fixer.program.markup import TAGS
from fixer.program.module import Module
from fixer.program.objects import Objects, is_constructor, method_of
from fixer.program.outside import outside_calls
from fixer.program.prefilter import Prefilter
from fixer.program.program import Program
from fixer.program.reach import Reach
from fixer.program.scopes import FUNCTIONS
from fixer.program.sending import Sent, Site, callee, sender_of
from fixer.program.settling import Meaning, asked, is_foreign, is_sole, leads_on, settled
from fixer.program.syntax import ELEMENTS
from fixer.program.trails import Trail, is_refuted, sent
from fixer.program.uploads import upload_calls

MAX_LEVELS = 8
# Of one place where a client sends: all trails, and those of more wrappers than `MANY`.
MAX_TRAILS = 10_000
MAX_LONG_TRAILS = 500
MANY = 3
MAX_SILENT = 2


@dataclass(eq=False)
class Finder:
    """One search through a program for its requests; what it learns on the way it keeps.

    Test, story and mock files are left out unless `include_tests`. `meaning`: where it is known
    what a client function asks for, the call in it is the place, not its callers.
    """

    program: Program
    clients: Clients
    include_tests: bool = False
    meaning: Meaning | None = None
    _sent: dict[Trail, tuple[Sent, ...]] = field(default_factory=dict)
    _refuted: set[Trail] = field(default_factory=set)
    _count: int = 0
    _long: int = 0

    @cached_property
    def ev(self) -> Evaluator:
        return Evaluator(self.program, self.clients, files=self.files)

    @cached_property
    def files(self) -> frozenset[Path]:
        """The files whose calls count."""
        return frozenset(
            path
            for path in self.program.files
            if not path.name.endswith(".d.ts")
            and (self.include_tests or not is_test(path, self.program.root))
        )

    @cached_property
    def callers(self) -> Callers:
        callers = Callers(self.ev, self.files)
        for edge in applied_edges(self.ev, self.files, self.clients):
            callers.applied.setdefault(edge.into.id, []).append(edge)
        return callers

    @cached_property
    def entrances(self) -> Entrances:
        return Entrances(self.callers, Handing(self.callers), self.objects, self.sent)

    @cached_property
    def objects(self) -> Objects:
        return Objects(self.ev, self.callers)

    @cached_property
    def outside(self) -> tuple[Call, ...]:
        """The requests that no client sends: links, forms, images, navigation."""
        uploads = upload_calls(self.ev, self.files)
        found = (*uploads, *outside_calls(self.ev, self.files, self.requests))
        return _ordered({_identity(call): call for call in found}.values())

    @cached_property
    def requests(self) -> tuple[Call, ...]:
        """What clients send, in the order of files and places."""
        emitter = Emitter(self.ev, self.callers)
        found: dict[object, Call] = {}
        for start in self.starts():
            self._count = self._long = 0
            for trail in self._trails(start):
                for call in emitter.calls(trail, self.sent(trail)):
                    known = found.get(key := _identity(call))
                    found[key] = known.beside(call) if known is not None else call
        return _ordered(_telling(found.values()))

    @cached_property
    def reach(self) -> Reach:
        """Answers of a call that was found whether anything uses the function around it."""
        return Reach(self.ev, self.callers)

    def starts(self) -> Iterator[Trail]:
        """Every place where a client itself sends."""
        prefilter = Prefilter.of(self.ev, self.files)
        for path in self.program.files:
            if path in self.files and path in prefilter.files:
                module = self.program.module(path)
                for node in module.calls:
                    if prefilter.may_send(node):
                        yield from map(Trail, self._sites_at(module, node))
                yield from handed_on(self.ev, module, prefilter.names, self.callers.of)
        yield from map(Trail, applied_senders(self.ev, self.files, self.clients))

    def _sites_at(self, module: Module, node: Node) -> Iterator[Site]:
        target = callee(node)
        if target is None:
            return
        seen: set[str] = set()
        for client, name in sender_of(self.ev.value(module, target), node):
            if client.client.name not in seen and not sends_by_function(
                self.ev, client, name, module, node
            ):
                seen.add(client.client.name)
                yield Site(module, node, client.client, name)

    def sent(self, trail: Trail) -> tuple[Sent, ...]:
        if trail not in self._sent:
            self._sent[trail] = sent(self.ev, trail)
        return self._sent[trail]

    def _trails(self, trail: Trail, level: int = 0) -> Iterable[Trail]:
        """The trails on which as much is known of the request as the program says."""
        self._count += 1
        self._long += level > MANY
        found = self.sent(trail)
        if level >= MAX_LEVELS or self._is_spent(level) or not found:
            return (trail,)
        if self._is_foreign(trail, found):
            return (trail,)
        required, optional = dependencies(found)
        below = tuple(self._followed(trail, level, found, required, optional))
        if trail in self._refuted:
            return ()
        own = asked(found, self.meaning) if self.meaning is not None else None
        if own is None or self.meaning is None:
            return below
        is_of_objects = trail.owner is None and any(t.owner is not None for t in below)
        if not own and (is_of_objects or any(leads_on(found, self.sent(t)) for t in below)):
            return below
        others = [self._asked(t, trail, own) for t in below]
        return settled(trail, own, below, others, is_whole=not required)

    def _is_foreign(self, trail: Trail, found: tuple[Sent, ...]) -> bool:
        """Whether nobody can make a request of it that the contract has: no object, no caller."""
        if self.meaning is None or not is_foreign(found, self.meaning):
            return False
        return trail.owner is not None or not self.objects.decide(trail, _NONE, said(found))

    def _is_spent(self, level: int) -> bool:
        """Whether enough trails were followed, or enough that are as long."""
        return self._count > MAX_TRAILS or (level >= MANY and self._long > MAX_LONG_TRAILS)

    def _asked(
        self, longer: Trail, trail: Trail, own: frozenset[Hashable]
    ) -> frozenset[Hashable] | None:
        """What is asked for on a trail; a caller that says nothing more asks for the same."""
        after = self.sent(longer)
        if self.meaning is None or not says_more(after, self.sent(trail)):
            return own
        return asked(after, self.meaning)

    def _followed(
        self,
        trail: Trail,
        level: int,
        found: tuple[Sent, ...],
        required: frozenset[Dependency],
        optional: frozenset[Dependency],
    ) -> Iterator[Trail]:
        """The trails of the callers that say what the trail alone doesn't, or itself."""
        if self._function(trail, required) is not None:
            ways = self._required(trail, required, optional)
            entered = [list(self._entered(trail, way, level, found)) for way in ways]
            longer = [trail.longer(*way) for way in ways] or self._called(trail, required)
            if not any(entered) and self._are_refuted(trail, longer):
                return
            yield from (it for one in entered for it in one)
            is_silent = any(
                not e and t not in self._refuted for e, t in zip(entered, longer, strict=False)
            )
            if not any(entered) or (is_silent and words(found)):
                yield trail
            return
        is_said = self.meaning is not None and is_sole(found, self.meaning)
        # What an object has for a hole makes no difference then, only what another has for a text.
        depends = _NONE if is_said else required | optional
        is_open = bool(required) and not is_said
        if trail.owner is None and self.objects.decide(
            trail, depends, said(found), is_open=is_open
        ):
            yield from self._of_objects(trail, level)
            return
        if is_said:
            yield trail
            return
        yield from self._optional(trail, found, optional, level)

    def _called(self, trail: Trail, depends: frozenset[Dependency]) -> list[Trail]:
        """The trails of those who call the function that decides what is sent."""
        function = self._function(trail, depends)
        edges = self.callers.of(trail.head[0], function) if function is not None else ()
        return [trail.longer(edge) for edge in edges]

    def _are_refuted(self, trail: Trail, longer: list[Trail]) -> bool:
        """Whether a site is come to by no way into a trail: what is given there calls another."""
        if not longer or not all(it in self._refuted or is_refuted(self.ev, it) for it in longer):
            return False
        self._refuted.add(trail)
        return True

    def _entered(
        self, trail: Trail, way: Way, level: int, found: tuple[Sent, ...]
    ) -> Iterator[Trail]:
        """The trails of a way in; of an element those alone that say more than the component.

        What it asks for is its own then, and so is what it gets.
        """
        is_element = way[-1].node.type in ELEMENTS | TAGS
        for longer in self._trails(trail.longer(*way), level + 1):
            if not is_element or words(self.sent(longer)) > words(found):
                yield longer

    def _of_objects(self, trail: Trail, level: int) -> Iterator[Trail]:
        """One trail for each object that may send."""
        module, node = trail.head
        function = method_of(node)
        edges = self.callers.of(module, function) if function is not None else ()
        built = self.objects.built(edges)
        for edge in edges:
            if edge.node.id in built:
                yield from self._trails(trail.longer(edge), level + 1)
        for owner in self.objects.owners(trail, frozenset(built.values())):
            yield from self._trails(_owned(trail, owner), level + 1)

    def _optional(
        self, trail: Trail, found: tuple[Sent, ...], optional: frozenset[Dependency], level: int
    ) -> Iterator[Trail]:
        """Further levels only where a caller says more of the path than a hole."""
        informed, stays = self._informed(trail, found, optional, level, MAX_SILENT)
        yield from informed
        if stays:
            yield trail

    def _informed(
        self,
        trail: Trail,
        found: tuple[Sent, ...],
        depends: frozenset[Dependency],
        level: int,
        silent: int,
    ) -> tuple[list[Trail], bool]:
        """The trails of callers that say more than `found`; whether some caller doesn't.

        `silent`: how many levels of callers are asked that only hand on what they are given.
        """
        function = self._function(trail, depends)
        informed: list[Trail] = []
        if function is None:
            return informed, True
        ways = self.entrances.of(trail, function, telling=True)
        if not ways and self._are_refuted(trail, self._called(trail, depends)):
            return informed, False
        stays = not ways or self.entrances.has_silent(trail, function)
        for way in ways:
            longer = trail.longer(*way)
            after = self.sent(longer)
            if says_more(after, found):
                informed.extend(self._trails(longer, level + 1))
            elif silent and level + 1 < MAX_LEVELS and not self._is_spent(level):
                self._count += 1
                self._long += level >= MANY
                below = frozenset().union(*dependencies(after))
                more, quiet = self._informed(longer, found, below, level + 1, silent - 1)
                informed.extend(more)
                stays = stays or quiet
            else:
                stays = True
        return informed, stays

    def _required(
        self, trail: Trail, required: frozenset[Dependency], optional: frozenset[Dependency]
    ) -> list[Way]:
        """The ways into the innermost function that decides anything and is entered at all.

        Not of one without a name that another makes, who says what the path begins with: only
        some of what is made goes by a name. What a function that nothing enters would be told may
        be no more than it adds to what one around it is told: `(config) => (more) =>
        send({ ...config, ...more })`.
        """
        module = trail.head[0]
        leading = required & of_paths(self.sent(trail))
        is_open = False
        for function in self._functions(trail, required | optional):
            ways = self.entrances.of(trail, function)
            if is_open:
                ways = [w for w in ways if self._leads_on(trail, w)]
            is_required = Dependency.on(module, function) in required
            if ways and (is_required or not (leading and _is_made(function, ways))):
                return ways
            is_open = is_open or is_required
        return []

    def _leads_on(self, trail: Trail, way: Way) -> bool:
        """Whether a way into a function says more, or hands on what another may say."""
        found, after = self.sent(trail), self.sent(trail.longer(*way))
        known, further = (frozenset().union(*dependencies(sent)) for sent in (found, after))
        return says_more(after, found) or not further <= known

    def _function(self, trail: Trail, depends: frozenset[Dependency]) -> Node | None:
        """The innermost function around the outermost call that decides what is sent."""
        return next(self._functions(trail, depends), None)

    def _functions(self, trail: Trail, depends: frozenset[Dependency]) -> Iterator[Node]:
        module, node = trail.head
        up = node.parent
        while up is not None:
            if up.type in FUNCTIONS and Dependency(module.path, up.start_byte) in depends:
                if is_constructor(up):
                    return
                yield up
            up = up.parent
        if Dependency.on(module, module.root) in depends:
            yield module.root


_NONE: frozenset[Dependency] = frozenset()


def _is_made(function: Node, ways: Iterable[Way]) -> bool:
    """Whether it is what another function gives, and not called at once: `make(url)(id)`."""
    targets = [callee(way[0].node) for way in ways]
    at_once = all(t is not None and t.type == "call_expression" for t in targets)
    return name_of(function) is None and not at_once


def _ordered(calls: Iterable[Call]) -> tuple[Call, ...]:
    return tuple(sorted(calls, key=lambda c: (c.module.path, c.node.start_byte)))


def _owned(trail: Trail, owner: Instance) -> Trail:
    return Trail(trail.site, trail.edges, owner)


def _telling(calls: Collection[Call]) -> Iterator[Call]:
    """The calls, without a wrapper's other ways to send what is known of one of them.

    `typeof url === 'string' ? fetch(url) : fetch(new Request(url.url))`.
    """
    known = {
        (module.path, node.id)
        for call in calls
        if call.urls
        for module, node in ((call.module, call.node), *call.path_to_sink)
    }
    for call in calls:
        is_wrapped = call.sink is not None and call.sink != call.node
        if call.urls or not is_wrapped or (call.module.path, call.node.id) not in known:
            yield call


def _identity(call: Call) -> object:
    """What tells one call from another: objects that send the same are one."""
    templates = tuple((u.origin, u.template) for u in call.urls)
    return (call.module.path, call.node.id, call.kind, call.methods, templates)
