"""Serializers and models as the schemas of what is sent and taken."""

from pathlib import Path

import pytest

from fixer.contract.model import Contract
from tests.contract.django.tools import contract, operation, shown

MODELS = """
import uuid
from django.conf import settings
from django.db import models

class Base(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)
    class Meta:
        abstract = True

class Tag(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.CharField(max_length=10)

class Item(Base):
    class Kind(models.TextChoices):
        BIG = "big", "Big"
        SMALL = "small", "Small"
    name = models.CharField(max_length=10)
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.BIG)
    price = models.DecimalField(max_digits=5, decimal_places=2)
    note = models.TextField(null=True, blank=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)
    @property
    def label(self) -> str: ...
"""
VIEWS = """
from rest_framework import viewsets
import serializers
class Items(viewsets.ModelViewSet):
    serializer_class = serializers.Items
"""
URLS = """
from rest_framework.routers import SimpleRouter
import views
router = SimpleRouter()
router.register("x", views.Items, "x")
urlpatterns = router.urls
"""
SERIALIZERS = """
from rest_framework import serializers
from models import Item, Tag
"""


def read(folder: Path, serializers: str, **files: str) -> Contract:
    named = {f"{name}.py": text for name, text in files.items()}
    base = {"urls.py": URLS, "views.py": VIEWS, "models.py": MODELS}
    return contract(folder, {**base, "serializers.py": SERIALIZERS + serializers, **named})


@pytest.mark.parametrize(
    ("field", "schema"),
    [
        ("serializers.CharField()", "string"),
        ("serializers.EmailField(allow_null=True)", "email|null"),
        ("serializers.IntegerField(min_value=1)", "integer"),
        ("serializers.DecimalField(max_digits=5, decimal_places=2)", "decimal"),
        ("serializers.DecimalField(5, 2, coerce_to_string=False)", "number"),
        ("serializers.DateTimeField()", "date-time"),
        ("serializers.ChoiceField(choices=['a', 'b'])", "(a|b)"),
        ("serializers.ChoiceField(choices=Item.Kind.choices)", "(big|small)"),
        ("serializers.ChoiceField(choices=['a', 'b'], allow_blank=True)", "(a|b|)"),
        ("serializers.ListField(child=serializers.IntegerField())", "[integer]"),
        ("serializers.JSONField()", "any"),
        ("serializers.PrimaryKeyRelatedField(queryset=Tag.objects.all())", "uuid"),
        ("serializers.PrimaryKeyRelatedField(many=True, queryset=Item.objects.all())", "[integer]"),
        ("serializers.SlugRelatedField('name', queryset=Tag.objects.filter(id=1))", "string"),
        ("Special()", "any"),
        ("Whole(queryset=Tag.objects.all())", "any"),
        ("Whole(many=True, queryset=Tag.objects.all())", "[any]"),
        ("Inner()", "Inner"),
        ("Inner(many=True, allow_null=True)", "[Inner]|null"),
    ],
)
def test_fields(tmp_path: Path, field: str, schema: str) -> None:
    text = f"""
class Special(serializers.CharField):
    def to_representation(self, value): ...
class Whole(serializers.PrimaryKeyRelatedField):
    def to_representation(self, value): return Inner(value).data
class Inner(serializers.Serializer):
    value = serializers.CharField()
class Items(serializers.Serializer):
    it = {field}
"""
    found = read(tmp_path, text)
    assert shown(found.schemas["Items"]) == f"{{it: {schema}}}"


@pytest.mark.parametrize(
    ("annotated", "schema"),
    [
        ("-> int", "integer"),
        ("-> 'str | None'", "string|null"),
        ("-> Optional[datetime.date]", "date|null"),
        ("-> list[int]", "[integer]"),
        ("-> dict[str, float]", "{...}"),
        ("-> Literal['a', 'b']", "(a|b)"),
        ("-> Item", "any"),
        ("", "any"),
    ],
)
def test_method_fields(tmp_path: Path, annotated: str, schema: str) -> None:
    text = f"""
import datetime
from typing import Literal, Optional
class Items(serializers.Serializer):
    it = serializers.SerializerMethodField()
    def get_it(self, item) {annotated}: ...
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == f"{{it: {schema}}}"


def test_a_method_field_that_reads_its_input_is_sent_too(tmp_path: Path) -> None:
    text = """
