"""Asks a running backend for what the contract promises, and judges the answers."""

from __future__ import annotations

from fixer.probe.judge import Level, Verdict
from fixer.probe.run import probe
from fixer.probe.transport import Transport

__all__ = ["Level", "Transport", "Verdict", "probe"]
