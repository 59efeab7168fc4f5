"""A path into the contract that it holds, whatever kind of source it is.

Each reader is imported where it is called: together they cost a quarter of a second, and a run
needs one of them.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fixer.contract.errors import ContractError
from fixer.contract.model import Contract, Location

_OPENAPI = re.compile(r"^\s*[{,]?\s*[\"']?(?:openapi|swagger)[\"']?\s*:", re.MULTILINE)
_URL = re.compile(r"https?:/")  # as a path it has lost a slash
_MARKDOWN = frozenset({".md", ".markdown", ".mdx", ".mkd"})
_STRUCTURED = frozenset({".yaml", ".yml", ".json"})
# Below this size an OpenAPI document is read as fast as the cache; a reference's readers alone
# take longer to import.
_WORTH_CACHING = 100_000


def load(path: Path, *, cache: Path | None = None) -> Contract:
    """The contract at `path`: OpenAPI, a reference document, or a Django project's folder.

    `cache`: a folder that keeps parsed contracts between runs, each under a name made of
    everything that its reading depends on. Raises ContractError.
    """
    source = str(path)
    if path.is_dir():
        return _from_folder(path)
    text = _text(path, source)
    if not text.strip():
        raise ContractError("the file is empty; state an endpoint in it", Location(source, 0))
    if _OPENAPI.search(text) or path.suffix.lower() in _STRUCTURED:
        if len(text) < _WORTH_CACHING:
            cache = None
        return _kept(path, source, text, cache, _openapi)
    return _kept(path, source, text, cache, _reference)


def _from_folder(path: Path) -> Contract:
    from fixer.contract import django

    return django.read(path)


def _text(path: Path, source: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if _URL.match(source):
            raise ContractError("a URL: download it, name the file", Location(source, 0)) from None
        raise ContractError("no such file", Location(source, 0)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContractError(
            "not UTF-8 here; save the file as UTF-8", Location(source, line)
        ) from None
    except OSError as error:
        why = (error.strerror or "unreadable").lower()
        raise ContractError(f"can't be read: {why}", Location(source, 0)) from None


@dataclass(slots=True)
class _Reader:
    """Reads further files of a specification and remembers which."""

    read: dict[Path, str] = field(default_factory=dict)

    def __call__(self, path: Path) -> str:
        content = path.read_bytes()
        self.read[path] = hashlib.sha256(content).hexdigest()
        return content.decode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cached contract, and the other files it was read from with their hashes."""

    files: dict[Path, str]
    contract: Contract


_Read = Callable[[Path, str, str, _Reader], Contract]


def _openapi(path: Path, source: str, text: str, reader: _Reader) -> Contract:
    from fixer.contract.openapi import read_openapi

    return read_openapi(text, source, path=path, read=reader)


def _reference(path: Path, source: str, text: str, reader: _Reader) -> Contract:
    from fixer.contract.reference import read_reference

    return read_reference(text, source, markdown=path.suffix.lower() in _MARKDOWN)


def _kept(path: Path, source: str, text: str, cache: Path | None, read: _Read) -> Contract:
    """What `read` makes of a file, or made of it in an earlier run."""
    if cache is None:
        return read(path, source, text, _Reader())
    key = hashlib.sha256(f"{_code_version()}\0{source}\0{path.resolve()}\0{text}".encode())
    file = cache / f"contract-{key.hexdigest()[:32]}.pickle"
    if entry := _cached(file):
        return entry.contract
    reader = _Reader()
    contract = read(path, source, text, reader)
    _keep(file, _Entry(reader.read, contract))
    return contract


def _cached(file: Path) -> _Entry | None:
    """The entry, if it is whole and the other files it was read from are unchanged."""
    try:
        entry = pickle.loads(file.read_bytes())
        if not isinstance(entry, _Entry):
            return None
        for path, digest in entry.files.items():
            if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                return None
    except (
        OSError,
        pickle.PickleError,
        EOFError,
        AttributeError,
        TypeError,
        ValueError,
        IndexError,
    ):
        return None
    return entry


def _keep(file: Path, entry: _Entry) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(f".{id(entry):x}")
        partial.write_bytes(pickle.dumps(entry, protocol=pickle.HIGHEST_PROTOCOL))
        partial.replace(file)
    except (OSError, pickle.PickleError, RecursionError):
        # The cache only saves time: a full disk or a read-only folder changes no answer.
        return


def _code_version() -> str:
    """Changes with every change of this package, released or not."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    stats = [(str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files]
    return hashlib.sha256(json.dumps(stats).encode()).hexdigest()
