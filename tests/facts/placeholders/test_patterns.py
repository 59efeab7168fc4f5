"""Words in, marks of fake data out."""

from pathlib import PurePath

import pytest

from fixer.contract.wording import resources, tokens
from fixer.facts.placeholders import load_patterns
from fixer.rule import builtin_rules
from tests.facts.frontends import operation

PATTERNS = load_patterns(builtin_rules() / "placeholders.toml")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("MOCK_USERS", {"mock", "users"}),
        ("mockUsers2", {"mock", "users", "2"}),
        ("HTTPFakeData", {"http", "fake", "data"}),
        ("users.mock-data", {"users", "mock", "data"}),
        ("hammock", {"hammock"}),
    ],
)
def test_a_name_is_its_words(name: str, parts: set[str]) -> None:
    assert tokens(name) == parts


@pytest.mark.parametrize("name", ["MOCK_USERS", "demoPackages", "fakeData", "placeholderItems"])
def test_a_name_says_that_it_is_fake(name: str) -> None:
    assert PATTERNS.marks(name)


@pytest.mark.parametrize(
    "name",
    ["hammocks", "demography", "placeholderText", "EMAIL_PLACEHOLDERS", "sampleRate", "users"],
)
def test_a_name_says_something_else(name: str) -> None:
    assert not PATTERNS.marks(name)


@pytest.mark.parametrize(
    "comment",
    [
        "TODO: replace with real API call",
        "todo - replace this with the actual data",
        "TODO(anna): replace these with data from the API",
        "FIXME: use the real endpoint",
        "Mock data, remove later",
        "hard-coded for now",
        "Simulate the API call",
        "Placeholder settings, shown until the backend is ready",
        "TODO: fetch this from the backend",
    ],
)
def test_a_comment_says_that_something_is_fake(comment: str) -> None:
    assert PATTERNS.comment_marks(comment)


@pytest.mark.parametrize(
    "comment",
    [
        "TODO: replace the switch with a map",
        "Placeholder shown in the input",
        "There is no mock data here",
        "Removed the mock data",
        "mock data for the unit tests",
        "The API returns dates as strings",
        "TODO: call onClose",
    ],
)
def test_a_comment_says_something_else(comment: str) -> None:
    assert PATTERNS.comment_marks(comment) is None


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Coming soon", True),
        ("Payment history coming soon…", True),
        ("Coming soon to a town near you", False),
        ("More is coming", False),
    ],
)
def test_a_text_stands_for_something_at_its_end(text: str, marked: bool) -> None:
    assert bool(PATTERNS.text_marks(text)) is marked


@pytest.mark.parametrize(
    ("stem", "marked"),
    [("mock-users", True), ("PlaceholderButton", False), ("placeholder", False), ("users", False)],
)
def test_a_file_of_fakes(stem: str, marked: bool) -> None:
    assert PATTERNS.marks_file(stem) is marked


@pytest.mark.parametrize(
    ("path", "is_test"),
    [
        ("src/setupTests.ts", True),
        ("src/test-utils/render.tsx", True),
        ("libs/testConfig/src/enums.ts", True),
        ("src/test-results/list.ts", False),
        ("src/mocks.ts", True),
        ("src/TestResults.tsx", False),
        ("src/stories/StoryList.tsx", True),
        ("src/StoryList.tsx", False),
    ],
)
def test_a_path_is_there_for_tests(path: str, is_test: bool) -> None:
    assert PATTERNS.is_test_path(PurePath(path)) is is_test


@pytest.mark.parametrize(
    "source",
    [
        "// Mock Data",
        "const MOCK_USERS = [];",
        "import { users } from '../mocks/users';",
        "<p>Coming soon</p>",
        "const a = Math.random();",
        "setTimeout(() => resolve(1), 5)",
        "'jane@example.com'",
    ],
)
def test_a_file_with_a_mark_is_read(source: str) -> None:
    assert PATTERNS.needles.gate(source.encode()).is_open


@pytest.mark.parametrize(
    "source",
    [
        "export const total = (a: number) => a + 1;",
        '<input placeholder="Name" />',
        "const response = await fetch('/server');",
        "setTimeout(close, 500);",
        "// Mock data\n" + "x" * 60_000,
    ],
)
def test_a_file_without_one_or_that_a_tool_wrote_is_not(source: str) -> None:
    assert not PATTERNS.needles.gate(source.encode()).is_open


def test_a_ruled_line_costs_no_time() -> None:
    assert PATTERNS.comment_marks(f"TODO {'-' * 2000} 'quoted' {'-' * 2000}") is None


def test_what_the_api_has_itself_is_no_mark_of_fakes() -> None:
    """A laboratory's samples and a league's fixtures are data."""
    contract = [operation(f"GET /{path}/{{id}}/") for path in ("samples", "league-fixture")]
    contract.append(operation("POST /demo/"))
    patterns = PATTERNS.beside(frozenset(resources(contract)))
    assert not patterns.marks("SampleFilters")
    assert not patterns.is_likely_folder("samples")
    assert not patterns.is_likely_folder("fixtures")
    assert patterns.marks("mockSamples")
    assert patterns.marks("demoRows")  # an action is no resource
