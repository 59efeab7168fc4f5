"""Bodies and responses of operations."""

from pathlib import Path

import pytest

from fixer.contract.model import Contract, In
from tests.contract.django.tools import contract, operation, shown

SERIALIZERS = """
from rest_framework import serializers
class Item(serializers.Serializer):
    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField()
class Detail(Item):
    note = serializers.CharField()
"""
HEAD = """
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from drf_spectacular.utils import extend_schema_view, inline_serializer
from rest_framework import generics, pagination, serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework import status
from items import Detail, Item
"""
ROUTED = """
from rest_framework.routers import SimpleRouter
import views
router = SimpleRouter()
router.register("x", views.View, "x")
urlpatterns = router.urls
"""
MOUNTED = """
from django.urls import path
import views
urlpatterns = [path("x/", views.{})]
"""
SETTINGS = 'ROOT_URLCONF = "urls"\nREST_FRAMEWORK = {}\n'


def routed(folder: Path, view: str, settings: str = "{}", **files: str) -> Contract:
    named = {f"{name}.py": text for name, text in files.items()}
    base = {"urls.py": ROUTED, "views.py": HEAD + view, "items.py": SERIALIZERS}
    site = f'ROOT_URLCONF = "urls"\nREST_FRAMEWORK = {settings}\n'
    return contract(folder, {**base, "site_settings.py": site, **named})


def mounted(folder: Path, view: str, mount: str = "View.as_view()") -> Contract:
    files = {"urls.py": MOUNTED.format(mount), "views.py": HEAD + view, "items.py": SERIALIZERS}
    return contract(folder, files)


MODEL_VIEW = "class View(viewsets.ModelViewSet):\n    serializer_class = Item\n"


def test_the_actions_of_a_viewset(tmp_path: Path) -> None:
    found = routed(tmp_path, MODEL_VIEW)
    said = {str(op): (shown(op.body), shown(op.response)) for op in found.operations}
    assert said == {
        "GET /x/": ("-", "[Item]"),
        "POST /x/": ("ItemRequest", "Item"),
        "GET /x/{pk}/": ("-", "Item"),
        "PUT /x/{pk}/": ("ItemRequest", "Item"),
        "PATCH /x/{pk}/": ("ItemPatchedRequest", "Item"),
        "DELETE /x/{pk}/": ("-", "-"),
    }


PAGE = "{count: integer, next: uri|null, previous: uri|null, results: [Item]}"
OWN = """
class Own(pagination.PageNumberPagination):
    page_size = 5
    def get_paginated_response(self, data):
        return Response({"items": data, "total": 1})
class Asked(Own):
    def paginate_queryset(self, found, request, view=None):
        if self.page_query_param not in request.query_params:
            return None
        return super().paginate_queryset(found, request, view)
class Optional(Asked):
    def paginate_queryset(self, found, request, view=None):
        return super().paginate_queryset(found.all(), request, view)
"""


@pytest.mark.parametrize(
    ("settings", "own", "response"),
    [
        (
            '{"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",'
            ' "PAGE_SIZE": 10}',
            "",
            PAGE,
        ),
        (
            '{"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination"}',
            "",
            "[Item]",
        ),
        ('{"PAGE_SIZE": 10}', "pagination_class = pagination.LimitOffsetPagination", PAGE),
        (
            '{"PAGE_SIZE": 10}',
            "pagination_class = pagination.CursorPagination",
            "{next: uri|null, previous: uri|null, results: [Item]}",
        ),
        (
            '{"DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",'
            ' "PAGE_SIZE": 10}',
            "pagination_class = None",
            "[Item]",
        ),
        ("{}", "pagination_class = Own", "{items: [Item], total: any}"),
        ("{}", "pagination_class = elsewhere.Pages", "-"),
        ('{"DEFAULT_PAGINATION_CLASS": "elsewhere.Pages"}', "", "-"),
        ("{}", "pagination_class = Optional", "-"),
        (
            "{}",
            "pagination_class = Own\n    def paginate_queryset(self, found):\n"
            "        if 'page' not in self.request.query_params:\n            return\n"
            "        return super().paginate_queryset(found)",
            "-",
        ),
    ],
)
def test_pagination(tmp_path: Path, settings: str, own: str, response: str) -> None:
    view = f"import elsewhere\n{OWN}{MODEL_VIEW}    {own}\n"
    found = routed(tmp_path, view, settings)
    assert shown(operation(found, "GET /x/").response) == response


