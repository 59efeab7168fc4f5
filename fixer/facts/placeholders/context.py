"""Where an expression runs: in an error handler, behind a timer, under a marking comment."""

from __future__ import annotations

from tree_sitter import Node

from fixer.contract.wording import tokens
from fixer.facts.placeholders.markers import bare, leading
from fixer.facts.placeholders.patterns import Patterns
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS, BindingKind
from fixer.program.syntax import children_of, first_named, text

STATEMENTS = frozenset(
    {
        "expression_statement",
        "lexical_declaration",
        "variable_declaration",
        "return_statement",
        "export_statement",
        "public_field_definition",
        "if_statement",
        "pair",
    }
)
_SIMULATES = frozenset({"simulate", "simulated", "simulates", "fake", "mock", "dummy"})
_REQUESTS = frozenset({"delay", "latency", "request", "network", "api", "call", "fetch", "server"})


def in_error_handler(node: Node) -> bool:
    """Whether it runs only when something failed: a `catch`, `.catch(…)`, `onError`."""
    below, parent = node, node.parent
    while parent is not None:
        if parent.type == "catch_clause":
            return True
        if below.type in FUNCTIONS and not _is_updater(below):
            return _handles_error(below)
        below, parent = parent, parent.parent
    return False


def _handles_error(function: Node) -> bool:
    parent = function.parent
    if parent is None:
        return False
    if parent.type == "pair":
        key = parent.child_by_field_name("key")
        return key is not None and text(key) in ("onError", "error")
    if parent.type != "arguments" or parent.parent is None:
        return False
    callee = parent.parent.child_by_field_name("function")
    member = callee.child_by_field_name("property") if callee is not None else None
    if member is None:
        return False
    given = children_of(parent)
    if text(member) == "catch":
        return True
    return text(member) == "then" and len(given) == 2 and given[1] == function


def in_other_build(module: Module, node: Node) -> bool:
    """Whether the environment chooses it, and something else where it is another.

    `if (process.env.API === 'test') setUser(testUser); else loadUser().then(setUser);`, or by
    the name of a constant that reads it.
    """
    below, parent = node, node.parent
    while parent is not None:
        branches = [parent.child_by_field_name(f) for f in ("consequence", "alternative")]
        if parent.type in ("if_statement", "ternary_expression") and below in branches:
            condition = parent.child_by_field_name("condition")
            if None not in branches and condition is not None and _is_of_build(module, condition):
                return True
        below, parent = parent, parent.parent
    return False


def _is_of_build(module: Module, condition: Node) -> bool:
    if condition.type == "parenthesized_expression":
        return any(_is_of_build(module, inner) for inner in condition.named_children)
    if condition.type != "identifier":
        return _reads_environment(condition)
    binding = module.resolve(condition)
    if binding is None or binding.kind is not BindingKind.CONST:
        return False
    value = binding.node.child_by_field_name("value")
    return value is not None and _reads_environment(value)


def _reads_environment(condition: Node) -> bool:
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        if node.type == "member_expression" and text(node) in _ENVIRONMENTS:
            return True
        waiting += node.named_children
    return False


_ENVIRONMENTS = frozenset({"process.env", "import.meta.env"})
_LATER = frozenset({"setTimeout", "setInterval", "setImmediate"})


def _is_updater(function: Node) -> bool:
    """A setter's `(previous) => …` runs where the setter is called."""
    parent = function.parent
    call = parent.parent if parent is not None and parent.type == "arguments" else None
    callee = call.child_by_field_name("function") if call is not None else None
    if callee is None or callee.type != "identifier" or text(callee) in _LATER:
        return False
    return text(callee).startswith("set")


def timer_of(node: Node, patterns: Patterns) -> Node | None:
    """The call that only waits before it runs `node`; the whole `new Promise(…)` around it."""
    below, parent = node, node.parent
    while parent is not None and not (below.type in FUNCTIONS and not _is_updater(below)):
        below, parent = parent, parent.parent
    if below.type not in FUNCTIONS or parent is None or parent.type != "arguments":
        return None
    call = parent.parent
    callee = call.child_by_field_name("function") if call is not None else None
    if call is None or callee is None or text(callee) not in patterns.timers:
        return None
    return promise_around(call) or call


def promise_around(call: Node) -> Node | None:
    """The `new Promise(…)` whose executor holds the call."""
    node = call.parent
    while node is not None and node.type not in FUNCTIONS:
        node = node.parent
    arguments = node.parent if node is not None else None
    if arguments is None or arguments.type != "arguments" or arguments.parent is None:
        return None
    made = arguments.parent
    constructor = made.child_by_field_name("constructor")
    if made.type != "new_expression" or constructor is None or text(constructor) != "Promise":
        return None
    return made


