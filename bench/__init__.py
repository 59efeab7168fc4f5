"""Measurements of fixer on real frontends: accuracy against the compiler, calls found, speed."""
