"""Which responses are known, at a place, to have failed."""

from pathlib import Path

import pytest

from fixer.program.failing import failed
from fixer.program.syntax import text
from tests.program.frontends import written


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("if (!res.ok) { here(); }", ["res"]),
        ("if (res.ok) { here(); }", []),
        ("if (res.ok) { a(); } else { here(); }", ["res"]),
        ("if (res.ok) return; here();", ["res"]),
        ("if (res.ok) { a(); } here();", []),
        ("if (!res.ok) throw 1; here();", []),
        ("if (res.ok === false) here();", ["res"]),
        ("if (!res.ok && retry) here();", ["res"]),
        ("if (!res.ok || retry) here();", []),
        ("const x = res.ok ? a() : here();", ["res"]),
        ("if (res.status >= 400) here();", ["res"]),
        ("if (res.status >= 200 && res.status < 300) return ok; here();", ["res", "res"]),
        ("if (res.status < 200 || res.status > 299) here();", ["res", "res"]),
        ("if (res.status >= 200) here();", []),
        ("if (res.status > 200) return ok; here();", []),
        ("if (res.status !== 200) here();", ["res"]),
        ("if (res.status === 404) here();", ["res"]),
        ("if (res.status === 200) here();", []),
        ("if (res.status !== 201) here();", ["res"]),
        ("if (res.status === 204) return; here();", []),
        ("if (res.status === 204) { a(); } else { here(); }", []),
        ("if (res.status !== 304) here();", []),
        ("if (!res.ok) items.map((x) => here());", []),
    ],
)
def test_failed(tmp_path: Path, code: str, found: list[str]) -> None:
    program = written(tmp_path, {"a.ts": f"function f(res, retry, items) {{ {code} }}"})
    module = program.module(tmp_path / "a.ts")
    (call,) = [c for c in module.calls if text(c) == "here()"]
    assert list(failed(call)) == found
