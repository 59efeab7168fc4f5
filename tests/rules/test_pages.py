"""Every rule has a page of the promised form, and every page a rule."""

import pytest

from fixer.contract import load
from fixer.rule import builtin_rules, load_rules
from tests.rules.page import SECTIONS, read_page

FOLDER = builtin_rules()
RULES = {loaded.rule.id: loaded for loaded in load_rules([FOLDER])}
OTHERS = [page for page in FOLDER.glob("*.md") if page.stem not in RULES and page.stem != "README"]


@pytest.mark.parametrize("id", RULES)
def test_a_page_has_its_title_and_sections(id: str) -> None:
    page = read_page(RULES[id].page)
    assert page.title == id
    assert page.sections == SECTIONS


@pytest.mark.parametrize("id", RULES)
def test_a_page_shows_what_is_found_and_what_is_left_alone(id: str) -> None:
    cases = read_page(RULES[id].page).cases
    hits = [case for case in cases if any(text.marks for text in case.files.values())]
    assert hits
    assert len(hits) < len(cases)


@pytest.mark.parametrize("id", RULES)
def test_every_case_says_what_it_shows(id: str) -> None:
    cases = read_page(RULES[id].page).cases
    assert [case.name for case in cases if not (case.said or case.name)] == []
    assert len({case.name for case in cases}) == len(cases)


@pytest.mark.parametrize("page", OTHERS, ids=lambda page: page.name)
def test_every_other_page_is_a_contract(page) -> None:
    assert load(page).operations