def is_wait(awaited: Node, patterns: Patterns) -> bool:
    """Whether a promise only waits: `new Promise((r) => setTimeout(r, 500))`, `delay(500)`."""
    if awaited.type == "call_expression":
        callee = awaited.child_by_field_name("function")
        return callee is not None and callee.type == "identifier" and _waits(text(callee), patterns)
    if awaited.type != "new_expression":
        return False
    constructor = awaited.child_by_field_name("constructor")
    if constructor is None or text(constructor) != "Promise":
        return False
    executor = awaited.child_by_field_name("arguments")
    functions = children_of(executor) if executor is not None else []
    if len(functions) != 1 or functions[0].type not in FUNCTIONS:
        return False
    return _only_resolves_later(functions[0], patterns)


def _waits(name: str, patterns: Patterns) -> bool:
    return name in patterns.delays or simulates(name)


def simulates(name: str) -> bool:
    """Whether a function's name says that it plays a request: `simulateNetworkDelay`."""
    found = tokens(name)
    return not found.isdisjoint(_SIMULATES) and not found.isdisjoint(_REQUESTS)


def _only_resolves_later(executor: Node, patterns: Patterns) -> bool:
    names = executor.child_by_field_name("parameters") or executor.child_by_field_name("parameter")
    if names is None:
        return False
    parameter = names if names.type == "identifier" else _first_pattern(names)
    body = executor.child_by_field_name("body")
    if body is None or parameter is None:
        return False
    if body.type == "statement_block":
        statements = children_of(body)
        if len(statements) != 1 or not children_of(statements[0]):
            return False
        body = children_of(statements[0])[0]
    callee = body.child_by_field_name("function")
    arguments = body.child_by_field_name("arguments")
    if callee is None or arguments is None or text(callee) not in patterns.timers:
        return False
    first = first_named(arguments)
    if first is None:
        return False
    if first.type in FUNCTIONS:  # setTimeout(() => resolve(), 500)
        inner = first.child_by_field_name("body")
        return inner is not None and text(inner).strip("{}; \n") == f"{text(parameter)}()"
    return text(first) == text(parameter)


def _first_pattern(parameters: Node) -> Node | None:
    for parameter in children_of(parameters):
        pattern = parameter.child_by_field_name("pattern")
        if pattern is not None:
            return pattern
    return None


def follows_wait(node: Node, patterns: Patterns) -> Node | None:
    """The `await delay(500)` that an earlier statement of the block is; None: none."""
    statement = statement_of(node)
    if statement is None:
        return None
    previous = statement.prev_named_sibling
    while previous is not None:
        if previous.type == "expression_statement":
            inner = first_named(previous)
            if inner is not None and inner.type == "await_expression":
                awaited = first_named(inner)
                is_one = awaited is not None and is_wait(awaited, patterns)
                return awaited if is_one else None
        previous = previous.prev_named_sibling
    return None


def statement_of(node: Node) -> Node | None:
    """The innermost statement, declaration or property around an expression."""
    found: Node | None = node
    while found is not None and found.type not in STATEMENTS:
        found = found.parent
    if found is not None and found.parent is not None and found.parent.type == "export_statement":
        return found.parent
    return found


def comment_on(node: Node, patterns: Patterns) -> Node | None:
    """The marking comment on the statement of an expression, on one around it, or inside it.

    Above it, behind it on its line, or above the first element of a list.
    """
    for comment in node.named_children[:1]:
        if comment.type == "comment" and patterns.comment_marks(bare(comment)):
            return comment
    statement = statement_of(node)
    for _ in range(3):
        if statement is None:
            return None
        for comment in (*leading(statement), *_behind(statement)):
            if patterns.comment_marks(bare(comment)):
                return comment
        outer = statement.parent
        if outer is None or outer.type == "program":
            return None
        statement = _outer_call(statement)
    return None


def _behind(statement: Node) -> tuple[Node, ...]:
    following = statement.next_named_sibling
    if following is None or following.type != "comment":
        return ()
    return (following,) if following.start_point.row == statement.end_point.row else ()


def _outer_call(statement: Node) -> Node | None:
    """The statement around a callback whose body holds `statement`: `setTimeout(() => { … })`."""
    block = statement.parent
    if block is None or block.type != "statement_block":
        return None
    if first_named(block) != statement:
        return None
    function = block.parent
    if function is None or function.type not in FUNCTIONS or function.parent is None:
        return None
    return statement_of(function.parent) if function.parent.type == "arguments" else None
