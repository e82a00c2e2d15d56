"""Every question that has a form, in the order in which schools ask them."""

from collections.abc import Mapping

from overview.forms.check_questions import (
    DeadlineForm,
    RegulatedActivityForm,
    RequiredChecksForm,
    RetentionForm,
)
from overview.forms.questions import QuestionForm

QUESTIONS: Mapping[str, type[QuestionForm]] = {
    form.topic: form
    for form in (
        RequiredChecksForm,
        RegulatedActivityForm,
        RetentionForm,
        DeadlineForm,
    )
}
