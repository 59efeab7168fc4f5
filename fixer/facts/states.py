"""A module becomes the pieces of state its components keep: `const [x, setX] = useState<T>(…)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS, Binding
from fixer.program.syntax import children_of, first_named, text


@dataclass(frozen=True, slots=True)
class State:
    """A piece of state.

    `call`: the hook's call; `declarator`: the `const` it stands in. `value`, `setter`: the
    bindings of the pair, or of the one name (`const x = ref(…)`). `type`: the type argument.
    `initial`: its first argument. `component`: the function that keeps it, None at module level.
    """

    module: Module
    hook: str
    call: Node
    declarator: Node
    value: Binding | None
    setter: Binding | None
    type: Node | None
    initial: Node | None
    component: Node | None

    @property
    def name(self) -> str | None:
        return self.value.name if self.value else None

    @property
    def is_pair(self) -> bool:
        """Whether it is written as a pair with a setter: `const [x, setX] = …`."""
        pattern = self.declarator.child_by_field_name("name")
        return pattern is not None and pattern.type == "array_pattern"


def states(
    module: Module, hooks: Mapping[str, Set[str]], everywhere: Set[str] = frozenset()
) -> Iterator[State]:
    """The state of a module in source order.

    `hooks`: the names of the hooks by package; `everywhere`: those known without an import.
    """
    names = {name for found in hooks.values() for name in found} | everywhere
    if not any(name.encode() in module.data for name in names):
        return
    local = _local_names(module, hooks) | everywhere
    for call in module.calls:
        declarator = _declarator(call)
        function = call.child_by_field_name("function")
        if declarator is None or function is None or _last_name(function) not in local:
            continue
        hook = _hook(module, function, hooks, everywhere)
        if hook is not None:
            yield _state(module, hook, call, declarator)


def _local_names(module: Module, hooks: Mapping[str, Set[str]]) -> frozenset[str]:
    """What the hooks may be called in this file: their own names and the aliases of imports."""
    found = {name for names in hooks.values() for name in names}
    for binding in module.table(module.root).values.values():
        source = module.import_of(binding)
        if source is not None and source.imported in hooks.get(source.specifier, ()):
            found.add(binding.name)
    return frozenset(found)


def _last_name(function: Node) -> str:
    if function.type == "member_expression":
        function = function.child_by_field_name("property") or function
    return text(function)


def _hook(
    module: Module, function: Node, hooks: Mapping[str, Set[str]], everywhere: Set[str]
) -> str | None:
    """The hook's own name if the callee is one: `useState`, an alias of it, `React.useState`."""
    if function.type == "member_expression":
        receiver = function.child_by_field_name("object")
        member = function.child_by_field_name("property")
        if receiver is None or member is None or receiver.type != "identifier":
            return None
        binding = module.resolve(receiver)
        source = module.import_of(binding) if binding else None
        name = text(member)
        return name if source and name in hooks.get(source.specifier, ()) else None
    if function.type != "identifier":
        return None
    binding = module.resolve(function)
    if binding is None:
        return text(function) if text(function) in everywhere else None
    source = module.import_of(binding)
    if source is None or source.imported not in hooks.get(source.specifier, ()):
        return None
    return source.imported


def _declarator(call: Node) -> Node | None:
    node, parent = call, call.parent
    while parent is not None and parent.type in ("as_expression", "satisfies_expression"):
        node, parent = parent, parent.parent
    if parent is None or parent.type != "variable_declarator":
        return None
    return parent if parent.child_by_field_name("value") == node else None


def _state(module: Module, hook: str, call: Node, declarator: Node) -> State:
    pattern = declarator.child_by_field_name("name")
    value, setter = _pair(module, pattern) if pattern is not None else (None, None)
    types = call.child_by_field_name("type_arguments")
    arguments = call.child_by_field_name("arguments")
    given = children_of(arguments) if arguments else []
    return State(
        module,
        hook,
        call,
        declarator,
        value,
        setter,
        first_named(types) if types is not None else None,
        given[0] if given else None,
        enclosing_function(declarator),
    )


def _pair(module: Module, pattern: Node) -> tuple[Binding | None, Binding | None]:
    if pattern.type == "identifier":
        return module.resolve(pattern), None
    if pattern.type != "array_pattern":
        return None, None
    found: list[Binding | None] = [None, None]
    for index, element in enumerate(elements(pattern)[:2]):
        if element is not None and element.type == "identifier":
            found[index] = module.resolve(element)
    return found[0], found[1]


def elements(pattern: Node) -> list[Node | None]:
    """The elements of an array pattern by index; None where one is left out: `[, setX]`."""
    found: list[Node | None] = [None]
    for child in pattern.children[1:-1]:
        if child.type == ",":
            found.append(None)
        elif child.is_named and child.type != "comment":
            found[-1] = child
    return found


def enclosing_function(node: Node) -> Node | None:
    """The nearest function around a node, not the node itself; None at module level."""
    found = node.parent
    while found is not None and found.type not in FUNCTIONS:
        found = found.parent
    return found
