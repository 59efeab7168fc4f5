"""What texts may say with a type's name, by their bytes: no value of the type may be missed."""

from __future__ import annotations

import pytest

from fixer.program.typenames import declares_type, may_annotate


@pytest.mark.parametrize(
    "source",
    [
        "export const api: Api = { load }",
        "const api: Promise<Api> = made()",
        "const api: Api | null = null",
        "class Client extends Base implements Other, Api {",
        "class Client implements Api<User> {",
        "function made(): Api {",
        "const made = (): Promise<Api> => other",
        "return made as Api",
        "return {} satisfies Partial<Api>",
        "const api: lib.Api = made()",
    ],
)
def test_a_text_that_says_the_type_of_a_value_is_read(source: str) -> None:
    assert may_annotate(source.encode(), "Api")


@pytest.mark.parametrize(
    "source",
    [
        "import { Api } from './api'",
        "function use(api: Api) {}",
        "interface Page { api: Api; title: string }",
        "const api = useState<Api>(null)",
        "new ApiClient()",
    ],
)
def test_a_text_that_says_it_of_none_is_not(source: str) -> None:
    assert not may_annotate(source.encode(), "Api")


@pytest.mark.parametrize(
    "source",
    ["interface Api {", "export type Api = {", "type Api<T> = T", "class Api {", "enum Api {"],
)
def test_a_text_declares_the_type_itself(source: str) -> None:
    assert declares_type(source.encode(), "Api")


@pytest.mark.parametrize(
    "source",
    [
        "import type Api from './api'",
        "import { type Api } from './api'",
        "class Client extends Api {",
    ],
)
def test_a_text_that_imports_the_type_declares_none(source: str) -> None:
    assert not declares_type(source.encode(), "Api")
