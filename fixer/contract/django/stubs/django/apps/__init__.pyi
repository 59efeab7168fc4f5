class AppConfig:
    name = None
    verbose_name = None
    def ready(self): ...

class Apps:
    def get_app_configs(self): ...

apps = Apps()