class Both(serializers.SerializerMethodField):
    def to_internal_value(self, data): return {self.field_name: data}
class Plain(serializers.SerializerMethodField): ...
class Items(serializers.Serializer):
    one = Both()
    two = Plain()
"""
    assert shown(read(tmp_path, text).schemas["ItemsRequest"]) == "{one?: any}"


def test_a_field_that_is_listed_twice_is_there_once(tmp_path: Path) -> None:
    text = """
class Items(serializers.Serializer):
    one = serializers.IntegerField()
    class Meta:
        fields = ("one", "one")
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == "{one: integer}"


def test_extend_schema_field(tmp_path: Path) -> None:
    text = """
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
class Items(serializers.Serializer):
    one = serializers.SerializerMethodField()
    two = serializers.SerializerMethodField()
    @extend_schema_field(OpenApiTypes.INT)
    def get_one(self, item): ...
    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_two(self, item): ...
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == "{one: integer, two: [string]}"


def test_all_fields_of_a_model(tmp_path: Path) -> None:
    text = """
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = "__all__"
"""
    found = read(tmp_path, text)
    assert shown(found.schemas["Items"]) == (
        "{id: integer, created_at: date-time, name: string, kind: (big|small), price: decimal, "
        "note: string|null, parent: integer|null, tags: [uuid]}"
    )
    assert shown(found.schemas["ItemsRequest"]) == (
        "{name: string, kind?: (big|small), price: decimal, note?: string|null, "
        "parent?: integer|null, tags: [uuid]}"
    )


def test_listed_and_excluded_fields(tmp_path: Path) -> None:
    text = """
class Base(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["id", "name"]
class Tags(serializers.ModelSerializer):
    class Meta:
        model = Tag
        exclude = ["name"]
class Items(Base):
    tags = Tags(many=True, read_only=True)
    class Meta(Base.Meta):
        fields = Base.Meta.fields + ["tags", "label", "parent_id"]
        read_only_fields = ["name"]
"""
    found = read(tmp_path, text)
    assert shown(found.schemas["Items"]) == (
        "{id: integer, name: string, tags: [Tags], label: string, parent_id: integer|null}"
    )
    assert shown(found.schemas["Tags"]) == "{id: uuid}"
    assert shown(found.schemas["ItemsRequest"]) == "{}"


def test_what_is_sent_is_not_what_is_taken(tmp_path: Path) -> None:
    text = """
class Items(serializers.ModelSerializer):
    secret = serializers.CharField(write_only=True)
    shown = serializers.IntegerField(read_only=True)
    maybe = serializers.IntegerField(required=False)
    class Meta:
        model = Item
        fields = ["secret", "shown", "maybe", "note"]
        extra_kwargs = {"note": {"required": True}}
"""
    found = read(tmp_path, text)
    assert shown(found.schemas["Items"]) == "{shown: integer, maybe: integer, note: string|null}"
    assert (
        shown(found.schemas["ItemsRequest"])
        == "{secret: string, maybe?: integer, note: string|null}"
    )
    assert (
        shown(found.schemas["ItemsPatchedRequest"])
        == "{secret?: string, maybe?: integer, note?: string|null}"
    )


def test_a_serializer_that_nests_itself_ends(tmp_path: Path) -> None:
    text = """
class Node(serializers.Serializer):
    name = serializers.CharField()
    def get_fields(self):
        return {**super().get_fields(), "children": Node(many=True)}
class Items(serializers.Serializer):
    items = serializers.ListField(child=Node())
"""
    found = read(tmp_path, text)
    assert shown(found.schemas["Items"]) == "{items: [Node]}"
    assert shown(found.schemas["Node"]) == "{name: string, ...}"


def test_a_representation_that_changes_is_open(tmp_path: Path) -> None:
    text = """
class Items(serializers.Serializer):
    one = serializers.CharField()
    two = serializers.CharField()
    def to_representation(self, item):
        data = super().to_representation(item)
        if not item.two:
            del data["two"]
        return data
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == "{one: string, two?: string, ...}"


REPRESENTED = """
class Items(serializers.Serializer):
    one = serializers.CharField()
    two = serializers.CharField()
    def to_representation(self, item):
        data = super().to_representation(item)
%s
"""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("data['two'] = Owner(item.two).data", "{one: string, two: any, ...}"),
        ("data['two']['name'] = item.name", "{one: string, two: any, ...}"),
        ("data['two'] += item.more", "{one: string, two: any, ...}"),
        ("data.update({'two': item.two})", "{one: string, two: any, ...}"),
        ("data |= {'two': item.two}", "{one: string, two: any, ...}"),
        ("return {**data, 'two': item.two}", "{one: string, two: any, ...}"),
        (
            "return {'two': item.two, **super().to_representation(item)}",
            "{one: string, two: any, ...}",
        ),
        ("for name in ('two',): data[name] = item.two", "{one: string, two: any, ...}"),
        ("data['three'] = item.three", "{one: string, two: string, ...}"),
        ("logger.info('sent %s', data)", "{one: string, two: string, ...}"),
        ("for name in data: data[name] = data[name] or ''", "{one: any, two: any, ...}"),
        ("self.fill(data)", "{one: any, two: any, ...}"),
        ("data.update(self.more(item))", "{one: any, two: any, ...}"),
        ("return {key: str(value) for key, value in data.items()}", "{one: any, two: any, ...}"),
        ("more = {}; more['two'] = 1; return data | more", "{one: any, two: any, ...}"),
    ],
)
def test_what_a_representation_sets_is_no_longer_what_the_field_sends(
    tmp_path: Path, lines: str, expected: str
) -> None:
    written = REPRESENTED % f"        {lines}" + "        return data\n"
    assert shown(read(tmp_path, written).schemas["Items"]) == expected


