"""Whether a layer of the frontend makes dates of the strings that arrive."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of, text

_PARSE = "JSON.parse"


@dataclass(frozen=True, slots=True)
class Revival:
    """What such a layer looks like; see `conversions.toml`."""

    packages: frozenset[str]
    hooks: tuple[str, ...]
    makers: tuple[str, ...]

    def is_in(self, program: Program) -> bool:
        """Whether a file imports such a package, or makes dates where a client lets it."""
        for path in program.holding(*sorted(self.packages)):
            if self.packages & {*program.module(path).specifiers}:
                return True
        for path in program.holding(*self.hooks):
            source = program.sources[path].decode("utf-8", "replace")
            if any(maker in source for maker in self.makers):
                hooks = [h for h in self.hooks if re.search(rf"\b{re.escape(h)}\b", source)]
                if {*hooks} - {_PARSE} or (hooks and _has_reviver(program.module(path))):
                    return True
        return False


def load_revival(path: Path) -> Revival:
    """The revival that a `conversions.toml` describes."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))["revival"]
    packages = frozenset(content["packages"])
    return Revival(packages, tuple(content["hooks"]), tuple(content["makers"]))


def _has_reviver(module: Module) -> bool:
    """Whether a `JSON.parse` of the file is given a second argument."""
    for call in module.calls:
        callee = call.child_by_field_name("function")
        if callee is not None and text(callee) == _PARSE:
            given = call.child_by_field_name("arguments")
            if given is not None and len(children_of(given)) > 1:
                return True
    return False
