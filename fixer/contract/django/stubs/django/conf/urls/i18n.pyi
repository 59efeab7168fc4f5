from django.urls import path
from django.views.i18n import set_language

def i18n_patterns(*urls, prefix_default_language=True): ...

urlpatterns = [path("setlang/", set_language, name="set_language")]
