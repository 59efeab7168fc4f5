"""From fixes to bytes on disk: conflicts, application, rounds, atomic writes."""

from fixer.edit.apply import EditError, apply
from fixer.edit.diff import unified_diff
from fixer.edit.outcome import Fixed, Outcome, Refused, Unchanged, Waiting
from fixer.edit.plan import Plan, join_groups, plan
from fixer.edit.rounds import Repair, repair
from fixer.edit.write import WriteError, write

__all__ = [
    "EditError",
    "Fixed",
    "Outcome",
    "Plan",
    "Refused",
    "Repair",
    "Unchanged",
    "Waiting",
    "WriteError",
    "apply",
    "join_groups",
    "plan",
    "repair",
    "unified_diff",
    "write",
]
