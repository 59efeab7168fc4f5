"""Vite and Nuxt configurations become import aliases: `@` is `src`, `~` the source folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.program.syntax import captures, parse, string_value, text

_SUFFIXES = ("ts", "mts", "js", "mjs", "cjs")
_NUXT = tuple(f"nuxt.config.{s}" for s in _SUFFIXES)
_BUNDLERS = tuple(f"{n}.config.{s}" for n in ("vite", "vitest", "electron.vite") for s in _SUFFIXES)
_ALIASES = '(pair key: (_) @key value: [(object) (array)] @value (#match? @key "^[\\"\']?alias"))'


@dataclass(frozen=True, slots=True)
class Alias:
    """`name` at the start of a specifier, up to a slash, stands for `folder`."""

    name: str
    folder: Path

    def target(self, specifier: str) -> Path | None:
        if specifier == self.name:
            return self.folder
        prefix = self.name if self.name.endswith("/") else f"{self.name}/"
        return self.folder / specifier[len(prefix) :] if specifier.startswith(prefix) else None


def bundler_aliases(folder: Path, names: Collection[str]) -> tuple[Alias, ...]:
    """The aliases that the Vite or Nuxt configuration in `folder` declares or implies.

    `names`: those of the folder's files.
    """
    found: list[Alias] = []
    for name in _BUNDLERS + _NUXT:
        if name in names:
            found.extend(_declared(folder / name))
    for name in _NUXT:
        if name in names:
            found.extend(_nuxt(folder / name))
    return tuple(found)


def _nuxt(config: Path) -> Iterator[Alias]:
    folder = config.parent
    tree, language = parse(Path("config.ts"), config.read_bytes())
    pattern = '(pair key: (_) @key value: (string) @value (#match? @key "^srcDir$"))'
    named = captures(tree.root_node, language, pattern).get("value", [])
    source = folder / (string_value(named[0]) or ".") if named else folder
    if not named and (folder / "app" / "pages").is_dir():
        source = folder / "app"  # Nuxt 4's default srcDir
    for name in ("~~", "@@"):
        yield Alias(name, folder)
    for name in ("~", "@"):
        yield Alias(name, source)


def _declared(config: Path) -> Iterator[Alias]:
    tree, language = parse(Path("config.ts"), config.read_bytes())
    for value in captures(tree.root_node, language, _ALIASES).get("value", []):
        for name, target in _entries(value):
            folder = _folder(target, config.parent)
            if folder is not None:
                yield Alias(name, folder)


def _entries(value: Node) -> Iterator[tuple[str, Node]]:
    for child in value.named_children:
        if child.type == "pair":
            key, target = child.child_by_field_name("key"), child.child_by_field_name("value")
            if key is not None and target is not None:
                yield string_value(key) or text(key), target
        elif child.type == "object":
            fields = dict(_entries(child))
            find, target = fields.get("find"), fields.get("replacement")
            name = string_value(find) if find is not None else None
            if name is not None and target is not None:
                yield name, target


def _folder(target: Node, base: Path) -> Path | None:
    """The folder that `'./src'`, `path.resolve(__dirname, 'src')` or a file URL names."""
    plain = string_value(target)
    if plain is not None:
        return Path(plain) if plain.startswith(str(base)) else base / plain.lstrip("/")
    parts = [s for n in _strings(target) if (s := string_value(n)) is not None]
    if target.type != "call_expression" or not parts:
        return None
    folder = base
    for part in parts:
        folder = folder / part.lstrip("/")
    return folder


def _strings(node: Node) -> Iterator[Node]:
    if node.type == "string":
        yield node
        return
    for child in node.named_children:
        yield from _strings(child)
