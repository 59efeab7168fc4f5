from django_tables2.views import MultiTableMixin, SingleTableMixin, SingleTableView
