"""A command → its wall time and the peak memory of it and its child processes together."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.02


@dataclass(frozen=True, slots=True)
class Usage:
    """`seconds`: wall time. `peak`: bytes, proportional set size summed over the processes."""

    seconds: float
    peak: int
    returncode: int
    output: str


def run(command: Sequence[str], folder: Path, *, memory: bool) -> Usage:
    """Runs to the end. With `memory`, samples every 20 ms, which costs a little time."""
    with tempfile.TemporaryFile("w+") as written:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=written, stderr=subprocess.STDOUT)
        peak = _peak(process) if memory else 0
        code = process.wait()
        seconds = time.perf_counter() - started
        written.seek(0)
        return Usage(seconds, peak, code, written.read())


def _peak(process: subprocess.Popen[bytes]) -> int:
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_size(pid) for pid in _family(process.pid)))
        time.sleep(INTERVAL)
    return peak


def _family(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        current = waiting.pop()
        found.append(current)
        for task in _tasks(current):
            waiting += [int(child) for child in _read(task / "children").split()]
    return found


def _tasks(pid: int) -> list[Path]:
    try:
        return list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return []


def _size(pid: int) -> int:
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
