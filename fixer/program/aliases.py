"""Configurations of bundlers become import aliases: `@` is `src`, `~` the source folder.

Vite's, Nuxt's, SvelteKit's, webpack's (Vue CLI's, CRACO's) and those that are written alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Language, Node

from fixer.program.syntax import captures, children_of, parse, string_value, text

_SUFFIXES = ("ts", "mts", "js", "mjs", "cjs")
_NUXT = tuple(f"nuxt.config.{s}" for s in _SUFFIXES)
_SVELTE = tuple(f"svelte.config.{s}" for s in _SUFFIXES)
_NAMES = (
    "vite",
    "vitest",
    "electron.vite",
    "vue",
    "craco",
    "rsbuild",
    "rspack",
    "quasar",
    "svelte",
)
_BUNDLERS = tuple(f"{n}.config.{s}" for n in _NAMES for s in _SUFFIXES)
_WEBPACK = "webpack."  # `webpack.config.js`, `webpack.common.js`
_ALIASES = '(pair key: (_) @key value: [(object) (array)] @value (#match? @key "^[\\"\']?alias"))'
# `resolve: { modules: ['src', 'node_modules'] }`: folders in which bare specifiers are looked up.
_ROOTS = """
(pair key: (_) @outer value: (object (pair key: (_) @key
 value: [(array) @value (ternary_expression (array) @value)]))
 (#match? @outer "^[\\"']?resolve[\\"']?$") (#match? @key "^[\\"']?modules[\\"']?$"))
"""
# `config.resolve.alias.set('@', resolve('src')).set('~', …)`
_CHAINED = """
(call_expression function: (member_expression object: (_) @object property: (_) @method)
 arguments: (arguments . (string) @name . (_) @target .)
 (#eq? @method "set") (#match? @object "[.]alias"))
"""
# `kit: { files: { lib: 'src/common' } }`
_LIB = """
(pair key: (_) @outer value: (object (pair key: (_) @key value: (string) @value))
 (#match? @outer "^[\\"']?files[\\"']?$") (#match? @key "^[\\"']?lib[\\"']?$"))
"""
_CONSTANTS = "(variable_declarator name: (identifier) @name value: (_) @value)"


@dataclass(frozen=True, slots=True)
class Alias:
    """`name` at the start of a specifier, up to a slash, stands for `folder`.

    Without a name the whole specifier is looked up there.
    """

    name: str
    folder: Path

    def target(self, specifier: str) -> Path | None:
        if specifier == self.name:
            return self.folder
        if not self.name:
            return self.folder / specifier
        prefix = self.name if self.name.endswith("/") else f"{self.name}/"
        return self.folder / specifier[len(prefix) :] if specifier.startswith(prefix) else None


def bundler_aliases(folder: Path, names: Collection[str]) -> tuple[Alias, ...]:
    """The aliases that the bundler's configuration in `folder` declares or implies.

    `names`: those of the folder's files.
    """
    found: list[Alias] = []
    webpack = sorted(n for n in names if n.startswith(_WEBPACK) and n.endswith(_SUFFIXES))
    for name in (*_BUNDLERS, *_NUXT, *webpack):
        if name in names:
            found.extend(_declared(folder / name))
    for name in _NUXT:
        if name in names:
            found.extend(_nuxt(folder / name))
    found.extend(_svelte(folder / name) for name in _SVELTE if name in names)
    return tuple(found)


def _svelte(config: Path) -> Alias:
    tree, language = parse(Path("config.ts"), config.read_bytes())
    named = captures(tree.root_node, language, _LIB).get("value", [])
    said = string_value(named[0]) if named else None
    return Alias("$lib", config.parent / (said or "src/lib"))


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
    root, language = (tree := parse(Path("config.ts"), config.read_bytes()))[0].root_node, tree[1]
    found = captures(root, language, _ALIASES).get("value", [])
    entries = [entry for value in found for entry in _entries(value)]
    chained = captures(root, language, _CHAINED)
    named = zip(chained.get("name", []), chained.get("target", []), strict=True)
    entries += [(string_value(name) or "", target) for name, target in named]
    for roots in captures(root, language, _ROOTS).get("value", []):
        entries += [("", item) for item in children_of(roots)]
    for name, target in entries:
        folder = _folder(_constant(target, root, language), config.parent)
        if folder is not None and folder.name != "node_modules":
            yield Alias(name.removesuffix("$"), folder)


def _constant(target: Node, root: Node, language: Language) -> Node:
    """What a name, or a member of a named object, is declared as in the configuration."""
    if target.type == "member_expression":
        holder, name = target.child_by_field_name("object"), target.child_by_field_name("property")
        made = _constant(holder, root, language) if holder is not None else target
        pairs = dict(_entries(made)) if made.type == "object" else {}
        return pairs.get(text(name), target) if name is not None else target
    if target.type != "identifier":
        return target
    found = captures(root, language, _CONSTANTS)
    declared = zip(found.get("name", []), found.get("value", []), strict=True)
    return next((value for name, value in declared if text(name) == text(target)), target)


def _entries(value: Node) -> Iterator[tuple[str, Node]]:
    for child in children_of(value):
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
    for child in children_of(node):
        yield from _strings(child)
