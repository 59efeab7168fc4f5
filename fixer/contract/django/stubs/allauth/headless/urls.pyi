from allauth.headless import views
from django.conf import settings
from django.urls import include, path

def made(client):
    auth = [
        path("session", views.Deleting.as_view(), name="current_session"),
        path("reauthenticate", views.Posting.as_view(), name="reauthenticate"),
        path("code/confirm", views.Posting.as_view(), name="confirm_login_code"),
    ]
    account = []
    more = []
    if not getattr(settings, "SOCIALACCOUNT_ONLY", False):
        account += [
            path("password/change", views.Posting.as_view(), name="change_password"),
            path("email", views.Emails.as_view(), name="manage_email"),
            path("phone", views.Confirming.as_view(), name="manage_phone"),
        ]
        auth += [
            path("password/request", views.Posting.as_view(), name="request_password_reset"),
            path("password/reset", views.Confirming.as_view(), name="reset_password"),
            path("login", views.Posting.as_view(), name="login"),
            path("signup", views.Posting.as_view(), name="signup"),
            path("email/verify", views.Confirming.as_view(), name="verify_email"),
            path(
                "email/verify/resend", views.Posting.as_view(), name="resend_email_verification_code"
            ),
            path("phone/verify", views.Posting.as_view(), name="verify_phone"),
            path(
                "phone/verify/resend", views.Posting.as_view(), name="resend_phone_verification_code"
            ),
        ]
    if getattr(settings, "ACCOUNT_LOGIN_BY_CODE_ENABLED", False):
        auth += [
            path("code/request", views.Posting.as_view(), name="request_login_code"),
            path("code/resend", views.Posting.as_view(), name="resend_login_code"),
        ]
    if "allauth.socialaccount" in settings.INSTALLED_APPS:
        account += [path("providers", views.Deleting.as_view(), name="manage_providers")]
        auth += [
            path("provider/signup", views.Confirming.as_view(), name="provider_signup"),
            path("provider/redirect", views.Posting.as_view(), name="redirect_to_provider"),
            path("provider/token", views.Posting.as_view(), name="provider_token"),
        ]
    if "allauth.mfa" in settings.INSTALLED_APPS:
        types = getattr(settings, "MFA_SUPPORTED_TYPES", ["recovery_codes", "totp"])
        auth += [
            path("2fa/authenticate", views.Posting.as_view(), name="authenticate"),
            path("2fa/reauthenticate", views.Posting.as_view(), name="reauthenticate"),
        ]
        if client == "browser" and getattr(settings, "MFA_TRUST_ENABLED", False):
            auth.append(path("2fa/trust", views.Posting.as_view(), name="trust"))
        account.append(path("authenticators", views.Reading.as_view(), name="authenticators"))
        if "totp" in types:
            account.append(
                path("authenticators/totp", views.Managing.as_view(), name="manage_totp")
            )
        if "recovery_codes" in types:
            account.append(
                path(
                    "authenticators/recovery-codes",
                    views.Confirming.as_view(),
                    name="manage_recovery_codes",
                )
            )
        if "webauthn" in types:
            account.append(
                path("authenticators/webauthn", views.Changing.as_view(), name="manage_webauthn")
            )
            auth += [
                path(
                    "webauthn/authenticate",
                    views.Confirming.as_view(),
                    name="authenticate_webauthn",
                ),
                path(
                    "webauthn/reauthenticate",
                    views.Confirming.as_view(),
                    name="reauthenticate_webauthn",
                ),
            ]
            if getattr(settings, "MFA_PASSKEY_LOGIN_ENABLED", False):
                auth.append(
                    path("webauthn/login", views.Confirming.as_view(), name="login_webauthn")
                )
            if getattr(settings, "MFA_PASSKEY_SIGNUP_ENABLED", False):
                auth.append(
                    path("webauthn/signup", views.SigningUp.as_view(), name="signup_webauthn")
                )
    if "allauth.usersessions" in settings.INSTALLED_APPS:
        auth.append(path("sessions", views.Deleting.as_view(), name="sessions"))
    if client == "app":
        more.append(path("tokens/refresh", views.Posting.as_view(), name="refresh"))
    return [
        path(
            "v1/",
            include(
                [
                    path("config", views.Reading.as_view(), name="config"),
                    path("auth/", include(auth)),
                    path("account/", include(account)),
                    *more,
                ]
            ),
        )
    ]

clients = getattr(settings, "HEADLESS_CLIENTS", ("browser", "app"))
urlpatterns = []
if "browser" in clients:
    urlpatterns.append(path("browser/", include((made("browser"), "headless"))))
if "app" in clients:
    urlpatterns.append(path("app/", include((made("app"), "headless"))))
if getattr(settings, "HEADLESS_SERVE_SPECIFICATION", False):
    urlpatterns += [
        path("openapi.yaml", views.Reading.as_view(), name="openapi_yaml"),
        path("openapi.json", views.Reading.as_view(), name="openapi_json"),
        path("openapi.html", views.Reading.as_view(), name="openapi_html"),
    ]
