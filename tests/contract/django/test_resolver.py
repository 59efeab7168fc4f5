"""The routes read from the source of the igny8 backend are those that Django itself resolves."""

import json
import os
import subprocess
import sys

from fixer.contract.django import routes
from tests.igny8 import BACKEND, ROOT


def test_django_resolves_what_was_read() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "bench/routes/resolver.py", BACKEND],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "igny8_core.settings"},
        cwd=BACKEND,
        capture_output=True,
        check=True,
    )
    resolved = [(row["pattern"], row["methods"]) for row in json.loads(done.stdout)]
    read = [(route.pattern, sorted(route.methods or ())) for route in routes(BACKEND)]
    assert read == resolved
