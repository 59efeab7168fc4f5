"""The proof: pages that show made-up things show the backend's values once fixer repaired them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from fixer.cli import main
from tests.e2e.browser import chromium, logged_in, opened, site
from tests.igny8 import CONTRACT, ROOT, backend

pytestmark = pytest.mark.xdist_group("npm")

BEFORE = ROOT / "fixtures/igny8/before"
SCREENSHOTS = ROOT / "docs/screenshots"
# What the backend's database holds, by the page that has to show it.
REAL = {
    "billing": ("4137", "7350", "2963", "RB-0067", "$86.40", "bank_transfer"),
    "purchase": ("4137", "Brook", "River", "Bank transfer"),
    "usage": ("4137", "2963", "653", "-2963", "outline", "1916"),
    "team": ("ines@riverbend.example", "Tomasz Ekberg", "newcomer@riverbend.example", "—"),
    "settings": ("Riverbend Press (riverbend-press)", "17 Weir Lane", "Ghent"),
}

# What the broken frontend shows instead.
MADE_UP = {
    "billing": ("The server answered 404",),
    "purchase": ("Small: 250 credits", "Medium: 1000 credits"),
    "usage": ("4321", "2025-11-01"),
    "team": ("Jane Doe", "Sam Lee"),
    "settings": ("Demo Account", "1 Example Street"),
}


def shown(folder: Path, url: str, name: str) -> Mapping[str, str]:
    """The text of the five pages of the frontend in `folder`, against the backend at `url`."""
    with chromium() as browser, site(folder, url) as base, logged_in(browser) as page:
        texts = {}
        for key in REAL:
            texts[key] = opened(page, f"{base}/account/{key}")
            if os.environ.get("FIXER_SCREENSHOTS"):
                page.screenshot(path=SCREENSHOTS / f"{key}-{name}.png")
        return texts


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with backend(tmp_path_factory.mktemp("backend")) as url:
        yield url


@pytest.fixture
def frontend(tmp_path: Path, node_modules: Path) -> Path:
    """A copy of the broken frontend, ready to be built."""
    ignored = shutil.ignore_patterns("node_modules", "dist")
    folder = shutil.copytree(BEFORE, tmp_path / "frontend", ignore=ignored)
    (folder / "node_modules").symlink_to(node_modules)
    return folder


def missing(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The real values that a page does not show."""
    absent = {key: [fact for fact in REAL[key] if fact not in texts[key]] for key in REAL}
    return {key: facts for key, facts in absent.items() if facts}


def made_up(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The made-up things that a page shows."""
    seen = {key: [thing for thing in MADE_UP[key] if thing in texts[key]] for key in MADE_UP}
    return {key: things for key, things in seen.items() if things}


def test_the_broken_frontend_shows_made_up_things(frontend: Path, url: str) -> None:
    texts = shown(frontend, url, "before")
    assert set(missing(texts)) == set(REAL)
    assert made_up(texts) == {key: list(things) for key, things in MADE_UP.items()}


def test_the_repaired_frontend_shows_the_backends_values(frontend: Path, url: str) -> None:
    check = ["check", str(frontend), "--contract", str(CONTRACT)]
    main([*check, "--fix", "--unsafe-fixes", "--quiet"])
    texts = shown(frontend, url, "after")
    assert missing(texts) == {}
    assert made_up(texts) == {}