@pytest.mark.parametrize(
    ("paginator", "response"),
    [
        (
            "    def get_paginated_response(self, data):\n"
            '        return Response({"count": self.page.paginator.count, "next":'
            ' self.get_next_link(), "results": data})\n',
            "{count: integer, next: uri|null, results: [Item]}",
        ),
        (
            "    def get_paginated_response(self, data):\n"
            '        return Response({"count": len(data), "next": self.following(),'
            ' "results": data})\n',
            "{count: any, next: any, results: [Item]}",
        ),
        (
            "    def get_next_link(self):\n        return self.page.number\n"
            "    def get_paginated_response(self, data):\n"
            '        return Response({"next": self.get_next_link(), "results": data})\n',
            "{next: any, results: [Item]}",
        ),
    ],
)
def test_a_page_of_the_projects_own(tmp_path: Path, paginator: str, response: str) -> None:
    """`next` may be the number of the next page: what it is called doesn't tell."""
    own = f"class Own(pagination.PageNumberPagination):\n    page_size = 5\n{paginator}"
    found = routed(tmp_path, f"{own}{MODEL_VIEW}    pagination_class = Own\n")
    assert shown(operation(found, "GET /x/").response) == response


@pytest.mark.parametrize(
    ("stated", "own", "response"),
    [
        ("", "", "[Item]"),
        ("pagination_class=Own", "", "{items: [Item], total: any}"),
        ("pagination_class=elsewhere.Pages", "", "-"),
        ("pagination_class=None", "pagination_class = Own", "[Item]"),
        ("", "def get_paginated_response(self, data, more):\n        return made(data)", "-"),
    ],
)
def test_the_pages_of_one_action(tmp_path: Path, stated: str, own: str, response: str) -> None:
    action = (
        f"    {own}\n    @action(detail=True, {stated})\n    def found(self, request, pk):\n"
        "        page = self.paginate_queryset(search(pk))\n"
        "        return self.get_paginated_response(Item(page, many=True).data)\n"
    )
    found = routed(tmp_path, f"import elsewhere\n{OWN}{MODEL_VIEW}{action}")
    assert shown(operation(found, "GET /x/{pk}/found/").response) == response


@pytest.mark.parametrize(
    ("own", "body"),
    [
        (
            "def perform_create(self, serializer):\n"
            "        serializer.save(team=self.request.data.get('team'))",
            "{name: string, team?: any}",
        ),
        (
            "def create(self, request, *args, **kwargs):\n"
            "        if 'file' in request.FILES and request.data['kind']:\n"
            "            note(request)\n"
            "        return super().create(request, *args, **kwargs)",
            "{name: string, file?: any, kind?: any}",
        ),
        (
            "def perform_create(self, serializer):\n        self.keep()\n"
            "    def keep(self):\n        store(self.request.data)",
            "{name: string, ...}",
        ),
        (
            "def perform_create(self, serializer):\n"
            "        serializer.save(team=team_of(self.request))",
            "{name: string, team?: any}",
        ),
        (
            "def list(self, request):\n        return Response(request.data['since'])",
            "ItemRequest",
        ),
        ("def perform_create(self, serializer):\n        serializer.save()", "ItemRequest"),
        ("serializer_class = Looking", "{name: string, ...}"),
    ],
)
def test_what_a_view_reads_of_a_body_besides_its_serializer(
    tmp_path: Path, own: str, body: str
) -> None:
    looking = (
        "class Looking(Item):\n    def validate(self, attrs):\n"
        "        return attrs if self.initial_data.get('a') else {}\n"
        "def team_of(request):\n    return request.data['team']\n"
    )
    found = routed(tmp_path, f"{looking}{MODEL_VIEW}    {own}\n")
    assert shown(operation(found, "POST /x/").body) == body


