"""Whether code asks if a value is there before it uses it."""

from pathlib import Path

import pytest

from fixer.facts.guards import is_guarded
from fixer.program.module import Module


def guarded(text: str) -> bool:
    """Of the last `x.f` in the text."""
    module = Module(Path("/a.tsx"), text.encode())
    access = module.occurrences("f")[-1].parent
    assert access is not None
    return is_guarded(access)


@pytest.mark.parametrize(
    "text",
    [
        "x.f && x.f.m();",
        "x?.f && x.f.m();",
        "x.f === undefined || x.f.m();",
        "x.f ? x.f.m() : 0;",
        "!x.f ? 0 : x.f.m();",
        "if (x.f) { x.f.m(); }",
        "if (x && x . f !== null) x.f.m();",
        "function g() { if (!x.f) return; x.f.m(); }",
        "while (x.f) x.f.m();",
        "rows.filter((x) => x.f).map((x) => x.f.m());",
        "rows.filter((x) => x.f).slice(1).map((x) => x.f.m());",
        "if (x.f) { later(() => x.f.m()); }",
        "const a = x.f && <b>{x.f.m()}</b>;",
    ],
)
def test_asked(text: str) -> None:
    assert guarded(text)


@pytest.mark.parametrize(
    "text",
    [
        "x.f.m();",
        "y.f && x.f.m();",
        "if (x) x.f.m();",
        "if (x.f.m()) {}",
        "x.f.m() && x.g;",
        "function g() { if (x.g) return; x.f.m(); }",
        "rows.filter((x) => x.g).map((x) => x.f.m());",
        "{ if (x.g) {} } x.f.m();",
    ],
)
def test_not_asked(text: str) -> None:
    assert not guarded(text)
