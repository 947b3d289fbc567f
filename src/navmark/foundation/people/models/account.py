"""Accounts are global, persons belong to a school; a seat joins the two."""

from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid_utils.compat import uuid7

from navmark.foundation.people.models.person import Person
from navmark.foundation.tenancy.models import SchoolFK, SchoolOwned


class AccountManager(BaseUserManager):
    def create_user(self, login: str, password: str | None = None) -> "Account":
        account = Account(login=login)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """账号: a login name and a password; what it may do follows from the person's posts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    login = models.CharField(_("login name"), max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "login"
    objects = AccountManager()

    class Privacy:
        internal = ("id", "is_active", "created_at", "last_login")
        personal = ("login",)
        sensitive = ("password",)

    def __str__(self) -> str:
        return self.login


class SchoolAccount(SchoolOwned):
    """账号与人员: this account is this person at this school."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    person = SchoolFK(Person, models.CASCADE, related_name="accounts")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("school", "account"), name="people_schoolaccount_one_person"),
            models.UniqueConstraint(fields=("school", "person"), name="people_schoolaccount_one_account"),
        )

    class Privacy:
        personal = ("id", "school", "account", "person")

    @classmethod
    def seats_of(cls, account: Any) -> "models.QuerySet[Self]":
        """Every seat of an account, in any school: asked at login, before a school is known."""
        return cls._base_manager.filter(account=account).select_related("school", "person").order_by("id")


class InvitationPurpose(models.TextChoices):
    JOIN = "join", _("first login")
    RESET = "reset", _("new password")


class Invitation(SchoolOwned):
    """邀请码: a printed code or link with which a person makes an account, or a new password. Only its digest is kept."""

    person = SchoolFK(Person, models.CASCADE, related_name="invitations")
    purpose = models.CharField(max_length=5, choices=InvitationPurpose)
    code_digest = models.CharField(max_length=64)
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    confirmed_by = models.UUIDField(null=True, blank=True)  # the second person, for the secretary's password
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=("code_digest",), name="people_invitation_digest"),)

    class Privacy:
        internal = ("id", "school", "purpose", "made_by", "made_at", "confirmed_by", "expires_at", "used_at")
        personal = ("person",)
        sensitive = ("code_digest",)


class Device(SchoolOwned):
    """已记住的设备: a phone that signs its owner in with one tap."""

    person = SchoolFK(Person, models.CASCADE, related_name="devices")
    token_digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("token_digest",), name="people_device_digest"),)

    class Privacy:
        internal = ("id", "school", "made_at", "expires_at")
        personal = ("person",)
        sensitive = ("token_digest",)
