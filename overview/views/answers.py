"""An answer of a rule as a page shows it: a headline, what follows from it, and the law behind it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from compliance.domain.categories import CHECK_LABELS, CheckType

type Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that follows; ``tone`` colours its word."""

    label: str
    word: str = ""
    tone: str = "neutral"
    text: str = ""


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """``tone`` and ``headline`` say it in one breath, ``lines`` the rest; ``sources`` as the rule gave."""

    headline: str
    tone: str
    text: str
    lines: tuple[Line, ...]
    sources: tuple[Said, ...]


STATUSES = {
    "required": ("Required", "danger"),
    "assurance": ("Confirmed in writing by the agency or provider", "danger"),
    "should": ("Good practice", "warning"),
    "depends": ("Depends", "waiting"),
    "not_permitted": ("Must not be made", "danger"),
    "not_required": ("Not required", "neutral"),
}
VERDICTS = {
    "clear": ("Clear to start", "good"),
    "early_start_only": (
        "May start only with a risk assessment, a separate barred-list check and supervision",
        "warning",
    ),
    "do_not_start": ("Do not start", "danger"),
}
APPRAISED = {
    "in": ("In the cycle", "good"),
    "out": ("Not in the cycle", "neutral"),
    "suspended": ("Appraisal is suspended", "warning"),
}


def present(topic: str, said: Said) -> ShownAnswer:
    """The answer to a topic in words."""
    headline, tone, text, lines = _PRESENTERS[topic](said)
    return ShownAnswer(headline, tone, text, tuple(lines), tuple(said["sources"]))


type Parts = tuple[str, str, str, Iterable[Line]]


def _required_checks(said: Said) -> Parts:
    rank = list(STATUSES)
    rows = sorted(said["checks"].items(), key=lambda item: rank.index(item[1]["status"]))
    required = sum(one["status"] in {"required", "assurance"} for _, one in rows)
    lines = [
        Line(CHECK_LABELS[CheckType(check)], *STATUSES[one["status"]], text=one["reason"])
        for check, one in rows
    ]
    return f"{required} checks are required", "info", "", lines


def _regulated_activity(said: Said) -> Parts:
    headline, tone = {
        True: ("This is regulated activity", "warning"),
        False: ("This is not regulated activity", "neutral"),
        None: ("That depends on what is not known yet", "waiting"),
    }[said["regulated_activity"]]
    lines = []
    if said["since"]:
        lines.append(Line("Since", in_words(said["since"])))
    if said["barred_list"]:
        allowed = said["barred_list"] == "required"
        lines.append(
            Line("Children's barred list", "Must be checked" if allowed else "Must not be checked", "danger")
        )
    return headline, tone, said["reason"], lines


def _clear_to_start(said: Said) -> Parts:
    headline, tone = VERDICTS[said["verdict"]]
    lines = [_check_line(one, "Stands in the way", "danger") for one in said["blocking"]]
    lines += [_check_line(one, "Good practice, not done", "warning") for one in said["advisory"]]
    lines += [
        Line(
            CHECK_LABELS[CheckType(one["check"])],
            "Late",
            "warning",
            f"{one['days_late']} days after the start. Add a dated note; never change the date.",
        )
        for one in said["late"]
    ]
    return headline, tone, said.get("reason", ""), lines


def _check_line(one: Said, word: str, tone: str) -> Line:
    return Line(CHECK_LABELS[CheckType(one["check"])], word, tone, one["reason"])


def _retention(said: Said) -> Parts:
    headline = f"Keep it until {in_words(said['destroy_after'])}"
    if said["is_held"]:
        headline = "Keep it for as long as the legal hold is on it"
    due = {
        True: ("Due for destruction", "warning"),
        False: ("Not due", "neutral"),
        None: ("Not known", "waiting"),
    }
    return headline, "info", said["reason"], [Line("Now", *due[said["due"]])]


def _deadline(said: Said) -> Parts:
    lines = [
        Line("By statute", in_words(said["due_date"])),
        Line("In time until", in_words(said["respond_by"])),
    ]
    return f"Answer by {in_words(said['due_date'])}", "info", said["reason"], lines


def _right_to_work(said: Said) -> Parts:
    headline, tone = {
        True: ("The check counts", "good"),
        False: ("The check does not count", "danger"),
        None: ("That depends on what is not known yet", "waiting"),
    }[said["accepted"]]
    lines = [
        Line("In the way", "Problem", "danger", one["reason"])
        if one["stops"]
        else Line("To mind", "Look at this", "warning", one["reason"])
        for one in said["problems"]
    ]
    if said["in_scope"] is False:
        lines.append(Line("Scheme", "Outside it", "info"))
    if said["accepted"] and said["excuse_from"]:
        until = in_words(said["excuse_until"]) if said["excuse_until"] else "for as long as they work here"
        lines.append(Line("Statutory excuse", f"From {in_words(said['excuse_from'])} until {until}"))
    if said["follow_up_due"]:
        lines.append(Line("Check again by", in_words(said["follow_up_due"])))
    if said["follow_up_target"] and said["follow_up_target"] != said["follow_up_due"]:
        lines.append(Line("Last working day before", in_words(said["follow_up_target"])))
    if said["destroy_after"]:
        lines.append(Line("Destroy the copies after", in_words(said["destroy_after"])))
    return headline, tone, said["reason"], lines


