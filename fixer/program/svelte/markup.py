"""The markup of a component → the statements that it is to the script, at its own offsets.

`{#each rows as row (row.id)}…{/each}` is written as `;({e($=rows  ,row){row.id; … }});`, in the
bytes that the markup itself has for it. So one tree holds the script and the markup, with the
scopes of both, and each name stands where the file has it.
"""

from __future__ import annotations

from functools import cache

from tree_sitter import Language, Node

from fixer.program.parsing import captures, parser_of
from fixer.program.svelte.headers import await_head, each_head, trimmed
from fixer.program.svelte.legible import legible
from fixer.program.svelte.sheet import Kind, NoRoomError, Sheet
from fixer.program.svelte.tags import RAW, Tag, TagWriter

EACH, AWAIT, THEN, CATCH = b"e", b"a", b"t", b"c"  # the methods that blocks become
_TYPED = frozenset({b"ts", b"typescript"})
_CONSTRUCTS = """[
    (expression) (html_tag) (render_tag) (debug_tag) (const_tag)
    (if_start) (else_if_start) (else_start) (if_end)
    (each_start) (each_end) (await_start) (then_start) (catch_start) (await_end)
    (key_start) (snippet_start) (snippet_end)
    (start_tag) (self_closing_tag) (end_tag) (script_element) (comment)
] @n"""
_NOT_CONTENT = frozenset({"script_element", "style_element"})
_IN_TAGS = frozenset({"attribute", "attribute_value", "quoted_attribute_value"})


@cache
def svelte() -> Language:
    import tree_sitter_svelte  # as tree_sitter_html: who has no such file pays nothing for it

    return Language(tree_sitter_svelte.language())


def root_of(data: bytes) -> Node:
    """The tree of a component's file, by Svelte's grammar."""
    return parser_of(svelte()).parse(legible(data)).root_node


def comments_in(root: Node) -> list[Node]:
    """The comments of the markup."""
    return captures(root, svelte(), "(comment) @c").get("c", [])


