from dj_rest_auth import views
from django.conf import settings
from django.urls import re_path
from rest_framework_simplejwt.views import TokenRefreshView, TokenVerifyView

urlpatterns = [
    re_path(r"password/reset/?$", views.PasswordResetView.as_view(), name="rest_password_reset"),
    re_path(
        r"password/reset/confirm/?$",
        views.PasswordResetConfirmView.as_view(),
        name="rest_password_reset_confirm",
    ),
    re_path(r"login/?$", views.LoginView.as_view(), name="rest_login"),
    re_path(r"logout/?$", views.LogoutView.as_view(), name="rest_logout"),
    re_path(r"user/?$", views.UserDetailsView.as_view(), name="rest_user_details"),
    re_path(r"password/change/?$", views.PasswordChangeView.as_view(), name="rest_password_change"),
]

if settings.REST_AUTH.get("USE_JWT", False):
    urlpatterns += [
        re_path(r"token/verify/?$", TokenVerifyView.as_view(), name="token_verify"),
        re_path(r"token/refresh/?$", TokenRefreshView.as_view(), name="token_refresh"),
    ]
