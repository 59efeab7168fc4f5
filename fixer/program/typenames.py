"""The name of a type in a file's bytes becomes what the file may say with it, none parsed."""

from __future__ import annotations

import re

from fixer.program.words import whole_words

# What may follow a type's name up to the value that it is on, or stand between it and a keyword.
_VALUED = re.compile(rb"[\s\w$<>\[\],.|&'\"/*?]*[={]")
_KEYWORD = re.compile(rb"\b(?:implements|as|satisfies)\b[\s\w$<>\[\],.|&'\"/*]*\Z")
_BEFORE = 300  # bytes: no list of interfaces is longer
_DECLARING = re.compile(rb"\b(?:interface|class|enum|(type))\s+\Z")
_ALIAS = re.compile(rb"\s*[=<]")
_LONGEST = 20  # bytes: `interface` and some spaces


def may_annotate(data: bytes, name: str) -> bool:
    """Whether a text could say of a value that it is of the type `name`; False is certain.

    Most files only import it, or declare parameters and members of it: they need no tree.
    """
    return any(
        _VALUED.match(data, end) or _KEYWORD.search(data[max(0, start - _BEFORE) : start])
        for start, end in whole_words(data, name.encode())
    )


def declares_type(data: bytes, name: str) -> bool:
    """Whether a text declares a type `name` itself, and so imports none by that name."""
    for start, end in whole_words(data, name.encode()):
        found = _DECLARING.search(data[max(0, start - _LONGEST) : start])
        if found is not None and (found[1] is None or _ALIAS.match(data, end)):
            return True
    return False
