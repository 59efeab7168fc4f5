import json
import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from fixer.diagnostics import Applicability, Severity, Span, Unverified
from fixer.report import FORMATS, statistics
from tests.report.samples import ROOT, at, finding, report

SOURCE = "'😀'; data.balance;\n"
FOUND = finding("src/a.ts", at(SOURCE, "balance"), help="say credits", content="credits")
REPORT = report({"src/a.ts": SOURCE}, FOUND)
assert FOUND.fix is not None
GROUPED = replace(FOUND, fix=replace(FOUND.fix, group="balance"))
SHARED = replace(REPORT, diagnostics=(FOUND, GROUPED, GROUPED))


def test_json_has_the_promised_shape() -> None:
    place = {
        "filename": "src/a.ts",
        "location": {"row": 1, "column": 11},
        "end_location": {"row": 1, "column": 18},
    }
    assert json.loads(FORMATS["json"](REPORT)) == [
        {
            "rule": "a-rule",
            "severity": "error",
            "message": "wrong",
            "help": "say credits",
            **place,
            "fix": {
                "applicability": "safe",
                "message": "Replace it",
                "edits": [{**place, "content": "credits"}],
                "same_as": None,
            },
        }
    ]


def test_json_of_a_finding_without_a_fix_says_null_and_of_none_is_a_list() -> None:
    bare = replace(REPORT, diagnostics=(replace(FOUND, fix=None),))
    assert json.loads(FORMATS["json"](bare))[0]["fix"] is None
    assert json.loads(FORMATS["json"](replace(REPORT, diagnostics=()))) == []


def test_json_says_the_edits_of_a_shared_fix_once_and_then_where() -> None:
    fixes = [f["fix"] for f in json.loads(FORMATS["json"](SHARED))]
    assert [len(fix["edits"]) for fix in fixes] == [1, 1, 0]
    assert [fix["same_as"] for fix in fixes] == [None, None, 1]


def test_sarif_has_a_shared_fix_with_the_first_of_its_findings() -> None:
    results = json.loads(FORMATS["sarif"](SHARED))["runs"][0]["results"]
    assert ["fixes" in result for result in results] == [True, True, False]


def test_concise_is_a_line_each() -> None:
    assert FORMATS["concise"](REPORT) == "src/a.ts:1:11: error[a-rule] wrong [*]\n"


def test_concise_lists_what_is_unverified() -> None:
    unknown = Unverified(ROOT / "src/a.ts", Span(0, 1), "GET {}", "the URL is an argument")
    listing = replace(REPORT, diagnostics=(), unverified=(unknown,))
    assert FORMATS["concise"](listing) == (
        "src/a.ts:1:1: unverified GET {}: the URL is an argument\n"
    )


def test_github_escapes_what_would_end_a_property_or_the_command() -> None:
    found = replace(FOUND, path=ROOT / "a,b:c.ts", message="100%\nwrong", help="")
    shown = replace(report({"a,b:c.ts": SOURCE}, found))
    assert FORMATS["github"](shown) == (
        "::error title=fixer a-rule,file=a%2Cb%3Ac.ts,line=1,endLine=1,col=11,endColumn=18"
        "::100%25%0Awrong\n"
    )


def test_github_knows_warnings_and_notices() -> None:
    found = [replace(FOUND, severity=Severity.WARNING), replace(FOUND, severity=Severity.NOTE)]
    lines = FORMATS["github"](replace(REPORT, diagnostics=tuple(found))).splitlines()
    assert [line.split()[0] for line in lines] == ["::warning", "::notice"]


def test_sarif_has_result_region_help_and_fix() -> None:
    log = json.loads(FORMATS["sarif"](REPORT))
    (run,) = log["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert rule["help"]["markdown"] == "# a-rule\n"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "src/a.ts"}
    region = {"startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 18}
    assert location["region"] == region
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": region, "insertedContent": {"text": "credits"}}
    ]


@pytest.mark.parametrize("name", ["src/[id] ü.ts", "src/\udcff.ts"])
def test_sarif_uris_are_relative_and_quoted(name: str) -> None:
    shown = report({name: SOURCE}, finding(name, Span(0, 1)))
    uri = json.loads(FORMATS["sarif"](shown))["runs"][0]["results"][0]["locations"][0][
        "physicalLocation"
    ]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert os.fsdecode(unquote_to_bytes(uri)) == name


def test_a_file_outside_the_folder_is_named_by_the_way_to_it() -> None:
    assert REPORT.name(Path("/other/a.ts")) == "../other/a.ts"


def test_statistics_count_by_rule_most_first() -> None:
    findings = (
        *(replace(FOUND, rule="b-rule", fix=None) for _ in range(10)),
        FOUND,
        replace(finding("a.ts", Span(0, 1), content="x", level=Applicability.DISPLAY), rule="c"),
    )
    assert statistics(findings) == "10  [ ]  b-rule\n 1  [*]  a-rule\n 1  [ ]  c\n"
