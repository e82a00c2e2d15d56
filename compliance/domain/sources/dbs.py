"""Where the rules about DBS certificates come from."""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)
_KCSIE = "Keeping children safe in education"

CERTIFICATE_NUMBER = LegalSource(
    title="DBS: status checks by organisations",
    provision="A certificate number has twelve digits",
    kind="guidance",
    url="https://onlinehelp.dbs.gov.uk/article/qed00186/how-do-i-let-an-organisation-carry-out-a-status-check-on-my-dbs-certificate",
    last_checked=READ_ON,
    verified=True,
)
ORIGINAL_SEEN = LegalSource(
    title=_KCSIE,
    provision="The applicant shows the original before starting or as soon as practicable afterwards",
    kind="guidance",
    url="https://online.flipbuilder.com/ruih/lrev/files/basic-html/page26.html",
    last_checked=READ_ON,
    verified=True,
)
START_BEFORE_CERTIFICATE = LegalSource(
    title=_KCSIE,
    provision=(
        "Starting before the certificate: all other checks done, a separate barred-list check clear, "
        "appropriate supervision"
    ),
    kind="guidance",
    url="https://online.flipbuilder.com/ruih/lrev/files/basic-html/page26.html",
    last_checked=READ_ON,
    verified=True,
)
LEVEL_AND_WORKFORCE = LegalSource(
    title=_KCSIE,
    provision="An enhanced certificate, with the barred list in regulated activity with children",
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/95",
    last_checked=READ_ON,
    verified=True,
)
BARRED_LIST_OUTSIDE = LegalSource(
    title=_KCSIE,
    provision="Barred-list information must not be asked for about somebody outside regulated activity",
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/114",
    last_checked=READ_ON,
    verified=True,
)
CONTINUITY = LegalSource(
    title="GOV.UK: check a teacher's record",
    provision=(
        "No new certificate after work in a school or college with regular contact in the three months "
        "before; a separate barred-list check is for this, or for a pending certificate, and nothing else"
    ),
    kind="guidance",
    url="https://gov.uk/guidance/teacher-status-checks-information-for-employers",
    last_checked=READ_ON,
    verified=True,
)
UPDATE_SERVICE = LegalSource(
    title="DBS Update Service: employer guide",
    provision="The same workforce and level, the person's consent, and the original seen first",
    kind="guidance",
    url="http://www.gov.uk/government/publications/dbs-update-service-employer-guide/dbs-update-service-employer-guide",
    last_checked=READ_ON,
    verified=True,
)
UPDATE_SERVICE_RESULTS = LegalSource(
    title="DBS Update Service",
    provision="Results: no new information, with or without content; no longer current; not found",
    kind="guidance",
)
NAMES_CHECKED = LegalSource(
    title=_KCSIE,
    provision="Identity: names change over time, so earlier names are checked as well",
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/95",
    last_checked=READ_ON,
    verified=True,
)
COPIES = LegalSource(
    title=_KCSIE,
    provision="A copy of a certificate is kept for a reason and never longer than six months",
    kind="guidance",
    url="https://issuu.com./fsedesign/docs/keeping_children_safe_in_education_2022/s/16737496",
    last_checked=READ_ON,
    verified=True,
)
NO_EXPIRY = LegalSource(
    title="School policy",
    provision="A certificate has no expiry in law; renewing it after some years is the school's own policy",
    kind="custom",
)
MINIMUM_AGE = LegalSource(
    title="Police Act 1997",
    provision="A certificate is issued to nobody under 16",
    kind="statute",
)
PROTECTED_MATTERS = LegalSource(
    title="Unlock: asking the right question",
    provision="Asking about protected convictions or cautions, or acting on them, is unlawful",
    kind="statute",
    url="https://recruit.unlock.org.uk/asking-the-right-question/",
    last_checked=READ_ON,
    verified=True,
)
HOUSEHOLD = LegalSource(
    title="Lancashire: disqualification under the Childcare Act 2006",
    provision="No question about others in the household outside domestic settings",
    kind="guidance",
    url="https://www.lancashire.gov.uk/practitioners/supporting-children-and-families/childcare-and-early-years-settings/safeguarding-for-childcare-providers/disqualification-under-the-childcare-act/",
    in_force_from=date(2018, 8, 31),
    last_checked=READ_ON,
    verified=True,
)
