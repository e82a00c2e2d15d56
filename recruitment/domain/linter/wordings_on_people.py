"""Wordings on who somebody is: age, origin, sex, family, faith. As data."""

from recruitment.domain.after_offer import PUPILS
from recruitment.domain.linter.sources import (
    ADVERT_GUIDE,
    NATIONALITY,
    NATIVE_LANGUAGE,
    PROTECTED_CHARACTERISTICS,
    RELIGIOUS_CHARACTER,
)
from recruitment.domain.linter.wording_risk import WordingRisk, words

PEOPLE: tuple[WordingRisk, ...] = (
    WordingRisk(
        "age_wording",
        "Wording about age",
        words(
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
        unless=words(
            r"\b(?:support|work(?:ing)?\ with|mentor|advis|coach)\w*\ (?:\w+\ ){0,3}"
            r"(?:school[- ]leavers?|recently[- ]qualified)\b"
        ),
    ),
    WordingRisk(
        "age_limit",
        "An age limit",
        words(
            r"""\b(?:must\ be|be|is|applicants?|candidates?|persons?|people|someone)\ (?:aged?\ )?
                (?:(?:under|over|below|above|at\ least|between)\ )(?:the\ age\ of\ )?\d{2}\b(?!\s*(?:%
                    |pupils|minutes|hours|days))
            | \b(?:under|over)\ \d{2}\ years\ (?:old|of\ age)\b"""
        ),
        "An age limit rules people out by age alone. Unless a law sets it for this work, it has to be "
        "justified.",
        "Name the law or the insurance that sets the limit, or take it out.",
        ADVERT_GUIDE,
        unless=words(rf"\b{PUPILS}\ (?:who\ are\ )?(?:aged?|under|over|between)\b|\byoung\ people\b"),
    ),
    WordingRisk(
        "native_speaker",
        "A mother tongue asked for",
        words(
            r"""\bnative\ (?:\w+\ ){0,2}(?:speak|english\b|level\b|fluency\b|standard\b)\w*
            | \bnative[- ]level\b | \bmother[- ]tongue\b
            | \b(?:english|welsh|\w+)\ (?:as|is)\ (?:an?|your|their|the)?\ ?(?:first\ language)\b
            | \bfirst[- ]language\ (?:english|welsh|\w+)?\ ?speakers?\b"""
        ),
        "It asks where somebody comes from, not how well they speak or write. People of other ethnic or "
        "national origins are put at a disadvantage however good their language is.",
        "Ask for the level the work needs: “fluent spoken English”, “writes clear letters to families”.",
        NATIVE_LANGUAGE,
        unless=words(
            rf"\b{PUPILS}\b|\bnot\b|\badditional\ language\b|\bEAL\b|\bfundamental\b"
            r"|\bbritish\ values\b|\bteach\w*\b"
        ),
    ),
    WordingRisk(
        "nationality_demand",
        "A nationality asked for",
        words(
            r"""\b(?:british|uk|eu|eea|english|irish|commonwealth)\ (?:citizens?(?:hip)?|nationals
                |national(?!\ \w)|nationality|subjects?|passports?(?:\ holders?)?)\b
            | \b(?:british[- ]born|uk[- ]born|born\ in\ (?:the\ uk|britain|england))\b"""
        ),
        "Nationality is part of race under the Equality Act 2010, and this asks for one, or for a place of "
        "birth. What an employer has to check is the right to work, which many people of other "
        "nationalities have.",
        "“Right to work in the UK”, checked after the offer, for everybody.",
        NATIONALITY,
        unless=words(
            rf"\b{PUPILS}\b|\bnot\b|\bteach\w*\b|\beducation\b|\bvalues\b|\bor\ (?:the\ )?right\ to\ work\b"
            r"|\b(?:knowledge|understanding|check(?:s|ing)?|advis\w+)\b|\bactive\ citizens?\w*\b"
        ),
    ),
    WordingRisk(
        "accent_demand",
        "An accent ruled out",
        words(
            r"""\baccent[- ]free\b
            | \b(?:no|without(?:\ an?)?|free\ (?:of|from)(?:\ an?)?)\ (?:\w+\ )?accents?\b
            | \b(?:neutral|british|english)\ accent\b | \breceived\ pronunciation\b"""
        ),
        "An accent tells where somebody comes from, not how well they are understood. People of other "
        "ethnic or national origins are put at a disadvantage.",
        "Say what is needed: “speaks English that children and families understand easily”.",
        NATIVE_LANGUAGE,
        unless=words(r"\b(?:music|drama|teach\w*|french|german|spanish)\b"),
    ),
    WordingRisk(
        "one_sex",
        "Wording for one sex",
        words(
            r"""\b(?:dinner|tea|lollipop|cleaning)\ lad(?:y|ies)\b | \bhandym[ae]n\b | \bworkm[ae]n\b
            | \bforem[ae]n\b
            | \bheadmasters?\b | \bheadmistress(?:es)?\b | \bgirl\ friday\b | \bsalesm[ae]n\b
            | \bcraftsm[ae]n\b
            | \bmanageress\b | \bgroundsm[ae]n\b
            | \b(?:must|should)\ be\ (?:a\ )?(?:male|female|man|woman)\b
            | \b(?:he|she)\ (?:will|must|should|is|has)\b
            | \b(?:his|her)\b | \b(?:himself|herself)\b"""
        ),
        "It reads as if only men, or only women, were meant.",
        "Use a neutral title (midday supervisor, maintenance worker, headteacher) and “they” or “the "
        "postholder”. Where the work really needs one sex, record why it is an occupational requirement.",
        ADVERT_GUIDE,
        unless=words(
            r"\bs/he\b|\b(?:he|she|his|hers?|him|himself|herself)\s*(?:/|\bor\b|\()\s*(?:\w+\ )?"
            r"(?:s?he|his|hers?|him|himself|herself)\b|\b(?:his|her)\ majesty|\bHMIP?\b"
            rf"|\b{PUPILS}\b|\b(?:head|headteacher|principal|teacher|manager|governors?|colleague|boys?|girls?)\b"
        ),
    ),
    WordingRisk(
        "family_status",
        "Marriage or children asked for",
        words(
            r"""\b(?:un)?married\b | \bsingle\ (?:man|woman|person)\b
            | \b(?:with|has|have|having)\ (?:their\ |her\ |his\ )?own\ (?:children|famil(?:y|ies))\b
            | \b(?:has|have|having)\ (?:had\ )?children\ of\ (?:their|her|his|your)\ own\b
            | ^\W*(?:must\ be\ |be\ )?(?:an?\ )?(?:mother|father|parent|mum|dad)\W*$"""
        ),
        "Whether somebody is married or has children says nothing about the work. Marriage, sex and "
        "maternity are protected, and people without children can do it as well.",
        "Ask for what is meant: “experience of caring for children of primary age”, paid or not.",
        PROTECTED_CHARACTERISTICS,
        unless=words(r"\b(?:experience|including|pupils?|couples?|whether|accommodation|regardless)\b"),
    ),
    WordingRisk(
        "religion_demand",
        "A religion asked for",
        words(
            r"""\b(?:practi[sc]ing|committed|active|baptised)\ (?:and\ \w+\ )?(?:roman\ )?(?:catholic
                |christian|anglican|muslim|jew
                |jewish|hindu|sikh|methodist|churchgoer)s?\b
            | \b(?:communicant|regular\ worshipper|regular\ church\ attendance|personal\ faith
                |personal\ christian\ faith)\b
            | ^\W*(?:(?:be|is|an?|of|the|must\ be|member\ of)\ )*(?:roman\ )?
                (?:catholic|christian|anglican|muslim|islamic|jewish|hindu|sikh|methodist)
                (?:\ (?:faith|religion))?\W*$
            | \b(?:of\ the|member\ of\ (?:the|a|another))\ (?:roman\ )?(?:catholic|christian|anglican
                |muslim|jewish|hindu|sikh|methodist)\ (?:faith|church|religion)\b
            | \bmember\ of\ the\ church\ of\ (?:england|wales|scotland)\b"""
        ),
        "Only a school with a religious character may prefer somebody of its faith, within limits that "
        "depend on whether it is maintained or an academy, on its category and on the post. What the law "
        "allows it speaks of teachers; for other posts it would have to be an occupational requirement.",
        "Check that this school and this post may ask for it. Otherwise ask for sympathy with the ethos "
        "of the school, which anybody can show.",
        RELIGIOUS_CHARACTER,
        unless=words(
            r"^(?:(?!\bpracti[sc]ing\b|\bcommitted\b|\bcommunicant\b).)*\b(?:knowledge|understand\w*|support\w*"
            r"|sympath\w*|respect\w*|promot\w*|experience|willing\w*|teach\w*|ethos)\b"
            r"(?:(?!\bpracti[sc]ing\b|\bcommitted\b|\bcommunicant\b).)*$"
        ),
    ),
)
