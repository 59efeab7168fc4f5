import json

from fixer.report.calls import CallRow, as_json, as_text
from tests.report.samples import ROOT, report

SOURCE = "one();\n  fetch('/v1/team/');\n"
REPORT = report({"src/a.ts": SOURCE})
KNOWN = CallRow(
    path=ROOT / "src/a.ts",
    start=9,
    method="GET",
    template="/v1/team/",
    status="matched",
    endpoint="GET /v1/team/",
    reason=None,
    function="getTeam",
    reachable=True,
    kind="call",
)
DYNAMIC = CallRow(
    path=ROOT / "src/a.ts",
    start=0,
    method="",
    template=None,
    status="dynamic",
    endpoint=None,
    reason="the URL is an argument that nobody gives",
    function="send",
    reachable=False,
    kind="call",
)


def test_json_has_the_promised_keys() -> None:
    assert json.loads(as_json([KNOWN], REPORT)) == [
        {
            "filename": "src/a.ts",
            "row": 2,
            "column": 3,
            "method": "GET",
            "path": "/v1/team/",
            "status": "matched",
            "endpoint": "GET /v1/team/",
            "reason": None,
            "function": "getTeam",
            "reachable": True,
            "kind": "call",
        }
    ]


def test_text_is_in_columns_and_counted() -> None:
    assert as_text([DYNAMIC, KNOWN], REPORT) == (
        "src/a.ts:1:1  dynamic  ? ?            the URL is an argument that nobody gives"
        "  send (nothing calls it)\n"
        "src/a.ts:2:3  matched  GET /v1/team/" + " " * 44 + "getTeam\n"
        "\n"
        "2 calls: 1 dynamic, 1 matched.\n"
    )


def test_no_call_is_said() -> None:
    assert as_text([], REPORT) == "\n0 calls: none.\n"
