"""Wordings on who somebody is: age, sex, family. As data."""

import re

from recruitment.domain.linter.sources import (
    ADVERT_GUIDE,
    OCCUPATIONAL_REQUIREMENT,
    PROTECTED_CHARACTERISTICS,
)
from recruitment.domain.linter.wording_risk import WordingRisk, words
from recruitment.domain.wording_context import OTHERS, WORK_FOR_OTHERS, about_others

_AGE_IN_WORDS = r"(?:eighteen|twenty|thirty|forty|fifty|sixty)(?:-\w+)?"
_AGE = rf"(?:1[6-9]|[2-9]\d|{_AGE_IN_WORDS})"
_GROWN = rf"(?:1[89]|[2-9]\d|{_AGE_IN_WORDS})"  # what somebody who applies may be, and pupils hardly are
_NO_AGE = r"""(?!\d|[.,]\d|\s*(?:%|pupils|children|students|minutes|hours|days|weeks|miles|metres|words|people
    |kg|cm|applications|criteria))"""
_OR_BEYOND = r"(?:over|under|above|older|younger|below)"
_ONE = r"(?:m[ae]n|wom[ae]n|lad(?:y|ies)|gentlem[ae]n|males?|females?)"
_POSTS = r"""(?:attendants?|assistants?|teachers?|carers?|caretakers?|cleaners?|supervisors?|workers?
    |officers?|mentors?|coach(?:es)?|candidates?|applicants?|persons?|instructors?|nurses?|tutors?|technicians?|drivers?
    |cooks?|postholders?|role\ models?|escorts?|chaperones?|receptionists?|secretar(?:y|ies)|TAs?|librarians?
    |administrators?|counsellors?|members?\ of\ staff|staff)"""

_SOMEBODY = words(
    rf"{OTHERS} | \b(?:head|headteacher|principal|deputy|teacher|senco|bursar|lead|manager|supervisor"
    r"|caretaker|governors?|colleague)\b"
)


def _names_somebody_before(place: re.Match[str]) -> bool:
    """Whether “his” or “her” can point at somebody named earlier, in whatever clause."""
    return _SOMEBODY.search(place.string, 0, place.start()) is not None


