"""Grade, salary and hours that share a line of the form come apart."""

import re
from dataclasses import replace

from recruitment.domain.person_specification import ReadProfile

_MONEY = re.compile(r"£\s?\d")
_HOURS = re.compile(r"\s*[.,;]\s+(?=\d{1,2}(?:\.\d{1,2})?\s?(?:hrs?|hours)\b)", re.IGNORECASE)
_GRADE = re.compile(r"^(?:grade|scale|scp|band|pay range)\b", re.IGNORECASE)

# In brackets behind a grade: several words, but not the points of its scale.
_REMARK = re.compile(r"\s*\((?!(?:scp|points?|pts?|spinal)\b)(?=[^()]*\s[^()]*\s)[^()]*\)", re.IGNORECASE)


def one_line(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip(" *")


def starts_with_amount(text: str) -> bool:
    return bool(_MONEY.match(text))


def split_pay(profile: ReadProfile) -> ReadProfile:
    """Grade and amount that share a cell come apart at the pound sign; remarks leave the grade."""
    profile = _without_hours(profile)
    grade, salary = profile.grade, profile.salary
    if grade and (money := _MONEY.search(grade)):
        salary = salary or _out_of_brackets(grade, money.start())
        grade = grade[: money.start()]
    elif (
        salary
        and not grade
        and (money := _MONEY.search(salary))
        and re.search(r"\b(?:grade|scale|scp|band|point)\b", salary[: money.start()], re.I)
    ):
        grade, salary = salary[: money.start()], _out_of_brackets(salary, money.start())
    if grade:
        grade = _REMARK.sub("", one_line(grade)).strip(" ,;–-(")
    return replace(profile, grade=grade or None, salary=one_line(salary) if salary else None)


def _out_of_brackets(text: str, start: int) -> str:
    """What begins there, without the bracket that closes behind it: “Scale 4 (£24,027 to £25,584)”."""
    amount = one_line(text[start:])
    is_inside = text[:start].rstrip().endswith("(") and amount.count(")") > amount.count("(")
    return amount.removesuffix(")") if is_inside else amount


def _without_hours(profile: ReadProfile) -> ReadProfile:
    """“Grade 10, SCP 31-35. 37 hrs, 52 weeks” beside “Salary”: a grade, then the hours."""
    salary = profile.salary
    place = _HOURS.search(salary) if salary and not profile.hours else None
    if not salary or place is None or "£" in salary[place.end() :]:
        return profile
    pay, hours = salary[: place.start()], one_line(salary[place.end() :])
    is_grade = not profile.grade and _GRADE.match(pay) and not _MONEY.search(pay)
    return replace(
        profile, grade=pay if is_grade else profile.grade, salary=None if is_grade else pay, hours=hours
    )
