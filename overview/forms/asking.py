"""Every question that has a form, in the order in which schools ask them."""

from collections.abc import Mapping

from overview.forms.check_questions import (
    ClearToStartForm,
    DeadlineForm,
    RegulatedActivityForm,
    RequiredChecksForm,
    RetentionForm,
)
from overview.forms.development_questions import TrainingRenewalForm
from overview.forms.evidence_questions import DbsForm, RightToWorkForm
from overview.forms.questions import QuestionForm
from overview.forms.selection_questions import AdverseImpactForm

QUESTIONS: Mapping[str, type[QuestionForm]] = {
    form.topic: form
    for form in (
        ClearToStartForm,
        RequiredChecksForm,
        RegulatedActivityForm,
        DbsForm,
        RightToWorkForm,
        RetentionForm,
        DeadlineForm,
        TrainingRenewalForm,
        AdverseImpactForm,
    )
}
