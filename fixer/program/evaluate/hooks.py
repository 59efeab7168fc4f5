"""Functions of frontend libraries that hand their argument on: memo, ref, store, inject…"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole
from fixer.program.evaluate import (
    autoimports,
    builtins,
    classes,
    contexts,
    functions,
    kinds,
    merging,
    paths,
    picking,
    types,
)
from fixer.program.evaluate.filling import filled, plainly_filled, unboxed
from fixer.program.evaluate.values import (
    NOTHING,
    Array,
    ClassValue,
    ClientValue,
    Constant,
    Context,
    Function,
    Later,
    Library,
    Member,
    Method,
    Place,
    Record,
    Text,
    TypeRef,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
)
from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.syntax import children_of, first_named, string_value

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

# They give back what they are given.
_SAME = frozenset(
    {"useCallback", "useEvent", "useStableCallback", "memoize", "memo", "debounce", "throttle"}
    | {"once", "readonly", "markRaw", "toRaw"}
    | {
        "toRefs",
        "storeToRefs",
        "observable",
        "cache",
        "useDebounceFn",
        "useThrottleFn",
        "defineEventHandler",
        "defineComponent",
    }
    | {"makeAutoObservable", "forwardRef", "clone", "cloneDeep", "createSharedComposable"}
)
# They give what the function they are given returns.
_CALLED = frozenset({"useMemo", "useCreation", "untracked", "runInInjectionContext", "useConst"})
_DERIVED_BY = ("$derived", "by")
# They give what a box holds, and what is no box as it is.
_UNBOXED = frozenset({"unref", "toValue"})
_BOXED = frozenset({"ref", "shallowRef", "toRef", "useRef", "customRef"})
_COMPUTED = frozenset({"computed", "createMemo"})
_STATES = frozenset({"useState", "useReducer", "createSignal", "useImmer", "useAtom"})
_STORES = frozenset({"defineStore"})
# Lodash's functions that do what the method of this name of their first argument does.
_ON_FIRST = frozenset(
    {"compact", "join", "map", "filter", "concat", "trim", "replace", "split"}
    | {"startsWith", "endsWith", "includes", "some", "every", "toString"}
)


def call(
    ev: Evaluator,
    target: Library,
    name: str,
    arguments: tuple[Value, ...],
    module: Module,
    node: Node,
) -> Value | None:
    """What a known library function gives; None: it isn't known here."""
    place = place_of(module, node)
    first = arguments[0] if arguments else NOTHING
    is_lodash = target.specifier.startswith(merging.COLLECTIONS)
    if is_lodash and (answer := kinds.asked(ev, name, arguments)) is not None:
        return answer
    if name in _ON_FIRST and is_lodash and arguments:
        return builtins.call(ev, Method(ev.force(first), name), arguments[1:], module, node)
    if paths.joins(ev, target):
        return paths.joined(ev, arguments, place)
    if (address := paths.addressed(ev, target, arguments, place)) is not None:
        return address
    if (whole := merging.by_package(ev, target, name, arguments)) is not None:
        return whole
    if is_lodash and (left := picking.part(ev, target, name, arguments)) is not None:
        return left
    if name == "create" and target.specifier.startswith("zustand"):
        return _zustand(ev, arguments, module, node)
    if target.path == _DERIVED_BY:
        return _result(ev, first)
    return _hook(ev, name, arguments, module, node)


def _hook(
    ev: Evaluator, name: str, arguments: tuple[Value, ...], module: Module, node: Node
) -> Value | None:
    """What a framework's function gives, known by its name alone."""
    first = arguments[0] if arguments else NOTHING
    if name in _SAME:
        return ev.force(first)
    if name in _UNBOXED:
        return union([_unboxed(ev, c) for c in candidates(ev.force(first))])
    if name in _CALLED:
        return _result(ev, first)
    if name in ("reactive", "shallowReactive"):
        return filled(ev, ev.force(first))
    if name in _BOXED:
        first = plainly_filled(ev.force(first))
        box = {key: Member(first) for key in ("value", "current")}
        return Record(box, None, module, node)
    if name in _COMPUTED:
        return Record({"value": Member(_result(ev, _getter(ev, first)))}, None, module, node)
    if name in _STATES:
        initial = _reduced(ev, arguments) if name == "useReducer" else first
        setter = Unknown("a setter", place=place_of(module, node))
        return Array((_state(ev, initial, module, node), setter))
    if name in _STORES:
        return _store(ev, arguments, module, node)
    if name in contexts.MAKES:
        return Context(module, node, first)
    if name in contexts.READS:
        return contexts.used(ev, first, place_of(module, node))
    if name == "inject":
        return _injected(ev, first, module, node)
    return None


