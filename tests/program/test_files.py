"""Which files of a folder are the frontend's."""

from __future__ import annotations

from pathlib import Path

from fixer.program.files import find, is_minified
from fixer.program.program import Program


def files(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def found(folder: Path, *exclude: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find(folder, exclude)]


def test_scripts_and_components_are_found_and_packages_left_out(tmp_path: Path) -> None:
    files(
        tmp_path,
        "b.ts",
        "a/c.vue",
        "style.css",
        "lib.min.js",
        "ui.standalone.js",
        "node_modules/p/index.js",
    )
    assert found(tmp_path) == ["a/c.vue", "b.ts"]


def test_what_is_excluded_or_ignored_is_left_out(tmp_path: Path) -> None:
    files(tmp_path, "a.ts", "made/b.ts", "old/c.ts")
    (tmp_path / ".gitignore").write_text("made/\n")
    assert found(tmp_path, "old") == ["a.ts"]


def test_a_file_is_found_once_whatever_links_lead_to_it(tmp_path: Path) -> None:
    files(tmp_path, "src/a.ts", "elsewhere/b.mts")
    (tmp_path / "a_link.ts").symlink_to("src/a.ts")
    (tmp_path / "broken.ts").symlink_to("nowhere.ts")
    (tmp_path / "loop").symlink_to(".")
    assert found(tmp_path) == ["elsewhere/b.mts", "src/a.ts"]


def test_of_links_to_a_file_outside_the_first_counts(tmp_path: Path) -> None:
    files(tmp_path, "outside/a.ts", "app/b.ts")
    for name in ("c.ts", "d.ts"):
        (tmp_path / "app" / name).symlink_to(tmp_path / "outside/a.ts")
    assert found(tmp_path / "app") == ["b.ts", "c.ts"]


def test_a_script_of_long_lines_was_written_by_a_tool() -> None:
    line = b"a.b(" + b"1," * 400 + b"2);"
    assert is_minified(Path("worker.js"), line * 20)
    assert not is_minified(Path("worker.ts"), line * 20)
    assert not is_minified(Path("small.js"), line)
    assert not is_minified(Path("own.js"), b"send(url);\n" * 2000)
    assert is_minified(Path("bundled.js"), b"send(url);\n" * 50_000)


def test_what_a_tool_wrote_is_none_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "app.js").write_text("send(url);\n")
    (tmp_path / "worker.js").write_text("a.b(" + "1," * 4000 + "2);")
    assert [path.name for path in Program(tmp_path).files] == ["app.js"]
