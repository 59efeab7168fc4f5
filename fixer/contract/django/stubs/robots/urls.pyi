from django.urls import path

def rules(request): ...

urlpatterns = [path("", rules, name="robots_rule_list")]
