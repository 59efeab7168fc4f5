"""The igny8 backend, really running on loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
BACKEND = ROOT / "fixtures/igny8/backend"
CONTRACT = ROOT / "rules/igny8.md"
TOKEN = "dev-token"


def free_port() -> int:
    """A port of loopback that nothing listens on at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def backend(folder: Path) -> Iterator[str]:
    """Serves a freshly seeded backend with its database in `folder`; gives its base URL."""
    port = free_port()
    command = [sys.executable, BACKEND / "manage.py", "serve", f"127.0.0.1:{port}"]
    env = {**os.environ, "IGNY8_DATABASE": str(folder / "db.sqlite3")}
    with serving(command, port, folder / "backend.log", folder=BACKEND, env=env) as url:
        yield url


@contextmanager
def serving(
    command: Sequence[str | Path], port: int, log: Path, *, folder: Path, env: Mapping[str, str]
) -> Iterator[str]:
    """Runs a server until the block ends, with whatever processes it starts; gives its base URL."""
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=folder, env=env, stdout=output, stderr=output, start_new_session=True
        )
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            # Its whole group: `node` from PyPI is a script that starts the real one.
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=20)


def wait_for(port: int, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Returns once something accepts connections on `port`; raises if the server has ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with status {server.returncode}")
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nothing listens on port {port} after {seconds} s")
