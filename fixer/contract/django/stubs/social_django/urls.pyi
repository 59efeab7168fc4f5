from django.conf import settings
from django.urls import path
from django.views.decorators.http import require_POST

def auth(request, backend): ...
def complete(request, backend): ...
@require_POST
def disconnect(request, backend, association_id=None): ...

extra = "/" if getattr(settings, "SOCIAL_AUTH_TRAILING_SLASH", True) else ""
urlpatterns = [
    path(f"login/<str:backend>{extra}", auth, name="begin"),
    path(f"complete/<str:backend>{extra}", complete, name="complete"),
    path(f"disconnect/<str:backend>{extra}", disconnect, name="disconnect"),
    path(
        f"disconnect/<str:backend>/<int:association_id>{extra}",
        disconnect,
        name="disconnect_individual",
    ),
]
