from pathlib import Path

import pytest

from fixer.rule import RuleError, load_rules

GOOD = """
from fixer.diagnostics import Severity
from fixer.rule import Rule

RULE = Rule(id="{id}", severity=Severity.ERROR)

def check(facts):
    yield from ()
"""


def write(folder: Path, name: str, text: str, page: bool = True) -> Path:
    path = folder / name
    path.write_text(text)
    if page:
        path.with_name(f"{path.stem.replace('_', '-')}.md").write_text("# page\n")
    return path


def test_rules_come_by_id_and_names_with_an_underscore_are_no_rules(tmp_path: Path) -> None:
    write(tmp_path, "b_rule.py", GOOD.format(id="b-rule"))
    write(tmp_path, "a_rule.py", GOOD.format(id="a-rule"))
    write(tmp_path, "_helper.py", "")
    assert [loaded.rule.id for loaded in load_rules([tmp_path])] == ["a-rule", "b-rule"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1", r"a_rule\.py: has no RULE"),
        (GOOD.format(id="other"), "must be called 'a-rule'"),
        (GOOD.format(id="a-rule").replace("def check", "def other"), "has no check"),
        ("import nothing_like_this", "can't be loaded: ModuleNotFoundError"),
        ("def (", "can't be loaded: SyntaxError"),
    ],
)
def test_an_unusable_rule_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message) as raised:
        load_rules([Path(write(tmp_path, "a_rule.py", text)).parent])
    assert "\n" not in str(raised.value)


def test_a_rule_without_its_page_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a_rule.py", GOOD.format(id="a-rule"), page=False)
    with pytest.raises(RuleError, match=r"write a-rule\.md beside it"):
        load_rules([tmp_path])


def test_one_id_in_two_folders_is_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "a_rule.py", GOOD.format(id="a-rule"))
    with pytest.raises(RuleError, match="already in"):
        load_rules([tmp_path / "one", tmp_path / "two"])


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="does not exist"):
        load_rules([tmp_path / "nowhere"])
