"""What the elements of a component say of the requests inside of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.calls import Finder
from tests.program.frontends import calls, clients, said, sent, written

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


def test_what_react_calls_of_a_class_is_called(tmp_path: Path) -> None:
    body = "this.more() }\n  more() { fetch('/api/' + this.props.kind)"
    files = {"rows.jsx": CLASS.replace("BODY", body), "page.jsx": USED}
    finder = Finder(written(tmp_path, files), clients())
    assert len(finder.requests) == 2
    assert all(finder.reach.is_used(call) for call in finder.requests)


VUE_USERS = (
    "<template>\n"
    '  <RowTable api-url="teams" />\n'
    '  <row-table :api-url="kind" part="all"></row-table>\n'
    "</template>\n"
    "<script setup>\n"
    "import RowTable from './RowTable.vue'\n"
    "const kind = 'users'\n"
    "</script>\n"
)


@pytest.mark.parametrize(
    "script",
    [
        "<script setup lang='ts'>\n"
        "const props = withDefaults(defineProps<{ apiUrl: string, part?: string }>(), "
        "{ part: 'list' })\n"
        "const load = () => fetch(`/api/${props.apiUrl}/${props.part}`)\n",
        "<script setup>\n"
        "const { apiUrl, part = 'list' } = defineProps(['apiUrl', 'part'])\n"
        "onMounted(() => fetch(`/api/${apiUrl}/${part}`))\n",
        "<script>\n"
        "export default {\n"
        "  props: { apiUrl: String, part: { type: String, default: 'list' } },\n"
        "  methods: { load() { return fetch(`/api/${this.apiUrl}/${this.part}`) } },\n"
        "}\n",
        "<script>\n"
        "export default defineComponent({\n"
        "  props: { apiUrl: String, part: { type: String, default: 'list' } },\n"
        "  setup(props) { fetch(`/api/${props.apiUrl}/${props.part}`) },\n"
        "})\n",
    ],
    ids=["typed", "destructured", "options", "setup"],
)
def test_a_template_s_elements_tell_a_vue_component(tmp_path: Path, script: str) -> None:
    files = {"RowTable.vue": script + "</script>\n", "Page.vue": VUE_USERS}
    assert sent(tmp_path, files) == ["GET /api/teams/list", "GET /api/users/all"]


def test_a_composable_that_a_component_hands_its_prop(tmp_path: Path) -> None:
    files = {
        "rows.ts": "export const useRows = (url: string) => fetch(`/api/${url}`)\n",
        "RowTable.vue": (
            "<script setup>\n"
            "import { useRows } from './rows'\n"
            "const props = defineProps({ apiUrl: String })\n"
            "const rows = useRows(props.apiUrl)\n"
            "</script>\n"
        ),
        "Page.vue": (
            "<template><RowTable :api-url=\"`teams/${'all'}`\" /></template>\n"
            "<script setup>\nimport RowTable from './RowTable.vue'\n</script>\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/teams/all"]


def test_a_component_that_is_registered_for_all_goes_by_its_file(tmp_path: Path) -> None:
    table = "<script setup>\nconst p = defineProps(['url'])\nfetch(`/api/${p.url}`)\n</script>\n"
    page = '<template><row-table url="teams" /></template>\n'
    assert sent(tmp_path, {"RowTable.vue": table, "Page.vue": page}) == ["GET /api/teams"]


def test_a_tag_that_means_another_component_says_nothing(tmp_path: Path) -> None:
    table = "<script setup>\nconst p = defineProps(['url'])\nfetch(`/api/${p.url}`)\n</script>\n"
    files = {
        "a/RowTable.vue": table,
        "b/RowTable.vue": "<template><b/></template>\n",
        "Page.vue": (
            '<template><RowTable url="teams" /></template>\n'
            "<script setup>\nimport RowTable from './b/RowTable.vue'\n</script>\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/{}"]


def test_an_element_that_names_no_url_doesn_t_make_its_component_send(tmp_path: Path) -> None:
    button = (
        "<script setup>\n"
        "const props = defineProps({ text: String, download: { type: String, default: '' } })\n"
        "const click = () => { if (props.download) axios.get(props.download) }\n"
        "</script>\n"
    )
    page = '<template><my-button text="ok" /><my-button download="/api/csv" /></template>\n'
    assert sent(tmp_path, {"MyButton.vue": button, "Page.vue": page}) == ["GET /api/csv"]


def test_a_template_s_names_are_the_script_s(tmp_path: Path) -> None:
    page = (
        '<template><a :href="link">x</a><a v-for="link in links" :href="link">y</a></template>\n'
        "<script setup>\nconst link = '/api/export.csv'\n</script>\n"
    )
    found = [said(c) for c in calls(tmp_path, {"Page.vue": page})]
    assert found == ["GET /api/export.csv"]


def test_a_default_url_is_the_component_s_own(tmp_path: Path) -> None:
    files = {
        "upload.jsx": (
            "export const Upload = ({ url = '/api/files' }) => {\n"
            "  const send = () => fetch(url, { method: 'POST' })\n"
            "}\n"
        ),
        "page.jsx": (
            "import { Upload } from './upload'\n"
            "const Page = () => <><Upload /><Upload url='/api/images/all' /></>\n"
        ),
    }
    assert sorted(sent(tmp_path, files)) == ["POST /api/files", "POST /api/images/all"]
