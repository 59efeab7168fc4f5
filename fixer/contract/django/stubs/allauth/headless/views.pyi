"""Which methods the endpoints of django-allauth's headless API answer."""

from django.views import View

class Reading(View):
    def get(self, request, *args, **kwargs): ...

class Posting(View):
    def post(self, request, *args, **kwargs): ...

class Deleting(Reading):
    def delete(self, request, *args, **kwargs): ...

class Confirming(Reading):
    def post(self, request, *args, **kwargs): ...

class Managing(Confirming):
    def delete(self, request, *args, **kwargs): ...

class Changing(Managing):
    def put(self, request, *args, **kwargs): ...

class Emails(Changing):
    def patch(self, request, *args, **kwargs): ...

class SigningUp(Confirming):
    def put(self, request, *args, **kwargs): ...
