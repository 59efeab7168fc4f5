from vanilla.model_views import (
    CreateView,
    DeleteView,
    DetailView,
    GenericModelView,
    ListView,
    UpdateView,
)
from vanilla.views import FormView, GenericView, RedirectView, TemplateView