OUTCOMES = {
    "valid": ("The certificate can be relied on", "good"),
    "valid_by_continuity": ("No new certificate is needed", "good"),
    "new_check_required": ("A new certificate is needed", "warning"),
    "refused": ("Do not rely on it", "danger"),
    None: ("That depends on what is not known yet", "waiting"),
}
SEPARATE_CHECKS = {
    "required": ("Required", "warning"),
    "permitted": ("Permitted, not needed", "info"),
    "not_permitted": ("Must not be made", "danger"),
    None: ("Not known", "waiting"),
}


def _dbs(said: Said) -> Parts:
    headline, tone = OUTCOMES[said["outcome"]]
    lines = [Line("In the way", "Problem", "danger", one["reason"]) for one in said["problems"]]
    lines += [Line("To mind", "Look at this", "warning", one["reason"]) for one in said["warnings"]]
    word, separate_tone = SEPARATE_CHECKS[said["barred_list_check"]]
    lines.append(Line("Barred list by itself", word, separate_tone, said["barred_list_reason"]))
    if said["number"]:
        lines.append(Line("Number", said["number"]))
    if said["policy_due"]:
        lines.append(Line("To renew by, by the school's policy", in_words(said["policy_due"])))
    if said["copy_destroy_by"]:
        lines.append(Line("Destroy the copy by", in_words(said["copy_destroy_by"])))
    return headline, tone, said["reason"], lines


ELSA_STATUSES = {
    "not_eligible": ("Cannot be registered", "danger"),
    "trainee": ("In training", "info"),
    "met": ("This year's supervision is met", "good"),
    "on_track": ("On track", "good"),
    "last_chance": ("Last chance: no session may be missed", "warning"),
    "lapsed": ("Lapsed: this year can no longer be met", "danger"),
}
ELSA_NEEDS = {
    "employment": "whether they are employed by the school",
    "training_days": "the training days attended",
    "sessions": "the sessions held",
    "planned": "the sessions planned",
}


def _elsa_status(said: Said) -> Parts:
    headline, tone = ELSA_STATUSES[said["status"]]
    lines = [
        Line("Sessions that count", str(said["counted"])),
        Line("Sessions still to come", str(said["remaining"])),
    ]
    lines += [
        Line(f"Session of {in_words(one['date'])}", "Does not count", "warning", one["reason"])
        for one in said["problems"]
    ]
    lines += [Line("Not known", "Could change this", "waiting", ELSA_NEEDS[one]) for one in said["needs"]]
    return headline, tone, said["reason"], lines


TRAINING_STATUSES = {
    "valid": ("Valid", "good"),
    "due_soon": ("Due soon", "warning"),
    "expired": ("Expired", "danger"),
    "no_expiry": ("Held, and nothing ends it", "good"),
    "missing": ("Missing", "danger"),
}
BASES = {
    "statutory": "Law",
    "guidance": "Guidance",
    "network_rule": "Rule of the network",
    "policy": "The school's policy",
}


def _training_renewal(said: Said) -> Parts:
    headline, tone = TRAINING_STATUSES[said["status"]]
    lines = [Line("Who sets it", BASES[said["basis"]])]
    if said["valid_until"]:
        lines.append(Line("Last valid day", in_words(said["valid_until"])))
    if said["due_date"]:
        lines.append(Line("Due on", in_words(said["due_date"])))
    return headline, tone, said["reason"], lines


def _adverse_impact(said: Said) -> Parts:
    if said["suppressed"]:
        return "Too few people to say", "neutral", said["reason"], []
    if said["ratios"] is None:
        return "Not computable", "neutral", said["reason"], []
    headline, tone = {
        True: ("Look at this stage again", "warning"),
        False: ("Nothing stands out", "info"),
    }[said["flag"]]
    lines = [
        Line(one["group"], f"{one['rate']:.1%} selected, {one['ratio']:.2f} of the highest rate")
        for one in said["ratios"]
    ]
    if said["p_value"] is not None:
        lines.append(Line("Fisher's exact test, two-sided", f"p = {said['p_value']:.4f}"))
    return headline, tone, said["reason"], lines


def in_words(day: str) -> str:
    """A date of an answer as schools write it."""
    return f"{date.fromisoformat(day):%d/%m/%Y}"


def _appraisal(said: Said) -> Parts:
    headline, tone = APPRAISED[said["standing"]]
    basis = "Law" if said["basis"] == "law" else "The school’s own policy"
    return headline, tone, said["reason"], [Line("Who says so", basis, "info")]


_PRESENTERS: Mapping[str, Callable[[Said], Parts]] = {
    "required-checks": _required_checks,
    "regulated-activity": _regulated_activity,
    "clear-to-start": _clear_to_start,
    "right-to-work": _right_to_work,
    "dbs": _dbs,
    "retention": _retention,
    "deadline": _deadline,
    "elsa-status": _elsa_status,
    "training-renewal": _training_renewal,
    "appraisal": _appraisal,
    "adverse-impact": _adverse_impact,
}
