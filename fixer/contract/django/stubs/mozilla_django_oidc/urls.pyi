from django.urls import path
from mozilla_django_oidc import views

urlpatterns = [
    path("callback/", views.OIDCAuthenticationCallbackView.as_view(), name="oidc_authentication_callback"),
    path("authenticate/", views.OIDCAuthenticationRequestView.as_view(), name="oidc_authentication_init"),
    path("logout/", views.OIDCLogoutView.as_view(), name="oidc_logout"),
]
