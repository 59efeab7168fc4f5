"""Prints as JSON the routes that Django's own resolver has; run by the backend's Python.

    DJANGO_SETTINGS_MODULE=settings.main python resolver.py DIR

Each: pattern, methods (null: a plain function, or a class without handlers), the view's dotted
name, and whether the pattern and the view are written in DIR or in an installed package.
"""

import inspect
import json
import os
import sys
from pathlib import Path

import django
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import LocalePrefixPattern

METHODS = ("get", "post", "put", "patch", "delete")


def main(directory):
    sys.path[:0] = [str(directory), str(Path.cwd())]
    if "DJANGO_CONFIGURATION" in os.environ:
        from configurations import importer

        importer.install()
    django.setup()
    rows = list(leaves(get_resolver(), "", True, directory.resolve()))
    json.dump(rows, sys.stdout)


def leaves(resolver, prefix, own, directory):
    own = own and is_own_conf(resolver, directory)
    for entry in resolver.url_patterns:
        if isinstance(entry.pattern, LocalePrefixPattern):
            pattern = prefix + "<locale>/"
        else:
            pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield {
                "pattern": pattern,
                "methods": methods(entry.callback),
                "view": entry.lookup_str,
                "own": own,
            }
        else:
            yield from leaves(entry, pattern, own, directory)


def is_own_conf(resolver, directory):
    conf = resolver.urlconf_name
    if isinstance(conf, str):
        conf = sys.modules.get(conf)
    if not inspect.ismodule(conf):
        # a list of patterns (a router's urls, `admin.site.urls`): the admin is nobody's own
        return resolver.namespace != "admin" and resolver.app_name != "admin"
    file = Path(conf.__file__).resolve()
    return file.is_relative_to(directory) and "site-packages" not in file.parts


def methods(callback):
    cls = getattr(callback, "cls", None) or getattr(callback, "view_class", None)
    if cls is None:
        return None
    initkwargs = {
        **getattr(callback, "initkwargs", {}),
        **getattr(callback, "view_initkwargs", {}),
    }
    allowed = [m.lower() for m in initkwargs.get("http_method_names", cls.http_method_names)]
    actions = getattr(callback, "actions", None)
    if actions is not None:
        # What the class itself calls `delete` answers that, whatever the actions are.
        answered = [m for m in METHODS if m in actions or hasattr(cls, m)]
        return sorted(m.upper() for m in answered if m in allowed)
    # None at all: `dispatch`, or the class's own `as_view`, decides what is answered.
    return sorted(m.upper() for m in METHODS if m in allowed and hasattr(cls, m)) or None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
