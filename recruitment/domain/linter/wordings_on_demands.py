"""Wordings on what a job asks of everybody: years, health, a car, an address, time. As data."""

from recruitment.domain.after_offer import HEALTH_DEMAND, is_health_of_others
from recruitment.domain.linter.sources import (
    DRIVING_LICENCE,
    INDIRECT_DISCRIMINATION,
    PERSON_SPECIFICATION_GUIDE,
    SPECIFIC_CRITERIA,
    YEARS_OF_EXPERIENCE,
)
from recruitment.domain.linter.wording_risk import WordingRisk, words
from recruitment.domain.sources import PRE_OFFER_HEALTH_QUESTIONS
from recruitment.domain.wording_context import PUPILS, about_others

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|a\ few"
    r"|a\ couple\ of|a\ number\ of|many)"
)
_YEARS = rf"{_NUMBER} \s* (?:\+|or\ more|plus)? \s* (?:full\ )? (?:years?|yrs?)'?\+?"
_AT_LEAST = r"(?:at\ least|(?:a\ )?minimum(?:\ of)?|min\.?|more\ than|over|not\ less\ than|no\ fewer\ than)"
# What is done over the years, where the word “experience” is left out.
_WORKED = r"""(?:working\b(?!\ towards)|volunteering\b|teaching\b|nursing\b|leading\b|managing\b|supervising\b
    |caring\ for\b|leadership\b|management\b|practice\b|service\b|employment\b|post[- ]qualif\w+
    |since\ qualif\w+|in\ (?:an?|the|our)\ (?!last\b|past\b|row\b)
    |in\ (?:HR|IT|ICT|SEND|catering|finance|payroll|childcare|education|teaching|schools?|nursery|nurseries
        |reception|primary|secondary|special|post|administration|office|management|leadership|cleaning|industry)\b
    |as\ an?\b|within\ an?\b|with\ (?:children|pupils|young\ people|families)\b)"""

