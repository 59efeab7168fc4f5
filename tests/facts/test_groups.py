"""Declarations that are renamed together share a name, in whatever order they are joined."""

from hypothesis import given
from hypothesis import strategies as st

from fixer.facts.groups import Groups

KEYS = st.sampled_from("abcdef")
JOINS = st.lists(st.tuples(KEYS, KEYS))


@given(JOINS)
def test_the_order_of_joins_does_not_matter(joins: list[tuple[str, str]]) -> None:
    forward, backward = Groups(), Groups()
    for join in joins:
        forward.join(join)
    for join in reversed(joins):
        backward.join(join)
    for key in "abcdef":
        assert forward.name([key], "new") == backward.name([key], "new")


def test_joined_through_a_third() -> None:
    groups = Groups()
    groups.join(["a", "b"])
    groups.join(["c", "d"])
    groups.join(["b", "c"])
    assert groups.name(["a"], "x") == groups.name(["d"], "x") != groups.name(["e"], "x")


def test_without_a_declaration_there_is_no_group() -> None:
    assert Groups().name([], "new") is None
