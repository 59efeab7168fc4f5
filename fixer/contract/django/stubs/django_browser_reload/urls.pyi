from django.urls import path

def events(request): ...

urlpatterns = [path("events/", events, name="events")]
