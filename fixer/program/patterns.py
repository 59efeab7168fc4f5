"""JavaScript's regular expressions as Python's, where they mean the same."""

from __future__ import annotations

import re
from warnings import catch_warnings, simplefilter

from tree_sitter import Node

from fixer.program.syntax import text

# A repetition of what repeats, or has alternatives, may take a time exponential in the text.
_REPEATED = re.compile(r"[+*|}][^()]*\)+[+*{]|\)\)+[+*{]")


def pattern_of(regex: Node) -> re.Pattern[str] | None:
    """The pattern of a literal `/…/`; None: Python has none of the same meaning."""
    source, flags = (regex.child_by_field_name(f) for f in ("pattern", "flags"))
    plain = text(source) if source is not None else ""
    if _REPEATED.search(plain):
        return None
    ignored = re.IGNORECASE if flags is not None and "i" in text(flags) else 0
    try:
        with catch_warnings():  # `[[\]]` may come to mean something else in Python
            simplefilter("ignore", FutureWarning)
            return re.compile(plain, ignored)
    except (re.error, RecursionError):
        return None
