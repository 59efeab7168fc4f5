"""How many of a frontend's HTTP calls `fixer calls` finds and resolves."""
