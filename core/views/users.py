"""People and roles: who signs in, and what they may do where."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.forms import RoleForm, UserForm
from core.models import User
from core.selectors import list_users
from core.services.accounts import add_user, grant_role, remove_role
from core.views.base import PermittedView
from core.views.faults import faults_on


class UserListView(PermittedView):
    permission = Permission.MANAGE_PEOPLE

    def get(self, request: HttpRequest) -> HttpResponse:
        search = request.GET.get("q", "").strip()
        return render(
            request,
            "core/users/list.html",
            {"users": list_users(self.actor, search=search), "search": search},
        )


class UserCreateView(PermittedView):
    permission = Permission.MANAGE_PEOPLE

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "core/users/create.html", {"form": UserForm(actor=self.actor)})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UserForm(request.POST, actor=self.actor)
        if form.is_valid():
            with faults_on(form):
                user = add_user(**form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, f"{user.name} can sign in once they have set a password.")
                return redirect("core:user-detail", pk=user.pk)
        return render(request, "core/users/create.html", {"form": form}, status=422)


class UserDetailView(PermittedView):
    """One person's roles, with a form for another and the link with which they set a password."""

    permission = Permission.MANAGE_PEOPLE

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_or_404(list_users(self.actor), pk=pk), RoleForm(actor=self.actor))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        user = self.get_or_404(list_users(self.actor), pk=pk)
        form = RoleForm(request.POST, actor=self.actor)
        if form.is_valid():
            with faults_on(form):
                grant_role(user_id=user.pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The role has been added.")
                return redirect("core:user-detail", pk=user.pk)
        return self.show(request, user, form, status=422)

    def show(self, request: HttpRequest, user: User, form: RoleForm, status: int = 200) -> HttpResponse:
        context = {"person": user, "form": form, "password_link": password_link(request, user)}
        return render(request, "core/users/detail.html", context, status=status)


class RoleRemoveView(PermittedView):
    permission = Permission.MANAGE_PEOPLE

    def post(self, request: HttpRequest, pk: int, assignment_pk: int) -> HttpResponse:
        user = self.get_or_404(list_users(self.actor), pk=pk)
        assignment = self.get_or_404(user.roles.all(), pk=assignment_pk)
        try:
            remove_role(assignment_id=assignment.pk, by=self.actor)
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, "The role has been removed.")
        still_here = list_users(self.actor).filter(pk=pk).exists()
        return redirect("core:user-detail", pk=pk) if still_here else redirect("core:user-list")


def password_link(request: HttpRequest, user: User) -> str:
    """The address at which somebody who has never signed in sets a password; empty for all others."""
    if user.has_usable_password() and user.last_login:
        return ""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
    return request.build_absolute_uri(path)
