"""Wordings that risk unfairness, as data: what to look for, what makes it harmless, why, what instead.

A wording about pupils, families or the work is not a wording about the applicant: ``unless`` holds what
makes a match harmless. Both are tried on the wording of one criterion, with straight apostrophes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.domain.sources import LegalSource
from recruitment.domain.linter.certificates import NAMED_CERTIFICATE_WORDS, is_about_teaching
from recruitment.domain.linter.sources import (
    ADVERT_GUIDE,
    DRIVING_LICENCE,
    INDIRECT_DISCRIMINATION,
    NAMED_CERTIFICATE,
    NATIVE_LANGUAGE,
    PERSON_SPECIFICATION_GUIDE,
    RELIGIOUS_CHARACTER,
    SPECIFIC_CRITERIA,
    YEARS_OF_EXPERIENCE,
)
from recruitment.domain.sources import PRE_OFFER_HEALTH_QUESTIONS


@dataclass(frozen=True, slots=True)
class WordingRisk:
    """One kind of wording. ``code`` names the kind of risk; several wordings may share it.

    ``unless`` and ``spares`` say which wordings are harmless all the same.
    """

    code: str
    name: str
    pattern: re.Pattern[str]
    why: str
    suggestion: str
    source: LegalSource
    unless: re.Pattern[str] | None = None
    spares: Callable[[str], bool] | None = None

    def find(self, text: str) -> str:
        """The words that were found; empty where the wording is harmless."""
        plain = text.replace("’", "'").replace("‘", "'")
        found = self.pattern.search(plain)
        if found is None or self._is_harmless(plain):
            return ""
        return text[found.start() : found.end()].strip(" ,.;:")

    def _is_harmless(self, plain: str) -> bool:
        excused = self.unless is not None and self.unless.search(plain)
        return bool(excused) or (self.spares is not None and self.spares(plain))


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_PUPILS = (
    r"(?:pupils?|child(?:ren)?(?:'s)?|students?|learners?|famil(?:y|ies)|parents?|carers?|communit(?:y|ies))"
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several|a\ number\ of|many)"
_YEARS = rf"{_NUMBER} \s* (?:\+|or\ more|plus)? \s* (?:full\ )? years?'?"

WORDING_RISKS: tuple[WordingRisk, ...] = (
    WordingRisk(
        "age_wording",
        "Wording about age",
        _words(
            r"""\byouthful\b | \bdigital\ natives?\b | \bschool[- ]leavers?\b
            | ^\s*young\s*$ | \byoung\ at\ heart\b
            | \byoung\s*(?:,|and|&)\s*(?:\w+\ and\ )?(?:dynamic|energetic|enthusiastic|vibrant|lively
                |ambitious|talented
                |keen|motivated|fun|creative|fit)\b
            | \b(?:energetic|dynamic|lively|vibrant|enthusiastic)\s*(?:,|and|&)\s*young\b
            | \byoung\ (?:dynamic|energetic|vibrant|lively|ambitious|talented|team|staff|workforce
                |graduates?
                |professionals?|teachers?|candidates?|applicants?|outlook)\b
            | \bmature\ (?:person|individual|outlook|candidate|applicant)\b
            | \b(?:recent(?:ly)?|new(?:ly)?)[- ]graduat(?:es?|ed)\b | \brecently[- ]qualified\b"""
        ),
        "It describes an age rather than what somebody can do. Older or younger people may read that they"
        " are not wanted, and a tribunal may too.",
        "Say what the job needs: for “young and energetic”, the activities to be led; for “recent graduate” "
        "or “recently qualified”, the knowledge or the qualification.",
        ADVERT_GUIDE,
        unless=_words(
            r"\b(?:support|work(?:ing)?\ with|mentor|advis|coach)\w*\ (?:\w+\ ){0,3}"
            r"(?:school[- ]leavers?|recently[- ]qualified)\b"
        ),
    ),
    WordingRisk(
        "age_limit",
        "An age limit",
        _words(
            r"""\b(?:must\ be|be|is|applicants?|candidates?|persons?|people|someone)\ (?:aged?\ )?
                (?:(?:under|over|below|above|at\ least|between)\ )(?:the\ age\ of\ )?\d{2}\b(?!\s*(?:%
                    |pupils|minutes|hours|days))
            | \b(?:under|over)\ \d{2}\ years\ (?:old|of\ age)\b"""
        ),
        "An age limit rules people out by age alone. Unless a law sets it for this work, it has to be "
        "justified.",
        "Name the law or the insurance that sets the limit, or take it out.",
        ADVERT_GUIDE,
        unless=_words(rf"\b{_PUPILS}\ (?:who\ are\ )?(?:aged?|under|over|between)\b|\byoung\ people\b"),
    ),
    WordingRisk(
        "years_of_experience",
        "Experience counted in years",
        _words(
            rf"""(?<!aged\ )(?<!ages\ )(?<!age\ ) \b{_YEARS} \s+ (?:of\ )?
                (?:(?!old\b|olds\b|aged\b|ago\b|children\b|pupils\b)[\w'/-]+\ ){{0,5}}? experience\b
            | \bexperience\b (?:(?![.;])[\w\s',/()-]){{0,50}}? \b(?:for|of|over)\ (?:at\ least
                |a\ minimum\ of|more\ than
                |over|the\ last|the\ past)?\ ?{_YEARS} (?!\s*(?:old|olds|of\ age|group|children|pupils
                    |,?\s*\d|age))
            | \bexperience\b .{{0,40}}? (?:at\ least|minimum\ of|minimum|min\.?)\ {_YEARS}
                (?!\s*(?:old|olds|of\ age|group))
            | (?:at\ least|minimum\ of|minimum|min\.?)\ {_YEARS}\ (?:in\ (?:a|the|an)\b|teaching\b
                |working\b|as\ an?\b)"""
        ),
        "Counting years rules out people who can do the work but are younger, or have had a career break,"
        " which more women than men have. Years also say little about how good somebody is.",
        "Ask for what the years are meant to show: “experience of leading a class of 30 across a whole year” "
        "rather than “five years’ experience”.",
        YEARS_OF_EXPERIENCE,
        unless=_words(
            r"\b(?:within|in|during)\ the\ (?:last|past)\b|\bearly\ years\ experience$"
            r"|\bwork\ experience\ (?:week|placement)"
        ),
    ),
    WordingRisk(
        "native_speaker",
        "A mother tongue asked for",
        _words(
            r"""\bnative\ (?:\w+\ ){0,2}(?:speak|english\b|level\b|fluency\b|standard\b)\w*
            | \bnative[- ]level\b | \bmother[- ]tongue\b
            | \b(?:english|welsh|\w+)\ (?:as|is)\ (?:an?|your|their|the)?\ ?(?:first\ language)\b
            | \bfirst[- ]language\ (?:english|welsh|\w+)?\ ?speakers?\b
            | \b(?:british[- ]born|uk[- ]born|born\ in\ (?:the\ uk|britain|england))\b
            | \buk\ passport\b | \b(?:british|uk)\ (?:citizens?|nationals?)\b"""
        ),
        "It asks where somebody comes from, not how well they speak or write. People of other ethnic or "
        "national origins are put at a disadvantage however good their language is.",
        "Ask for the level the work needs: “fluent spoken English”, “writes clear letters to families”. The "
        "right to work is checked after the offer, for everybody.",
        NATIVE_LANGUAGE,
        unless=_words(
            rf"\b{_PUPILS}\b|\bnot\b|\badditional\ language\b|\bEAL\b|\bfundamental\b"
            r"|\bbritish\ values\b|\bteach\w*\b"
        ),
    ),
    WordingRisk(
        "one_sex",
        "Wording for one sex",
        _words(
            r"""\b(?:dinner|tea|lollipop|cleaning)\ lad(?:y|ies)\b | \bhandym[ae]n\b | \bworkm[ae]n\b
            | \bforem[ae]n\b
            | \bheadmasters?\b | \bheadmistress(?:es)?\b | \bgirl\ friday\b | \bsalesm[ae]n\b
            | \bcraftsm[ae]n\b
            | \bmanageress\b | \bgroundsm[ae]n\b
            | \b(?:must|should)\ be\ (?:a\ )?(?:male|female|man|woman)\b
            | \b(?:he|she)\ (?:will|must|should|is|has)\b"""
        ),
        "It reads as if only men, or only women, were meant.",
        "Use a neutral title (midday supervisor, maintenance worker, headteacher) and “they” or “the "
        "postholder”. Where the work really needs one sex, record why it is an occupational requirement.",
        ADVERT_GUIDE,
        unless=_words(r"\b(?:he/she|she/he|s/he|he\ or\ she|she\ or\ he|his/her|her/his)\b"),
    ),
    WordingRisk(
        "health_demand",
        "Health or absence asked about",
        _words(
            r"""\bphysically\ (?:fit|able|robust|strong)\b | \bable[- ]bodied\b | \bmedically\ fit\b
            | \b(?:physical|general)\ fitness\b
            | ^\s*(?:(?:be|is)\ )?(?:in\ )?(?:good|excellent|robust|sound)\ (?:(?:general|physical
                |mental)\ )?health\b(?!\ (?:and|&)\ safety)
            | \b(?:enjoys?|have|has|must\ be\ in|be\ in)\ (?:good|excellent|robust)\ (?:(?:general
                |physical|mental)\ )?health\b
            | \b(?:good|excellent|satisfactory|low)\ (?:(?:work|record\ of|health|sickness|punctuality
                |timekeeping)\ (?:and\ )?)?
                (?:attendance|sickness|absence|health)\ (?:(?:and|&)\ \w+\ )?records?\b
            | \b(?:record\ of\ (?:good|excellent|regular)|good\ record\ of)\ (?:health|attendance
                |(?:punctuality|timekeeping)\ and\ attendance)\b
            | \b(?:good|low)\ sickness\ (?:absence\ )?(?:record|levels?)\b | \bhealth\ clearance\b
            | \bmedical\ clearance\b"""
        ),
        "Health and absence may not be asked about before an offer is made. As a criterion it would be "
        "scored at shortlisting or interview, which is too early.",
        "Describe the task itself (“lifts equipment with a trolley”, “is on the playground in all "
        "weathers”) and leave health to the checks after the offer, with reasonable adjustments.",
        PRE_OFFER_HEALTH_QUESTIONS,
        unless=_words(
            rf"\b{_PUPILS}\b|\bstaff\ (?:sickness|absence)\b|\b(?:manag|monitor|improv|promot)\w*\b"
        ),
    ),
    WordingRisk(
        "driving_demand",
        "A driving licence asked for",
        _words(
            r"""\b(?:(?:full|clean|valid|current|uk),?\ (?:and\ )?){1,4}driv(?:ing|er'?s?)\ licen[cs]e\b
            | \bdriving\ licen[cs]e\b | \bcar\ (?:owner|driver)\b | \bown\ (?:car|vehicle|transport)\b
            | \b(?:access\ to|use\ of)\ (?:a|own|their\ own|your\ own)\ (?:car|vehicle)\b"""
        ),
        "People who cannot drive because of a disability are ruled out, although most of them could "
        "travel in another way.",
        "Where driving itself is not the work, ask for the “ability to travel between sites”.",
        DRIVING_LICENCE,
        unless=_words(
            r"\bminibus\w*\b|\bD1\b|\bHGV\b|\bLGV\b|\bPCV\b|\bvan\b|\btractor\b|\bambulance\b|\bdeliver\w*\b"
            r"|\bor\ (?:the\ |an?\ )?(?:ability|able|other|alternative|means|willing\w*\ to\ travel)\b"
        ),
    ),
    WordingRisk(
        "religion_demand",
        "A religion asked for",
        _words(
            r"""\b(?:practi[sc]ing|committed|active|baptised)\ (?:and\ \w+\ )?(?:roman\ )?(?:catholic
                |christian|anglican|muslim|jew
                |jewish|hindu|sikh|methodist|churchgoer)s?\b
            | \b(?:communicant|regular\ worshipper|regular\ church\ attendance|personal\ faith
                |personal\ christian\ faith)\b"""
        ),
        "Only a school with a religious character may prefer somebody of its faith, within limits that "
        "depend on the kind of school and on the post; for support staff it has to be an occupational "
        "requirement.",
        "Check that this school and this post may ask for it. Otherwise ask for sympathy with the ethos "
        "of the school, which anybody can show.",
        RELIGIOUS_CHARACTER,
    ),
    WordingRisk(
        "family_wording",
        "Wording about family or free time",
        _words(
            r"""\b(?:no|without|free\ (?:of|from))\ (?:family|domestic|childcare|caring)\ (?:ties
                |commitments|responsibilities)\b
            | \bno\ dependants?\b | \bno\ career\ breaks?\b
            | \b(?:unbroken|continuous)\ (?:employment|career|service)\b
            | \bavailable\ at\ all\ (?:times|hours)\b | \bunlimited\ (?:availability|hours)\b"""
        ),
        "It shuts out people who care for children or others, more often women, and people who have had a"
        " break.",
        "Say which hours the work needs, and why.",
        INDIRECT_DISCRIMINATION,
    ),
    WordingRisk(
        "residence_demand",
        "An address asked for",
        _words(
            r"""\b(?:must\ |should\ )?(?:live|lives|living|resid(?:e|es|ing|ent))\ (?:locally|nearby
                |in\ the\ (?:parish|village|town|area|local\ area)
                |within\ (?:\d+|a\ few|five|ten|twenty)\ (?:miles?|minutes?))\b
            | \blocal\ (?:residents?|people)\ only\b | \bpermanent\ (?:uk\ )?address\b"""
        ),
        "Where somebody lives often follows from their origin, age or means, and says nothing about the "
        "work.",
        "Say what the address is meant to secure: “able to be at the school within 30 minutes of an alarm”.",
        INDIRECT_DISCRIMINATION,
        unless=_words(rf"\b{_PUPILS}\b|\bcaretaker'?s?\ house\b|\btied\b"),
    ),
    WordingRisk(
        "culture_wording",
        "Fitting in",
        _words(
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
        "no_equivalent",
        "A certificate without its equivalent",
        NAMED_CERTIFICATE_WORDS,
        "People who went to school before this certificate existed, or in another country, hold another "
        "of the same level.",
        "Add “or equivalent”.",
        NAMED_CERTIFICATE,
        unless=_words(
            r"\bequiv\w*|\bor\ (?:similar|other|comparable|relevant)\b|\bsimilar\ (?:level|qualification)"
            r"|\bcomparable\b|\bor\ (?:a\ |an\ )?(?:level|NVQ|BTEC|CACHE|NNEB|diploma|degree|O[- ]level|GCSE)"
            r"|/|\be\.g\.|\bsuch\ as\b|\bwilling\w*\b|\btowards\b|\bsame\ level\b"
        ),
        spares=is_about_teaching,
    ),
    WordingRisk(
        "stock_phrase",
        "A stock phrase",
        _words(
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
