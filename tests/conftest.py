"""What tests share across rooms, and in which order they start."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.igny8 import ROOT
from tests.node import run

# How fast the machine is at the moment says nothing about the code.
settings.register_profile("fixer", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fixer")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Groups that share something slow start first, so that no worker is left with one alone."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.fixture(scope="session")
def node_modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The npm packages of the igny8 frontend, `before` and `after`, installed once a process.

    Tests that need them say `pytest.mark.xdist_group("npm")`: then one process has them all.
    """
    folder = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "fixtures/igny8/before" / name, folder / name)
    done = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "node_modules"
