from ninja.main import NinjaAPI
from ninja.router import Router
from ninja.schema import FilterSchema, ModelSchema, Schema
