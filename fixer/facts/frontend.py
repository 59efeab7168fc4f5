"""A frontend beside a contract: the program, its judged calls, its types and their bindings.

Everything is computed once, when it is first asked for, and belongs to one state of the texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType

import pathspec

from fixer.config import Destructuring, Settings
from fixer.contract.match import Routes
from fixer.contract.model import Contract
from fixer.contract.wording import resources
from fixer.facts.allowing import doubted, passed_on
from fixer.facts.bindings import Bindings, Direction
from fixer.facts.bodies import accepted, sent_type, sent_value
from fixer.facts.built import arrivals
from fixer.facts.clientfunctions import ClientFunctions
from fixer.facts.conversion import converted, load_conversions, used
from fixer.facts.declared import Declared
from fixer.facts.endpoints import Asking, judge
from fixer.facts.fields import Fields
from fixer.facts.forgotten import forgotten_base
from fixer.facts.inner import inner_calls, meant_calls
from fixer.facts.judged import JudgedCall
from fixer.facts.meets import Meets
from fixer.facts.ownconversion import load_own
from fixer.facts.pages import Pages
from fixer.facts.placeholders import Gates, Patterns, Shapes, load_patterns
from fixer.facts.queries import UnknownParam, unknown_params
from fixer.facts.refuted import Refutations
from fixer.facts.services import OtherServices
from fixer.facts.spelling import camel
from fixer.facts.untold import sent_members, strange_members, untold_members
from fixer.facts.wires import CallWires
from fixer.program.answering import answers_itself
from fixer.program.call import Call
from fixer.program.calls import Finder
from fixer.program.clients import Clients, load_clients
from fixer.program.files import is_test, name_below
from fixer.program.program import Program
from fixer.program.proxies import stripped_prefixes
from fixer.program.servers import Served
from fixer.program.types import Types
from fixer.program.types.model import WireType
from fixer.program.types.wireshape import shaped
from fixer.rule import builtin_rules


class Frontend:
    """One frontend, of the folder that `settings` name, and the contract that it should follow."""

    def __init__(self, settings: Settings, contract: Contract, program: Program) -> None:
        self.settings = settings
        self._stated = contract
        self.program = program
        self._known_tests: dict[Path, bool] = {}
        self._answering: dict[Path, bool] = {}

    @cached_property
    def contract(self) -> Contract:
        """The contract, its properties spelled as code sees them."""
        known = builtin_rules() / "conversions.toml"
        layer = used(self.program, load_conversions(known))
        if layer is not None:
            return converted(self._stated, layer.spelling)
        is_converted = load_own(known).is_in(self.program)
        return converted(self._stated, camel) if is_converted else self._stated

    @cached_property
    def _wires(self) -> CallWires:
        return CallWires(self.contract)

    @property
    def routes(self) -> Routes:
        return self._search[0]

    @property
    def _stripped(self) -> tuple[str, ...]:
        """The prefix that a proxy takes off, if the contract has no path below it.

        Of several each may lead to another backend.
        """
        found = stripped_prefixes(self.program.root, self.program.sources)
        paths = [operation.path for operation in self.contract.operations]
        is_written = any(path.startswith(f"{p}/") for p in found for path in paths)
        return found if len(found) == 1 and not is_written else ()

    @cached_property
    def clients(self) -> Clients:
        """The HTTP clients that are known."""
        return load_clients(builtin_rules() / "clients.toml", *self.settings.clients)

    @property
    def _finder(self) -> Finder:
        return self._search[1]

    @cached_property
    def _search(self) -> tuple[Routes, Finder]:
        """The contract's paths, behind the base that it forgets to say, and the search for them."""
        prefixes = self.settings.prefixes or self._stripped
        routes = Routes(self.contract, prefixes)
        finder = self._finder_of(routes)
        if not prefixes and (base := forgotten_base(finder.requests, routes)) is not None:
            routes = Routes(self.contract, (base,))
            finder = self._finder_of(routes)
        return routes, finder

    def _finder_of(self, routes: Routes) -> Finder:
        return Finder(
            self.program,
            self.clients,
            include_tests=self.settings.include_tests,
            meaning=Asking(routes),
        )

    @cached_property
    def found_requests(self) -> tuple[Call, ...]:
        """Every request that a client can send, tests' own only where they are asked for."""
        return self._wanted(self._finder.requests)

    def _wanted(self, found: tuple[Call, ...]) -> tuple[Call, ...]:
        if self.settings.include_tests:
            return found
        return tuple(call for call in found if not self.is_test(call.module.path))

    def is_used(self, call: Call) -> bool:
        """Whether anything of the program uses the function that a call stands in."""
        return self._finder.reach.is_used(call)

    @cached_property
    def requests(self) -> tuple[JudgedCall, ...]:
        """Every request that a client can send, with the contract's word on it."""
        return tuple(map(self._others.passed_on, self._here))

    @cached_property
    def _here(self) -> tuple[JudgedCall, ...]:
        """The verdicts, as if there were no backend but the contract's and the frontend's own."""
        return tuple(map(self._passed_on, self._judged(self.found_requests)))

    @cached_property
    def _others(self) -> OtherServices:
        return OtherServices.among(self._here, self.program, self.contract.operations)

    @cached_property
    def calls(self) -> tuple[JudgedCall, ...]:
        """The requests, and the URLs that leave the page by other ways: no value comes back."""
        here = map(self._passed_on, self._judged(self._wanted(self._finder.outside)))
        outside = map(self._others.passed_on, here)
        return tuple(sorted((*self.requests, *outside), key=_place))

    def _judged(self, calls: Iterable[Call]) -> Iterator[JudgedCall]:
        for call in calls:
            yield from doubted(judge(call, self.routes))

    def _passed_on(self, judged: JudgedCall) -> JudgedCall:
        return passed_on(judged, lambda: self._served, self._answers_itself)

    def _answers_itself(self, file: Path) -> bool:
        known = self._answering.get(file)
        if known is None:
            module = self.program.module(self.program.root.parent / file)
            known = self._answering[file] = answers_itself(module)
        return known

    @cached_property
    def _served(self) -> Served:
        root = self.program.root.parent
        return Served.of(self.clients.servers, self.program.files, root)

    @cached_property
    def refutations(self) -> Refutations:
        """The requests that the contract doesn't have."""
        return Refutations(
            self.program, self.routes, self.clients, self.calls, self.is_checked, self.is_used
        )

    def is_checked(self, path: Path) -> bool:
        """Whether rules that don't look at tests look at a file."""
        if path not in self.program.sources or not self.settings.includes(path):
            return False
        return self.settings.include_tests or not self.is_test(path)

    def is_test(self, path: Path) -> bool:
        """Whether a file is a test, story or mock, by the settings too."""
        known = self._known_tests.get(path)
        if known is None:
            root = self.settings.root
            known = is_test(path, root) or self._tests.match_file(name_below(path, root))
            self._known_tests[path] = known
        return known

    @cached_property
    def _tests(self) -> pathspec.GitIgnoreSpec:
        return pathspec.GitIgnoreSpec.from_lines(self.settings.tests)

    @cached_property
    def _calls_by_file(self) -> Mapping[Path, tuple[JudgedCall, ...]]:
        return _by_file(self.calls)

    @cached_property
    def _requests_by_file(self) -> Mapping[Path, tuple[JudgedCall, ...]]:
        return _by_file(self.requests)

    def calls_in(self, path: Path) -> tuple[JudgedCall, ...]:
        """The calls of a file, in source order."""
        return self._calls_by_file.get(path, ())

    def requests_in(self, path: Path) -> tuple[JudgedCall, ...]:
        """The requests that a file's clients send, in source order."""
        return self._requests_by_file.get(path, ())

    @cached_property
    def unknown_params(self) -> Mapping[Path, tuple[UnknownParam, ...]]:
        """The query parameters that operations don't take, by the files of the requests."""
        return unknown_params(self.calls, self.program)

    @cached_property
    def _typed_calls(self) -> tuple[JudgedCall, ...]:
        """The calls at which values can meet types, in wrappers and with a wrong path too."""
        meant = meant_calls(self.requests, self.contract.operations)
        return (*self.requests, *inner_calls(self.requests), *meant)

    @cached_property
    def types(self) -> Types:
        types = Types(self.program, builtin_rules() / "libraries", self._wires)
        self._wires.know(self._typed_calls, types)
        return types

    @property
    def meets(self) -> Meets:
        """Where values of contract shape were followed to, all bindings made."""
        found, trace = self._met
        if isinstance(found, Exception):
            raise found.with_traceback(trace)
        return found

    @cached_property
    def _met(self) -> tuple[Meets | Exception, TracebackType | None]:
        """An error stays: each rule asks for each file, and following takes longest of all."""
        try:
            return self._follow(), None
        except Exception as error:
            return error, error.__traceback__

    def _follow(self) -> Meets:
        bindings = Bindings(self.contract, self.types)
        meets = Meets(self.program, self.types, bindings)
        meets.follow(self._typed_calls)
        for judged in self._typed_calls:
            response = judged.operation.response if judged.operation else None
            if response is not None:
                payload = shaped(response, self.contract)
                for declared, arriving in arrivals(judged.call, payload, self.types, self.clients):
                    meets.arrive(judged.call, declared, arriving)
        for judged in self.requests:
            taken = accepted(judged.operation, self.contract) if judged.operation else None
            if taken is not None:
                shape = WireType(taken, self.contract)
                for body in map(sent_value, judged.call.bodies):
                    sent = sent_type(body, taken, self.types)
                    bindings.bind(sent, shape, Direction.REQUEST)
                meets.map_sent(judged.call, taken)
        meets.suppose()
        for untold in (untold_members, sent_members):
            for member in untold(self.requests, self.contract, self.program, self.types):
                bindings.note_untold(member)
        for member in strange_members(self.requests, self.program, self.types):
            bindings.note_untold(member)
            meets.strange.update(self.types.family(member))
        return meets

    @property
    def bindings(self) -> Bindings:
        """Which declared types and members stand for what of the contract."""
        return self.meets.bindings

    @cached_property
    def fields(self) -> Fields:
        """Where properties are named as the contract does not name them."""
        keep = self.settings.destructuring is Destructuring.ALIAS
        return Fields(
            self.program,
            self.contract,
            self.types,
            self.meets,
            keep_variables=keep,
            is_test=self.is_test,
        )

    @cached_property
    def declared(self) -> Declared:
        """Where declared members stand against the contract."""
        return Declared(
            self.program, self.contract, self.types, self.requests, self.meets, self.fields
        )

    @cached_property
    def client_functions(self) -> ClientFunctions:
        """The frontend's own functions for the contract's operations."""
        return ClientFunctions(self.program, self.contract, self.calls)

    @cached_property
    def pages(self) -> Pages:
        """Which files are pages of the contract, and what they reach."""
        return Pages(self.program, self.contract, self.client_functions)

    @cached_property
    def patterns(self) -> Patterns:
        """What fake data looks like, beside the data that the contract has."""
        known = load_patterns(builtin_rules() / "placeholders.toml")
        return known.beside(frozenset(resources(self.contract.operations)))

    @cached_property
    def gates(self) -> Gates:
        """Which files may hold what sorts of fakes."""
        return Gates(self.patterns.needles, self.program.words)

    @cached_property
    def suspects(self) -> frozenset[Path]:
        """The files in which something could be fake, by the words that they hold."""
        return self.gates.suspects | self.shapes.possible(self.program)

    @cached_property
    def shapes(self) -> Shapes:
        """The records that the contract's responses hold."""
        return Shapes(self.contract)


def _by_file(calls: Iterable[JudgedCall]) -> Mapping[Path, tuple[JudgedCall, ...]]:
    found: dict[Path, list[JudgedCall]] = {}
    for judged in calls:
        found.setdefault(judged.call.module.path, []).append(judged)
    return {path: tuple(sorted(judged, key=_place)) for path, judged in found.items()}


def _place(judged: JudgedCall) -> tuple[Path, int]:
    return judged.call.module.path, judged.call.node.start_byte