DEMANDS: tuple[WordingRisk, ...] = (
    WordingRisk(
        "years_of_experience",
        "Experience counted in years",
        words(
            rf"""(?<!aged\ )(?<!ages\ )(?<!age\ ) \b{_YEARS} \s+ (?:of\ )?
                (?:(?!old\b|olds\b|aged\b|ago\b|children\b|pupils\b)[\w'/-]+\ ){{0,5}}? experience\b
            | \bexperience\b (?:(?![.;])[\w\s',/()-]){{0,50}}? \b(?:for|of|over)\ (?:at\ least
                |a\ minimum\ of|more\ than
                |over|the\ last|the\ past)?\ ?{_YEARS} (?!\s*(?:old|olds|of\ age|group|children|pupils
                    |,?\s*\d|age))
            | \bexperience\b .{{0,40}}? (?:at\ least|minimum\ of|minimum|min\.?)\ {_YEARS}
                (?!\s*(?:old|olds|of\ age|group))
            | (?:^\W*(?:must\ have\ |have\ |has\ )?|\b{_AT_LEAST}\ ){_YEARS}\ (?:of\ )?(?:(?:successful|recent
                |relevant|paid|full[- ]time|classroom|practical|direct|primary|secondary|school)\ ){{0,2}}
                {_WORKED}
            | \b(?:worked|taught|volunteered|employed)\b(?:(?![.;])[\w\s',/()-]){{0,50}}?
                \bfor\ (?:{_AT_LEAST}\ )?{_YEARS}
            | \btrack\ record\ (?:of|over)\ (?:{_AT_LEAST}\ )?{_YEARS}
            | \b{_NUMBER}\+\ (?:years?|yrs?)'?\ {_WORKED}"""
        ),
        "Counting years rules out people who can do the work but are younger, or have had a career break,"
        " which more women than men have. Years also say little about how good somebody is.",
        "Ask for what the years are meant to show: “experience of leading a class of 30 across a whole year” "
        "rather than “five years’ experience”.",
        YEARS_OF_EXPERIENCE,
        unless=words(
            r"\b(?:within|in|during)\ the\ (?:last|past)\b|\bearly\ years\ experience$"
            r"|\bwork\ experience\ (?:week|placement)"
        ),
        others=about_others(before=rf"\b{PUPILS}\b|\bwilling\w*|\b(?:stay|remain|commit\w*|train\w*)\b"),
    ),
    WordingRisk(
        "health_demand",
        "Health or absence asked about",
        HEALTH_DEMAND,
        "Health and absence may not be asked about before an offer is made, except for what is intrinsic "
        "to the work. As a criterion it would be scored, or a referee asked about it, which is too early.",
        "Leave health and absence to the checks after the offer (D), with reasonable adjustments. Where a "
        "task is meant, describe it: “lifts equipment with a trolley”, “is outside in all weathers”.",
        PRE_OFFER_HEALTH_QUESTIONS,
        others=is_health_of_others,
        may_be_checked=True,
    ),
    WordingRisk(
        "driving_demand",
        "A driving licence asked for",
        words(
            r"""\b(?:(?:full|clean|valid|current|uk),?\ (?:and\ )?){1,4}driv(?:ing|er'?s?)\ licen[cs]e\b
            | \bdriving\ licen[cs]e\b | \bcar\ (?:owner|driver)\b | \bown\ (?:car|vehicle|transport)\b
            | \b(?:access\ to|use\ of)\ (?:a|own|their\ own|your\ own)\ (?:car|vehicle)\b"""
        ),
        "People who cannot drive because of a disability are ruled out, although most of them could "
        "travel in another way.",
        "Where driving itself is not the work, ask for the “ability to travel between sites”.",
        DRIVING_LICENCE,
        why_desirable="People who cannot drive because of a disability cannot earn these points, although "
        "most of them could travel in another way.",
        unless=words(
            r"\bminibus\w*\b|\bD1\b|\bHGV\b|\bLGV\b|\bPCV\b|\bvan\b|\btractor\b|\bambulance\b|\bdeliver\w*\b"
            r"|\bor\ (?:the\ |an?\ )?(?:ability|able|other|alternative|means|willing\w*\ to\ travel)\b"
        ),
    ),
    WordingRisk(
        "family_wording",
        "Wording about family or free time",
        words(
            r"""\b(?:no|without|free\ (?:of|from))\ (?:family|domestic|childcare|caring)\ (?:ties
                |commitments|responsibilities)\b
            | \bno\ dependa?nts?\b | \bno\ (?:career\ breaks?|(?:domestic|family)\ ties)\b
            | \b(?:no|without)\ childcare\ (?:problems?|issues?|needs)\b
            | ^\W*(?:(?:must\ )?(?:have|has)\ )?(?:no|without)\ (?:(?:young|small|dependa?nt)\ )?children
                (?:\ (?:at\ home|under\ \w+|of\ (?:their|his|her)\ own))?\W*$
            | \b(?:no\ plans|not\ planning)\ (?:to\ (?:start|have)\ )?an?\ family\b | \bchildless\b
            | \bnot\ (?:be\ )?pregnant\b
            | \b(?:unbroken|continuous)\ (?:employment|career|service)\b
            | \bavailable\ at\ all\ (?:times|hours)\b | \bunlimited\ (?:availability|hours)\b"""
        ),
        "It shuts out people who care for children or others, more often women, and people who have had a"
        " break.",
        "Say which hours the work needs, and why.",
        INDIRECT_DISCRIMINATION,
    ),
    WordingRisk(
        "unpaid_time",
        "Unpaid time asked for",
        words(
            r"""\bunpaid\ (?:\w+\ ){0,2}?(?:evenings?|weekends?|hours|overtime|work|duties|time|holidays)\b
            | \b(?:evenings?|weekends?|overtime|hours)\b(?:\W+\w+){0,3}?\W+unpaid\b
            | \bwithout\ (?:extra|additional|further|overtime)\ (?:pay|payment)\b"""
        ),
        "Time that is worked without pay is a matter of the contract, no quality of a person. It shuts out "
        "people who care for others, more often women.",
        "Say in the advert which hours the work needs and how they are paid or given back.",
        INDIRECT_DISCRIMINATION,
        unless=words(
            r"\bpaid\ (?:or|and)\ unpaid\b|\bunpaid\ (?:or|and)\ paid\b|\bpaid/unpaid\b|\bexperience\b"
            r"|\bvolunt\w+\b|\bunpaid\ (?:break|lunch|leave|carer)"
        ),
    ),
    WordingRisk(
        "residence_demand",
        "An address asked for",
        words(
            r"""\b(?:must\ |should\ )?(?:live|lives|living|resid(?:e|es|ing|ent))\ (?:locally|nearby
                |in\ the\ (?:parish|village|town|area|local\ area)
                |within\ (?:\d+|a\ few|five|ten|twenty)\ (?:miles?|minutes?))\b
            | \blocal\ (?:residents?|people)\ only\b | \bpermanent\ (?:uk\ )?address\b"""
        ),
        "Where somebody lives often follows from their origin, age or means, and says nothing about the "
        "work.",
        "Say what the address is meant to secure: “able to be at the school within 30 minutes of an alarm”.",
        INDIRECT_DISCRIMINATION,
        unless=words(rf"\b{PUPILS}\b|\bcaretaker'?s?\ house\b|\btied\b"),
    ),
    WordingRisk(
        "culture_wording",
        "Fitting in",
        words(
            r"""\b(?:cultural|culture|team)\ fit\b
            | \bfits?\ (?:well\ )?(?:in|into)\ (?:with\ )?(?:the|our|an?)\ (?:\w+\ )?(?:team|culture
                |staff|school)\b
            | \bour\ kind\ of\ (?:person|people)\b | \bright\ sort\ of\ person\b"""
        ),
        "Nobody can show it on evidence, and it favours people who resemble those who choose.",
        "Say which way of working is meant, such as “plans each week together with the class teacher”.",
        PERSON_SPECIFICATION_GUIDE,
    ),
    WordingRisk(
        "stock_phrase",
        "A stock phrase",
        words(
            r"""\bteam\ player\b | \bcan[- ]do\ (?:attitude|approach)\b
            | \b(?:go|goes|going)\ the\ extra\ mile\b
            | \bself[- ]starter\b | \bhit\ the\ ground\ running\b | \bthink\ outside\ (?:of\ )?the\ box\b
            | \b110\s?% | \bstrong\ work\ ethic\b | \bpeople\ person\b"""
        ),
        "Every candidate will claim it, and two panel members will score it differently.",
        "Say what the person would be seen doing in this job.",
        SPECIFIC_CRITERIA,
    ),
)
