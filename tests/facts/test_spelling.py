"""A name of code is the wire's, spelled as the code spells names, or one of its own."""

from fixer.facts.spelling import camel, convention, lower_camel, same, spelling


def renamed(wire: str, code: str, new: str) -> str | None:
    """What code calls the property that the wire calls `new` now; None: its own name stays."""
    found = spelling(wire, code, camel)
    return found(new) if found is not None else None


def test_camel_case_follows() -> None:
    assert renamed("full_name", "fullName", "whole_name") == "wholeName"


def test_the_same_name_follows_as_it_is() -> None:
    assert renamed("full_name", "full_name", "whole_name") == "whole_name"


def test_one_word_follows_the_convention() -> None:
    assert renamed("name", "name", "whole_name") == "wholeName"


def test_a_name_of_its_own_stays() -> None:
    assert renamed("full_name", "title", "whole_name") is None


def test_capitals_and_hyphens_of_the_wire() -> None:
    assert renamed("FullName", "fullName", "WholeName") == "wholeName"
    assert lower_camel("full-name") == "fullName"


def test_the_convention_is_what_most_names_show() -> None:
    assert convention([("by_account", "byAccount"), ("id", "id"), ("full_name", "title")]) is camel
    assert convention([("by_account", "by_account"), ("id", "id")]) is same
    assert convention([("FullName", "fullName")]) is lower_camel
    assert convention([("id", "id"), ("full_name", "title")]) is None
