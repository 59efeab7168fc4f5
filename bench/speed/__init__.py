"""Time and memory of `fixer check` beside `ast-grep run` over the same files."""
