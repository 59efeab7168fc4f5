"""What components are given by whoever renders them: paths in attributes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import calls, said, sent


def test_a_path_in_an_attribute_is_asked_for_by_the_element(tmp_path: Path) -> None:
    files = {
        "Select.jsx": (
            "export default function Select({ endpoint, onLoad }) {\n"
            "  useEffect(() => { fetch(endpoint).then(onLoad) }, [endpoint])\n"
            "}\n"
        ),
        "page.jsx": (
            "import Picker from './Select'\n"
            "export const Page = () => <>\n"
            '  <Picker endpoint="/api/users" />\n'
            "  <Picker endpoint={`/api/teams/${id}`} onLoad={show}>…</Picker>\n"
            "</>\n"
        ),
    }
    found = [(call.node.start_point.row + 1, said(call)) for call in calls(tmp_path, files)]
    assert found == [(3, "GET /api/users"), (4, "GET /api/teams/{}")]


@pytest.mark.parametrize(
    "component",
    [
        "function Remove(props) { const go = () => drop(props.kind, props.id) }",
        "const Remove = ({ kind, id }) => { const go = () => drop(kind, id) }",
        "const Remove = memo(function Remove({ kind, id }) { const go = () => drop(kind, id) })",
        "const Remove = forwardRef((props, ref) => { const go = () => drop(props.kind, 7) })",
    ],
)
def test_a_segment_in_an_attribute_that_is_handed_on_and_spread(
    tmp_path: Path, component: str
) -> None:
    code = (
        "import { forwardRef, memo } from 'react'\n"
        "const drop = (kind, id) => fetch(`/api/${kind}/${id}`, { method: 'DELETE' })\n"
        f"{component}\n"
        "const Row = ({ of, ...rest }) => <Remove kind={of} {...rest} />\n"
        'const Page = () => <Row of="teams" id={7} />\n'
    )
    assert sent(tmp_path, {"a.jsx": code}) == ["DELETE /api/teams/7"]


FORM = (
    "<script setup lang='ts'>\n"
    "const props = withDefaults(defineProps<{ apiUrl: string; kind?: string }>(), { kind: 'a' })\n"
    "const save = (it) => fetch(props.apiUrl, { method: 'PUT', body: it })\n"
    "const load = () => fetch(`/api/kinds/${props.kind}`)\n"
    "</script>\n"
)
OLD_FORM = (
    "<script>\n"
    "export default {\n"
    "  props: { apiUrl: String },\n"
    "  methods: { save(it) { return fetch(this.apiUrl, { method: 'PUT', body: it }) } },\n"
    "}\n"
    "</script>\n"
)


def test_a_vue_component_s_properties_are_what_templates_give_it(tmp_path: Path) -> None:
    files = {
        "Form.vue": FORM,
        "Users.vue": (
            "<script setup>\n"
            "import TheForm from './Form.vue'\n"
            "const below = (path) => computed(() => `/api${path}`)\n"
            "const usersUrl = below('/users')\n"
            "</script>\n"
            '<template><the-form :api-url="usersUrl" /></template>\n'
        ),
        "Teams.vue": '<template><Form api-url="/api/teams" /></template>\n',
    }
    found = set(sent(tmp_path, files))
    assert found == {"GET /api/kinds/a", "PUT /api/teams", "PUT /api/users"}


def test_names_of_a_template_are_its_own_or_the_script_s(tmp_path: Path) -> None:
    files = {
        "Form.vue": OLD_FORM,
        "Page.vue": (
            "<script>\n"
            "import Form from './Form.vue'\n"
            "const base = '/api/rows'\n"
            "export default {\n"
            "  computed: { url() { return '/api/users' } },\n"
            "}\n"
            "</script>\n"
            "<template>\n"
            '  <Form :api-url="url" />\n'
            '  <Form v-for="base in bases" :api-url="base + \'/x\'" />\n'
            "</template>\n"
        ),
    }
    assert sent(tmp_path, files) == ["PUT /api/users", "PUT /x"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "export default connect(state)(Row)",
        "export default withRouter(observer(Row))",
    ],
)
def test_a_component_that_packages_wrap(tmp_path: Path, wrapped: str) -> None:
    files = {
        "row.jsx": (
            "import { connect } from 'react-redux'\n"
            "import { withRouter } from 'react-router'\n"
            "import { observer } from 'mobx-react'\n"
            "const Row = ({ url }) => { fetch(url) }\n"
            f"{wrapped}\n"
        ),
        "page.jsx": "import Row from './row'\nconst Page = () => <Row url='/api/users' />\n",
    }
    assert "GET /api/users" in sent(tmp_path, files)


def test_what_a_vue_key_says_of_what_is_injected(tmp_path: Path) -> None:
    files = {
        "keys.ts": (
            "import type { AxiosInstance } from 'axios'\n"
            "import type { InjectionKey } from 'vue'\n"
            "export const http: InjectionKey<AxiosInstance> = Symbol()\n"
            "export const other = Symbol() as InjectionKey<AxiosInstance>\n"
        ),
        "a.ts": (
            "import { inject } from 'vue'\n"
            "import { http, other } from './keys'\n"
            "inject(http)!.get('/api/users')\n"
            "const client = inject(other)\n"
            "client.get('/api/teams')\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/users", "GET /api/teams"]
