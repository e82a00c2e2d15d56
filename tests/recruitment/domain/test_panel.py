"""Who may shortlist and interview: the cases, their neighbours, and every type of school."""

from datetime import date

import pytest

from core.domain.schools import SchoolType
from recruitment.domain import sources
from recruitment.domain.panel import (
    Lock,
    Member,
    PanelStage,
    PanelVerdict,
    Post,
    Role,
    Verdict,
    judge_panel,
)

AS_AT = date(2026, 11, 22)
TRAINED = date(2019, 5, 1)
BOUND_BY_LAW = [SchoolType.MAINTAINED, SchoolType.PRU]
GUIDED = [SchoolType.ACADEMY, SchoolType.INDEPENDENT]


def member(
    name: str,
    role: Role = Role.MEMBER,
    trained: date | None = None,
    *,
    submitted: bool | None = None,
    conflicts: frozenset[str] = frozenset(),
) -> Member:
    return Member(name, role, role == Role.GOVERNOR, trained, submitted, frozenset(conflicts))


OKAFOR = member("Amara Okafor", Role.CHAIR, TRAINED)
PRYCE = member("Siân Pryce")
LINDQVIST = member("Jonas Lindqvist")


def interview(
    *members: Member,
    school_type: SchoolType = SchoolType.MAINTAINED,
    post: Post | None = Post.OTHER,
    as_at: date = AS_AT,
    renewal_months: int | None = None,
) -> PanelVerdict:
    return judge_panel(
        members,
        stage=PanelStage.INTERVIEW,
        school_type=school_type,
        post=post,
        as_at=as_at,
        renewal_months=renewal_months,
    )


def shortlist(*members: Member, school_type: SchoolType | None = SchoolType.MAINTAINED) -> PanelVerdict:
    return judge_panel(
        members, stage=PanelStage.SHORTLIST, school_type=school_type, post=Post.OTHER, as_at=AS_AT
    )


def codes(judged: PanelVerdict) -> list[str]:
    return [finding.code for finding in judged.findings]


# --- training at the interview


@pytest.mark.parametrize("school_type", SchoolType)
def test_one_trained_of_three_may_interview_however_long_ago(school_type: SchoolType) -> None:
    judged = interview(OKAFOR, PRYCE, LINDQVIST, school_type=school_type)

    assert judged == PanelVerdict(Verdict.ALLOWED, (), ())


def test_training_older_than_the_schools_policy_warns_and_says_it_is_policy() -> None:
    judged = interview(OKAFOR, PRYCE, LINDQVIST, renewal_months=60)

    assert (judged.verdict, codes(judged)) == (Verdict.WARNING, ["training_lapsed_by_policy"])
    assert judged.findings[0].source == sources.NO_EXPIRY_OF_TRAINING
    assert judged.findings[0].reason == (
        "The safer-recruitment training of Amara Okafor is older than the 60 months of the school's own "
        "policy. The law sets no expiry, so the panel may go ahead; plan a refresher."
    )


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (date(2024, 4, 30), Verdict.ALLOWED),
        (date(2024, 5, 1), Verdict.WARNING),
        (date(2024, 5, 2), Verdict.WARNING),
    ],
)
def test_training_lapses_by_policy_on_the_day_it_falls_due(as_at: date, expected: Verdict) -> None:
    assert interview(OKAFOR, PRYCE, as_at=as_at, renewal_months=60).verdict == expected


@pytest.mark.parametrize(
    ("as_at", "expected"), [(date(2027, 2, 27), Verdict.ALLOWED), (date(2027, 2, 28), Verdict.WARNING)]
)
def test_training_on_a_leap_day_lapses_on_the_last_of_february(as_at: date, expected: Verdict) -> None:
    leap = member("Amara Okafor", Role.CHAIR, date(2024, 2, 29))

    assert interview(leap, PRYCE, as_at=as_at, renewal_months=36).verdict == expected


def test_training_never_lapses_without_a_policy_or_a_date() -> None:
    assert not OKAFOR.is_lapsed(AS_AT, None)
    assert not PRYCE.is_lapsed(AS_AT, 60)


def test_one_training_within_policy_is_enough() -> None:
    fresh = member("Siân Pryce", trained=date(2026, 1, 12))

    assert interview(OKAFOR, fresh, renewal_months=60).verdict == Verdict.ALLOWED


@pytest.mark.parametrize("school_type", BOUND_BY_LAW)
def test_nobody_trained_blocks_where_the_law_demands_it(school_type: SchoolType) -> None:
    judged = interview(PRYCE, LINDQVIST, school_type=school_type)

    assert (judged.verdict, codes(judged)) == (Verdict.BLOCKED, ["no_trained_interviewer"])


