"""Renames by fixer compared with renames by the TypeScript compiler."""
