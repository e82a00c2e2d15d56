from cpd.models.policy import Policy, PolicySignature, PolicyVersion
from cpd.models.team import LineManagement

__all__ = [
    "LineManagement",
    "Policy",
    "PolicySignature",
    "PolicyVersion",
]
