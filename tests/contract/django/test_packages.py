"""URLconfs and classes of packages, of which stubs say what they are."""

from pathlib import Path

from tests.contract.django.tools import URLS, backend, contract, operation, served, shown, urls

HEADLESS = """
from django.urls import include, path
urlpatterns = [path("a/", include("allauth.headless.urls"))]
"""


def headless(folder: Path, settings: str) -> list[str]:
    """The routes, those for browsers below their prefix."""
    site = f'ROOT_URLCONF = "urls"\n{settings}'
    found = served(folder, {"urls.py": HEADLESS, "site_settings.py": site})
    return [route.replace("/a/browser/v1", "") for route in found]


def test_allauth_s_headless_api_follows_the_settings(tmp_path: Path) -> None:
    plain = headless(
        tmp_path, 'INSTALLED_APPS = ["allauth.account"]\nHEADLESS_CLIENTS = ("browser",)'
    )
    assert plain[:4] == [
        "GET /config",
        "GET,DELETE /auth/session",
        "POST /auth/reauthenticate",
        "POST /auth/code/confirm",
    ]
    assert "POST /auth/login" in plain
    assert not [route for route in plain if "code/request" in route or "2fa" in route]
    more = headless(
        tmp_path / "more",
        'INSTALLED_APPS = ["allauth.mfa"]\nHEADLESS_CLIENTS = ("browser", "app")\n'
        'MFA_SUPPORTED_TYPES = ["totp"]\nACCOUNT_LOGIN_BY_CODE_ENABLED = True',
    )
    assert "POST /auth/code/request" in more
    assert "GET,POST,DELETE /account/authenticators/totp" in more
    assert "POST /a/app/v1/tokens/refresh" in more
    assert not [route for route in more if "webauthn" in route or "recovery" in route]


def test_lists_of_django_oauth_toolkit(tmp_path: Path) -> None:
    text = """
from oauth2_provider.urls import base_urlpatterns, oidc_urlpatterns
from oauth2_provider.views import AuthorizationView
class Asking(AuthorizationView): ...
urlpatterns = [
    path("o/", include((base_urlpatterns + oidc_urlpatterns, "oauth2_provider"))),
    path("ask", Asking.as_view()),
]
"""
    found = urls(tmp_path, text)
    assert found[:2] == ["GET,POST,PUT /o/authorize/", "POST /o/token/"]
    assert found[-1] == "GET,POST,PUT /ask"
    assert "GET,POST /o/userinfo/" in found


def test_a_serializer_of_texts_in_several_languages_is_one_of_models(tmp_path: Path) -> None:
    views = """
from django.db import models
from i18nfield.rest_framework import I18nAwareModelSerializer, I18nField
from rest_framework import viewsets
class Item(models.Model):
    slug = models.CharField(max_length=9)
class ItemSerializer(I18nAwareModelSerializer):
    title = I18nField()
    class Meta:
        model = Item
        fields = ["slug", "title"]
class Items(viewsets.ReadOnlyModelViewSet):
    serializer_class = ItemSerializer
"""
    text = """
from django.urls import path
import views
urlpatterns = [path("x/", views.Items.as_view({"get": "retrieve"}))]
"""
    found = contract(tmp_path, {"urls.py": text, "views.py": views})
    assert shown(operation(found, "GET /x/").response) == "Item"
    assert shown(found.schemas["Item"]) == "{slug: string, title: any}"


def test_what_packages_serve_at_the_root_opens_nothing(tmp_path: Path) -> None:
    text = """
urlpatterns = [
    path("", include("django_prometheus.urls")),
    path("", include("social_django.urls", namespace="social")),
    path("robots.txt", include("robots.urls")),
]
"""
    found = backend(tmp_path, {"urls.py": URLS + text})
    assert found.open_paths == ()
    assert [endpoint.route.path for endpoint in found.endpoints] == [
        "/metrics",
        "/login/{backend}/",
        "/complete/{backend}/",
        "/disconnect/{backend}/",
        "/disconnect/{backend}/{association_id}/",
        "/robots.txt",
    ]
