"""The paths of a contract as a tree, and where a request's path can end in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fixer.contract.model import Operation
from fixer.contract.segments import Fixed, Hole, Parameterised, Segment, Template, accepts

SPANNING = 5  # the rank of a parameter that takes several segments at once
_ENDED = 9  # of two that span, the one that goes on behind is closer: `/{path}/compare`


@dataclass(slots=True)
class PathNode:
    """One place in the tree of all paths."""

    fixed: dict[str, PathNode] = field(default_factory=dict)
    open: dict[Template, PathNode] = field(default_factory=dict)
    operations: dict[str | None, Operation] = field(default_factory=dict)

    def child(self, part: Template) -> PathNode:
        if isinstance(part, Fixed):
            return self.fixed.setdefault(part.text, PathNode())
        return self.open.setdefault(part, PathNode())


@dataclass(frozen=True, slots=True)
class Reached:
    """A node at a request's end: `rank` orders by closeness, `certain` as in `Found.exact`."""

    rank: tuple[int, ...]
    certain: bool
    node: PathNode


def put(
    root: PathNode, path: tuple[Template, ...], method: str | None, operation: Operation
) -> None:
    """Adds an operation; one that is there already stays."""
    node = root
    for part in path:
        node = node.child(part)
    node.operations.setdefault(method, operation)


def walk(node: PathNode, path: tuple[Segment, ...]) -> Iterator[Reached]:
    """Every node with operations that `path` can lead to."""
    return (reached for reached in _all(node, path) if reached.node.operations)


def nodes(node: PathNode, path: tuple[Segment, ...]) -> Iterator[PathNode]:
    """Every node that `path` can lead to, with operations or on the way to them."""
    return (reached.node for reached in _all(node, path))


def _all(node: PathNode, path: tuple[Segment, ...]) -> Iterator[Reached]:
    stack: list[tuple[PathNode, int, tuple[int, ...], bool]] = [(node, 0, (), True)]
    while stack:
        node, at, rank, certain = stack.pop()
        if at == len(path):
            yield Reached((*rank, _ENDED), certain, node)
            continue
        segment = path[at]
        for text, child in _fixed_children(node, segment):
            is_same = segment == text
            stack.append((child, at + 1, (*rank, 0), certain and is_same))
        for part, child in node.open.items():
            if isinstance(part, Parameterised) and part.spans_slashes:
                ends = range(len(path), at, -1)
                stack.extend((child, end, (*rank, SPANNING), certain) for end in ends)
            elif accepts(part, segment):
                stack.append((child, at + 1, (*rank, _looseness(part, segment)), certain))


def may_end(node: PathNode, path: tuple[Segment, ...]) -> bool:
    """Whether `path` can end at a node with operations, or before its slash.

    An unknown segment may be several.
    """
    stack: list[tuple[PathNode, int]] = [(node, 0)]
    seen: set[tuple[int, int]] = set()
    while stack:
        node, at = stack.pop()
        if (id(node), at) in seen:
            continue
        seen.add((id(node), at))
        if at == len(path):
            if node.operations or "" in node.fixed:
                return True
            continue
        segment = path[at]
        if isinstance(segment, str):
            if segment in node.fixed:
                stack.append((node.fixed[segment], at + 1))
            for part, child in node.open.items():
                if accepts(part, segment):
                    stack.append((child, at + 1))
                if isinstance(part, Parameterised) and part.spans_slashes:
                    stack.append((node, at + 1))
            continue
        for child in (*node.fixed.values(), *node.open.values()):
            stack += [(child, at), (child, at + 1)]
    return False


def _looseness(part: Template, segment: Segment) -> int:
    """How much else the part would take: text with a hole, a typed parameter, any parameter.

    An unknown segment is rather a whole parameter than one with text around it; which of several
    it is, a number alone says.
    """
    if isinstance(part, Parameterised):
        is_open = isinstance(segment, Hole) and segment.kind != "number"
        return 3 if part.is_untyped or is_open else 2
    return 4 if isinstance(segment, Hole) else 1


def _fixed_children(node: PathNode, segment: Segment) -> Iterator[tuple[str, PathNode]]:
    if isinstance(segment, str):
        if segment in node.fixed:
            yield segment, node.fixed[segment]
        return
    for text, child in node.fixed.items():
        if accepts(Fixed(text), segment):
            yield text, child