def _result(ev: Evaluator, function: Value) -> Value:
    found = [
        functions.apply(ev, c, ())
        for c in candidates(ev.force(function))
        if isinstance(c, Function)
    ]
    return union(found) if found else Unknown("the result of a function")


def _unboxed(ev: Evaluator, value: Value) -> Value:
    """What Vue's `toValue` gives: of a ref its value, of a getter what it returns."""
    if isinstance(value, Function):
        return functions.apply(ev, value, ())
    return unboxed(ev, value)


def _getter(ev: Evaluator, value: Value) -> Value:
    """`computed({ get, set })`."""
    found = ev.force(value)
    if isinstance(found, Record) and "get" in found.members:
        return ev.force(found.members["get"].value)
    return found


def _reduced(ev: Evaluator, arguments: tuple[Value, ...]) -> Value:
    """The first state of `useReducer(reducer, given, make)`."""
    given = arguments[1] if len(arguments) > 1 else NOTHING
    makers = candidates(ev.force(arguments[2])) if len(arguments) > 2 else ()
    made = [functions.apply(ev, maker, (given,)) for maker in makers if isinstance(maker, Function)]
    return union(made) if made else given


def _state(ev: Evaluator, first: Value, module: Module, node: Node) -> Value:
    """What a state variable can hold: by its type, else anything of its first value's kind.

    What is asked for first is known, though, and what a setter is told that isn't handed on:
    `useState('/users?page=1')`.
    """
    place = place_of(module, node)
    setters = _setters(module, node)
    asked = _asked(ev, first) if setters is not None and all(map(_is_called, setters)) else None
    if asked is not None:
        return union([asked, *_told(ev, module, setters or [], asked)])
    typed = types.called_with(ev, module, node, place)
    if typed is not None:
        return typed
    initial = ev.force(first)
    if isinstance(initial, Text):
        number = initial.literal is not None and initial.literal.replace(".", "").isdigit()
        quoted = isinstance(first, Later) and string_value(first.node) is not None
        hole = Hole.STRING if quoted else Hole.NUMBER if number else Hole.UNKNOWN
        return Unknown("a state variable", place=place, hole=hole)
    if isinstance(initial, Record):
        rest = Unknown("a state variable", place=place)
        members = {
            name: Member(rest if setters != [] else _asked(ev, member.value) or rest, member.place)
            for name, member in initial.members.items()
        }
        return Record(members, rest, module, node)
    return Unknown("a state variable", depends_of(initial), place=place)


def _setters(module: Module, node: Node) -> list[Node] | None:
    """Where the setter of a state is used: `const [path, setPath] = useState('/users')`.

    None: that can't be told, since the two are kept as one.
    """
    holder = node.parent
    pattern = holder.child_by_field_name("name") if holder is not None else None
    if pattern is None or pattern.type != "array_pattern":
        return None
    named = children_of(pattern)[1:2]
    binding = module.resolve(named[0]) if named and named[0].type == "identifier" else None
    uses = module.references(binding) if binding is not None else ()
    return [use for use in uses if use != named[0]]


def _is_called(setter: Node) -> bool:
    call = setter.parent
    return call is not None and call.child_by_field_name("function") == setter


def _told(ev: Evaluator, module: Module, setters: list[Node], before: Value) -> Iterator[Value]:
    for setter in setters:
        call = setter.parent
        arguments = call.child_by_field_name("arguments") if call is not None else None
        given = children_of(arguments)[:1] if arguments is not None else []
        for value in candidates(ev.value(module, given[0])) if given else ():
            if isinstance(value, Function):
                yield functions.apply(ev, value, (before,))
            else:
                yield value