PEOPLE: tuple[WordingRisk, ...] = (
    WordingRisk(
        "age_wording",
        "Wording about age",
        words(
            r"""\byouthful\b | \bdigital\ natives?\b | \b(?:school|college|university)[- ]leavers?\b
            | ^\s*young\s*$ | \byoung\ at\ heart\b | \byoung(?:er)?\ blood\b
            | \byoungsters?\ (?:wanted|only)\b
            | \byoung\s*(?:,|and|&)\s*(?:\w+\ and\ )?(?:dynamic|energetic|enthusiastic|vibrant|lively
                |ambitious|talented
                |keen|motivated|fun|creative|fit)\b
            | \b(?:energetic|dynamic|lively|vibrant|enthusiastic)\s*(?:,|and|&)\s*young\b
            | \byoung\ (?:dynamic|energetic|vibrant|lively|ambitious|talented|team|staff|workforce
                |graduates?
                |professionals?|teachers?|candidates?|applicants?|outlook)\b
            | \b(?:energetic|dynamic|lively|keen|ambitious)\ young(?!\ (?:people|pupils|children|learners))\b
            | ^\W*(?:an?\ )?(?:(?:bright|keen|fit)\ )?young(?:er)?\ (?:person|man|woman|lady|lad)
                (?!'s|[- ](?:cent|focus|led))\b
            | \bsomeone\ young\b | \b(?:fresh\ (?:out\ of|from)|straight\ (?:out\ of|from))\ (?:school|college
                |university|training)\b
            | \bmature\ (?:and\ \w+\ )?(?:person|individual|outlook|candidate|applicant|adult|woman|man|lady
                |worker|years)\b
            | \bmiddle[- ]aged\b | \b(?:semi-?|active(?:ly)?\ |recently\ |early\ )retired\b
            | ^\W*(?:an?\ )?(?:older|younger)\ (?:person|applicants?|candidates?|worker)\b
            | \b(?:recent(?:ly)?|new(?:ly)?)[- ]graduat(?:es?|ed)\b | \brecently[- ]qualified\b"""
        ),
        "It describes an age rather than what somebody can do. Older or younger people may read that they"
        " are not wanted, and a tribunal may too.",
        "Say what the job needs: for “young and energetic”, the activities to be led; for “recent graduate” "
        "or “recently qualified”, the knowledge or the qualification.",
        ADVERT_GUIDE,
        others=about_others(
            before=rf"{OTHERS} | {WORK_FOR_OTHERS} | \b(?:guid|lead|help|prepar)\w*\b",
            after=r"\ (?:or|and)\ (?:more\ )?experienced\b",
        ),
    ),
    WordingRisk(
        "age_limit",
        "An age limit",
        words(
            rf"""\b(?:must\ be|be|is|applicants?|candidates?|persons?|people|someone)\ (?:aged?\ )?
                (?:(?:under|over|below|above|at\ least|between|no\ older\ than|no\ younger\ than|older\ than
                    |younger\ than|not\ over)\ )(?:the\ age\ of\ )?{_AGE}\b{_NO_AGE}
            | \b(?:under|over)\ \d{{2}}\ years\ (?:old|of\ age)\b
            | \b{_GROWN}\ (?:(?:to|and|-)\ {_GROWN}\ )?years\ (?:old|of\ age)\b
            | \b(?:must|should|to|preferably|ideally)\ (?:be\ )?aged?\ (?:\w+\ )?{_AGE}\b{_NO_AGE}
            | ^\W*aged?\W{{0,2}}\s?(?:between\ |from\ |over\ |under\ |at\ least\ )?{_GROWN}\b{_NO_AGE}
                (?!\ ?(?:-|to|and)\ ?\d+\ (?:pupils|students|children|learners|year))
            | \b(?:ideal|preferred|maximum|minimum|upper|lower)\ age\b(?!\ (?:range|group|phase)\ of\b)
            | \bage\ limit\b | \bno\ ?(?:one|body)\ {_OR_BEYOND}\ {_GROWN}\b
            | ^\W*(?:over|under)[- ]{_GROWN}'?s?\W*$
            | \b(?:not?|nobody|no\ one)\ (?:older|younger)\ than\ {_GROWN}\b{_NO_AGE}
            | \b{_OR_BEYOND}\ the\ age\ of\ {_GROWN}\b
            | ^\W*(?:must\ be\ )?{_GROWN}\ (?:years\ )?(?:or|and)\ {_OR_BEYOND}\b
            | \bmust\ be\ {_GROWN}\ ?(?:\+|(?:to|-)\ ?{_GROWN}\b|\ or\ {_OR_BEYOND}\b){_NO_AGE}
            | \b(?:over|under)[- ]{_GROWN}'?s?\ (?:only|preferred)\b
            | \bin\ (?:their|his|her|your)\ (?:(?:early|mid|late)[- ])?(?:twenties|thirties|forties|fifties
                |[2-5]0'?s)\b"""
        ),
        "An age limit rules people out by age alone. Unless a law sets it for this work, it has to be "
        "justified.",
        "Name the law or the insurance that sets the limit, or take it out.",
        ADVERT_GUIDE,
        others=about_others(
            before=rf"{OTHERS} | {WORK_FOR_OTHERS} | \byoung\b | \b(?:groups?|adults?|people|class(?:es)?)\b",
            after=rf"\W*(?:(?:to|-|and)\W*\d+\W*)?(?:{OTHERS} | (?:age[- ])?(?:range|group|phase)\b)",
        ),
    ),
    WordingRisk(
        "sex_demand",
        "One sex asked for",
        words(
            rf"""\b(?:must|should)\ be\ (?:an?\ )?{_ONE}\b
            | ^\W*(?:an?\ )?(?:fe)?males?\W*$
            | (?<!male\ and\ )(?<!male\ or\ )\b(?:fe)?male\ (?!(?:and|or)\b)(?:[\w-]+\ ){{0,2}}?{_POSTS}\b
            | \b{_ONE}\ (?:only|preferred|required|wanted|needed)\b
            | \b(?:seek\w*|ideal|right|want\w*)\ (?:an?\ )?(?:man|woman|lady|gentleman)\ (?:for|to|who)\b
            | \b(?:ideally|preferably)\ (?:an?\ )?{_ONE}\b
            | ^\W*(?:an?\ )?(?:(?:strong|caring|kind|practical|motherly|capable)\ )?(?:man|woman|lady
                |gentleman)\ (?:{_POSTS}|to|who|with|for|able|of)\b"""
        ),
        "It shuts out people of the other sex, whatever they can do. That is lawful only where the work "
        "itself needs it, as privacy in a changing room may, and the school has to be able to justify it.",
        "Take it out. Where it is a genuine occupational requirement, say so in the specification, and "
        "record which duties need it and why nobody else in the team could do them.",
        OCCUPATIONAL_REQUIREMENT,
        others=about_others(
            before=rf"{OTHERS} | {WORK_FOR_OTHERS} | \b(?:both|for|regardless)\b",
            after=r"\W*(?:pupils|students|learners)\b | '?s?\ (?:toilets?|changing)\b",
        ),
    ),
    WordingRisk(
        "one_sex",
        "Wording for one sex",
        words(
            r"""\b(?:dinner|tea|lollipop|cleaning|midday|lunch(?:time)?|kitchen)\ lad(?:y|ies)\b
            | \b(?:handy|work|fore|sales|crafts|grounds
                |trades|repair|post|delivery|house)m[ae]n\b | \bchairm[ae]n\b
            | \bheadmasters?\b | \bheadmistress(?:es)?\b | \bgirl\ friday\b | \bhousewi(?:fe|ves)\b
            | \bmanageress\b | \bwaitress(?:es)?\b | \bbarm(?:aid|an)s?\b
            | \b(?:motherly|fatherly|manly|womanly)\b | \b(?:father|mother)[- ]figure\b
            | \b(?:he|she)\ (?:will|must|should|is|has)\b | \b(?:his|her)\b | \b(?:himself|herself)\b"""
        ),
        "It reads as if only men, or only women, were meant.",
        "Use a neutral title (midday supervisor, maintenance worker, headteacher) and “they” or “the "
        "postholder”. Where the work really needs one sex, record why it is an occupational requirement.",
        ADVERT_GUIDE,
        unless=words(
            r"\bs/he\b|\b(?:he|she|his|hers?|him|himself|herself)\s*(?:/|\bor\b|\()\s*(?:\w+\ )?"
            r"(?:s?he|his|hers?|him|himself|herself)\b|\b(?:his|her)\ majesty|\bHMIP?\b"
        ),
        others=_names_somebody_before,
    ),
    WordingRisk(
        "family_status",
        "Marriage or children asked for",
        words(
            r"""\b(?:un)?married\b | \bsingle\ (?:man|woman|person|people)\b | \bfamily\ (?:man|woman)\b
            | \b(?:settled|stable|happy|traditional)\ (?:family|home|domestic|married)\ (?:life|background
                |circumstances|situation)\b
            | \b(?:divorced|widowed|heterosexual)\b | ^\W*husband\ and\ wife\b
            | \b(?:supportive|helpful)\ (?:wife|husband|spouse)\b
            | \b(?:wife|husband|spouse)\ (?:able|willing|to|who)\b
            | \b(?:with|has|have|having)\ (?:their\ |her\ |his\ )?own\ (?:children|famil(?:y|ies))\b
            | \b(?:has|have|having)\ (?:had\ )?children\ of\ (?:their|her|his|your)\ own\b
            | ^\W*(?:must\ be\ |be\ )?(?:an?\ )?(?:mother|father|parent|mum|dad)\W*$"""
        ),
        "Whether somebody is married or has children says nothing about the work. Marriage, sex and "
        "maternity are protected, and people without children can do it as well.",
        "Ask for what is meant: “experience of caring for children of primary age”, paid or not.",
        PROTECTED_CHARACTERISTICS,
        unless=words(r"\b(?:experience|including|pupils?|whether|accommodation|regardless)\b"),
        others=about_others(
            before=rf"{OTHERS} | {WORK_FOR_OTHERS} | \b(?:understand\w*|help\w*|creat\w*|provid\w*)\b",
            after=rf"\ (?:(?:for|of)\ (?:\w+\ ){{0,2}}?)?{OTHERS}",
        ),
    ),
)
