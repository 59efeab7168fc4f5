from rest_framework.views import APIView

class ObtainAuthToken(APIView):
    def post(self, request, *args, **kwargs): ...

obtain_auth_token = ObtainAuthToken.as_view()