def _asked(ev: Evaluator, first: Value) -> Value | None:
    """The path that a state begins as; None: it begins as something else."""
    if isinstance(first, Later) and first.node.type in _LITERALS:
        return None
    found = [c for c in candidates(ev.force(first)) if isinstance(c, Text) and _is_asked(c)]
    return union(found) if found else None


_LITERALS = frozenset({"true", "false", "null", "undefined", "number", "array", "object"})


def _is_asked(text: Text) -> bool:
    return any("/" in (piece.text or "") or piece.depends for piece in text.pieces)


def _store(ev: Evaluator, arguments: tuple[Value, ...], module: Module, node: Node) -> Value | None:
    """Pinia: a setup function's result, or state, getters and actions in one object."""
    definition = ev.force(arguments[-1]) if arguments else NOTHING
    if isinstance(definition, Function):
        return definition
    if not isinstance(definition, Record):
        return None
    return Constant(merged(ev, definition, ("getters", "actions")))


def merged(ev: Evaluator, definition: Record, parts: tuple[str, ...]) -> Record:
    """The members of several parts of an object as one."""
    members: dict[str, Member] = {}
    for part in parts:
        found = definition.members.get(part)
        value = ev.force(found.value) if found is not None else NOTHING
        if isinstance(value, Record):
            members.update(value.members)
    rest = Unknown("a store's state")
    return Record(members, rest, definition.module, definition.node)


def _zustand(
    ev: Evaluator, arguments: tuple[Value, ...], module: Module, node: Node
) -> Value | None:
    """`create((set, get) => ({…}))`, also `create<T>()(…)`: a hook that gives the object.

    What it holds at first is set anew later: `site: ''` is no part of a path.
    """
    if not arguments:
        return Library("zustand", ("create",))
    made = ev.force(arguments[0])
    if not isinstance(made, Function):
        return made
    return Constant(filled(ev, functions.apply(ev, made, ())))


def _injected(ev: Evaluator, token: Value, module: Module, node: Node) -> Value | None:
    """Angular's and Vue's `inject`."""
    place = place_of(module, node)
    for candidate in candidates(ev.force(token)):
        if isinstance(candidate, ClassValue):
            return classes.generic(ev, candidate)
        if isinstance(candidate, Library) and candidate.path:
            return types.external(ev, candidate.specifier, candidate.path[-1], place)
        if isinstance(candidate, Text) and candidate.literal is not None:
            found = _handed_out(ev, candidate.literal)
            if found is not None:
                return found
    return types.called_with(ev, module, node, place) or _keyed(ev, token)


def _keyed(ev: Evaluator, token: Value) -> Value | None:
    """What `InjectionKey<T>` says of what is injected under a key."""
    name = token.node if isinstance(token, Later) and token.node.type == "identifier" else None
    symbol = ev.program.value(token.module, name) if name and isinstance(token, Later) else None
    if not isinstance(symbol, Symbol):
        return None
    value = symbol.node.child_by_field_name("value")
    cast = children_of(value)[-1:] if value is not None and value.type == "as_expression" else ()
    for written in (symbol.node.child_by_field_name("type"), *cast):
        said = first_named(written) if written and written.type == "type_annotation" else written
        arguments = said.child_by_field_name("type_arguments") if said is not None else None
        if arguments is not None and children_of(arguments):
            at = Place(symbol.module.path, said.start_byte, said.end_byte) if said else None
            of = TypeRef(symbol.module, children_of(arguments)[0])
            return types.value(ev, of, frozenset(), at) if at is not None else None
    return None


def _handed_out(ev: Evaluator, name: str) -> Value | None:
    """What `app.provide('http', …)` hands out; a client by the name that plugins give it."""
    found = autoimports.provided(ev, name)
    clients = ev.clients.by_injection.get("$" + name, ())
    if found is None and clients:
        return ClientValue(clients[0], (Unknown("an injected client"),))
    return found
