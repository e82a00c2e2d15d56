"""The days of every app together, and of one rule alone."""

from datetime import date, timedelta

import pytest

from compliance.domain.categories import CheckType
from cpd.domain import reading_reminders
from overview.due_things import GATHERERS, gather_due_things
from tests.factories.compliance import make_check, make_engagement
from tests.factories.elsa import make_elsa, make_planned

TODAY = date(2026, 11, 2)


def test_every_rule_has_one_gatherer() -> None:
    keys = [key for one in GATHERERS for key in one.rules]

    assert len(keys) == len(set(keys))
    assert set(reading_reminders.READING_RULES) <= set(keys)


@pytest.mark.django_db
def test_one_rule_brings_its_days_and_nothing_of_other_apps() -> None:
    engagement = make_engagement()
    make_check(engagement, CheckType.S128, recheck_date=TODAY + timedelta(days=5))
    make_planned(make_elsa(engagement=engagement), TODAY + timedelta(days=9))
    schools = [engagement.school_id]
    everything = gather_due_things(schools, today=TODAY)

    assert {thing.rule.key for thing in everything} >= {"recheck", "elsa_session"}
    for rule in ("recheck", "elsa_session"):
        alone = gather_due_things(schools, today=TODAY, rule=rule)
        assert [one for one in alone if one.rule.key == rule] == [
            one for one in everything if one.rule.key == rule
        ]
        assert len(alone) < len(everything)
    assert gather_due_things(schools, today=TODAY, rule="nonsense") == []
