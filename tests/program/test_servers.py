"""Which paths the files of a framework's server answer."""

from pathlib import Path

import pytest

from fixer.program.calls import Finder
from fixer.program.servers import Served
from tests.program.frontends import calls, clients, sent, written

ROOT = Path("/work/project")


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("web/src/routes/api/[...path]/+server.ts", "api/items/"),
        ("web/src/routes/(app)/[model=urls]/[id]/+server.ts", "users/7"),
        ("web/app/api/[[...rest]]/route.ts", "api"),
        ("web/src/app/(admin)/items/[id]/route.ts", "items/7"),
        ("web/pages/api/items/index.ts", "api/items"),
        ("web/pages/api/items/[id].ts", "api/items/7"),
        ("web/pages/api/[...path].ts", "api/items/7"),
        ("web/server/api/items/[id].get.ts", "api/items/7"),
        ("web/server/routes/health.ts", "health"),
    ],
)
def test_a_file_answers_a_path(file: str, path: str) -> None:
    served = Served.of(clients().servers, [ROOT / file], ROOT)
    assert served.file(path.split("/")) == Path(file)
    assert served.file([None, *path.split("/")[1:]]) == Path(file)
    assert served.file(["other", "place", "below"]) is None


def test_a_page_answers_nothing() -> None:
    paths = [ROOT / "src/routes/items/+page.ts", ROOT / "app/page.tsx"]
    served = Served.of(clients().servers, paths, ROOT)
    assert served.file(["items"]) is None


def test_a_file_whose_bracket_is_left_open_is_called_so() -> None:
    served = Served.of(clients().servers, [ROOT / "web/pages/api/[...auth.ts"], ROOT)
    assert served.file(["api", "auth"]) is None


def test_fetch_is_handed_to_what_a_framework_calls(tmp_path: Path) -> None:
    load = """
        export const load = async ({ fetch, params }) => fetch(`/api/items/${params.id}`);
        export const actions = { save: async (event) => {
          await event.fetch('/api/items', { method: 'POST' });
          const { fetch } = event;
          return fetch('/api/done');
        } };
        export const list = async (fetch: typeof globalThis.fetch) => fetch('/api/list');
        export const other = async ({ load }) => load('/api/no');
    """
    files = {"src/routes/+page.server.ts": load}
    found = ["GET /api/items/{}", "POST /api/items", "GET /api/done", "GET /api/list"]
    assert sent(tmp_path, files) == found
    finder = Finder(written(tmp_path, files), clients())
    assert all(finder.reach.is_used(call) for call in finder.requests)


def test_a_query_that_is_handed_on(tmp_path: Path) -> None:
    text = "export const GET = async ({ fetch, url }) => fetch(`/api/items/${url.search}`);"
    (call,) = calls(tmp_path, {"src/routes/+server.ts": text})
    assert [url.template for url in call.urls] == ["/api/items/"]
    assert not any(url.based for url in call.urls)