def test_what_an_extended_representation_sets_is_set_for_a_subclass_too(tmp_path: Path) -> None:
    text = """
class Base(serializers.Serializer):
    two = serializers.CharField()
    def to_representation(self, item):
        data = super().to_representation(item)
        data["two"] = item.two.key
        return data
class Items(Base):
    def to_representation(self, item):
        return super().to_representation(item.one)
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == "{two: any, ...}"


def test_the_user_model_and_its_inherited_fields(tmp_path: Path) -> None:
    text = """
from django.contrib.auth import get_user_model
class Items(serializers.ModelSerializer):
    class Meta:
        model = get_user_model()
        fields = ["id", "username", "date_joined", "nick"]
"""
    settings = 'ROOT_URLCONF = "urls"\nAUTH_USER_MODEL = "people.User"\n'
    settings += 'INSTALLED_APPS = ["people"]\n'
    user = (
        "from django.contrib.auth.models import AbstractUser\nfrom django.db import models\n"
        "class User(AbstractUser):\n    nick = models.CharField(max_length=5)\n"
    )
    files = {"urls.py": URLS, "views.py": VIEWS, "models.py": MODELS, "people/models.py": user}
    files |= {"people/__init__.py": "", "site_settings.py": settings}
    found = contract(tmp_path, {**files, "serializers.py": SERIALIZERS + text})
    assert (
        shown(found.schemas["Items"])
        == "{id: integer, username: string, date_joined: date-time, nick: string}"
    )


def test_locations_of_fields(tmp_path: Path) -> None:
    found = read(
        tmp_path, "\nclass Items(serializers.Serializer):\n    it = serializers.CharField()\n"
    )
    schema = found.schemas["Items"]
    assert str(schema.location) == "serializers.py:5"
    assert str(schema.properties[0].location) == "serializers.py:6"
    assert str(operation(found, "GET /x/").location) == "urls.py:5"


def test_a_method_field_that_writes_out_what_it_returns(tmp_path: Path) -> None:
    files = {
        "urls.py": """
            from django.urls import path
            from views import Items
            urlpatterns = [path("items/", Items.as_view())]
        """,
        "views.py": """
            from rest_framework import generics, serializers

            class Owner(serializers.Serializer):
                name = serializers.CharField()

            class Item(serializers.Serializer):
                people = serializers.SerializerMethodField()
                owner = serializers.SerializerMethodField()
                either = serializers.SerializerMethodField()
                total = serializers.SerializerMethodField()

                def get_people(self, item):
                    return [{"id": p.id, "name": p.name} for p in item.people.all()]

                def get_owner(self, item):
                    if item.owner is None:
                        return None
                    return Owner(item.owner).data

                def get_either(self, item):
                    if item.owner:
                        return {"id": 1}
                    return {"name": "none"}

                def get_total(self, item):
                    return item.total

            class Items(generics.RetrieveAPIView):
                serializer_class = Item
        """,
    }
    found = contract(tmp_path, files)
    item = found.schemas["Item"]
    said = {p.name: shown(p.schema) for p in item.properties}
    assert said == {
        "people": "[{id: any, name: any}]",
        "owner": "Owner|null",
        "either": "any",
        "total": "any",
    }


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("def validate(self, data): return data", "{name: string}"),
        ('def validate(self, data): self.initial_data["size"]', "{name: string, ...}"),
        ("def to_internal_value(self, data): return data", "{name: string, ...}"),
        ('def create(self, d): self.context["request"].data.get("size")', "{name: string, ...}"),
    ],
)
def test_a_serializer_that_looks_into_what_was_sent_takes_more(
    tmp_path: Path, method: str, expected: str
) -> None:
    text = f"""
