"""From repaired texts to files on disk: all of them, or none."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from fixer.edit.outcome import Fixed


class WriteError(Exception):
    """Nothing was written; the message is one line that says which file, why, and what to do."""


def write(changes: Sequence[Fixed]) -> None:
    """Puts every change's `after` where its `before` is; mode kept, symlinks followed.

    Raises WriteError, with every file as it was, if a file is no longer what was read or can't
    be written.
    """
    prepared: list[tuple[Fixed, Path, Path]] = []
    replaced: list[tuple[Fixed, Path]] = []
    try:
        for change in changes:
            target = change.path.resolve()
            _check_unmoved(change, target)
            prepared.append((change, target, _temporary(target, change.after)))
        while prepared:
            change, target, temporary = prepared[0]
            _check_unmoved(change, target)
            temporary.replace(target)
            replaced.append((change, target))
            prepared.pop(0)
    except OSError as error:
        _restore(replaced)
        where = error.filename2 or error.filename or "?"
        raise WriteError(f"{where}: {error.strerror}; no file was changed") from error
    except BaseException:
        _restore(replaced)
        raise
    finally:
        for _, _, temporary in prepared:
            temporary.unlink(missing_ok=True)


def _check_unmoved(change: Fixed, target: Path) -> None:
    now = target.read_bytes() if target.exists() else None
    if now != change.before:
        raise WriteError(
            f"{change.path}: changed on disk while it was being checked; "
            "no file was changed, run fixer again"
        )
    if now is not None and not _is_writable(target):
        raise WriteError(f"{change.path}: is read-only; no file was changed")


def _is_writable(target: Path) -> bool:
    """Whether anybody may write to the file, and we may: root could, whatever its mode says."""
    return bool(target.stat().st_mode & 0o222) and os.access(target, os.W_OK)


def _temporary(target: Path, text: bytes) -> Path:
    """A file beside `target` with `text` safely on disk and the target's mode."""
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix="~")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _restore(replaced: Sequence[tuple[Fixed, Path]]) -> None:
    """Best effort on a disk that just failed: one file's trouble must not stop the others."""
    for change, target in reversed(replaced):
        with suppress(OSError):
            if change.before is None:
                target.unlink()
            else:
                _temporary(target, change.before).replace(target)
