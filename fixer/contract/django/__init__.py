"""Turns the source of a Django backend into routes and a contract, executing none of it."""

from __future__ import annotations

from pathlib import Path

from .routes import Backend, Route, read_backend
from .settings import NotDjangoError

__all__ = ["Backend", "NotDjangoError", "Route", "read_backend", "routes"]


def routes(directory: Path) -> tuple[Route, ...]:
    """Every URL pattern of the Django project under `directory`. Raises NotDjangoError."""
    return tuple(endpoint.route for endpoint in read_backend(directory).endpoints)
