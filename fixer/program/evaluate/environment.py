"""What the parameters and `this` of the functions around an expression are bound to."""

from __future__ import annotations

from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.evaluate.values import Value


@dataclass(slots=True, eq=False)
class Env:
    """One activation: `scope` (a function or a class) entered with `arguments` and `this`.

    `arguments` None: entered with nothing known but `this`. `memo` holds what expressions
    inside were evaluated to, by node id; with `_empty` the only thing that ever changes.
    """

    scope: Node | None = None
    arguments: tuple[Value, ...] | None = None
    this: Value | None = None
    outer: Env | None = None
    depth: int = 0
    memo: dict[int, Value] = field(default_factory=dict)
    _empty: dict[int, Env] = field(default_factory=dict)

    def enter(
        self, scope: Node, arguments: tuple[Value, ...] | None, this: Value | None = None
    ) -> Env:
        """An activation; of a function that is given nothing always the same one."""
        if arguments or arguments is None or this is not None:
            return Env(scope, arguments, this, self, self.depth + 1)
        known = self._empty.get(scope.id)
        if known is None:
            known = self._empty[scope.id] = Env(scope, (), None, self, self.depth + 1)
        return known

    def around(self, node: Node) -> Env:
        """The innermost activation whose scope holds `node`; the root when none does."""
        env = self
        while env.scope is not None and not _holds(env.scope, node):
            assert env.outer is not None
            env = env.outer
        return env

    def activation(self, scope: Node) -> Env | None:
        """The innermost activation of `scope` itself, if it was entered with arguments."""
        env: Env | None = self
        while env is not None:
            if env.scope is not None and env.arguments is not None and env.scope == scope:
                return env
            env = env.outer
        return None

    def receiver(self, scope: Node) -> Value | None:
        """What `this` is bound to in `scope`, a method or a class."""
        env: Env | None = self
        while env is not None:
            if env.this is not None and env.scope is not None and env.scope == scope:
                return env.this
            env = env.outer
        return None


def _holds(scope: Node, node: Node) -> bool:
    """Same file and inside; nodes of two trees never have one parent chain."""
    if not scope.start_byte <= node.start_byte or not node.end_byte <= scope.end_byte:
        return False
    up: Node | None = node
    while up is not None and up.start_byte >= scope.start_byte:
        if up == scope:
            return True
        up = up.parent
    return False
