"""`fixer contract show` prints all that a contract says, for a person."""

from __future__ import annotations

from textwrap import dedent

from fixer.contract.model import Contract
from fixer.contract.reference import read_reference
from fixer.contract.show import show


def shown(text: str) -> str:
    contract: Contract = read_reference(dedent(text), "api.md", markdown=True)
    return show(contract)


def test_operations_shapes_pages_and_checklist() -> None:
    assert shown(
        """\
        # The API

        All responses look like `{ "success": true, "data": { ... } }`:

        ```json
        { "success": true, "data": { ... } }
        ```

        The `fetchAPI` function unwraps `data`.

        ## GET /credits/?days=30

        ```json
        { "credits": 1, "log": [{ "on": "2025-12-05", "note": null }] }
        ```

        - `credits` (NOT `balance`)

        ## DELETE /credits/{id}/

        ## CreditPage

        - `getCredits()` → `/credits/`
        - `credits.credits` (NOT `balance`)

        ## Checklist

        - [ ] Use `/credits/`
        """
    ) == dedent(
        """\
        The API (api.md)
        2 operations, 1 page, 1 checklist item
        envelope: the payload is in 'data', taken off by fetchAPI()

        GET    /credits/  getCredits()  [api.md:11]
          query days: integer
          returns, in 'data': object
            credits: integer                             was balance
            log: list of object
              on: string (date)
              note: anything or null

        DELETE /credits/{id}/  [api.md:19]
          path id: anything
          returns: not said

        Pages
          CreditPage
            getCredits() -> GET /credits/
            credits.credits                              was balance

        Checklist
          1. Use /credits/
        """
    )
