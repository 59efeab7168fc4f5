from django.urls import re_path

def image(request, key, scale=1): ...
def audio(request, key): ...
def refresh(request): ...

urlpatterns = [
    re_path(r"image/(?P<key>\w+)/$", image, name="captcha-image"),
    re_path(r"image/(?P<key>\w+)@2/$", image, name="captcha-image-2x"),
    re_path(r"audio/(?P<key>\w+).wav$", audio, name="captcha-audio"),
    re_path(r"refresh/$", refresh, name="captcha-refresh"),
]
