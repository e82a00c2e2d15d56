from functools import cache

from django.apps import AppConfig
from simple_history.manager import HistoryManager


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        # The package makes the class of its manager anew whenever a history is asked for, at every save too.
        HistoryManager.from_queryset = cache(HistoryManager.from_queryset)
