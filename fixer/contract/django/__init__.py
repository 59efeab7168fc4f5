"""Turns the source of a Django backend into routes and a contract, executing none of it."""

from __future__ import annotations

from pathlib import Path

from ..model import Contract
from .modules import Unresolved
from .operations import Operations
from .routes import Backend, Route, read_backend
from .settings import NotDjangoError

__all__ = [
    "Backend",
    "NotDjangoError",
    "Route",
    "Unresolved",
    "contract_of",
    "read",
    "read_backend",
    "routes",
]


def routes(directory: Path) -> tuple[Route, ...]:
    """Every URL pattern of the Django project under `directory`. Raises NotDjangoError."""
    return tuple(endpoint.route for endpoint in read_backend(directory).endpoints)


def read(directory: Path) -> Contract:
    """The contract of the Django project under `directory`. Raises NotDjangoError."""
    return contract_of(read_backend(directory))


def contract_of(backend: Backend) -> Contract:
    """The contract of a backend that was read; `backend.unresolved` then holds all left open."""
    operations = Operations(backend)
    found = tuple(operations.all())
    envelope = operations.envelope
    if backend.evaluator.executor.is_exhausted:
        reason = "there is more to carry out for bodies and responses than can be followed"
        backend.evaluator.project.note(backend.root_site, reason)
    return Contract(
        source=str(backend.directory),
        operations=found,
        schemas=operations.components(),
        envelope=envelope.key if envelope else None,
        open_paths=backend.open_paths,
        title=backend.directory.resolve().name,
    )
