class AppConfig:
    name = None
    verbose_name = None
    def ready(self): ...

class Apps:
    def get_app_configs(self): ...
    def get_model(self, app_label, model_name=None): ...

apps = Apps()
