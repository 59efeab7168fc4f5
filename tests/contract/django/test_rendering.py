"""Renderers and parsers of packages that spell keys otherwise than the serializers."""

from __future__ import annotations

from pathlib import Path

from fixer.contract.model import Contract
from tests.contract.django.tools import contract, operation, shown

CAMEL = "djangorestframework_camel_case"
SETTINGS = f"""
ROOT_URLCONF = "urls"
REST_FRAMEWORK = {{
    "DEFAULT_RENDERER_CLASSES": ["{CAMEL}.render.CamelCaseJSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["{CAMEL}.parser.CamelCaseJSONParser"],
}}
"""
URLS = """
from rest_framework.routers import SimpleRouter
import views
router = SimpleRouter()
router.register("notes", views.Notes, "notes")
router.register("tags", views.Tags, "tags")
urlpatterns = router.urls
"""
VIEWS = """
from rest_framework import serializers, viewsets
from rest_framework.renderers import JSONRenderer
class Author(serializers.Serializer):
    full_name = serializers.CharField()
class Note(serializers.Serializer):
    created_at = serializers.CharField()
    line_2_text = serializers.CharField()
    written_by = Author()
class Tag(serializers.Serializer):
    short_name = serializers.CharField()
class Notes(viewsets.ModelViewSet):
    serializer_class = Note
class Tags(viewsets.ModelViewSet):
    serializer_class = Tag
    renderer_classes = {renderers}
"""


def read(folder: Path, settings: str, renderers: str) -> Contract:
    views = VIEWS.replace("{renderers}", renderers)
    return contract(folder, {"urls.py": URLS, "views.py": views, "site_settings.py": settings})


def test_keys_are_spelled_as_they_travel(tmp_path: Path) -> None:
    found = read(tmp_path, SETTINGS, "None")
    assert shown(found.schemas["Note"]) == (
        "{createdAt: string, line2Text: string, writtenBy: Author}"
    )
    assert shown(found.schemas["Author"]) == "{fullName: string}"
    assert shown(found.schemas["NoteRequest"]) == (
        "{createdAt: string, line2Text: string, writtenBy: AuthorRequest}"
    )


def test_a_view_has_its_own_renderers(tmp_path: Path) -> None:
    found = read(tmp_path, SETTINGS, "[JSONRenderer]")
    assert shown(found.schemas["Tag"]) == "{short_name: string}"
    assert shown(found.schemas["TagRequest"]) == "{shortName: string}"


def test_a_parser_takes_the_serializers_own_names_too(tmp_path: Path) -> None:
    found = read(tmp_path, SETTINGS, "None")
    taken, sent = found.schemas["NoteRequest"], found.schemas["Note"]
    assert [p.aliases for p in taken.properties] == [
        ("created_at",),
        ("line_2_text",),
        ("written_by",),
    ]
    assert [p.aliases for p in sent.properties] == [(), (), ()]


def test_a_renderer_of_the_projects_own_is_what_it_extends(tmp_path: Path) -> None:
    own = f"""
from {CAMEL}.render import CamelCaseJSONRenderer
class Own(CamelCaseJSONRenderer):
    def render(self, data, *args, **kwargs):
        return super().render(data or {{}}, *args, **kwargs)
"""
    settings = SETTINGS.replace(f"{CAMEL}.render.CamelCaseJSONRenderer", "renderers.Own")
    (tmp_path / "renderers.py").write_text(own)
    found = read(tmp_path, settings, "None")
    assert shown(found.schemas["Author"]) == "{fullName: string}"


def test_an_answer_of_another_shape_is_left_open(tmp_path: Path) -> None:
    renderer = "rest_framework_json_api.renderers.JSONRenderer"
    settings = SETTINGS.replace(f"{CAMEL}.render.CamelCaseJSONRenderer", renderer)
    found = operation(read(tmp_path, settings, "None"), "POST /notes/")
    assert (shown(found.body), shown(found.response)) == ("-", "-")


def test_what_django_makes_json_of_is_not_rendered(tmp_path: Path) -> None:
    views = """
from django.http import JsonResponse
from rest_framework import viewsets
from rest_framework.response import Response
class Notes(viewsets.ViewSet):
    def list(self, request):
        return JsonResponse({"signed_url": a, "name": a})
    def create(self, request):
        return Response({"signed_url": a, "name": a})
    def destroy(self, request, pk):
        if pk:
            return Response({"signed_url": a, "name": a})
        return JsonResponse({"signed_url": a, "name": a})
class Tags(viewsets.ViewSet):
    pass
"""
    site = SETTINGS
    found = contract(tmp_path, {"urls.py": URLS, "views.py": views, "site_settings.py": site})
    said = {op.method: shown(op.response) for op in found.operations if "/notes/" in op.path}
    assert said == {
        "GET": "{signed_url: any, name: any}",
        "POST": "{signedUrl: any, name: any}",
        "DELETE": "-",
    }


def test_a_middleware_takes_camel_case_in_the_query(tmp_path: Path) -> None:
    views = """
from rest_framework import viewsets
class Notes(viewsets.ViewSet):
    def list(self, request):
        return request.GET.get("sort_by")
class Tags(viewsets.ViewSet):
    pass
"""
    middleware = f'MIDDLEWARE = ["{CAMEL}.middleware.CamelCaseMiddleWare"]\n'
    files = {"urls.py": URLS, "views.py": views}
    for site, names in ((SETTINGS, ["sort_by"]), (SETTINGS + middleware, ["sort_by", "sortBy"])):
        found = contract(tmp_path, {**files, "site_settings.py": site})
        assert [p.name for p in operation(found, "GET /notes/").parameters] == names
