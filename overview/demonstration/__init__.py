"""The demonstration: an invented trust with vacancies at every step, made by the services that people use."""

from overview.demonstration.load import PASSWORD, load_demonstration

__all__ = ["PASSWORD", "load_demonstration"]
