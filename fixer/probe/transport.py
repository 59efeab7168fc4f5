"""One request into an answer, within bounds of time and size, and to one host only."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import httpx

MOST_REDIRECTS = 5
_FOLLOWED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `body` is the JSON value, None where there is none or it can't be read.

    `problem`: why the body is no JSON, empty if it is or there is none.
    """

    status: int
    body: object = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """No usable answer, and why in a few words. `is_final`: no other request will fare better."""

    reason: str
    is_final: bool = False


class Transport:
    """Sends requests below `base_url`. `timeout`: seconds for a whole answer; `limit`: bytes.

    The token is sent to the base URL's own scheme, host and port, and nowhere else: redirects to
    another origin are not followed. Raises ValueError for a base URL that isn't one.
    """

    def __init__(
        self,
        base_url: str,
        *,
        token: str | None = None,
        scheme: str = "Bearer",
        timeout: float = 10.0,
        limit: int = 10_000_000,
    ) -> None:
        url = httpx.URL(base_url)
        if url.scheme not in ("http", "https") or not url.host:
            raise ValueError(f"{base_url!r} is no base URL; it looks like http://127.0.0.1:8000")
        self.base = str(url).rstrip("/")
        self.timeout = timeout
        self.limit = limit
        headers = {"Accept": "application/json"}
        if token:
            headers["Authorization"] = f"{scheme} {token}"
        # trust_env is off so that no proxy and no .netrc comes between us and that one host.
        self._client = httpx.Client(headers=headers, timeout=timeout, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        body: object = None,
    ) -> Answer | Failure:
        """Sends one request; never raises for what a server or the network does."""
        request = self._client.build_request(
            method, self.base + path, params=query or None, json=body
        )
        deadline = time.monotonic() + self.timeout
        try:
            for _ in range(MOST_REDIRECTS + 1):
                outcome = self._send(request, deadline)
                if not isinstance(outcome, httpx.Request):
                    return outcome
                request = outcome
            return Failure(f"redirects more than {MOST_REDIRECTS} times")
        except httpx.TimeoutException:
            return Failure(f"gives no answer within {self.timeout:g} s")
        except httpx.ConnectError as error:
            return Failure(f"can't be reached at {self.base}: {_plainly(error)}", is_final=True)
        except httpx.HTTPError as error:
            return Failure(f"breaks off the connection: {_plainly(error)}")

    def _send(self, request: httpx.Request, deadline: float) -> Answer | Failure | httpx.Request:
        response = self._client.send(request, stream=True)
        try:
            if response.status_code in _FOLLOWED and response.next_request is not None:
                target = response.next_request.url
                if _origin(target) != _origin(request.url):
                    shown = target.copy_with(query=None, fragment=None)
                    return Failure(f"redirects to another host, {shown}: not followed")
                if request.method != "GET":
                    return Failure(f"redirects a {request.method} to {target.path}")
                return response.next_request
            return self._read(response, deadline)
        finally:
            response.close()

    def _read(self, response: httpx.Response, deadline: float) -> Answer | Failure:
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > self.limit:
                return Failure(f"sends more than {self.limit} bytes")
            if time.monotonic() > deadline:
                return Failure(f"sends no whole answer within {self.timeout:g} s")
        return _answer(response, bytes(content))


def _answer(response: httpx.Response, content: bytes) -> Answer:
    if not content:
        return Answer(response.status_code)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        return Answer(response.status_code, problem=f"sends {kind or 'no content type'}, not JSON")
    try:
        return Answer(response.status_code, json.loads(content))
    except (ValueError, RecursionError) as error:
        return Answer(response.status_code, problem=f"sends broken JSON: {error}")


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def _plainly(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