@pytest.mark.parametrize("school_type", GUIDED)
def test_nobody_trained_warns_where_guidance_asks_for_it(school_type: SchoolType) -> None:
    judged = interview(PRYCE, LINDQVIST, school_type=school_type)

    assert (judged.verdict, codes(judged)) == (Verdict.WARNING, ["no_trained_interviewer"])


def test_no_recorded_training_counts_as_untrained_and_is_said_so() -> None:
    assert interview(PRYCE, LINDQVIST).findings[0].reason == (
        "No safer-recruitment training is recorded for Siân Pryce and Jonas Lindqvist, which counts as "
        "not trained. By law one interviewer at least, advisers not counted, must have completed it. Add "
        "somebody trained, or record the date of their training."
    )


@pytest.mark.parametrize(
    ("trained", "expected"),
    [
        (date(2026, 11, 21), Verdict.ALLOWED),
        (date(2026, 11, 22), Verdict.ALLOWED),
        (date(2026, 11, 23), Verdict.BLOCKED),
    ],
)
def test_training_counts_from_its_day_on(trained: date, expected: Verdict) -> None:
    assert interview(PRYCE, member("Jonas Lindqvist", trained=trained)).verdict == expected


def test_training_still_to_come_is_said_so() -> None:
    judged = interview(PRYCE, member("Jonas Lindqvist", trained=date(2026, 12, 1)))

    assert (
        "The safer-recruitment training of Jonas Lindqvist comes after this day." in judged.findings[0].reason
    )


def test_training_of_an_adviser_does_not_count() -> None:
    judged = interview(PRYCE, LINDQVIST, member("Noor Haddad", Role.ADVISER, TRAINED))

    assert (judged.verdict, codes(judged)) == (Verdict.BLOCKED, ["no_trained_interviewer"])


def test_panel_of_advisers_is_no_panel() -> None:
    judged = interview(member("Noor Haddad", Role.ADVISER, TRAINED), school_type=SchoolType.ACADEMY)

    assert (judged.verdict, codes(judged)) == (Verdict.BLOCKED, ["no_interviewer"])


# --- one interviewer alone


@pytest.mark.parametrize("school_type", BOUND_BY_LAW)
def test_lone_interviewer_untrained_is_blocked(school_type: SchoolType) -> None:
    judged = interview(PRYCE, school_type=school_type)

    assert (judged.verdict, codes(judged)) == (
        Verdict.BLOCKED,
        ["no_trained_interviewer", "lone_interviewer"],
    )


@pytest.mark.parametrize("school_type", GUIDED)
def test_lone_interviewer_untrained_is_warned_where_the_law_is_silent(school_type: SchoolType) -> None:
    assert interview(PRYCE, school_type=school_type).verdict == Verdict.WARNING


@pytest.mark.parametrize("school_type", SchoolType)
def test_lone_interviewer_trained_is_allowed_with_a_warning(school_type: SchoolType) -> None:
    judged = interview(OKAFOR, school_type=school_type)

    assert (judged.verdict, codes(judged)) == (Verdict.WARNING, ["lone_interviewer"])


# --- governors for heads and deputies


def panel_with_governors(number: int) -> list[Member]:
    return [OKAFOR, *(member(f"Governor {n}", Role.GOVERNOR) for n in range(number))]


@pytest.mark.parametrize("post", [Post.HEAD, Post.DEPUTY])
@pytest.mark.parametrize(
    ("governors", "expected"),
    [(0, Verdict.BLOCKED), (2, Verdict.BLOCKED), (3, Verdict.ALLOWED), (4, Verdict.ALLOWED)],
)
def test_head_of_a_maintained_school_needs_three_governors(
    post: Post, governors: int, expected: Verdict
) -> None:
    assert interview(*panel_with_governors(governors), post=post).verdict == expected


@pytest.mark.parametrize("school_type", [SchoolType.ACADEMY, SchoolType.INDEPENDENT, SchoolType.PRU])
def test_head_of_another_school_needs_no_number_of_governors(school_type: SchoolType) -> None:
    judged = interview(*panel_with_governors(2), post=Post.HEAD, school_type=school_type)

    assert judged.verdict == Verdict.ALLOWED


def test_too_few_governors_names_its_source_as_unverified() -> None:
    finding = interview(*panel_with_governors(1), post=Post.HEAD).findings[0]

    assert (finding.code, finding.source.verified) == ("too_few_governors", False)
    assert finding.reason.startswith("This panel has 1 governor. For a head or deputy")


def test_governor_may_chair() -> None:
    chair = Member("Amara Okafor", Role.CHAIR, is_governor=True, safer_recruitment_date=TRAINED)

    assert interview(chair, *panel_with_governors(2)[1:], post=Post.HEAD).verdict == Verdict.ALLOWED


