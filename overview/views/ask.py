"""Ask the rules: the same questions as the API and the command, with a form. Nothing is stored."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.views.base import PermittedView
from overview.forms.asking import QUESTIONS
from overview.forms.questions import QuestionForm
from overview.rules import get_rule
from overview.views.answers import ShownAnswer, present


class QuestionListView(PermittedView):
    permission = Permission.ASK_RULES

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {
            "questions": QUESTIONS.values(),
            "may_view_checks": self.actor.holds_anywhere(Permission.VIEW_CHECKS),
        }
        return render(request, "overview/ask/list.html", context)


class QuestionView(PermittedView):
    permission = Permission.ASK_RULES

    def get(self, request: HttpRequest, topic: str) -> HttpResponse:
        return self.show(request, self.form_of(topic)())

    def post(self, request: HttpRequest, topic: str) -> HttpResponse:
        form = self.form_of(topic)(request.POST)
        answer = None
        if form.is_valid():
            try:
                answer = present(topic, get_rule(topic)(form.facts(), timezone.localdate()))
            except DomainError as error:
                form.add_fault(error)
        return self.show(request, form, answer)

    def form_of(self, topic: str) -> type[QuestionForm]:
        if topic not in QUESTIONS:
            raise Http404
        return QUESTIONS[topic]

    def show(
        self, request: HttpRequest, form: QuestionForm, answer: ShownAnswer | None = None
    ) -> HttpResponse:
        status = 422 if form.errors else 200
        return render(request, "overview/ask/question.html", {"form": form, "answer": answer}, status=status)
