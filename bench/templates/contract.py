"""Interfaces of a frontend become an OpenAPI document in which their properties have new names.

    python -m bench.templates.contract SPEC.json FOLDER… > contract.yaml

`SPEC.json`: `{"endpoints": [["get", "/api/rows/", "Row[]"], …], "renames": {"Row.old": "new"}}`. A
property of an interface is renamed in those that extend it, too. Without `renames` every property
is renamed: `old_name` to `old_name_x`, `oldName` to `oldNameX`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from tree_sitter import Language, Node

from fixer.program.files import find
from fixer.program.syntax import captures, parse, text

_SCALARS = {"string": "string", "number": "number", "boolean": "boolean"}
_DECLARATIONS = "[(interface_declaration) (class_declaration)] @d"
_BASES = """
[(extends_type_clause type: (type_identifier) @b) (extends_clause value: (identifier) @b)]
"""
_GENERIC = re.compile(r"(\w+)<(\w+)>")
Schema = dict[str, Any]


class Declarations:
    """The interfaces and classes of some folders, by name; of two of a name the first."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._found: dict[str, tuple[Node, Language]] = {}
        for path in (path for folder in folders for path in find(folder)):
            tree, language = parse(path, path.read_bytes())
            for node in captures(tree.root_node, language, _DECLARATIONS).get("d", ()):
                name = node.child_by_field_name("name")
                if name is not None:
                    self._found.setdefault(text(name), (node, language))

    def __contains__(self, name: str) -> bool:
        return name in self._found

    def lineage(self, name: str) -> Iterator[str]:
        """The name and those of what it extends."""
        yield name
        node, language = self._found[name]
        for heritage in node.children:
            if heritage.type in ("extends_type_clause", "class_heritage"):
                for base in captures(heritage, language, _BASES).get("b", ()):
                    if text(base) in self and text(base) != name:
                        yield from self.lineage(text(base))

    def properties(self, name: str) -> Iterator[tuple[str, str, bool]]:
        """Its own properties: name, type, whether it is always there."""
        body = self._found[name][0].child_by_field_name("body")
        for member in body.named_children if body is not None else ():
            key, type_ = member.child_by_field_name("name"), member.child_by_field_name("type")
            if member.type in ("property_signature", "public_field_definition") and key:
                written = text(type_).lstrip(": ") if type_ is not None else ""
                is_required = all(child.type != "?" for child in member.children)
                yield text(key).strip("'\""), written, is_required


class Document:
    """The OpenAPI document, its schemas added as they are referred to."""

    def __init__(self, declared: Declarations, renames: Mapping[str, str] | None) -> None:
        self._declared, self._renames = declared, renames
        self.schemas: dict[str, Schema] = {}

    def schema(self, written: str) -> Schema:
        """The schema of a type as it is written; anything where it isn't simple."""
        parts = [p.strip() for p in written.split("|") if p.strip() not in ("null", "undefined")]
        one = parts[0] if len(parts) == 1 else ""
        if one.endswith("[]"):
            return {"type": "array", "items": self.schema(one[:-2])}
        if one in _SCALARS:
            return {"type": _SCALARS[one]}
        page = _GENERIC.fullmatch(one)
        if page is not None and page[1] in self._declared:
            return self._page(page[1], page[2])
        if one not in self._declared:
            return {}
        if one not in self.schemas:
            self.schemas[one] = {}
            self.schemas[one] = self._object(one)
        return {"$ref": f"#/components/schemas/{one}"}

    def _page(self, name: str, argument: str) -> Schema:
        """A generic type, `Results<Row>`, none of whose own properties is renamed."""
        own = self._declared.properties(name)
        found = {k: self.schema(re.sub(r"\bT\b", argument, w)) for k, w, _ in own}
        return {"type": "object", "properties": found}

    def _object(self, name: str) -> Schema:
        properties: dict[str, Schema] = {}
        required: list[str] = []
        for owner in self._declared.lineage(name):
            for key, written, is_required in self._declared.properties(owner):
                new = self._new_name(owner, key)
                schema = self.schema(written)
                if new != key:
                    schema = {"allOf": [schema]} if "$ref" in schema else schema
                    schema["x-renamed-from"] = key
                properties.setdefault(new, schema)
                required += [new] if is_required else []
        return {"type": "object", "properties": properties, "required": required}

    def _new_name(self, owner: str, key: str) -> str:
        if self._renames is not None:
            return self._renames.get(f"{owner}.{key}", key)
        if not key.isidentifier():
            return key
        return f"{key}_x" if "_" in key else f"{key}X"

    def operation(self, path: str, written: str) -> Schema:
        """An operation that answers with a type."""
        content = {"application/json": {"schema": self.schema(written)}}
        names = re.findall(r"\{(\w+)\}", path)
        return {
            "parameters": [{"name": n, "in": "path", "required": True} for n in names],
            "responses": {"200": {"description": "", "content": content}},
        }


def main(spec: Path, folders: Sequence[Path]) -> None:
    asked = json.loads(spec.read_text())
    document = Document(Declarations(folders), asked.get("renames"))
    paths: dict[str, Schema] = {}
    for method, path, written in asked["endpoints"]:
        paths.setdefault(path, {})[method] = document.operation(path, written)
    head = {"openapi": "3.1.0", "info": {"title": "Renamed", "version": "1"}}
    whole = {**head, "paths": paths, "components": {"schemas": document.schemas}}
    yaml.safe_dump(whole, sys.stdout, sort_keys=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(folder).resolve() for folder in sys.argv[2:]])
