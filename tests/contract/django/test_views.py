"""Which methods a view answers."""

from pathlib import Path

import pytest

from tests.contract.django.tools import urls

VIEWS = """
from functools import wraps
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.views import View
from django.views.decorators.http import require_GET, require_http_methods
from django.views.generic import CreateView, ListView, TemplateView
from rest_framework import generics, viewsets
from rest_framework.decorators import api_view
from rest_framework.views import APIView

METHODS = ["GET", "POST"]

def function(request): ...
@api_view(METHODS)
def several(request): ...
@api_view()
def one(request): ...
@require_GET
def reading(request): ...
@login_required
@require_http_methods(["PUT", "DELETE"])
def writing(request): ...

class Own(APIView):
    def get(self, request): ...
    def post(self, request): ...
class Below(Own):
    def delete(self, request): ...
class Narrow(Own):
    http_method_names = ["get"]
class Site(LoginRequiredMixin, View):
    def get(self, request): ...
class ListView(ListView): ...
class Reading(generics.ListCreateAPIView): ...
class Actions(viewsets.ModelViewSet): ...

def narrow(request, pk): return several(request, None, pk)
def safe(made):
    def answer(request, *args, **kwargs):
        try:
            return made(request, *args, **kwargs)
        except ValueError as error:
            return HttpResponse(error)
    return answer
handed = safe(Own.as_view())
shown = lambda request: render(request, "a.html")

def guarded(view):
    @wraps(view)
    def inner(request, *args, **kwargs):
        return view(request, *args, **kwargs)
    return inner
"""


@pytest.mark.parametrize(
    ("view", "methods"),
    [
        ("views.function", "any"),
        ("views.several", "GET,POST"),
        ("views.one", "GET"),
        ("views.reading", "GET"),
        ("views.writing", "PUT,DELETE"),
        ("views.narrow", "GET,POST"),
        ("views.handed", "GET,POST"),
        ("views.Own.as_view()", "GET,POST"),
        ("views.Below.as_view()", "GET,POST,DELETE"),
        ("views.Narrow.as_view()", "GET"),
        ("views.Own.as_view(http_method_names=['post'])", "POST"),
        ("views.Site.as_view()", "GET"),
        ("views.ListView.as_view()", "GET"),
        ("views.Reading.as_view()", "GET,POST"),
        ("views.Actions.as_view({'get': 'list', 'post': 'create'})", "GET,POST"),
        ("TemplateView.as_view(template_name='x.html')", "GET"),
        ("csrf_exempt(views.Own.as_view())", "GET,POST"),
        ("cache_page(60)(views.Narrow.as_view())", "GET"),
        ("views.guarded(views.Narrow.as_view())", "GET"),
        ("TokenObtainPairView.as_view()", "POST"),
    ],
)
def test_methods(tmp_path: Path, view: str, methods: str) -> None:
    text = (
        "import views\nfrom django.views.decorators.cache import cache_page\n"
        "from django.views.decorators.csrf import csrf_exempt\n"
        "from django.views.generic import TemplateView\n"
        "from rest_framework_simplejwt.views import TokenObtainPairView\n"
        f"urlpatterns = [path('x/', {view})]\n"
    )
    assert urls(tmp_path, text, views=VIEWS) == [f"{methods} /x/"]


@pytest.mark.parametrize(
    ("body", "methods"),
    [
        ("def post(self, request): ...", "POST"),
        ("def dispatch(self, request):\n        return super().dispatch(request)", ""),
        ("def dispatch(self, request):\n        return answer(request)", "any"),
        ("@classmethod\n    def as_view(cls, **kwargs):\n        return make(cls)", "any"),
    ],
)
def test_a_class_that_answers_in_its_own_way(tmp_path: Path, body: str, methods: str) -> None:
    text = f"""
from django.views import View
class Own(View):
    {body}
urlpatterns = [path("a/", Own.as_view())]
"""
    assert urls(tmp_path, text) == [f"{methods} /a/"]


@pytest.mark.parametrize(("base", "methods"), [("Pages", "any"), ("PagesMixin, ABC, View", "POST")])
def test_a_base_that_is_not_there_may_answer_more_unless_it_is_a_mixin(
    tmp_path: Path, base: str, methods: str
) -> None:
    text = f"""
from abc import ABC
from django.views import View
from elsewhere.views import Pages, PagesMixin
class Own({base}):
    def post(self, request): ...
urlpatterns = [path("a/", Own.as_view())]
"""
    assert urls(tmp_path, text) == [f"{methods} /a/"]


def test_a_dispatch_that_hands_on_to_the_handlers(tmp_path: Path) -> None:
    views = """
from django.views import View
class Handing(View):
    def dispatch(self, request, *args, **kwargs):
        with language(request):
            return self.get(request, **kwargs)
    def get(self, request): ...
class Answering(View):
    def dispatch(self, request, *args, **kwargs):
        return answer(request)
    def get(self, request): ...
"""
    text = """
import views
urlpatterns = [path("a/", views.Handing.as_view()), path("b/", views.Answering.as_view())]
"""
    assert urls(tmp_path, text, views=views) == ["GET /a/", "any /b/"]
