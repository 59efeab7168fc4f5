"""Fake data becomes the words of a diagnostic: what it is, what proves it, what is right."""

from __future__ import annotations

from fixer.diagnostics import Span
from fixer.facts.facts import Facts
from fixer.facts.placeholders import Fake, Role
from fixer.facts.says import says_operation


def span_of(fake: Fake) -> Span:
    return Span(fake.node.start_byte, fake.node.end_byte)


def message_of(fake: Fake) -> str:
    """`the first value of payments is made up: the name MOCK_PAYMENTS says so`."""
    return f"{_what(fake)} is made up: {fake.evidence}"


def help_of(facts: Facts, fake: Fake) -> str:
    """What the contract has in place of it, and how the frontend gets that."""
    function = facts.replacements.source(fake)
    operation = function.operation if function is not None else None
    operation = operation or fake.operation
    if operation is None:
        return "load it from the API"
    name = function.name if function is not None else operation.function
    how = f"load it with {name}()" if name else "load it from there"
    return f"{says_operation(operation)}: {how}"


def _what(fake: Fake) -> str:
    name = fake.state.name if fake.state is not None else None
    if fake.role is Role.INITIAL:
        return f"the first value of `{name}`" if name else "the first state"
    if fake.role is Role.ASSIGNED:
        return f"what `{name}` is set to" if name else "what the state is set to"
    if fake.role is Role.STORE:
        return "the store's first value"
    if fake.role is Role.RENDERED:
        return f"`{fake.source}`, which the page shows,"
    if fake.role is Role.RESOLVED:
        return "what the promise gives"
    return "what is returned"
