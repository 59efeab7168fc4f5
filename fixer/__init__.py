"""Keeps a TypeScript frontend true to the API that really exists."""
