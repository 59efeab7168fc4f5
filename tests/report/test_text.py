from fixer.diagnostics import Applicability, Severity, Span
from fixer.report.text import render
from tests.report.samples import at, finding, report


def test_a_finding_with_its_source_help_and_fix() -> None:
    source = "one();\nconst x = data.balance;\n"
    found = finding(
        "src/a.ts",
        at(source, "balance"),
        message="`balance` is `credits` now",
        help="rules/igny8.md:41 says so",
        content="credits",
    )
    assert render(report({"src/a.ts": source}, found)) == (
        "error[a-rule]: `balance` is `credits` now\n"
        " --> src/a.ts:2:16\n"
        "2 | const x = data.balance;\n"
        "  |                ^^^^^^^\n"
        "  = help: rules/igny8.md:41 says so\n"
        "  = fix: Replace it (--fix)\n"
        "\n"
        "Found 1 error (1 file, 3 calls against 1 endpoint).\n"
        "1 fixable with --fix.\n"
    )


def marked(source: str, span: Span) -> tuple[str, str]:
    """The source line as shown and the line of marks, from the same column on."""
    lines = render(report({"a.ts": source}, finding("a.ts", span))).splitlines()
    return lines[2].partition("| ")[2], lines[3].partition("| ")[2]


def test_tabs_and_wide_characters_are_aligned() -> None:
    source = "\tf('漢字').old;"
    assert marked(source, at(source, "old")) == (
        "    f('漢字').old;",
        f"{' ' * 14}^^^",
    )


def test_a_range_over_lines_is_marked_to_the_end_of_its_first() -> None:
    source = "call({\n  a,\n})"
    assert marked(source, Span(0, len(source))) == ("call({", "^^^^^^")


def test_an_empty_range_is_marked_as_one_character() -> None:
    assert marked("ab", Span(1, 1)) == ("ab", " ^")
    assert marked("ab", Span(2, 2)) == ("ab", "  ^")


def test_a_very_long_line_is_cut_around_the_range() -> None:
    source = "x" * 5000 + "old" + "y" * 5000
    shown, marks = marked(source, at(source, "old"))
    assert len(shown) < 200
    assert shown[marks.index("^") : len(marks)] == "old"


def test_control_characters_do_not_reach_the_terminal() -> None:
    shown, _ = marked("a\x1b[31m b", Span(0, 1))
    assert shown == "a\N{REPLACEMENT CHARACTER}[31m b"


def test_colour_only_when_asked() -> None:
    found = finding("a.ts", Span(0, 1))
    assert "\x1b[" not in render(report({"a.ts": "x"}, found))
    assert "\x1b[" in render(report({"a.ts": "x"}, found, colour=True))


def test_the_count_tells_severities_and_levels_apart() -> None:
    found = [
        finding("a.ts", Span(0, 1), content="y"),
        finding("a.ts", Span(2, 3), content="y", level=Applicability.UNSAFE),
        finding("a.ts", Span(3, 4), severity=Severity.NOTE),
    ]
    assert render(report({"a.ts": "x"}, *found)).endswith(
        "Found 2 errors, 1 note (1 file, 3 calls against 1 endpoint).\n"
        "1 fixable with --fix.\n"
        "1 more fixable with --fix --unsafe-fixes.\n"
    )


def test_a_clean_run_says_what_it_read() -> None:
    assert render(report({"a.ts": ""})) == ("No findings (1 file, 3 calls against 1 endpoint).\n")
