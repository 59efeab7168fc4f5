"""Small frontends from a `{path: text}` map, checked and fixed on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from fixer.config import Settings, load_config
from fixer.contract import load
from fixer.diagnostics import Applicability
from fixer.edit import Repair, repair
from fixer.rule import LoadedRule
from fixer.run.check import Result, check
from fixer.run.opening import FrontendOpening

CONTRACTS = ("contract.md", "contract.yaml", "contract.json")


def project(folder: Path, files: Mapping[str, str]) -> FrontendOpening:
    """Writes the files, byte for byte, and opens them; the last contract among them counts."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    contract = next(name for name in reversed(files) if name in CONTRACTS)
    config = folder / "fixer.toml"
    settings = load_config(config) if config.exists() else Settings(folder)
    return FrontendOpening(settings, load(folder / contract))


def findings(opening: FrontendOpening, rules: Sequence[LoadedRule]) -> Result:
    """What the rules find in the whole project."""
    return check(opening, rules, opening.settings)


def fixed(
    opening: FrontendOpening,
    rules: Sequence[LoadedRule],
    level: Applicability = Applicability.SAFE,
    only: str | None = None,
) -> Repair:
    """What fixing makes of the project at `level`, by the fixes of rule `only` if given."""
    opened = opening({})
    return repair(
        lambda texts: [
            finding
            for finding in check(opening, rules, opening.settings, texts=texts).diagnostics
            if only in (None, finding.rule)
        ],
        lambda path: path.read_bytes() if path.exists() else None,
        opened.count_errors,
        level,
    )


def rewritten(folder: Path, files: Mapping[str, str], *rules: LoadedRule) -> dict[str, str]:
    """The files after safe fixes."""
    texts = fixed(project(folder, files), rules).texts
    new = {path.relative_to(folder).as_posix(): text.decode() for path, text in texts.items()}
    return {**files, **new}


def unchanged(folder: Path, files: Mapping[str, str], *rules: LoadedRule) -> None:
    """Asserts that safe fixes leave every file alone."""
    assert rewritten(folder, files, *rules) == dict(files)
