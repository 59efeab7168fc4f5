"""What is known of Django REST framework's base view."""

from django.views.generic import View

class APIView(View):
    def options(self, request, *args, **kwargs): ...
