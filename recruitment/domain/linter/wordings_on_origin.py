"""Wordings on where somebody comes from: language, nationality, accent, name, faith. As data."""

from recruitment.domain.linter.sources import (
    GOOD_PRACTICE,
    NATIONALITY,
    NATIVE_LANGUAGE,
    RELIGIOUS_CHARACTER,
)
from recruitment.domain.linter.wording_risk import WordingRisk, words
from recruitment.domain.wording_context import OTHERS, PUPILS, about_others

ORIGIN: tuple[WordingRisk, ...] = (
    WordingRisk(
        "native_speaker",
        "A mother tongue asked for",
        words(
            r"""\bnative\ (?:\w+\ ){0,2}(?:speak|english\b|level\b|fluency\b|standard\b|tongue\b)\w*
            | \bnative[- ]level\b | \bmother[- ]tongue\b
            | \b(?:english|welsh|\w+)\ (?:as|is|must\ be|should\ be)\ (?:an?|your|their|the)?\ ?
                (?:first\ language)\b
            | \bfirst[- ]language\ (?:english|welsh|\w+)?\ ?speakers?\b
            | \b(?:first|home)[- ]language\ (?:(?:must|should)\ be\ |is\ )?(?:english|welsh)\b
            | \bspeaks?\ (?:only\ )?english\ (?:at\ home|from\ birth)\b | \bborn\ english[- ]speak\w+
            | \b(?:no\ )?english\ (?:as\ a\ )?second\ language\ (?:applicants|candidates)\b"""
        ),
        "It asks where somebody comes from, not how well they speak or write. People of other ethnic or "
        "national origins are put at a disadvantage however good their language is.",
        "Ask for the level the work needs: “fluent spoken English”, “writes clear letters to families”.",
        NATIVE_LANGUAGE,
        unless=words(
            r"\bnot\b|\badditional\ language\b|\bEAL\b|\bfundamental\b|\bbritish\ values\b|\bteach\w*\b"
        ),
        others=about_others(
            before=rf"{OTHERS} | \b(?:whose|for\ whom|people|parents|speakers\ of|experience|knowledge)\b",
            after=rf"\W*{OTHERS} | \ (?:qualification|examination|curriculum|GCSE|exam)\b",
        ),
    ),
    WordingRisk(
        "nationality_demand",
        "A nationality asked for",
        words(
            r"""\b(?:british|uk|eu|eea|english|irish|commonwealth)\ (?:citizens?(?:hip)?|nationals
                |national(?!\ \w)|nationality|subjects?|passports?(?:\ holders?)?)\b
            | \b(?:british|uk)[- ]born\b | \bborn\ (?:and\ \w+\ )?in\ (?:the\ uk|britain|england)\b
            | \bbritish\ only\b | \b(?:british|english|UK)\ (?:people|applicants?|candidates?)\ only\b
            | ^\W*(?:(?:must|should)\ be\ )?(?:white\ )?(?:british|english)\ (?:person|applicant|origin)\W*$
            | \bof\ (?:british|english|european)\ (?:origin|birth|descent|stock)\b
            | ^\W*(?:(?:must|should)\ be\ )?white(?:\ british|\ english)?\W*$
            | \bwhite\ (?:people|applicants?|candidates?)\ only\b
            | \b(?:must|should)\ be\ (?:british|english|white)\b(?!-)"""
        ),
        "Nationality is part of race under the Equality Act 2010, as are colour and national origins, and "
        "this asks for one of them, or for a place of birth. What an employer has to check is the right to "
        "work, which many people of other nationalities have.",
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
            | \b(?:no|without(?:\ an?)?|free\ (?:of|from)(?:\ an?)?)\ (?:\w+\ ){0,2}accents?\b(?!\ on\b)
            | \b(?:neutral|british|english|southern|northern|local|regional|standard|home\ counties|RP)
                \ (?:\w+\ )?accents?\b(?!\ on\b)
            | \breceived\ pronunciation\b | \b(?:queen's|king's|BBC)\ english\b"""
        ),
        "An accent tells where somebody comes from, not how well they are understood. People of other "
        "ethnic or national origins are put at a disadvantage.",
        "Say what is needed: “speaks English that children and families understand easily”.",
        NATIVE_LANGUAGE,
        unless=words(r"\b(?:music|drama|teach\w*|french|german|spanish|welsh)\b"),
        others=about_others(before=rf"{OTHERS} | \b(?:understand\w*|range\ of|variety\ of)\b"),
    ),
    WordingRisk(
        "christian_name",
        "A Christian name",
        words(r"\bchristian\ names?\b"),
        "Not everybody has a Christian name: people of other faiths, and of none, may read that it is not "
        "meant for them.",
        "Write “first name”. Where a name is asked for on the form, it is no criterion.",
        GOOD_PRACTICE,
        others=about_others(before=rf"{OTHERS} | \b(?:knowledge|teach\w*|origins?|history|meaning)\b"),
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
            | \bchurch-?go(?:ing|ers?)\b | \bmember\ of\ the\ church\ of\ (?:england|wales|scotland)\b"""
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
