from pathlib import Path

import pytest

from tests.rules.page import Mark, read_page


def page(folder: Path, body: str) -> Path:
    path = folder / "some-rule.md"
    path.write_text(f"# some-rule\n\n## Cases\n\n### One\n\n{body}")
    return path


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("call(); // finding: a", ["a"]),
        ("call(); // finding: a, b", ["a", "b"]),
        ("call(); // finding: a // finding: a", ["a", "a"]),
        ("<p/> {/* finding: a */}", ["a"]),
        ("<p/> <!-- finding: a -->", ["a"]),
        ("call(); /* finding: a */ // unverified: who knows", ["a", "unverified"]),
    ],
)
def test_marks_are_read_and_removed(tmp_path: Path, line: str, marks: list[str]) -> None:
    (case,) = read_page(page(tmp_path, f"```ts src/a.ts\none();\n{line}\n```\n")).cases
    text = case.files["src/a.ts"]
    assert text.marks == tuple(Mark("src/a.ts", 2, rule) for rule in marks)
    assert text.text in {"one();\ncall();\n", "one();\n<p/>\n"}


def test_words_after_a_mark_are_expected_in_the_message(tmp_path: Path) -> None:
    body = "```ts src/a.ts\ncall(); // finding: a: use `b: c`\n```\n"
    (case,) = read_page(page(tmp_path, body)).cases
    assert [(mark.rule, mark.words) for mark in case.files["src/a.ts"].marks] == [
        ("a", "use `b: c`")
    ]


def test_fixed_blocks_are_kept_apart_by_level(tmp_path: Path) -> None:
    body = "".join(
        f"```ts src/a.ts{flags}\n{name};\n```\n\n"
        for flags, name in (("", "old"), (" fixed", "safe"), (" fixed unsafe", "unsafe"))
    )
    (case,) = read_page(page(tmp_path, body)).cases
    assert [files["src/a.ts"].text for files in (case.files, case.safe, case.unsafe)] == [
        "old;\n",
        "safe;\n",
        "unsafe;\n",
    ]
