"""SARIF output against the part of the 2.1.0 schema that it uses (the whole is 110 kB)."""

import json
from dataclasses import replace

import jsonschema
import pytest

from fixer.report import FORMATS
from tests.report.test_formats import FOUND, REPORT


def record(required: dict[str, object], optional: dict[str, object] | None = None) -> object:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def several(item: object) -> object:
    return {"type": "array", "items": item, "minItems": 1}


TEXT = {"type": "string", "minLength": 1}
ONE_BASED = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = record({"text": TEXT})
ARTIFACT = record({"uri": {"type": "string", "format": "uri-reference"}})
REGION = record(dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), ONE_BASED))
REPLACEMENT = record(
    {"deletedRegion": REGION}, {"insertedContent": record({"text": {"type": "string"}})}
)
CHANGE = record({"artifactLocation": ARTIFACT, "replacements": several(REPLACEMENT)})
PLACE = record({"physicalLocation": record({"artifactLocation": ARTIFACT, "region": REGION})})
RESULT = record(
    {"ruleId": TEXT, "ruleIndex": {"type": "integer", "minimum": 0}, "message": MESSAGE},
    {
        "level": LEVEL,
        "locations": several(PLACE),
        "fixes": several(record({"description": MESSAGE, "artifactChanges": several(CHANGE)})),
    },
)
RULE = record(
    {"id": TEXT},
    {
        "shortDescription": MESSAGE,
        "help": record({"text": TEXT}, {"markdown": TEXT}),
        "defaultConfiguration": record({"level": LEVEL}),
    },
)
DRIVER = record({"name": TEXT}, {"version": TEXT, "rules": {"type": "array", "items": RULE}})
RUN = record(
    {"tool": record({"driver": DRIVER}), "results": {"type": "array", "items": RESULT}},
    {"columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]}},
)
LOG = record({"version": {"const": "2.1.0"}, "runs": several(RUN)}, {"$schema": TEXT})


@pytest.mark.parametrize(
    "report",
    [REPORT, replace(REPORT, diagnostics=()), replace(REPORT, diagnostics=(FOUND,), rules={})],
    ids=["a finding with a fix", "nothing found", "a rule without a page"],
)
def test_the_log_is_valid(report) -> None:
    jsonschema.validate(json.loads(FORMATS["sarif"](report)), LOG)