class Writer:
    """Writes all of a component to a sheet, in the order of the file."""

    def __init__(self, data: bytes, root: Node) -> None:
        self.sheet = Sheet(data)
        self._root = root
        self._closing: dict[int, bytes] = {}
        self.tags: list[Tag] = []
        self.comments: list[tuple[int, int]] = []

    def scripts(self) -> bool:
        """Writes the scripts alone, and says whether they are TypeScript."""
        is_typed = False
        for element in self._root.named_children:
            if element.type == "script_element":
                is_typed = _is_typed(element) or is_typed
                self._script(element)
        return is_typed

    def markup(self) -> None:
        for node in captures(self._root, svelte(), _CONSTRUCTS).get("n", ()):
            self._construct(node)

    def _construct(self, node: Node) -> None:
        kind, parent = node.type, node.parent
        if parent is not None and parent.type in _NOT_CONTENT:
            return
        if kind in ("start_tag", "self_closing_tag"):
            self._tag(node)
        elif kind == "end_tag":
            closing = self._closing.get(node.start_byte)
            if closing is not None:
                self.sheet.put(node.start_byte, node.end_byte, closing)
        elif kind == "comment":
            self.comments.append((node.start_byte, node.end_byte))
        elif kind == "script_element":
            if parent == self._root:
                self._bounds(node)
        elif kind != "expression":
            self._block(node)
        elif parent is None or parent.type not in _IN_TAGS:
            self._shown(node)

    def _script(self, element: Node) -> None:
        for child in element.named_children:
            if child.type == "raw_text":
                self.sheet.script(child.start_byte, child.end_byte)

    def _bounds(self, element: Node) -> None:
        self.sheet.begin(element.start_byte)
        for child in element.named_children:
            if child.type == "end_tag":
                self.sheet.begin(child.start_byte)

    def _tag(self, node: Node) -> None:
        writer = TagWriter(self.sheet, node)
        self.tags.append(writer.write())
        if writer.closing and node.parent is not None:
            self._closing[node.parent.children[-1].start_byte] = writer.closing

    def _shown(self, node: Node) -> None:
        """`{expression}`, `{@html expression}`: what stands behind the mark is a statement."""
        raw = _raw(node)
        if raw is None:
            return
        is_object = self.sheet.data[raw.start_byte : raw.end_byte].lstrip().startswith(b"{")
        if is_object:  # a block, without parentheses around it
            self.sheet.put(node.start_byte, raw.start_byte, b";(")
        else:
            self.sheet.begin(node.start_byte)
        self.sheet.keep(raw.start_byte, raw.end_byte)
        self.sheet.text[node.end_byte - 1] = ord(")" if is_object else ";")

    def _block(self, node: Node) -> None:
        writing = {
            "if_start": self._if,
            "else_if_start": self._if,
            "else_start": self._else,
            "each_start": self._each,
            "await_start": self._await,
            "then_start": self._settled,
            "catch_start": self._settled,
            "snippet_start": self._snippet,
            "const_tag": self._const,
        }.get(node.type)
        if writing is not None:
            writing(node)
        elif node.type.endswith("_end"):
            end = b"}" if node.type in ("if_end", "snippet_end") else b"}});"
            self.sheet.put(node.start_byte, node.end_byte, end)
        else:
            self._shown(node)

    def _if(self, node: Node) -> None:
        raw = _raw(node)
        if raw is None:
            raise NoRoomError
        begin = b";if(" if node.type == "if_start" else b"}else if("
        self._open(node, begin, raw.start_byte)
        self.sheet.keep(raw.start_byte, raw.end_byte)
        self._close(node)

    def _else(self, node: Node) -> None:
        block = node.parent.parent if node.parent is not None else None
        is_loop = block is not None and block.type == "each_statement"
        written = b"},%s(){" % EACH if is_loop else b"}else{"
        self.sheet.put(node.start_byte, node.end_byte, written)

    def _each(self, node: Node) -> None:
        head = each_head(self.sheet.data, _head(node), node.end_byte - 1)
        if head is None:
            raise NoRoomError
        self._open(node, b";({%s($=" % EACH, head.rows[0])
        self.sheet.keep(*head.rows)
        self.sheet.put(head.rows[1], head.names[0], b",")
        self.sheet.keep(*head.names, Kind.PATTERN)
        if head.key is None:
            self._close(node)
            return
        first, last = head.key
        self.sheet.put(head.names[1], first + 1, b"){")
        self.sheet.keep(first + 1, last - 1)
        self.sheet.text[last - 1] = ord(";")

    def _await(self, node: Node) -> None:
        head = await_head(self.sheet.data, _head(node), node.end_byte - 1)
        self._open(node, b";({%s($=" % AWAIT, head.promise[0])
        self.sheet.keep(*head.promise)
        if head.value is not None:
            between = b"," if head.word == b"then" else b"){},%s(" % CATCH
            self.sheet.put(head.promise[1], head.value[0], between)
            self.sheet.keep(*head.value, Kind.PATTERN)
        self._close(node)

    def _settled(self, node: Node) -> None:
        """`{:then value}`, `{:catch error}`."""
        raw = _raw(node)
        name = THEN if node.type == "then_start" else CATCH
        if raw is None:
            self.sheet.put(node.start_byte, node.end_byte, b"},%s(){" % name)
            return
        self._open(node, b"},%s(" % name, raw.start_byte)
        self.sheet.keep(raw.start_byte, raw.end_byte, Kind.PATTERN)
        self._close(node)

    def _snippet(self, node: Node) -> None:
        name, raw = node.named_children[1], _raw(node)
        self._open(node, b";function ", name.start_byte)
        self.sheet.name(name.start_byte, name.end_byte)
        start, end = name.end_byte, node.end_byte - 1
        if raw is None:
            self.sheet.put(start, end, b"()")
        else:
            self.sheet.text[start:end] = self.sheet.data[start:end]
            self.sheet.keep(*trimmed(self.sheet.data, start, end), Kind.PARAMETERS)
        self.sheet.text[node.end_byte - 1] = ord("{")

    def _const(self, node: Node) -> None:
        raw = _raw(node)
        if raw is None:
            raise NoRoomError
        self._open(node, b";const ", raw.start_byte)
        self.sheet.keep(raw.start_byte, raw.end_byte, Kind.DECLARATION)
        self.sheet.text[node.end_byte - 1] = ord(";")

    def _open(self, node: Node, written: bytes, end: int) -> None:
        """What begins a block, between its brace and the expression at `end`."""
        self.sheet.put(node.start_byte, end, written)

    def _close(self, node: Node) -> None:
        """The end of a block's head, and the brace of what is shown in it."""
        self.sheet.text[node.end_byte - 1] = ord(")")
        self.sheet.open(node.end_byte)


def _raw(node: Node) -> Node | None:
    return next((child for child in node.named_children if child.type == RAW), None)


def _head(node: Node) -> int:
    """Where a block's head begins, behind `#each`."""
    return node.named_children[0].end_byte


def _is_typed(element: Node) -> bool:
    for attribute in element.named_children[0].named_children:
        parts = attribute.named_children
        if len(parts) == 2 and parts[0].text == b"lang":
            return (parts[1].text or b"").strip(b"\"'") in _TYPED
    return False
