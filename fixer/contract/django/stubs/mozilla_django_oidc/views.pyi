from django.views.generic import View

class OIDCAuthenticationCallbackView(View):
    http_method_names = ["get"]
    def get(self, request): ...

class OIDCAuthenticationRequestView(View):
    http_method_names = ["get"]
    def get(self, request): ...

class OIDCLogoutView(View):
    http_method_names = ["get", "post"]
    def get(self, request): ...
    def post(self, request): ...
