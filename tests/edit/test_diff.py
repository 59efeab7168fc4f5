import subprocess
from pathlib import Path

import pytest

from fixer.edit import unified_diff


def test_names_and_hunk() -> None:
    assert unified_diff("src/a.ts", b"one\ntwo\n", b"one\n2\n") == (
        "--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"one\ntwo\n", b"one\n2\n"),
        (b"one\ntwo", b"one\n2"),
        (b"one\r\ntwo\r\n", b"one\r\n2\r\n"),
        (b"a\x0cb\xe2\x80\xa8c\n", b"a\x0cb\xe2\x80\xa8d\n"),
        (b"caf\xe9\n", b"caf\xe9s\n"),
    ],
)
def test_git_applies_it(tmp_path: Path, before: bytes, after: bytes) -> None:
    (tmp_path / "a.ts").write_bytes(before)
    patch = unified_diff("a.ts", before, after).encode("utf-8", "surrogateescape")
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch, check=True)
    assert (tmp_path / "a.ts").read_bytes() == after
