"""What leaves on paper: the grid on A3, with its signatures beside candidates and nothing cut."""

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from core.domain.permissions import Role
from core.models import User
from recruitment.services.unsealing import unseal_stage
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_stage,
    make_user,
    make_vacancy,
)
from tests.factories.people import NOW
from tests.factories.scoring import make_sheet


@pytest.mark.parametrize(("candidates", "pages"), [(11, 1), (12, 1), (24, 2)])
def test_signatures_stand_beside_candidates(
    page: Page, sign_in: Callable[[Page, User], Page], candidates: int, pages: int
) -> None:
    vacancy = make_vacancy(shortlist_size=candidates - 1)
    stage = make_stage(vacancy)
    members = [make_panel_member(stage) for _ in range(2)]
    for number in range(candidates):
        application = make_application(vacancy)
        for member in members:
            make_sheet(member, application, [3 if number % 2 else 2, 2, 3])
    unseal_stage(stage_id=stage.pk, by=make_actor(Role.HR_OFFICER, school=vacancy.school), now=NOW)
    head = make_user(Role.HEADTEACHER, school=vacancy.school)
    sign_in(page, head)
    page.goto(f"/vacancies/{vacancy.pk}/application/grid/")

    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    assert len(printed.pages) == pages
    last = printed.pages[-1].extract_text()
    assert ["Chair of the panel" in last, "C0" in last or "C1" in last or "C2" in last] == [True, True]
