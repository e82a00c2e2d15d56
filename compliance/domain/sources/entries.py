"""Where the rules on what may be asked, and on what may be written down of a check, come from."""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)

OFFENCE_DETAILS = LegalSource(
    title="UK GDPR and Data Protection Act 2018",
    provision=(
        "Article 10 and schedule 1: details of offences are not kept in a record of checks; the fact, the "
        "result and the decision are"
    ),
    kind="statute",
)
HEALTH_DETAILS = LegalSource(
    title="UK GDPR",
    provision="Article 9: health details do not belong in a record that says whether somebody is fit for a post",
    kind="statute",
)
PROTECTED_MATTERS = LegalSource(
    title="Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975",
    provision="A self-declaration must not reach protected cautions and convictions (account by Unlock)",
    kind="statute",
    url="https://recruit.unlock.org.uk/asking-the-right-question/",
    last_checked=READ_ON,
    verified=True,
)
NO_HOUSEHOLD = LegalSource(
    title="Childcare (Disqualification) Regulations 2018",
    provision=(
        "Since 31 August 2018 nobody outside domestic settings is asked about others in the household "
        "(account by Lancashire County Council)"
    ),
    kind="statute",
    url="https://www.lancashire.gov.uk/practitioners/supporting-children-and-families/childcare-and-early-years-settings/safeguarding-for-childcare-providers/disqualification-under-the-childcare-act/",
    in_force_from=date(2018, 8, 31),
    last_checked=READ_ON,
    verified=True,
)
