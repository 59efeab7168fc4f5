"""Serializers that send URLs in place of keys, and relations from the other side."""

from pathlib import Path

import pytest

from tests.contract.django.test_serializers import read
from tests.contract.django.tools import shown


@pytest.mark.parametrize(
    ("fields", "sent"),
    [
        (
            '["url", "name", "parent", "tags"]',
            "{url: uri, name: string, parent: uri|null, tags: [uri]}",
        ),
        ('["id", "label"]', "{id: integer, label: string}"),
    ],
)
def test_relations_are_links(tmp_path: Path, fields: str, sent: str) -> None:
    text = f"""
class Items(serializers.HyperlinkedModelSerializer):
    class Meta:
        model = Item
        fields = {fields}
"""
    assert shown(read(tmp_path, text).schemas["Items"]) == sent


def test_the_url_stands_for_the_key_and_is_not_taken(tmp_path: Path) -> None:
    text = """
class Tags(serializers.HyperlinkedModelSerializer):
    class Meta:
        model = Tag
        fields = "__all__"
class Items(serializers.Serializer):
    tag = Tags()
"""
    found = read(tmp_path, text).schemas
    assert shown(found["Tags"]) == "{url: uri, name: string}"
    assert shown(found["TagsRequest"]) == "{name: string}"


def test_a_field_of_one_s_own_for_relations(tmp_path: Path) -> None:
    text = """
class Short(serializers.HyperlinkedRelatedField): ...
class Whole(serializers.PrimaryKeyRelatedField):
    def to_representation(self, value): ...
class Tags(serializers.ModelSerializer):
    serializer_related_field = Whole
    class Meta:
        model = Item
        fields = ["id", "parent"]
class Items(serializers.ModelSerializer):
    serializer_related_field = Short
    other = Tags()
    class Meta:
        model = Item
        fields = ["id", "parent", "other"]
"""
    found = read(tmp_path, text).schemas
    assert shown(found["Tags"]) == "{id: integer, parent: any|null}"
    assert shown(found["Items"]) == "{id: integer, parent: uri|null, other: Tags}"


def test_a_field_of_a_package_in_a_model_may_be_taken(tmp_path: Path) -> None:
    models = """
from django.db import models
from elsewhere.fields import RelativeDeltaField
class OwnField(RelativeDeltaField): ...
class Tag(models.Model):
    lasts = RelativeDeltaField(null=True)
    rests = OwnField(null=True)
class Item(models.Model):
    name = models.CharField(max_length=9)
"""
    text = """
class Items(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["lasts", "rests"]
"""
    found = read(tmp_path, text, models=models).schemas
    assert [prop.name for prop in found["ItemsRequest"].properties] == ["lasts", "rests"]


def test_a_relation_from_the_other_side_may_be_taken(tmp_path: Path) -> None:
    text = """
class Items(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["name", "item_set", "url"]
"""
    found = read(tmp_path, text).schemas
    assert shown(found["Items"]) == "{name: string, item_set: any, url: uri}"
    assert shown(found["ItemsRequest"]) == "{name: string, item_set?: any}"


def test_the_permissions_of_django(tmp_path: Path) -> None:
    text = """
from django.contrib.auth.models import Permission
class Items(serializers.ModelSerializer):
    class Meta:
        model = Permission
        fields = "__all__"
"""
    found = read(tmp_path, text).schemas
    assert (
        shown(found["Items"])
        == "{id: integer, name: string, content_type: integer, codename: string}"
    )
