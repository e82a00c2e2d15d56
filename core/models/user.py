"""Accounts: people who sign in, and the roles they hold at a school or a trust."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from core.domain.permissions import ROLE_LABELS, Role
from core.models.school import School, Trust


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    email = models.EmailField(
        "e-mail address",
        max_length=254,
        unique=True,
        error_messages={"unique": "Somebody already signs in with this e-mail address."},
    )
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_lower_case")
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("password", "last_login", "is_active", "is_demonstration", "date_joined")
        personal = ("email", "name")

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name


class RoleAssignment(models.Model):
    """A role held at one school, or at a trust and so at each of its schools."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(
        max_length=30, choices=[(role.value, label) for role, label in ROLE_LABELS.items()]
    )
    school = models.ForeignKey(School, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    trust = models.ForeignKey(Trust, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    granted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(school__isnull=True) ^ models.Q(trust__isnull=True),
                name="role_at_school_or_trust",
            ),
            models.CheckConstraint(condition=models.Q(role__in=[r.value for r in Role]), name="role_known"),
            models.UniqueConstraint(
                fields=["user", "role", "school"],
                condition=models.Q(school__isnull=False),
                name="role_once_a_school",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "trust"],
                condition=models.Q(trust__isnull=False),
                name="role_once_a_trust",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("role", "school", "trust", "granted_by", "granted_at")
        personal = ("user",)

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.user_id}"

    @property
    def place(self) -> School | Trust | None:
        """Where it is held; load ``school`` and ``trust`` with the row."""
        return self.school or self.trust