def test_a_handler_that_a_view_sets_on_itself_is_left_open(tmp_path: Path) -> None:
    view = """
class Granted:
    def __init__(self, *args, **kwargs):
        if hasattr(super(), "list"):
            self.list = self._list
        super().__init__(*args, **kwargs)
    def _list(self, request):
        response = super().list(request)
        response.data["granted"] = []
        return response
class View(Granted, viewsets.ModelViewSet):
    serializer_class = Item
"""
    found = routed(tmp_path, view)
    assert shown(operation(found, "GET /x/").response) == "-"
    assert shown(operation(found, "GET /x/{pk}/").response) == "Item"


@pytest.mark.parametrize(
    ("change", "response"),
    [
        ("row['rank'] = 1", "[{id: integer, name: string, ...}]"),
        ("row.update({'rank': 1})", "[{id: integer, name: string, ...}]"),
        ("row['name'] = 'a'", "[Item]"),
        ("row['X-Rank'] = 1", "[Item]"),
    ],
)
def test_an_answer_to_which_a_view_adds_more_than_a_decorator_says(
    tmp_path: Path, change: str, response: str
) -> None:
    view = f"""
class View(APIView):
    @extend_schema(responses=Item(many=True))
    def get(self, request):
        found = []
        for item in items:
            row = Item(item).data
            {change}
            found.append(row)
        return Response(found)
"""
    assert shown(mounted(tmp_path, view).operations[0].response) == response


def test_a_body_that_a_decorator_says_otherwise_is_left_open(tmp_path: Path) -> None:
    view = """
class View(viewsets.GenericViewSet):
    @extend_schema(request=Detail)
    def create(self, request):
        return Response(Item(data=request.data).data)
    @extend_schema(request=Detail)
    def update(self, request, pk):
        return Response(Detail(data=request.data).data)
"""
    found = routed(tmp_path, view)
    assert shown(operation(found, "POST /x/").body) == "-"
    assert shown(operation(found, "PUT /x/{pk}/").body) == "DetailRequest"


def test_an_envelope_of_the_renderer(tmp_path: Path) -> None:
    renderer = """
from rest_framework.renderers import JSONRenderer
class Envelope(JSONRenderer):
    def render(self, data, accepted_media_type=None, renderer_context=None):
        if renderer_context["response"].status_code >= 400:
            return super().render({"success": False, "error": data})
        return super().render({"success": True, "data": data})
"""
    settings = '{"DEFAULT_RENDERER_CLASSES": ["renderers.Envelope"]}'
    found = routed(tmp_path, MODEL_VIEW, settings, renderers=renderer)
    assert found.envelope == "data"
    get = operation(found, "GET /x/{pk}/")
    assert shown(get.response) == "{success: boolean, data: Item}"
    assert shown(found.payload(get)) == "Item"


def test_an_envelope_and_another_for_failures(tmp_path: Path) -> None:
    renderer = """
from rest_framework import status
from rest_framework.renderers import JSONRenderer
class Envelope(JSONRenderer):
    def render(self, data, accepted_media_type=None, renderer_context=None):
        if status.is_success(renderer_context["response"].status_code):
            data = {"data": data}
        else:
            data = {"error": data}
        return super().render(data, accepted_media_type, renderer_context)
"""
    settings = '{"DEFAULT_RENDERER_CLASSES": ["renderers.Envelope"]}'
    found = routed(tmp_path, MODEL_VIEW, settings, renderers=renderer)
    assert shown(operation(found, "GET /x/{pk}/").response) == "{data: Item}"


