from rest_framework.views import APIView

class LoginView(APIView):
    def post(self, request, format=None): ...

class LogoutView(APIView):
    def post(self, request, format=None): ...

class LogoutAllView(APIView):
    def post(self, request, format=None): ...
