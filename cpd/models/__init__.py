from cpd.models.team import LineManagement

__all__ = [
    "LineManagement",
]