def test_a_renderer_that_makes_another_object_of_each_view_s_answers(tmp_path: Path) -> None:
    renderer = """
import json
from rest_framework.renderers import JSONRenderer
class Named(JSONRenderer):
    def render(self, data, accepted_media_type=None, renderer_context=None):
        name = getattr(renderer_context["view"], "object_name", "data")
        return json.dumps({name: data}).encode()
class Plain(JSONRenderer):
    def render(self, data, accepted_media_type=None, renderer_context=None):
        data["version"] = 1
        return json.dumps(data).encode()
"""
    settings = '{"DEFAULT_RENDERER_CLASSES": ["renderers.Named"]}'
    found = routed(tmp_path / "all", MODEL_VIEW, settings, renderers=renderer)
    assert shown(operation(found, "GET /x/{pk}/").response) == "-"
    plain = MODEL_VIEW + "    renderer_classes = [Plain]\n"
    view = "from renderers import Named, Plain\n" + plain
    found = routed(tmp_path / "plain", view, settings, renderers=renderer)
    assert shown(operation(found, "GET /x/{pk}/").response) == "Item"
    found = routed(tmp_path / "own", view.replace("[Plain]", "[Named]"), renderers=renderer)
    assert shown(operation(found, "GET /x/{pk}/").response) == "-"


def test_a_model_that_is_written_by_its_aliases_is_open(tmp_path: Path) -> None:
    view = """
from drf_spectacular.utils import extend_schema
from pydantic import BaseModel, Field
class Ship(BaseModel):
    crew_size: int = Field(alias="crewSize")
class View(APIView):
    @extend_schema(responses=Ship)
    def get(self, request):
        return Response(Ship(crewSize=1).model_dump(by_alias=True))
    @extend_schema(responses=Ship)
    def post(self, request):
        return Response(Ship(crewSize=1).model_dump())
"""
    found = mounted(tmp_path, view)
    assert shown(operation(found, "GET /x/").response) == "-"
    assert shown(operation(found, "POST /x/").response) == "Ship"


def test_patch_answers_as_the_project_s_own_update_does(tmp_path: Path) -> None:
    view = MODEL_VIEW + (
        "    def update(self, request, *args, **kwargs):\n"
        '        return Response({"status": "ok", "data": self.get_serializer(1).data})\n'
    )
    found = routed(tmp_path, view)
    assert shown(operation(found, "PUT /x/{pk}/").response).startswith("{status: string, data:")
    put, patch = (operation(found, f"{method} /x/{{pk}}/") for method in ("PUT", "PATCH"))
    assert shown(patch.response) == shown(put.response)


def test_a_serializer_class_for_each_action(tmp_path: Path) -> None:
    view = MODEL_VIEW + (
        "    def get_serializer_class(self):\n"
        '        if self.action == "list":\n            return Item\n'
        '        if self.request.method in ("PUT", "PATCH"):\n            return Detail\n'
        "        if self.request.user.is_staff:\n            return Detail\n"
        "        return super().get_serializer_class()\n"
    )
    found = routed(tmp_path, view)
    assert shown(operation(found, "GET /x/").response) == "[Item]"
    assert shown(operation(found, "PUT /x/{pk}/").response) == "Detail"
    # It depends on the user, whose rights nobody knows here.
    assert shown(operation(found, "GET /x/{pk}/").response) == "Detail or Item"


@pytest.mark.parametrize(
    ("body", "response"),
    [
        ("return super().list(request, *args, **kwargs)", "[Item]"),
        (
            "answer = super().list(request, *args, **kwargs)\n"
            "        answer.data['kinds'] = kinds()\n        return answer",
            "-",
        ),
        ("return Response({'rows': 1})", "{rows: integer}"),
    ],
)
def test_the_list_that_a_generic_view_has_itself(tmp_path: Path, body: str, response: str) -> None:
    view = (
        "class View(generics.ListAPIView):\n    serializer_class = Item\n"
        f"    def list(self, request, *args, **kwargs):\n        {body}\n"
    )
    assert shown(operation(mounted(tmp_path, view), "GET /x/").response) == response


def test_a_serializer_class_that_nobody_knows(tmp_path: Path) -> None:
    view = MODEL_VIEW + (
        "    def get_serializer_class(self):\n"
        "        if self.request.user.is_staff:\n            return plugins.chosen()\n"
        "        return Item\n"
    )
    found = routed(tmp_path, "import plugins\n" + view)
    assert shown(operation(found, "GET /x/{pk}/").response) == "-"


