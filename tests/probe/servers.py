"""Servers on loopback that answer as a test tells them, well or badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Seen:
    """One request that a server got."""

    method: str
    path: str
    token: str | None


@dataclass(slots=True)
class Server:
    url: str
    seen: list[Seen] = field(default_factory=list)


Answering = Callable[[BaseHTTPRequestHandler], None]


def sending(
    body: object, status: int = 200, kind: str = "application/json", **headers: str
) -> Answering:
    """Sends a body, JSON unless it is bytes."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(content)

    return answer


@contextmanager
def serving(answer: Answering | dict[str, Answering]) -> Iterator[Server]:
    """Serves `answer` for every path, or one answer a path and 404 for others."""
    server = Server("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            token = self.headers.get("Authorization")
            server.seen.append(Seen(self.command, self.path, token))
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            chosen = answer
            if isinstance(chosen, dict):
                chosen = chosen.get(self.path, sending({"detail": "Not found."}, 404))
            chosen(self)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any  # noqa: N815 (http.server's names)

        def log_message(self, format: str, *args: object) -> None:
            pass

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    server.url = f"http://127.0.0.1:{listener.server_address[1]}"
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        thread.join()
        listener.server_close()
