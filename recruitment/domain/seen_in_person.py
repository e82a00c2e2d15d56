"""What nobody can see on an application form: how somebody speaks, calms a child, holds a class."""

import re

_ABLE = r"^\W*(?:the\ )?(?:abilit(?:y|ies)\ to|able\ to|can)\ (?:\w+ly\ )?"
# “Order records” are kept on paper.
_PAPERS = (
    r"(?:records?|books?|forms?|logs?|files?|lists?|data|reports?|polic(?:y|ies)|procedures?|plans?|systems?|"
    r"points?|numbers?|lines?)"
)
_IN_PERSON = re.compile(
    rf"""^\W*(?:(?:a|an|the|have|has)\ )*(?:good|excellent|clear|fluent|strong|effective|very\ good)
        \ (?:level\ of\ |standard\ of\ |command\ of\ )?(?:spoken|verbal|oral)
        \ (?:english|welsh|communication|language)(?:\ skills?)?\W*$
    | {_ABLE}communicate\ (?:verbally|orally)\b(?!.*\b(?:writing|written|print|e-?mails?)\b)
    | {_ABLE}(?:calm|soothe|comfort|reassure|de-?escalate|defuse)\b
    | {_ABLE}(?:manage|control|keep)\ (?:(?:the|pupils?'|children's|challenging|difficult|good|positive)\ )*
        (?:behaviour|order|discipline|a\ class)\b(?!\ {_PAPERS}\b)
    | {_ABLE}(?:hold|keep|capture)\ (?:the\ )?(?:attention|interest)\b
    | {_ABLE}(?:stay|remain|keep)\ calm\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_seen_in_person(text: str) -> bool:
    """Whether the wording names what has to be seen or heard.

    Experience of it, a qualification in it and knowledge of it can be written down; so can a language that
    somebody speaks.
    """
    return bool(_IN_PERSON.search(text.replace("’", "'")))
