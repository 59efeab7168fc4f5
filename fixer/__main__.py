"""`python -m fixer` is `fixer`."""

from fixer.cli import run

run()