def test_post_not_known_is_said_without_blocking() -> None:
    judged = interview(OKAFOR, PRYCE, post=None)

    assert (judged.verdict, codes(judged)) == (Verdict.ALLOWED, ["post_not_known"])
    assert interview(*panel_with_governors(3), post=None).findings == ()


# --- shortlisting by two


@pytest.mark.parametrize("school_type", [*SchoolType, None])
@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        ((), Verdict.BLOCKED),
        ((True,), Verdict.BLOCKED),
        ((True, False), Verdict.BLOCKED),
        ((True, None), Verdict.BLOCKED),
        ((True, True), Verdict.ALLOWED),
        ((True, True, False), Verdict.ALLOWED),
    ],
)
def test_shortlist_closes_when_two_have_submitted(
    submitted: tuple[bool | None, ...], expected: Verdict, school_type: SchoolType | None
) -> None:
    members = [member(f"Scorer {n}", submitted=done) for n, done in enumerate(submitted)]

    assert shortlist(*members, school_type=school_type).verdict == expected


def test_shortlist_of_one_says_what_it_waits_for() -> None:
    judged = shortlist(member("Amara Okafor", submitted=True), member("Siân Pryce", submitted=False))

    assert codes(judged) == ["too_few_shortlisters"]
    assert judged.findings[0].reason == (
        "One person has submitted scores. Two people at least shortlist: the list stays open until a second "
        "one has submitted."
    )


def test_shortlist_asks_for_no_training_and_no_governors() -> None:
    members = [member("Siân Pryce", submitted=True), member("Jonas Lindqvist", submitted=True)]

    assert judge_panel(
        members,
        stage=PanelStage.SHORTLIST,
        school_type=SchoolType.MAINTAINED,
        post=Post.HEAD,
        as_at=AS_AT,
    ) == PanelVerdict(Verdict.ALLOWED, (), ())


# --- conflicts of interest


def test_conflict_locks_the_scores_of_that_application_until_replaced() -> None:
    sister = member("Siân Pryce", submitted=True, conflicts=frozenset({"C07"}))
    others = [member("Amara Okafor", submitted=True), member("Jonas Lindqvist", submitted=True)]

    judged = shortlist(sister, *others)

    assert judged.locked == (Lock("Siân Pryce", "C07"),)
    assert (judged.verdict, codes(judged)) == (Verdict.WARNING, ["conflict_of_interest"])


def test_conflict_that_leaves_one_shortlister_blocks() -> None:
    sister = member("Siân Pryce", submitted=True, conflicts=frozenset({"C07"}))

    judged = shortlist(
        sister, member("Amara Okafor", submitted=True), member("Jonas Lindqvist", submitted=False)
    )

    assert (judged.verdict, codes(judged)) == (
        Verdict.BLOCKED,
        ["too_few_shortlisters", "conflict_of_interest"],
    )
    assert judged.findings[0].reason.startswith(
        "For application C07, one person without a conflict has submitted scores."
    )


def test_conflicts_of_several_lock_each() -> None:
    members = [
        member("Siân Pryce", submitted=True, conflicts=frozenset({"C09", "C07"})),
        member("Jonas Lindqvist", submitted=True, conflicts=frozenset({"C07"})),
    ]

    assert shortlist(*members).locked == (
        Lock("Siân Pryce", "C07"),
        Lock("Siân Pryce", "C09"),
        Lock("Jonas Lindqvist", "C07"),
    )


@pytest.mark.parametrize(
    ("school_type", "expected"), [(SchoolType.PRU, Verdict.BLOCKED), (SchoolType.ACADEMY, Verdict.WARNING)]
)
def test_conflict_of_the_only_one_trained_leaves_that_interview_untrained(
    school_type: SchoolType, expected: Verdict
) -> None:
    trained = member("Amara Okafor", Role.CHAIR, TRAINED, conflicts=frozenset({"C07"}))

    judged = interview(trained, PRYCE, LINDQVIST, school_type=school_type)

    assert judged.verdict == expected
    assert set(codes(judged)) == {"no_trained_interviewer", "conflict_of_interest"}


def test_conflict_of_everybody_blocks_in_any_school() -> None:
    trained = member("Amara Okafor", Role.CHAIR, TRAINED, conflicts=frozenset({"C07"}))

    judged = interview(trained, school_type=SchoolType.INDEPENDENT)

    assert judged.verdict == Verdict.BLOCKED
    assert judged.findings[0].reason.startswith("For application C07: Nobody is left to interview.")


def test_conflict_with_another_trained_member_left_only_warns() -> None:
    conflicted = member("Amara Okafor", Role.CHAIR, TRAINED, conflicts=frozenset({"C07"}))

    judged = interview(conflicted, member("Siân Pryce", trained=TRAINED), LINDQVIST)

    assert (judged.verdict, codes(judged)) == (Verdict.WARNING, ["conflict_of_interest"])
