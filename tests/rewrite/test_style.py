"""The habits that a file shows."""

from pathlib import Path

from fixer.program.module import Module
from fixer.rewrite.style import Style, style_of


def style(text: str, name: str = "a.ts") -> Style:
    return style_of(Module(Path("/") / name, text.encode()))


def test_an_empty_file_has_the_usual_habits() -> None:
    assert style("") == Style("  ", "'", ";", "\n")


def test_what_a_file_does_mostly_is_its_habit() -> None:
    text = 'import a from "a"\nimport b from "b"\nif (a) {\n\tb()\n}\nconst c = \'"\'\n'
    assert style(text) == Style("\t", '"', "", "\n")


def test_attributes_say_nothing_about_quotes() -> None:
    assert style('const a = <b c="d" e="f">{\'g\'}</b>;', "a.tsx").quote == "'"


def test_line_ends_are_kept() -> None:
    assert style("a();\r\nb();\r\n").newline == "\r\n"


def test_deep_lines_do_not_hide_the_step() -> None:
    assert style("f({\n    a: {\n        b: 1,\n    },\n});\n").indent == "    "


def test_a_string_is_escaped() -> None:
    assert Style(quote='"').quoted('say "hi" \\') == r'"say \"hi\" \\"'