@pytest.mark.parametrize(
    ("body", "response"),
    [
        ("return Response(Item(items, many=True).data)", "[Item]"),
        ("found = self.get_serializer(item)\n        return Response(found.data)", "Item"),
        (
            "if not item:\n            return Response({'detail': 'no'}, status=404)\n"
            "        return Response(Item(item).data)",
            "Item",
        ),
        (
            "page = self.paginate_queryset(items)\n        if page is not None:\n"
            "            return self.get_paginated_response(Item(page, many=True).data)\n"
            "        return Response(Item(items, many=True).data)",
            "[Item]",
        ),
        ("return Response({'done': True, 'name': item.name})", "{done: boolean, name: any}"),
        ("return Response({'done': True, **more})", "{done: boolean, ...}"),
        (
            "data = {'a': 1}\n        data['b'] = 2\n        if item:\n"
            "            data['c'] = item\n        return Response(data)",
            "{a: integer, b: integer, c?: any}",
        ),
        (
            "data = {'a': 1}\n        data[key] = 2\n        return Response(data)",
            "{a: integer, ...}",
        ),
        ("data = {'a': 1}\n        fill(data)\n        return Response(data)", "{a: integer, ...}"),
        ("data = {'a': 1}\n        del data['a']\n        return Response(data)", "-"),
        (
            "found = []\n        for item in items:\n            found.append({'id': 1})\n"
            "        return Response(found)",
            "[{id: integer}]",
        ),
        (
            "found = []\n        for item in items:\n"
            "            found.append({'id': 1, 'rank': 2})\n"
            "        for each in found:\n            del each['rank']\n"
            "        return Response({'found': found, 'done': True})",
            "{found: any, done: boolean}",
        ),
        (
            "found = []\n        for item in items:\n            found.append(made(item))\n"
            "        return Response({'found': found})",
            "{found: [any]}",
        ),
        (
            "data = {'error': 'no'}\n        if not item:\n"
            "            return Response(data, status=404)\n"
            "        data = Item(item).data\n        return Response(data)",
            "Item",
        ),
        (
            "found = Item(item)\n        data = found.data\n        found = Detail(item)\n"
            "        return Response(data)",
            "Item",
        ),
        (
            "if item:\n            data = {'a': 1}\n        else:\n            data = compute()\n"
            "        return Response(data)",
            "-",
        ),
        (
            "try:\n            data = {'a': 1}\n        except KeyError:\n"
            "            data = other()\n        return Response(data)",
            "-",
        ),
        (
            "if not item:\n            return Response()\n        return Response({'a': 1})",
            "{a: integer}",
        ),
        ("return Response(compute())", "-"),
        (
            "found = Item(item)\n        super().perform_create(found)\n"
            "        return Response(found.data)",
            "Item",
        ),
        ("found = Item(item)\n        change(found)\n        return Response(found.data)", "-"),
        (
            "if item:\n            return Response({'a': 1})\n        return Response({'b': 1})",
            "-",
        ),
    ],
)
def test_what_a_view_of_the_project_returns(tmp_path: Path, body: str, response: str) -> None:
    view = (
        "class View(viewsets.GenericViewSet):\n    serializer_class = Item\n"
        f"    @action(detail=False)\n    def act(self, request):\n        {body}\n"
    )
    found = routed(tmp_path, view)
    assert shown(operation(found, "GET /x/act/").response) == response


def test_what_is_written_counts_where_a_decorator_says_otherwise(tmp_path: Path) -> None:
    view = """
class View(APIView):
    @extend_schema(responses=Item)
    def get(self, request):
        return Response(Item(found, many=True).data)
    @extend_schema(responses=Item)
    def post(self, request):
        return Response({"id": 1, "url": address})
    @extend_schema(responses=Item)
    def put(self, request):
        return Response({"id": 1})
"""
    found = mounted(tmp_path, view)
    said = [shown(operation(found, f"{method} /x/").response) for method in ("GET", "POST", "PUT")]
    assert said == ["[Item]", "{id: integer, url: any}", "Item"]


