"""What a message calls the thing that a property belongs to."""

from __future__ import annotations

from fixer.program.syntax import text
from fixer.program.types.model import Member


def owner_name(members: tuple[Member, ...]) -> str:
    """What to call the thing that has these members: `CreditBalance`, or the response."""
    for member in members:
        node = member.node
        while node is not None:
            name = node.child_by_field_name("name")
            if name is not None and name.type == "type_identifier":
                return text(name)
            node = node.parent
    return "the response"
