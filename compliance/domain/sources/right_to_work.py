"""Where the rules on the right to work come from.

The Home Office's own guide and code have not been read here: what is verified was read in accounts of
them by others, at the addresses given. The final code of 1 October 2026 has not been seen.
"""

from datetime import date, timedelta

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)
SCOPE_WIDENS_ON = date(2026, 10, 1)

_GUIDE = "Home Office: employer's guide to right to work checks"

# Who has to be checked
EMPLOYEES_IN_SCOPE = LegalSource(
    title="Immigration, Asylum and Nationality Act 2006",
    provision="Sections 15 to 25: people employed under a contract of employment or apprenticeship",
    kind="statute",
    in_force_until=SCOPE_WIDENS_ON - timedelta(days=1),
)
WIDER_SCOPE = LegalSource(
    title="Border Security, Asylum and Immigration Act 2025",
    provision=(
        "Section 48: worker's contracts, individual sub-contractors and online matching services too; not "
        "the self-employed with clients of their own, nor ordinary contracts between businesses"
    ),
    kind="statute",
    url="https://www.boyesturner.com/news-and-insights/new-right-to-work-code-of-practice-explained",
    in_force_from=SCOPE_WIDENS_ON,
    last_checked=READ_ON,
    verified=True,
)

# When and how
BEFORE_THE_FIRST_DAY = LegalSource(
    title=_GUIDE,
    provision="The check is made and dated before the first day of work",
    kind="guidance",
    url="https://quickreads.stoneking.co.uk/post/102mtzg/right-to-work-checks-in-schools-common-errors-and-how-to-avoid-them",
    last_checked=READ_ON,
    verified=True,
)
ROUTES = LegalSource(
    title=_GUIDE,
    provision=(
        "Originals by hand, the online service, or a digital verification service for valid British and "
        "Irish passports; physical biometric cards are no evidence"
    ),
    kind="guidance",
    url="https://www.trowers.com/insights/2022/april/changes-to-right-to-work-checks",
    in_force_from=date(2022, 4, 6),
    last_checked=READ_ON,
    verified=True,
)
WRONG_ROUTE = LegalSource(
    title=_GUIDE,
    provision="A check by a route that does not fit the document gives no statutory excuse",
    kind="guidance",
    url="https://harveyslegal.com/business-immigration/right-to-work-acceptable-documents",
    last_checked=READ_ON,
    verified=True,
)
SHARE_CODE = LegalSource(
    title="Home Office online service",
    provision="Share codes for work: nine characters, the first a W, usable for 90 days",
    kind="guidance",
    url="https://davenportsolicitors.com/blogs/brp-or-e-visa",
    last_checked=READ_ON,
    verified=True,
)

# Which documents
LISTS = LegalSource(
    title=_GUIDE,
    provision="Lists A and B of acceptable documents",
    kind="guidance",
)
LISTS_2025 = LegalSource(
    title=_GUIDE,
    provision=(
        "February and June 2025: clipped British and Irish passports are not accepted, birth and adoption "
        "certificates go with evidence of a National Insurance number, 90-day vignettes are followed up "
        "online"
    ),
    kind="guidance",
    url="https://www.schofieldsweeney.co.uk/knowledge/home-office-updates-employers-guide-to-right-to-work-checks/",
    in_force_from=date(2025, 2, 12),
    last_checked=READ_ON,
    verified=True,
)
PRE_SETTLED = LegalSource(
    title=_GUIDE,
    provision="June 2024: no repeat check for people with pre-settled status",
    kind="guidance",
    url="https://www.capitallaw.co.uk/news/updated-right-to-work-guidance-what-employers-need-to-know/",
    last_checked=READ_ON,
    verified=True,
)

# Until when
FOLLOW_UP = LegalSource(
    title=_GUIDE,
    provision=(
        "List B: a follow-up on or before the end of the permission (group 1), or six months from a "
        "Positive Verification Notice (group 2)"
    ),
    kind="guidance",
    url="http://www.lexology.com/library/detail.aspx?g=d17da4e4-7967-465e-9684-dfdbd5e715ca",
    last_checked=READ_ON,
    verified=True,
)
IN_TIME_APPLICATION = LegalSource(
    title=_GUIDE,
    provision=(
        "An existing employee with an application or appeal made in time: the excuse runs on for up to 28 "
        "days from the end of the permission, to obtain a Positive Verification Notice"
    ),
    kind="guidance",
)
