"""Every ordered pair of a sheet's statuses: what the services let happen is what the table says."""

from itertools import product

import pytest

from core.domain.errors import DomainError
from recruitment.enums import SheetStatus
from recruitment.models import ScoreSheet
from recruitment.services.moves import move
from tests.factories import make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import actor_of, make_sheet

pytestmark = pytest.mark.django_db

SHEET_MOVES = {("open", "submitted"), ("open", "recused")}


@pytest.mark.parametrize(("source", "target"), list(product(SheetStatus.values, repeat=2)))
def test_sheets_move_only_as_the_table_says(source: str, target: str) -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    member, application = make_panel_member(stage), make_application(vacancy)
    sheet = make_sheet(member, application, [2, 2, 2], status=source)
    sheet.finished_at, sheet.is_current, sheet.reason = NOW, True, "A reason"

    def attempt() -> None:
        move(
            "sheet",
            sheet,
            target,
            vacancy_id=stage.vacancy_id,
            school_id=stage.vacancy.school_id,
            by=actor_of(member),
            now=NOW,
            stage=stage,
            application=application,
        )

    if (source, target) in SHEET_MOVES:
        attempt()
        assert ScoreSheet.objects.get().status == target
    else:
        with pytest.raises(DomainError) as caught:
            attempt()
        assert caught.value.code == "impossible_move"
        assert ScoreSheet.objects.get().status == source
