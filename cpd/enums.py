"""Choices that the development of people stores."""

from django.db import models


class ReadingBasis(models.TextChoices):
    """Who asks for a policy to be read."""

    GUIDANCE = "guidance", "Guidance for schools asks for it"
    POLICY = "policy", "The school asks for it"


class SigningWay(models.TextChoices):
    ONLINE = "online", "Signed here"
    PAPER = "paper", "Signed on paper"
