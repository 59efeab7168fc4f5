"""What code and contract say about each other: the facts that rules read."""

from fixer.facts.facts import Facts as Facts
