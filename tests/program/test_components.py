"""What the elements of a component say of the requests inside of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

PICKER = (
    "export default function Picker({ url, method = 'GET' }) {\n"
    "  useEffect(() => { fetch(`/api/${url}`, { method }) }, [url])\n"
    "  return null\n"
    "}\n"
)


def test_an_element_calls_its_component_with_its_attributes(tmp_path: Path) -> None:
    files = {
        "picker.jsx": PICKER,
        "page.jsx": (
            "import Select from './picker'\n"
            'export const Page = () => <Select url="teams" />\n'
            "export const Other = () => <Select url={'users'} method=\"POST\">x</Select>\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/teams", "POST /api/users"]


def test_a_component_of_a_namespace(tmp_path: Path) -> None:
    files = {
        "picker.jsx": PICKER.replace("default function", "function"),
        "page.jsx": (
            "import * as Fields from './picker'\n"
            'export const Page = () => <Fields.Picker url="teams" />\n'
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/teams"]


def test_attributes_are_handed_through(tmp_path: Path) -> None:
    files = {
        "picker.jsx": PICKER,
        "row.jsx": (
            "import Picker from './picker'\n"
            "export const Row = (props) => <Picker {...props} url={`${props.kind}/all`} />\n"
        ),
        "page.jsx": (
            "import { Row } from './row'\nexport const Page = () => <Row kind=\"teams\" />\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/teams/all"]


@pytest.mark.parametrize("wrapped", ["memo(Picker)", "React.forwardRef(Picker)"])
def test_a_component_that_a_library_wraps(tmp_path: Path, wrapped: str) -> None:
    files = {
        "picker.jsx": (
            "import React, { memo } from 'react'\n"
            "const Picker = ({ url }) => { fetch(`/api/${url}`); return null }\n"
            f"export default {wrapped}\n"
        ),
        "page.jsx": (
            "import Picker from './picker'\nexport const Page = () => <Picker url='teams' />\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/teams"]


def test_a_tag_of_html_is_no_component(tmp_path: Path) -> None:
    files = {
        "a.jsx": (
            "function table({ url }) { fetch(`/api/${url}`) }\n"
            "export const Page = () => <table url='teams' />\n"
        )
    }
    assert sent(tmp_path, files) == ["GET /api/{}"]


CLASS = (
    "import React from 'react'\n"
    "export class Rows extends React.Component {\n"
    "  static defaultProps = { part: 'list' }\n"
    "  constructor(props) { super(props); this.base = `/api/${props.kind}` }\n"
    "  componentDidMount() { BODY }\n"
    "}\n"
)
USED = (
    "import { Rows } from './rows'\n"
    "export const Page = () => <Rows kind='teams' />\n"
    "export const Other = () => <Rows kind='users' part='all' />\n"
)


@pytest.mark.parametrize(
    "body",
    [
        "fetch(`/api/${this.props.kind}/${this.props.part}`)",
        "const { kind, part } = this.props; fetch(`/api/${kind}/${part}`)",
        "fetch(this.base + '/' + this.props.part)",
    ],
)
def test_elements_make_the_objects_of_a_component_s_class(tmp_path: Path, body: str) -> None:
    files = {"rows.jsx": CLASS.replace("BODY", body), "page.jsx": USED}
    assert sent(tmp_path, files) == ["GET /api/teams/list", "GET /api/users/all"]
