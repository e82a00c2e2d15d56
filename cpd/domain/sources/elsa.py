"""Where the rules about ELSAs come from: a network and its providers. None of it is law.

``verified`` is True where somebody has read the page at the address given on the day named.
"""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)

EMPLOYED_BY_THE_SCHOOL = LegalSource(
    title="ELSA Network: frequently asked questions",
    provision=(
        "An ELSA is employed by the school, works directly with its children, is nominated and line-managed; "
        "there is no independent or self-employed ELSA"
    ),
    kind="custom",
    url="https://www.elsanetwork.org/about/faq/",
    last_checked=READ_ON,
    verified=True,
)
TRAINING_DAYS = LegalSource(
    title="ELSA Network: frequently asked questions",
    provision="Initial training of six days, led by educational psychologists",
    kind="custom",
    url="https://www.elsanetwork.org/about/faq/",
    last_checked=READ_ON,
    verified=True,
)
SESSIONS_A_YEAR = LegalSource(
    title="ELSA supervision, as one provider quotes the ELSA Network",
    provision="At least four of the year's six supervision sessions, to stay registered",
    kind="custom",
    url="https://psychology360.co.uk/elsa-supervision",
    last_checked=READ_ON,
    verified=True,
)
SESSION_FORM = LegalSource(
    title="ELSA Quality Mark: application form",
    provision=(
        "Supervision every half term, two hours or more, eight people or fewer, led by an educational "
        "psychologist; a trainee in the third year on conditions, never in the first or second"
    ),
    kind="custom",
    url="https://www.surveymonkey.co.uk/r/ELSAQualityMark",
    last_checked=READ_ON,
    verified=True,
)
LARGER_GROUPS = LegalSource(
    title="Southampton: ELSA register",
    provision=(
        "Groups of eight to twelve, six credits a year, half a day a week at the least; training of five days"
    ),
    kind="custom",
    url="https://sites.google.com/site/networkelsa/home/registration/registration-faq",
    last_checked=READ_ON,
    verified=True,
)
TRAINING_TOPICS = LegalSource(
    title="ELSA training modules, Poole",
    provision=(
        "Emotional literacy, resilience and self-esteem, regulation and anger, social skills and autism, "
        "friendship, loss and bereavement"
    ),
    kind="custom",
    url="https://docsbay.net/doc/388886/Funding-Allocation-of-Underspend-Related-to-Emotional-Health-and-Wellbeing",
    last_checked=READ_ON,
    verified=True,
)
CERTIFICATE_AFTER = LegalSource(
    title="Cheshire West: ELSA certificate",
    provision="The provider's certificate follows the training and four supervision sessions",
    kind="custom",
    url="http://elsanetwork.org/index.php?option=com_content&view=article&id=59&Itemid=233",
    last_checked=READ_ON,
    verified=True,
)
TIME_A_WEEK = LegalSource(
    title="ELSA contract with schools",
    provision="About one day a week for the work, half a day in a school of up to about 100 pupils",
    kind="custom",
    url="https://docsbay.net/elsa-training-contract",
    last_checked=READ_ON,
    verified=True,
)
PROVIDERS_OWN_RULES = LegalSource(
    title="The provider's own rules",
    provision="Providers differ; the school enters what its provider asks for",
    kind="custom",
)
