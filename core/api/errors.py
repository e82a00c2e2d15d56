"""Turns what a rule said into an API problem: ``{"error": {"code", "field", "message"}}``."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from core.domain.errors import DomainError, NotAllowed


def problem(code: str, message: str, field: str | None = None) -> dict[str, Any]:
    return {"error": {"code": code, "field": field, "message": message}}


def handle_exception(error: Exception, context: dict[str, Any]) -> Response | None:
    if isinstance(error, NotAllowed):
        return Response(problem(error.code, error.message, error.field), status=409)
    if isinstance(error, DomainError):
        return Response(problem(error.code, error.message, error.field), status=400)
    response = exception_handler(error, context)
    if response is None:
        return None
    if isinstance(error, exceptions.ValidationError):
        response.data = {**problem("invalid", "Some fields need attention."), "fields": response.data}
    elif isinstance(error, Http404):
        response.data = problem("not_found", "There is nothing at this address that you may see.")
    elif isinstance(error, PermissionDenied | exceptions.PermissionDenied):
        response.data = problem("not_permitted", "Your role does not allow this.")
    elif isinstance(error, exceptions.APIException):
        response.data = problem(str(error.default_code), str(error.detail))
    return response
