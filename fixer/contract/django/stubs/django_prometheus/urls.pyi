from django.urls import path

def metrics(request): ...

urlpatterns = [path("metrics", metrics, name="prometheus-django-metrics")]
