import stat
from pathlib import Path

import pytest

from fixer.edit import Fixed, WriteError, write


def change(path: Path, after: bytes, before: bytes | None = b"old") -> Fixed:
    return Fixed(path, before, after, ("r",))


def file(folder: Path, name: str, text: bytes = b"old") -> Path:
    path = folder / name
    path.write_bytes(text)
    return path


def test_writes_and_keeps_the_mode(tmp_path: Path) -> None:
    path = file(tmp_path, "a.ts")
    path.chmod(0o754)
    write([change(path, b"new")])
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o754
    assert list(tmp_path.iterdir()) == [path]


def test_a_symlink_stays_one_and_its_target_is_written(tmp_path: Path) -> None:
    path = file(tmp_path, "real.ts")
    link = tmp_path / "link.ts"
    link.symlink_to(path)
    write([change(link, b"new")])
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_file_that_changed_since_it_was_read_stops_everything(tmp_path: Path) -> None:
    first, second = file(tmp_path, "a.ts"), file(tmp_path, "b.ts", b"edited meanwhile")
    with pytest.raises(WriteError, match=r"b\.ts: changed on disk"):
        write([change(first, b"new"), change(second, b"new")])
    assert first.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_when_one_file_fails_the_replaced_ones_are_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = file(tmp_path, "a.ts"), file(tmp_path, "b.ts")
    replace = Path.replace

    def failing(source: Path, target: Path) -> Path:
        if target == second:
            raise OSError(28, "No space left on device", str(source), None, str(target))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(WriteError, match=r"b\.ts: No space left on device; no file was changed"):
        write([change(first, b"new"), change(second, b"new")])
    assert first.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "services" / "billing.ts"
    write([change(path, b"new", before=None)])
    assert path.read_bytes() == b"new"


def test_a_new_file_that_is_there_by_now_is_not_overwritten(tmp_path: Path) -> None:
    path = file(tmp_path, "a.ts")
    with pytest.raises(WriteError, match="changed on disk"):
        write([change(path, b"new", before=None)])
    assert path.read_bytes() == b"old"


def test_a_read_only_file_stops_everything_even_for_root(tmp_path: Path) -> None:
    first, second = file(tmp_path, "a.ts"), file(tmp_path, "b.ts")
    second.chmod(0o444)
    with pytest.raises(WriteError, match=r"b\.ts: is read-only; no file was changed"):
        write([change(first, b"new"), change(second, b"new")])
    assert first.read_bytes() == b"old"
