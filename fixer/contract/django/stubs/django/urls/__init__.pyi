from django.urls.conf import include, path, re_path
