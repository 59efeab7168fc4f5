from pathlib import Path

import pytest

from fixer.checklist import Progress, State, progress
from fixer.contract.model import (
    ChecklistItem,
    Contract,
    Kind,
    Operation,
    Page,
    Property,
    Schema,
)
from fixer.diagnostics import Diagnostic, Severity, Span

STRING = Schema(Kind.STRING)
SERVES = {
    "unknown-endpoint": ("endpoints",),
    "legacy-field": ("fields", "types"),
    "placeholder-data": ("placeholders",),
}
FILES = [Path("/p/src/billing.api.ts"), Path("/p/src/BillingPage.tsx"), Path("/p/src/Other.tsx")]


def contract(*items: str) -> Contract:
    balance = Schema(Kind.OBJECT, properties=(Property("credits", STRING),))
    return Contract(
        source="reference.md",
        operations=(
            Operation("GET", "/v1/balance/", response=balance),
            Operation("GET", "/v1/payment-methods/"),
        ),
        pages=(Page("BillingPage"), Page("TeamPage")),
        checklist=tuple(ChecklistItem(item) for item in items),
    )


def finding(
    rule: str, file: str, message: str = "", severity: Severity | None = None
) -> Diagnostic:
    path = Path("/p/src") / file
    return Diagnostic(rule, path, Span(0, 1), severity or Severity.ERROR, message)


def state(item: str, *findings: Diagnostic) -> State:
    return _only(item, *findings).state


def _only(item: str, *findings: Diagnostic) -> Progress:
    (only,) = progress(contract(item), findings, SERVES, FILES)
    return only


def test_without_findings_an_item_is_done() -> None:
    assert state("Update type interfaces") is State.DONE


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (
            "Update `billing.api.ts` to use correct endpoints",
            ("unknown-endpoint", "billing.api.ts"),
        ),
        ("Update type interfaces to match", ("legacy-field", "Other.tsx")),
        ("Fix BillingPage to use `credits`", ("legacy-field", "BillingPage.tsx")),
        ("Fix BillingPage", ("placeholder-data", "BillingPage.tsx")),
        ("Remove all placeholder/fake data", ("placeholder-data", "Other.tsx")),
    ],
)
def test_a_finding_about_its_subject_holds_an_item_open(item: str, found: tuple[str, str]) -> None:
    held = finding(*found)
    assert _only(item, held) == Progress(ChecklistItem(item), State.OPEN, (held,))


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("Update `billing.api.ts` to use correct endpoints", ("unknown-endpoint", "Other.tsx")),
        ("Update `billing.api.ts` to use correct endpoints", ("legacy-field", "billing.api.ts")),
        ("Fix BillingPage to use `credits`", ("placeholder-data", "BillingPage.tsx")),
        ("Fix BillingPage to use `credits`", ("legacy-field", "Other.tsx")),
        ("Remove all placeholder/fake data", ("legacy-field", "Other.tsx")),
    ],
)
def test_a_finding_about_something_else_does_not(item: str, found: tuple[str, str]) -> None:
    assert state(item, finding(*found)) is State.DONE


@pytest.mark.parametrize(
    "item",
    [
        "Fix BillingPage to call correct payment-methods endpoint",
        "Fix BillingPage to load from `/v1/payment-methods/`",
    ],
)
def test_a_named_endpoint_is_followed_into_the_client(item: str) -> None:
    wrong = "unknown-endpoint", "billing.api.ts"
    assert state(item, finding(*wrong, "/v1/payment-methods/ is right")) is State.OPEN
    assert state(item, finding(*wrong, "/v1/balance/ is right")) is State.DONE


def test_a_note_holds_nothing_open() -> None:
    note = finding("legacy-field", "Other.tsx", severity=Severity.NOTE)
    assert state("Update type interfaces", note) is State.DONE


def test_a_page_that_is_not_there_is_open() -> None:
    assert _only("Fix TeamPage").note == "there is no file TeamPage"


@pytest.mark.parametrize(
    "item",
    [
        "Test all pages with real backend data",
        "Every page was tried with data from the backend",
        "Tell the customers what credits are",
    ],
)
def test_what_no_check_decides_is_left_to_a_person(item: str) -> None:
    assert state(item) is State.BY_HAND