@pytest.mark.parametrize(
    ("stated", "body", "response"),
    [
        ("responses=Item", "-", "Item"),
        ("request=Item, responses={201: Detail, 400: Item}", "ItemRequest", "Detail"),
        ("responses=Item(many=True)", "-", "[Item]"),
        ("responses={200: OpenApiResponse(response=Item)}", "-", "Item"),
        ("responses={204: None}", "-", "-"),
        (
            "responses=inline_serializer('X', {'n': serializers.IntegerField()})",
            "-",
            "{n: integer}",
        ),
    ],
)
def test_extend_schema(tmp_path: Path, stated: str, body: str, response: str) -> None:
    view = (
        f"class View(APIView):\n    @extend_schema({stated})\n"
        "    def post(self, request): return Response(compute())\n"
    )
    post = operation(mounted(tmp_path, view), "POST /x/")
    assert (shown(post.body), shown(post.response)) == (body, response)


def test_query_parameters(tmp_path: Path) -> None:
    view = (
        "@extend_schema_view(list=extend_schema(parameters=[OpenApiParameter('q', int)]))\n"
        + MODEL_VIEW
        + "    pagination_class = pagination.PageNumberPagination\n"
        "    filterset_fields = ['kind']\n    search_fields = ['name']\n"
    )
    listed = operation(routed(tmp_path, view, '{"PAGE_SIZE": 5}'), "GET /x/")
    names = [p.name for p in listed.parameters if p.where is In.QUERY]
    assert names == ["q", "page", "kind", "search"]
    assert not listed.query_closed


FILTER_SET = """
import django_filters
from django_filters import rest_framework as filters
class Base(filters.FilterSet):
    title = filters.CharFilter(lookup_expr="icontains")
    kind = django_filters.ChoiceFilter()
class Chosen(Base):
    made = filters.DateFromToRangeFilter()
    kind = None
"""


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "filterset_fields = {'kind': ['exact', 'in'], 'title': ['icontains']}",
            "kind kind__in title__icontains",
        ),
        ("filterset_fields = [NAME, 'kind']", ""),
        ("filterset_fields = {'kind': lookups()}", ""),
        ("filterset_class = Chosen", "made_after made_before title"),
        ("filterset_class = made(Chosen)", ""),
        (
            "filterset_class = Chosen\n    filter_backends = [filters.DjangoFilterBackend]",
            "made_after made_before title",
        ),
        ("filterset_class = Chosen\n    filter_backends = [Own, filters.DjangoFilterBackend]", ""),
        ("filterset_class = Chosen\n    filter_backends = backends()", ""),
        (
            "filterset_class = Chosen\n    def help(self): return self.request.GET.get('since')",
            "made_after made_before title since",
        ),
    ],
)
def test_query_parameters_of_filters(tmp_path: Path, said: str, names: str) -> None:
    listed = operation(routed(tmp_path, f"{FILTER_SET}\n{MODEL_VIEW}    {said}\n"), "GET /x/")
    assert [p.name for p in listed.parameters if p.where is In.QUERY] == names.split()


@pytest.mark.parametrize(
    ("own", "meta", "names"),
    [
        ("", "fields = ['title', 'kind__slug']", "title kind__slug"),
        ("", "fields = {'title': ['exact', 'gte']}", "title title__gte"),
        ("title = filters.RangeFilter()", "fields = ['title']", "title_min title_max"),
        ("title = filters.CharFilter()", "fields = NAMES", ""),
        ("title = packaged.TitleFilter()", "fields = ['kind']", ""),
        ("title = made_somehow", "fields = ['kind']", ""),
        ("", "fields = '__all__'", "title"),
        ("more = filters.CharFilter()", "exclude = ['title']", "more"),
    ],
)
def test_query_parameters_of_a_filter_set_of_a_model(
    tmp_path: Path, own: str, meta: str, names: str
) -> None:
    chosen = (
        f"class Of(filters.FilterSet):\n    {own or 'pass'}\n"
        f"    class Meta:\n        model = Item\n        {meta}\n"
        "class Item(models.Model):\n    title = models.CharField()\n"
    )
    text = (
        f"from django.db import models\n{FILTER_SET}{chosen}{MODEL_VIEW}    filterset_class = Of\n"
    )
    listed = operation(routed(tmp_path, text), "GET /x/")
    assert [p.name for p in listed.parameters if p.where is In.QUERY] == names.split()


