"""Doors of the core: people and roles, and the gallery of page components."""

from django.urls import path

from core.views.gallery import GalleryView
from core.views.schools import SchoolContactView
from core.views.terms import TermDatesView
from core.views.users import RoleRemoveView, UserCreateView, UserDetailView, UserListView

app_name = "core"

urlpatterns = [
    path("gallery/", GalleryView.as_view(), name="gallery"),
    path("schools/<int:pk>/contact/", SchoolContactView.as_view(), name="school-contact"),
    path("terms/schools/<int:pk>/", TermDatesView.as_view(), name="school-terms"),
    path("people/", UserListView.as_view(), name="user-list"),
    path("people/new/", UserCreateView.as_view(), name="user-create"),
    path("people/<int:pk>/", UserDetailView.as_view(), name="user-detail"),
    path("people/<int:pk>/roles/<int:assignment_pk>/remove/", RoleRemoveView.as_view(), name="role-remove"),
]