class Items(serializers.Serializer):
    name = serializers.CharField()
    {method}
"""
    schemas = read(tmp_path, text).schemas
    assert (shown(schemas["Items"]), shown(schemas["ItemsRequest"])) == ("{name: string}", expected)


def test_a_model_s_field_of_a_package_is_there(tmp_path: Path) -> None:
    models = """
from django.db import models
from s3_file_field import S3FileField
class File(models.Model):
    name = models.CharField()
    file = S3FileField(null=True)
    objects = files.Manager()
"""
    text = """
from files import File
class Items(serializers.ModelSerializer):
    class Meta:
        model = File
        fields = "__all__"
"""
    found = read(tmp_path, text, files=models).schemas["Items"]
    assert shown(found) == "{id: integer, name: string, file: any|null}"


@pytest.mark.parametrize(
    ("init", "sent", "taken"),
    [
        ('self.fields.pop("a")', "{b: string}", "{b: string}"),
        ('del self.fields["a"]', "{b: string}", "{b: string}"),
        (
            'if not self.context: self.fields.pop("a")',
            "{a: string, b: string}",
            "{a?: string, b: string}",
        ),
        (
            "for name in chosen: self.fields.pop(name)",
            "{a: string, b: string}",
            "{a?: string, b?: string}",
        ),
        ('for name in ("a", "x"): self.fields.pop(name, None)', "{b: string}", "{b: string}"),
        (
            'names = ["a"]\n        for name in names:\n            del self.fields[name]',
            "{b: string}",
            "{b: string}",
        ),
        (
            'for name in ["a"]:\n            if self.context: self.fields.pop(name)',
            "{a: string, b: string}",
            "{a?: string, b: string}",
        ),
        (
            'for name in ["a"]:\n            if self.context: break\n'
            "            self.fields.pop(name)",
            "{a: string, b: string}",
            "{a?: string, b: string}",
        ),
        (
            'if self.context: return\n        self.fields.pop("a")',
            "{a: string, b: string}",
            "{a?: string, b: string}",
        ),
        (
            'names = ["a"]\n        if self.context: names.remove("a")\n'
            "        for name in names: self.fields.pop(name)",
            "{a: string, b: string}",
            "{a?: string, b?: string}",
        ),
        (
            'for name in ["a"]:\n            name = self.context[name]\n'
            "            self.fields.pop(name)",
            "{a: string, b: string}",
            "{a?: string, b?: string}",
        ),
        (
            'self.fields["c"] = serializers.CharField()',
            "{a: string, b: string, ...}",
            "{a: string, b: string, ...}",
        ),
        ('self.fields["a"].required = False', "{a: string, b: string}", "{a?: string, b: string}"),
        ('self.fields["a"].read_only = True', "{a: string, b: string}", "{b: string}"),
        (
            "for field in self.fields.values(): field.read_only = True",
            "{a: string, b: string}",
            "{a?: string, b?: string}",
        ),
    ],
)
def test_fields_that_init_changes(tmp_path: Path, init: str, sent: str, taken: str) -> None:
    text = f"""