def test_a_function_that_shows_a_page_is_taken_for_get_and_post(tmp_path: Path) -> None:
    view = "def view(request): return render(request, 'page.html')\n"
    found = mounted(tmp_path, view, "view")
    assert [str(op) for op in found.operations] == ["GET /x/", "POST /x/"]


def test_the_page_that_catches_all_is_no_endpoint(tmp_path: Path) -> None:
    urls = (
        "from django.urls import path\ndef view(request): ...\n"
        'urlpatterns = [path("a/", view), path("<path:rest>", view)]\n'
    )
    found = contract(tmp_path, {"urls.py": urls})
    assert {op.path for op in found.operations} == {"/a/"}


def test_pages_for_the_rest_below_a_prefix_are_no_endpoint(tmp_path: Path) -> None:
    """Files below a prefix of their own are one, whatever their names."""
    urls = """
from django.urls import path, re_path
from django.views.generic import TemplateView
from django.views.static import serve
def view(request): ...
urlpatterns = [
    path("site/api/a/", view),
    re_path("^site/(?P<rest>.*)$", TemplateView.as_view()),
    path("shop/api/b/", view),
    re_path("^shop/(?P<path>.*)$", serve),
    path("files/new/", view),
    path("files/<path:key>", view),
    re_path("^media/(?P<path>.*)$", serve),
]
"""
    found = contract(tmp_path, {"urls.py": urls})
    kept = ["/site/api/a/", "/shop/api/b/", "/files/new/", "/files/{key}", "/media/{path}"]
    assert list(dict.fromkeys(op.path for op in found.operations)) == kept


def test_settings_of_a_package_may_page_what_is_listed(tmp_path: Path) -> None:
    """`from resonant_settings.rest_framework import *`"""
    site = 'from elsewhere.settings import *\nROOT_URLCONF = "urls"\n'
    files = {
        "urls.py": ROUTED,
        "views.py": HEAD + MODEL_VIEW,
        "items.py": SERIALIZERS,
        "site_settings.py": site,
    }
    found = contract(tmp_path, files)
    assert shown(operation(found, "GET /x/").response) == "-"
    assert shown(operation(found, "GET /x/{pk}/").response) == "Item"


def test_a_viewset_may_inherit_actions_that_can_not_be_read(tmp_path: Path) -> None:
    view = (
        "from elsewhere import Tiles\n"
        "class View(Tiles, viewsets.ModelViewSet):\n    serializer_class = Item\n"
    )
    assert routed(tmp_path, view).open_paths == ("/x/{pk}/",)


@pytest.mark.parametrize(
    ("body", "methods"),
    [
        ("pass", "GET POST PUT PATCH DELETE"),
        ("return redirect('/')", "GET POST"),
        ('if request.method == "DELETE": drop()', "GET POST DELETE"),
        ("return HANDLERS[request.method](request)", "GET POST PUT PATCH DELETE"),
    ],
)
def test_methods_that_a_function_may_answer(tmp_path: Path, body: str, methods: str) -> None:
    text = f"def view(request):\n    {body}\nurlpatterns = [path('a/', view)]\n"
    found = contract(tmp_path, {"urls.py": "from django.urls import path\n" + text})
    assert " ".join(op.method for op in found.operations) == methods


