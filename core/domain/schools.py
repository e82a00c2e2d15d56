"""What kind of school a rule is asked for: much of the law differs by it."""

from enum import StrEnum


class SchoolType(StrEnum):
    MAINTAINED = "maintained"
    ACADEMY = "academy"
    INDEPENDENT = "independent"
    PRU = "pru"


# Academies and free schools are independent schools in law; pupil referral units are kept by the authority.
INDEPENDENT_IN_LAW = frozenset({SchoolType.ACADEMY, SchoolType.INDEPENDENT})