class Items(serializers.Serializer):
    a = serializers.CharField()
    b = serializers.CharField()
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        {init}
"""
    schemas = read(tmp_path, text).schemas
    assert (shown(schemas["Items"]), shown(schemas["ItemsRequest"])) == (sent, taken)


def test_fields_under_another_name_in_get_fields(tmp_path: Path) -> None:
    serializers = """
class Items(serializers.Serializer):
    from_ = serializers.CharField()
    to = serializers.CharField()
    def get_fields(self):
        made = super().get_fields()
        first = made.pop("from_")
        return {"from": first, **made}
"""
    assert shown(read(tmp_path, serializers).schemas["Items"]) == "{to: string, ...}"


def test_a_class_that_is_given_fields_later_is_left_open(tmp_path: Path) -> None:
    serializers = """
class Items(serializers.Serializer):
    id = serializers.IntegerField()
Items._declared_fields["items"] = Items(many=True, source="children")
"""
    assert shown(read(tmp_path, serializers).schemas["Items"]) == "{id: integer, ...}"


def test_names_that_cannot_be_known_leave_the_object_open(tmp_path: Path) -> None:
    text = """
from elsewhere import NAMES
class Items(serializers.ModelSerializer):
    a = serializers.CharField()
    class Meta:
        model = Item
        fields = NAMES
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == "{a: string, ...}"


def test_a_plain_mixin_declares_nothing(tmp_path: Path) -> None:
    text = """
class Mixin:
    a = serializers.CharField()
class Items(Mixin, serializers.Serializer):
    b = serializers.CharField()
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == "{b: string}"


def test_a_field_class_s_own_arguments(tmp_path: Path) -> None:
    text = """
class Fixed(serializers.CharField):
    def __init__(self, **kwargs):
        kwargs.setdefault("read_only", True)
        super().__init__(allow_null=True, **kwargs)
class Items(serializers.Serializer):
    a = Fixed()
    b = Fixed(read_only=False)
"""
    schemas = read(tmp_path, text).schemas
    assert shown(schemas["Items"]) == "{a: string|null, b: string|null}"
    assert shown(schemas["ItemsRequest"]) == "{b: string|null}"


def test_relations_as_objects_by_depth(tmp_path: Path) -> None:
    models = """
from django.db import models
class Shop(models.Model):
    name = models.CharField(max_length=9)
class Item(models.Model):
    shop = models.ForeignKey(Shop, null=True, on_delete=models.CASCADE)
    shops = models.ManyToManyField(Shop)
class Tag: ...
"""
    text = """
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["shop", "shops"]
        depth = 1
"""
    schemas = read(tmp_path, text, models=models).schemas
    shop = "{id: integer, name: string}"
    assert shown(schemas["Items"]) == f"{{shop: {shop}|null, shops: [{shop}]}}"
    assert shown(schemas["ItemsRequest"]) == "{}"


def test_what_a_request_may_say_of_a_model(tmp_path: Path) -> None:
    models = """
from django.db import models
from elsewhere.models import Base
class Item(Base):
    code = models.CharField(max_length=9, primary_key=True)
    made = models.ManyToManyField("Item", through="Link")
    size = models.CharField(max_length=9, choices=[(1, "small"), (2, "big")])
    @property
    def label(self): ...
class Tag: ...
"""
    text = """
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["code", "made", "size", "label", "unknown"]
"""
    schemas = read(tmp_path, text, models=models).schemas
    assert shown(schemas["ItemsRequest"]) == "{code: string, size: (1|2), unknown?: any}"


def test_the_label_of_a_choice_is_only_sent(tmp_path: Path) -> None:
    text = """
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["get_kind_display", "get_name_display"]
"""
    schemas = read(tmp_path, text).schemas
    assert shown(schemas["Items"]) == "{get_kind_display: string, get_name_display: any}"
    assert shown(schemas["ItemsRequest"]) == "{get_name_display?: any}"


def test_a_translated_field_has_one_more_for_each_language(tmp_path: Path) -> None:
    settings = """
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["modeltranslation"]
LANGUAGES = [("fi", "Finnish"), ("pt-br", "Portuguese")]
"""
    options = """