def test_what_is_said_of_one_method_of_several(tmp_path: Path) -> None:
    text = """
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.routers import SimpleRouter
class One(serializers.Serializer): ...
class Two(serializers.Serializer): ...
class Items(viewsets.GenericViewSet):
    @extend_schema(methods=["GET"], responses=One)
    @extend_schema(methods=["POST"], request=Two, responses=Two)
    @action(detail=False, methods=["get", "post"])
    def both(self, request): ...
router = SimpleRouter()
router.register("x", Items, "x")
urlpatterns = router.urls
"""
    found = contract(tmp_path, {"urls.py": text})
    get, post = (operation(found, f"{method} /x/both/") for method in ("GET", "POST"))
    assert (shown(get.body), shown(get.response)) == ("-", "One")
    assert (shown(post.body), shown(post.response)) == ("TwoRequest", "Two")


METHODS = """
@api_view(["GET", "POST", "PUT"])
def view(request):
    if request.method == "GET":
        found = Detail(notes, many=True)
        return Response(found.data)
    elif request.method == "POST":
        serializer = Item(data=request.data)
        if not serializer.is_valid():
            return Response(serializer.errors, status=status.HTTP_400_BAD_REQUEST)
        serializer.save()
        data = serializer.data
        return Response(data, status=status.HTTP_201_CREATED)
    if request.method in ("PUT", "PATCH"):
        serializer = Item(note, data=request.data, partial=True)
        return Response({"done": True})
"""


def test_a_function_that_looks_at_the_method(tmp_path: Path) -> None:
    found = mounted(tmp_path, METHODS, "view")
    said = {op.method: (shown(op.body), shown(op.response)) for op in found.operations}
    assert said == {
        "GET": ("-", "[Detail]"),
        "POST": ("ItemRequest", "Item"),
        "PUT": ("ItemPatchedRequest", "{done: boolean}"),
    }


@pytest.mark.parametrize(
    ("body", "taken"),
    [
        ("Item(data=request.data).is_valid()", "ItemRequest"),
        ("Item(data=self.request.data, many=True).save()", "[ItemRequest]"),
        ("Item(data=request.data, many=several).save()", "-"),
        ("Item(data=request.data).save(key=request.data['key'])", "-"),
        ("Item(data=request.data).save(file=request.FILES['a'])", "-"),
        ("Item(data=request.data)\n        Detail(data=request.data)", "-"),
        ("Item(data=request.query_params).is_valid()", "-"),
        ("make(data=request.data)", "-"),
        ("data = request.data\n        Item(data=data).is_valid()", "ItemRequest"),
        ("data = request.data\n        Item(data=data).save(key=data['key'])", "-"),
        ("data = request.data.copy()\n        Item(data=data).is_valid()", "-"),
        ("data = request.data\n        data = made(a)\n        Item(data=data).save()", "-"),
    ],
)
def test_what_a_handler_takes(tmp_path: Path, body: str, taken: str) -> None:
    view = f"class View(APIView):\n    def post(self, request):\n        {body}\n"
    assert shown(mounted(tmp_path, view).operations[0].body) == taken


def test_query_parameters_that_code_reads(tmp_path: Path) -> None:
    view = """
class View(viewsets.ModelViewSet):
    serializer_class = Item
    def get_queryset(self):
        since = self.request.query_params.get("since")
        return Item.objects.filter(kind__in=self.request.GET.getlist("kind"), since=since)
    @action(detail=False)
    def counts(self, request):
        return Response({"all": count(request.query_params["of"], cache.get("key"))})
"""
    found = routed(tmp_path, view)
    said = {
        str(op): [p.name for p in op.parameters if p.where is In.QUERY] for op in found.operations
    }
    assert said["GET /x/"] == ["since", "kind"]
    assert said["GET /x/counts/"] == ["of"]
    assert said["POST /x/"] == []


def test_a_handler_that_only_shows_takes_no_body(tmp_path: Path) -> None:
    view = """
class View(viewsets.ModelViewSet):
    serializer_class = Item
    @action(detail=True, methods=["post"])
    def enable(self, request, pk):
        return self.retrieve(request, pk)
"""
    found = operation(routed(tmp_path, view), "POST /x/{pk}/enable/")
    assert (shown(found.body), shown(found.response)) == ("-", "Item")
