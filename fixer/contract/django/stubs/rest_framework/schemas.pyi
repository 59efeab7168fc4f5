"""The view that Django REST framework makes for its own schema."""

from rest_framework.views import APIView

class SchemaView(APIView):
    def get(self, request, *args, **kwargs): ...

def get_schema_view(*args, **kwargs): ...
