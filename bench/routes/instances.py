"""Prints as JSON the fields of Django REST framework's serializers; run by the backend's Python.

    DJANGO_SETTINGS_MODULE=settings.main python instances.py DIR

Every serializer class that is written in DIR and loaded with the URLconf is instantiated without
arguments. Of each field: kind on the wire (null: its class doesn't say), whether it may be null,
is read-only, write-only, required.
"""

import inspect
import json
import os
import sys
from pathlib import Path

import django
from django.db import models
from django.urls import get_resolver


def main(directory):
    sys.path[:0] = [str(directory), str(Path.cwd())]
    if "DJANGO_CONFIGURATION" in os.environ:
        from configurations import importer

        importer.install()
    django.setup()
    visit(get_resolver())
    json.dump(dict(read(directory.resolve())), sys.stdout)


def visit(resolver):
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns"):
            visit(entry)


def read(directory):
    from rest_framework.serializers import Serializer

    classes, seen = [Serializer], set()
    while classes:
        for cls in classes.pop().__subclasses__():
            if cls not in seen:
                seen.add(cls)
                classes.append(cls)
    for cls in sorted(seen, key=lambda c: (c.__module__, c.__qualname__)):
        file = Path(inspect.getsourcefile(cls) or "/")
        if not file.is_relative_to(directory) or "." in cls.__qualname__:
            continue
        try:
            fields = {
                name: described(field)
                for name, field in cls().fields.items()
                if type(field).__name__ != "HiddenField"
            }
        except Exception as error:  # whatever the project raises: the others are described
            print(f"{cls.__module__}.{cls.__qualname__}: {error!r}"[:200], file=sys.stderr)
            continue
        yield f"{cls.__module__}.{cls.__qualname__}", fields


def described(field):
    return {
        "class": type(field).__name__,
        "kind": kind(field),
        "null": bool(field.allow_null),
        "read_only": field.read_only,
        "write_only": field.write_only,
        "required": field.required,
    }


def kind(field):
    from rest_framework import relations, serializers

    module = type(field).to_representation.__module__ or ""
    lists = (serializers.ListSerializer, relations.ManyRelatedField, serializers.ListField)
    if isinstance(field, (*lists, serializers.MultipleChoiceField)):
        return "array"
    if isinstance(field, serializers.BaseSerializer):
        return "object" if module.startswith("rest_framework.") else None
    if not module.startswith("rest_framework."):
        return None
    if isinstance(field, serializers.DictField):
        return "object"
    if isinstance(field, serializers.PrimaryKeyRelatedField):
        queryset = field.queryset if field.queryset is not None else None
        return (
            of_key(queryset.model._meta.pk) if queryset is not None and not field.pk_field else None
        )
    if isinstance(field, serializers.ChoiceField):
        kinds = {type(key) for key in field.choices}
        return {str: "string", int: "integer"}.get(kinds.pop()) if len(kinds) == 1 else None
    if isinstance(field, serializers.DecimalField):
        from rest_framework.settings import api_settings

        coerced = getattr(field, "coerce_to_string", api_settings.COERCE_DECIMAL_TO_STRING)
        return "string" if coerced else "number"
    plain = {
        "boolean": (serializers.BooleanField,),
        "integer": (serializers.IntegerField,),
        "number": (serializers.FloatField,),
        "string": (
            serializers.CharField,
            serializers.DateTimeField,
            serializers.DateField,
            serializers.TimeField,
            serializers.DurationField,
            serializers.UUIDField,
            serializers.FileField,
            serializers.IPAddressField,
            serializers.HyperlinkedRelatedField,
            serializers.StringRelatedField,
        ),
    }
    return next((name for name, classes in plain.items() if isinstance(field, classes)), None)


def of_key(key):
    while key.remote_field is not None:
        key = key.remote_field.model._meta.pk
    if isinstance(key, models.IntegerField):
        return "integer"
    return "string" if isinstance(key, (models.CharField, models.UUIDField)) else None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
