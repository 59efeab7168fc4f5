"""A request's path reaches operations as a server's router would let it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.contract.match import Found, Hole, Routes, Segment, split
from fixer.contract.model import Contract, In, Kind, LegacyRoute, Operation, Parameter, Schema

TYPES = {
    "uuid": Schema(Kind.STRING, format="uuid"),
    "int": Schema(Kind.INTEGER),
    "slug": Schema(Kind.STRING, format="slug"),
    "path": Schema(Kind.STRING, format="path"),
    "kind": Schema(Kind.STRING, enum=("a", "b")),
}


def contract(*stated: str, **legacy: str) -> Contract:
    """Operations as `GET /x/{id}`; a hole called as one of TYPES has that type."""
    operations = []
    for line in stated:
        method, path = line.split()
        names = [part[1:].partition("}")[0] for part in path.split("/") if part[:1] == "{"]
        parameters = tuple(
            Parameter(name, In.PATH, TYPES.get(name, Schema(Kind.ANY)), True) for name in names
        )
        operations.append(Operation(method, path, parameters=parameters))
    return Contract("api", tuple(operations))


def found(routes: Routes, request: str, *, based: bool = False) -> Found:
    method, path = request.split()
    return routes.find(method, split(path), based=based)


def test_a_path_may_be_served_with_its_slash_and_without() -> None:
    either = Routes(Contract("api", (Operation("GET", "/items/{id}", any_slash=True),)))
    assert found(either, "GET /items/1").exact
    assert found(either, "GET /items/1/").exact
    strict = Routes(Contract("api", (Operation("GET", "/items/{id}"),)))
    assert found(strict, "GET /items/1/").slash


def test_what_goes_on_behind_several_segments_is_closer() -> None:
    routes = Routes(contract("GET /trees/{path}", "GET /trees/{path}/compare"))
    (compared,) = found(routes, "GET /trees/{}/compare").exact
    assert compared.path == "/trees/{path}/compare"
    (whole,) = found(routes, "GET /trees/a/b").exact
    assert whole.path == "/trees/{path}"


@pytest.mark.parametrize(
    "request_",
    [
        "GET /static/locale/en/page.css",  # nothing of it is written in the path
        "GET /v1/files/logo.svg",  # a file's name
        "GET /v1/{}/copies",  # `{}` would have to be what the path says, and `copies` anything
    ],
)
def test_what_parameters_take_is_not_nearly_right(request_: str) -> None:
    routes = Routes(contract("GET /{a}/{b}/{c}/{d}/", "GET /v1/files/{name}/"))
    assert not found(routes, request_).slash


def test_a_word_that_a_parameter_takes_may_lack_the_slash() -> None:
    routes = Routes(contract("GET /v1/users/{id}/"))
    assert found(routes, "GET /v1/users/me").slash


def names(operations: tuple[Operation, ...]) -> list[str]:
    return [str(op) for op in operations]


@pytest.mark.parametrize(
    ("request_", "reached"),
    [
        ("GET /assets/duplicate/", ["GET /assets/duplicate/"]),
        ("GET /assets/6f9619ff-8b86-d011-b42d-00c04fc964ff/", ["GET /assets/{uuid}/"]),
        ("GET /assets/{}/", ["GET /assets/{uuid}/"]),
        ("GET /assets/other/", []),
        ("GET /users/42", ["GET /users/{int}"]),
        ("GET /users/me", []),
        ("GET /posts/my-post", ["GET /posts/{slug}"]),
        ("GET /posts/my.post", []),
        ("GET /of/a", ["GET /of/{kind}"]),
        ("GET /of/c", []),
        ("GET /files/a/b/c.txt", ["GET /files/{path}"]),
        ("GET /reports/7.csv", ["GET /reports/{id}.csv"]),
        ("GET /reports/{}.csv", ["GET /reports/{id}.csv"]),
        ("GET /users/u-{}", []),
        ("GET /posts/u-{}", ["GET /posts/{slug}"]),
    ],
)
def test_a_parameter_takes_what_its_type_allows(request_: str, reached: list[str]) -> None:
    routes = Routes(
        contract(
            "GET /assets/{uuid}/",
            "GET /assets/duplicate/",
            "GET /users/{int}",
            "GET /posts/{slug}",
            "GET /of/{kind}",
            "GET /files/{path}",
            "GET /reports/{id}.csv",
        )
    )
    assert names(found(routes, request_).exact) == reached


def test_the_path_is_matched_before_the_method() -> None:
    routes = Routes(contract("POST /assets/copy", "GET /assets/{id}"))
    answer = found(routes, "GET /assets/copy")
    assert (answer.exact, names(answer.other_methods)) == ((), ["POST /assets/copy"])


def test_a_parameter_may_have_another_type_for_another_method() -> None:
    routes = Routes(contract("GET /users/{any}", "DELETE /users/{int}"))
    assert [op.path for op in found(routes, "GET /users/{x}").exact] == ["/users/{any}"]
    assert [op.path for op in found(routes, "DELETE /users/{x}").exact] == ["/users/{int}"]
    assert found(routes, "PUT /users/{x}").other_methods


def test_where_a_text_of_several_segments_ends_the_method_may_tell() -> None:
    routes = Routes(contract("GET /config/{path}", "PUT /config/{path}/{any}"))
    assert [op.path for op in found(routes, "PUT /config/dns/hosts/{x}").exact] == [
        "/config/{path}/{any}"
    ]


def test_an_unknown_segment_is_rather_a_whole_parameter() -> None:
    routes = Routes(contract("GET /compare/{base}...{head}", "GET /compare/{range}"))
    assert names(found(routes, "GET /compare/{}").exact) == ["GET /compare/{range}"]
    assert names(found(routes, "GET /compare/{}...{}").exact) == ["GET /compare/{base}...{head}"]


def test_a_number_is_no_uuid_and_no_word() -> None:
    routes = Routes(contract("GET /a/{uuid}", "GET /a/list"))
    number: tuple[Segment, ...] = ("a", Hole("number"))
    assert not routes.find("GET", number).exact
    assert not routes.find("GET", number).possible


def test_an_unknown_segment_may_be_what_any_parameter_takes() -> None:
    typed = (Parameter("year", In.PATH, Schema(Kind.INTEGER)),)
    known = (Operation("GET", "/rows/{year}", parameters=typed), Operation("GET", "/rows/{id}"))
    routes = Routes(Contract("api", known))
    assert len(routes.find("GET", ("rows", Hole())).exact) == 2
    assert routes.find("GET", ("rows", Hole("number"))).exact == known[:1]
    assert routes.find("GET", ("rows", "2024")).exact == known[:1]
    assert routes.find("GET", ("rows", "mine")).exact == known[1:]


def test_an_unknown_segment_may_be_a_fixed_one() -> None:
    routes = Routes(contract("GET /a/list", "POST /a/copy"))
    assert names(found(routes, "GET /a/{}").possible) == ["GET /a/list"]
    assert names(found(routes, "GET /a/li{}").possible) == ["GET /a/list"]


def test_a_slash_too_many_or_too_few() -> None:
    routes = Routes(contract("GET /a/", "GET /b"))
    assert names(found(routes, "GET /a").slash) == ["GET /a/"]
    assert names(found(routes, "GET /b/").slash) == ["GET /b"]


def test_a_former_path_leads_to_todays() -> None:
    today = Operation("GET", "/new/", legacy=(LegacyRoute(None, "/old/"),))
    routes = Routes(Contract("api", (today,)))
    assert found(routes, "GET /old/").legacy == (today,)
    assert found(routes, "GET /old").legacy == (today,)


def test_a_word_that_a_parameter_takes_for_another_method_lacks_no_slash() -> None:
    routes = Routes(contract("GET /users/{id}/", "GET /teams/"))
    assert found(routes, "GET /users/me").slash
    assert found(routes, "POST /teams").slash
    assert not found(routes, "POST /users/signIn").slash


def test_a_path_of_parameters_alone_lends_its_slash_to_no_file() -> None:
    routes = Routes(contract("GET /{team}/{page}/", "GET /{team}/about/"))
    assert not found(routes, "GET /static/app.css").slash
    assert found(routes, "GET /red/about").slash
    assert found(routes, "GET /{}/{}").slash


def test_base_paths_are_taken_off() -> None:
    routes = Routes(Contract("api", (Operation("GET", "/users"),), prefixes=("/api",)), ["/proxy"])
    assert found(routes, "GET /api/users").exact
    assert found(routes, "GET /proxy/users").exact
    assert not found(routes, "GET /users").exact


def test_an_unknown_base_may_hold_the_first_segments() -> None:
    routes = Routes(contract("GET /api/v1/users"))
    assert found(routes, "GET /users", based=True).exact
    assert found(routes, "GET /v1/users", based=True).exact is not None
    assert not found(routes, "GET /users").exact


def test_what_many_paths_begin_with_says_where_the_api_is() -> None:
    stated = [f"GET /apps/notes/v1/{name}" for name in "abcdefgh"]
    many, few = Routes(contract(*stated)), Routes(contract(*stated[:7]))
    for path, belongs in (("/apps/notes/v1/z", True), ("/apps/files/v1/a", False)):
        assert many.belongs(split(path)) is belongs
        assert few.belongs(split(path))


def test_an_unknown_base_may_be_that_of_each_version() -> None:
    routes = Routes(contract("GET /api/v1/users", "GET /api/v2/users", "GET /api/v2/teams"))
    both = found(routes, "GET /users", based=True).exact
    assert names(both) == ["GET /api/v1/users", "GET /api/v2/users"]
    assert names(found(routes, "GET /teams", based=True).exact) == ["GET /api/v2/teams"]
    assert names(found(routes, "GET /v2/users", based=True).exact) == ["GET /api/v2/users"]


def test_an_unknown_base_may_be_that_of_a_part_of_the_api() -> None:
    below = [f"PATCH /api/v1/admin/{name}/{{id}}" for name in "abcdefgh"]
    stated = [*below, "GET /api/v1/a/{id}", "GET /api/v1/admin/"]
    routes = Routes(contract(*stated))
    assert names(found(routes, "PATCH /a/1", based=True).exact) == ["PATCH /api/v1/admin/a/{id}"]
    assert not found(routes, "PATCH /a/1").exact
    about_one = Routes(contract(*stated, "GET /api/v1/admin/{id}"))
    assert not found(about_one, "PATCH /a/1", based=True).exact


def test_an_unknown_base_may_hold_the_servers_base_path_or_a_part_of_it() -> None:
    routes = Routes(Contract("api", (Operation("GET", "/users"),), prefixes=("/api/v1",)))
    for path in ("/users", "/v1/users", "/api/v1/users"):
        assert found(routes, f"GET {path}", based=True).exact
    assert not found(routes, "GET /v1/users").exact


def test_paths_that_all_bear_the_servers_base_path_are_whole() -> None:
    routes = Routes(Contract("api", (Operation("GET", "/api/users"),), prefixes=("/api",)))
    assert found(routes, "GET /api/users").exact


@pytest.mark.parametrize(
    ("path", "belongs"),
    [
        ("/v1/billing/invoice/", True),
        ("/v1/anything", True),
        ("/v2/billing/invoices/", False),
        ("/locales/en.json", False),
    ],
)
def test_a_request_belongs_by_where_the_api_lives(path: str, belongs: bool) -> None:
    routes = Routes(contract("GET /v1/billing/invoices/", "GET /v1/account/"))
    assert routes.belongs(split(path)) is belongs


def test_without_a_common_base_the_first_segment_tells() -> None:
    routes = Routes(contract("GET /users/", "GET /orders/{id}"))
    assert routes.belongs(split("/users/x/y"))
    assert not routes.belongs(split("/static/logo.svg"))


def test_a_path_that_fits_only_by_what_is_not_known_of_it_is_anothers() -> None:
    routes = Routes(contract("GET /{lang}/news/{page}", "GET /robots.txt"))
    assert routes.belongs(split("/en/news/first"))
    assert not routes.belongs(split("/api/{}/addresses"))


def test_everything_under_the_servers_base_path_belongs() -> None:
    routes = Routes(Contract("api", (Operation("GET", "/users"),), prefixes=("/backend",)))
    assert routes.belongs(split("/backend/typo"))
    assert not routes.belongs(split("/users"))


def test_the_nearest_is_plausible_where_it_stands_out() -> None:
    routes = Routes(contract("GET /v1/billing/invoices/", "GET /v1/billing/payments/"))
    answer = found(routes, "GET /v1/billing/invoice/")
    assert str(answer.plausible) == "GET /v1/billing/invoices/"
    assert found(routes, "GET /v1/billing/summary/").plausible is None


def test_a_request_has_a_sole_answer_where_no_value_of_its_holes_leads_elsewhere() -> None:
    routes = Routes(contract("GET /v1/items/{id}/", "GET /v1/items/new/", "GET /v1/users/{id}/"))
    assert routes.is_sole("GET", split("/v1/users/{}/"))
    assert not routes.is_sole("GET", split("/v1/items/{}/"))
    assert not routes.is_sole("GET", split("/v1/teams/{}/"))
    assert not routes.is_sole("POST", split("/v1/users/{}/"))


@pytest.mark.parametrize(
    "path",
    [
        "/v1/users/{}/x/",
        "/v1/users/7/x",
        "/v1/{}/x/",
        "/{}/x/",
        "/v1/{}",
        "/v1/users/{}/",
        "/old/{}/",
    ],
)
def test_a_path_may_lead_where_its_holes_may_hold_slashes(path: str) -> None:
    operation = Operation("GET", "/v1/users/{id}/x/", legacy=(LegacyRoute("GET", "/old/{id}/"),))
    assert Routes(Contract("api", (operation,))).may_lead(split(path))


@pytest.mark.parametrize("path", ["/v2/users/{}/", "/v1/teams/{}/", "/v1/users/{}/y/", "/v1/"])
def test_a_path_leads_nowhere_where_what_is_written_stands_in_none(path: str) -> None:
    assert not Routes(contract("GET /v1/users/{id}/x/")).may_lead(split(path))


PATHS = st.lists(
    st.sampled_from(["a", "b", "{id}", "{int}", "{uuid}", "7"]), min_size=1, max_size=4
).map(lambda parts: "/" + "/".join(parts))


@given(st.lists(PATHS, min_size=1, max_size=6), PATHS)
def test_an_operation_reaches_itself_or_a_closer_one(paths: list[str], wanted: str) -> None:
    routes = Routes(contract(*(f"GET {path}" for path in [*paths, wanted])))
    answer = found(routes, f"GET {wanted}")
    assert answer.exact


@pytest.mark.parametrize(
    ("path", "opened"),
    [
        ("/items/{}/tiles/", "/items/{id}/"),
        ("/items/{}/notes/", None),
        ("/items/{}/", None),
        ("/other/{}/tiles/", None),
    ],
)
def test_an_open_path_may_have_parameters(path: str, opened: str | None) -> None:
    known = tuple(Operation("GET", p) for p in ("/items/{id}/", "/items/{id}/notes/", "/other/"))
    routes = Routes(Contract("api", known, open_paths=("/items/{id}/",)))
    segments = tuple(Hole() if part == "{}" else part for part in split(path))
    assert routes.open_at(segments) == opened


@pytest.mark.parametrize(("known", "opened"), [("mine", "/items/"), ("{id}", None)])
def test_a_path_of_a_word_says_nothing_of_what_else_is_below(
    known: str, opened: str | None
) -> None:
    operations = (Operation("GET", f"/items/{known}/notes/"), Operation("GET", "/other/"))
    routes = Routes(Contract("api", operations, open_paths=("/items/",)))
    assert routes.open_at(("items", Hole(), "edit", "")) == opened


@pytest.mark.parametrize(
    ("path", "opened"),
    [("/api/v1/demo/books/", "/"), ("/demo/", "/"), ("/api/v1/users/books/", None)],
)
def test_where_the_root_is_open_a_resource_of_its_own_may_be_served(
    path: str, opened: str | None
) -> None:
    known = (Operation("GET", "/api/v1/users/"), Operation("GET", "/health/"))
    routes = Routes(Contract("api", known, open_paths=("/",)))
    assert routes.open_at(split(path)) == opened
    assert routes.open_at(split(path), based=True) == opened


def test_an_unknown_base_is_none_of_a_part_where_the_root_is_open() -> None:
    below = tuple(Operation("GET", f"/reports/{name}/{{id}}/") for name in "abcdefgh")
    known = (*below, Operation("GET", "/{version}/"))
    opened = Routes(Contract("api", known, open_paths=("/",)))
    assert names(found(Routes(Contract("api", known)), "GET /a/1/", based=True).exact)
    assert not found(opened, "GET /a/1/", based=True).exact
    assert opened.open_at(split("/a/1/"), based=True) == "/"
    assert opened.open_at(split("/reports/x/")) is None


def test_words_in_any_case() -> None:
    known = Operation("GET", "/api/Account/me/{name}", any_case=True)
    assert found(Routes(Contract("api", (known,))), "GET /API/account/Me/Ada").exact == (known,)
    strict = Routes(contract("GET /api/Account/me/{name}"))
    assert not found(strict, "GET /api/account/me/Ada").exact