from modeltranslation.translator import TranslationOptions, register, translator
import models
@register(models.Tag)
class TagOptions(TranslationOptions):
    fields = ("name",)
class ItemOptions(TranslationOptions):
    fields = ["note"]
translator.register(models.Item, ItemOptions)
translator.register(elsewhere.News, elsewhere.options())
"""
    text = """
class Tags(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = "__all__"
class Items(serializers.ModelSerializer):
    tag = Tags()
    class Meta:
        model = Item
        fields = ["tag", "note", "note_fi"]
"""
    schemas = read(tmp_path, text, translation=options, site_settings=settings).schemas
    assert shown(schemas["Tags"]) == (
        "{id: uuid, name: string, name_fi: string|null, name_pt_br: string|null}"
    )
    assert shown(schemas["Items"]) == "{tag: Tags, note: string|null, note_fi: string|null}"
    assert "name_fi?: string|null" in shown(schemas["TagsRequest"])


def test_an_empty_text_may_stand_for_no_choice(tmp_path: Path) -> None:
    models = """
from django.db import models
KINDS = [("a", "A"), ("b", "B")]
class Item(models.Model):
    may = models.CharField(max_length=9, choices=KINDS, blank=True)
    begins = models.CharField(max_length=9, choices=KINDS, default="")
    must = models.CharField(max_length=9, choices=KINDS, default="a")
    number = models.IntegerField(choices=[(1, "one")], blank=True, null=True)
class Tag: ...
"""
    text = """
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["may", "begins", "must", "number"]
"""
    schemas = read(tmp_path, text, models=models).schemas
    said = "{may: (a|b|), begins: (a|b|), must: (a|b), number: (1)|null}"
    assert shown(schemas["Items"]) == said


def test_a_list_of_fields_of_which_not_all_are_known_is_open(tmp_path: Path) -> None:
    text = """
from accounts import User
class Items(serializers.ModelSerializer):
    code = serializers.CharField()
    class Meta:
        model = Item
        fields = (User.USERNAME_FIELD,) + tuple(User.REQUIRED_FIELDS) + ("code",)
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == "{code: string, ...}"


def test_a_list_that_a_class_of_the_project_makes_is_open(tmp_path: Path) -> None:
    text = """
class Counted(serializers.ListSerializer):
    def to_representation(self, data):
        return {"results": super().to_representation(data)}
class Inner(serializers.Serializer):
    class Meta:
        list_serializer_class = Counted
class Items(serializers.Serializer):
    one = Inner()
    many = Inner(many=True)
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == "{one: Inner, many: any}"


def test_fields_of_packages_that_are_not_there(tmp_path: Path) -> None:
    serializers = """
from shop.fields import CachedMethodField, MoneyField, PlaceSerializer
class Items(serializers.ModelSerializer):
    price = MoneyField()
    places = PlaceSerializer(many=True, read_only=True)
    label = CachedMethodField()
    cache = make_cache()
    class Meta:
        model = Item
        fields = ["price", "places", "label"]
"""
    found = read(tmp_path, serializers)
    assert shown(found.schemas["Items"]) == "{price: any, places: [any], label: any}"
    assert shown(found.schemas["ItemsRequest"]) == "{price?: any}"


def test_what_extra_kwargs_say(tmp_path: Path) -> None:
    serializers = """
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["note", "text", "url"]
        extra_kwargs = {
            "note": {"allow_null": False, "required": True},
            "text": {"source": "note"},
            "url": {"source": "name"},
        }
"""
    found = read(tmp_path, serializers)
    assert shown(found.schemas["Items"]) == "{note: string, text: string|null, url: string}"
    assert shown(found.schemas["ItemsRequest"]) == (
        "{note: string, text?: string|null, url: string}"
    )


def test_of_many_relations_each_may_be_null(tmp_path: Path) -> None:
    serializers = """
class Items(serializers.Serializer):
    tags = serializers.PrimaryKeyRelatedField(many=True, queryset=Tag.objects, allow_null=True)
"""
    assert shown(read(tmp_path, serializers).schemas["Items"]) == "{tags: [uuid]}"


def test_a_slug_that_is_made_is_not_taken(tmp_path: Path) -> None:
    models = """
from django.db import models
from autoslug import AutoSlugField
class Item(models.Model):
    slug = AutoSlugField(populate_from="name")
    name = models.CharField(max_length=10)
"""
    serializers = """
from rest_framework import serializers
from models import Item
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["slug", "name"]
"""
    files = {"urls.py": URLS, "views.py": VIEWS, "models.py": models, "serializers.py": serializers}
    found = contract(tmp_path, files)
    assert shown(found.schemas["Items"]) == "{slug: any, name: string}"
    assert shown(found.schemas["ItemsRequest"]) == "{name: string}"


def test_a_serializer_of_a_package_s_class(tmp_path: Path) -> None:
    serializers = """
from shop.serializers import PersonSerializer, Reporting
class Owner(PersonSerializer): ...
class Items(Reporting, serializers.Serializer):
    owner = Owner(read_only=True)
    class Meta:
        model = Item
        fields = ["name", "owner"]
"""
    found = read(tmp_path, serializers)
    assert shown(found.schemas["Items"]) == "{owner: any, ...}"
    assert shown(found.schemas["ItemsRequest"]) == "{...}"


def test_fields_that_a_partial_function_makes(tmp_path: Path) -> None:
    serializers = """
from functools import partial
Money = partial(serializers.DecimalField, 8, read_only=True)
class Items(serializers.Serializer):
    price = Money(decimal_places=2)
    old_price = Money(decimal_places=2, allow_null=True)
"""
    found = read(tmp_path, serializers)
    assert shown(found.schemas["Items"]) == "{price: decimal, old_price: decimal|null}"
    assert shown(found.schemas["ItemsRequest"]) == "{}"


def test_a_model_s_field_of_a_package_need_not_be_sent(tmp_path: Path) -> None:
    """Its class may fill it in."""
    models = """
from django.db import models
from shop.fields import VersionField
class Item(models.Model):
    version = VersionField()
    name = models.CharField(max_length=10)
"""
    serializers = """
from rest_framework import serializers
from models import Item
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["version", "name"]
"""
    files = {"urls.py": URLS, "views.py": VIEWS, "models.py": models, "serializers.py": serializers}
    found = contract(tmp_path, files)
    assert shown(found.schemas["ItemsRequest"]) == "{version?: any, name: string}"


@pytest.mark.parametrize(
    ("body", "sent", "taken"),
    [
        (
            "names = list(super().get_field_names(declared_fields, info))\n"
            "        return [n for n in names if not n.startswith('t')]",
            "{id: uuid, name: string}",
            "{name: string}",
        ),
        (
            "return choose(super().get_field_names(declared_fields, info))",
            "{id?: uuid, name?: string, tags?: [uuid], ...}",
            "{name?: string, tags?: [uuid], ...}",
        ),
        (
            "names = super().get_field_names(declared_fields, info)\n"
            "        if not self.context['staff']:\n            names = ['id', 'name']\n"
            "        return names",
            "{id?: uuid, name?: string, tags?: [uuid], ...}",
            "{name?: string, tags?: [uuid], ...}",
        ),
    ],
)
def test_a_serializer_that_chooses_its_names(
    tmp_path: Path, body: str, sent: str, taken: str
) -> None:
    models = """
import uuid
from django.db import models
class Tag(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
class Item(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=10)
    tags = models.ManyToManyField(Tag)
"""
    serializers = f"""
from elsewhere import choose
from rest_framework import serializers
from models import Item
class Items(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = "__all__"
    def get_field_names(self, declared_fields, info):
        {body}
"""
    files = {"urls.py": URLS, "views.py": VIEWS, "models.py": models, "serializers.py": serializers}
    found = contract(tmp_path, files)
    assert shown(found.schemas["Items"]) == sent
    assert shown(found.schemas["ItemsRequest"]) == taken
