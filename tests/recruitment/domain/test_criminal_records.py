"""A blanket ban on criminal records, and wordings that leave room to judge."""

import pytest

from recruitment.domain.criminal_records import bans_every_record


@pytest.mark.parametrize(
    "text",
    [
        "No criminal convictions, reprimands, warnings or bind-overs",
        "No criminal record",
        "Must have no convictions or cautions",
        "Free from any criminal convictions",
        "A person who has no criminal record",
        "Have no previous convictions",
        "Without any cautions",
        "Clean criminal record",
        "A spotless criminal record",
        "Unblemished police record",
        "No police record",
        "No criminal history",
        "No criminal or disciplinary record",
        "Never been convicted of an offence",
        "Must never have been cautioned",
        "No convictions, spent or unspent",
        "No ex-offenders",
    ],
)
def test_a_blanket_ban_is_seen(text: str) -> None:
    assert bans_every_record(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No convictions that would make the person unsuitable to work with children",
        "No unspent convictions",
        "No criminal record that bars from regulated activity",
        "You must declare all convictions, cautions, reprimands and final warnings",
        "No experience is needed",
        "No experience of criminal law is needed",
        "No knowledge of criminal records checks is needed",
        "No training in work with offenders is needed",
        "Clean criminal record check",
        "A clean driving record",
        "Experience of work with young offenders",
        "Has no difficulty with keeping records",
        "Knowledge of the criminal justice system",
        "Works without supervision",
        "Having a conviction need not rule you out",
    ],
)
def test_what_leaves_room_is_no_ban(text: str) -> None:
    assert bans_every_record(text) is False
