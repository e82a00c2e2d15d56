"""Certificates by name, and whether a wording asks to hold one or to teach towards it."""

import re

_NAMES = r"\b(?:GCSEs?|O[- ]levels?|A[- ]levels?(?!\ \d)|NVQs?\d?|BTECs?|NNEB|CACHE|HND|HNC)\b"
_OF_SCHOOLS = r"\b(?:GCSEs?|A[- ]levels?(?!\ \d)|BTECs?)\b"  # what pupils sit; an NVQ is what staff hold
_SAME_BREATH = r"(?:(?!\b(?:and|hold|holds|holding|have|has)\b)[^.;,]){0,60}?"

NAMED_CERTIFICATE_WORDS = re.compile(_NAMES, re.IGNORECASE | re.VERBOSE)

# “Supporting teaching and learning” and “teaching assistants” are what a certificate is called, not the work
# that a criterion asks for.
_TAUGHT = re.compile(
    rf"""\bteach\w*\b(?!\ (?:and\ learning|assist\w+|qualifications?|status|support))
    | \b(?:(?:deliver|moderat|examin|prepar)\w*|(?:assess|mark|lead)(?:s|ing)?)\b
    | \b(?:courses?|curricul\w+|specifications?|syllabus|classes|pupils|students|results)\b
    | \bto\ (?:GCSE|A[- ]level)
    | \b(?:tutor|coach|mentor|rais|improv|inspir|offer|revis|support)\w*\b{_SAME_BREATH}{_OF_SCHOOLS}
    | \b(?:knowledge|understanding|experience|awareness|familiar\w*|grasp|confiden\w+)\ (?:of|with|in|at)\b
      {_SAME_BREATH}{_OF_SCHOOLS}
    | {_OF_SCHOOLS}{_SAME_BREATH}
      \b(?:attainment|outcomes|groups|lessons|resources|cohorts?|learners|content)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def names_school_exam(text: str) -> bool:
    """Whether the wording names an examination that pupils sit."""
    return bool(re.search(_OF_SCHOOLS, text, re.IGNORECASE | re.VERBOSE))


def is_about_teaching(text: str) -> bool:
    """Whether the certificate that is named is what pupils work towards, not what the person is to hold."""
    return bool(_TAUGHT.search(text))
