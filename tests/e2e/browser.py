"""A built copy of the igny8 frontend, served by Vite and opened in headless Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.igny8 import TOKEN, free_port, serving
from tests.node import environment, run

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Chromium looks for its maker's hosts at every start unless it is told not to.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Headless Chromium; the test is skipped where there is none, saying how to get it."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("Chromium is missing: apt-get install chromium, or set CHROMIUM=/path/to/it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def site(folder: Path, backend: str) -> Iterator[str]:
    """Builds the frontend in `folder` with Vite and serves it in front of `backend`."""
    built = run("npx", "vite", "build", folder=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    port = free_port()
    vite = folder / "node_modules/vite/bin/vite.js"
    node = shutil.which("node", path=environment()["PATH"])
    assert node, "node is missing: pip install -e '.[dev]' brings it"
    address = ["--host", "127.0.0.1", "--port", str(port), "--strictPort"]
    env = {**environment(), "BACKEND_URL": backend}
    log = folder / "preview.log"
    with serving([node, vite, "preview", *address], port, log, folder=folder, env=env) as url:
        yield url


@contextmanager
def logged_in(browser: Browser) -> Iterator[Page]:
    """A page of a browser that carries the demo user's token and asks this machine only."""
    context = browser.new_context(viewport={"width": 720, "height": 560}, locale="en-US")
    context.add_init_script(f"localStorage.setItem('igny8.access_token', '{TOKEN}')")
    context.route("**/*", _local_only)
    try:
        yield context.new_page()
    finally:
        context.close()


def _local_only(route: Route) -> None:
    if route.request.url.startswith("http://127.0.0.1:"):
        route.continue_()
    else:
        route.abort()


def opened(page: Page, url: str) -> str:
    """Opens a page, waits until it has asked all it wants, and gives the text it shows."""
    page.goto(url)
    page.wait_for_load_state("networkidle")
    # The simulated requests of `before` answer after a timer, not after a request.
    page.wait_for_function("() => !document.body.innerText.includes('Loading')")
    return page.inner_text("body")
