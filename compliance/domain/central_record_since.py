"""Since when each check of the central record has existed: nobody can have been late before that day."""

from collections.abc import Mapping
from datetime import date

from core.domain.sources import LegalSource

RIGHT_TO_WORK_BEGAN = LegalSource(
    title="Asylum and Immigration Act 1996",
    provision="Section 8, in force from 27 January 1997: employers check the right to work",
    kind="statute",
    in_force_from=date(1997, 1, 27),
)
DISCLOSURE_BEGAN = LegalSource(
    title="Police Act 1997",
    provision="Part V: disclosures by the Criminal Records Bureau, issued from March 2002",
    kind="statute",
    in_force_from=date(2002, 3, 1),
)
RECORD_BEGAN = LegalSource(
    title="School Staffing (England) (Amendment) Regulations 2006",
    provision=(
        "A central record of identity, qualifications, overseas checks and confirmations by agencies, from "
        "1 January 2007"
    ),
    kind="statute",
    in_force_from=date(2007, 1, 1),
)
BARRED_LISTS_BEGAN = LegalSource(
    title="Safeguarding Vulnerable Groups Act 2006",
    provision="The children’s barred list took the place of List 99 and the POCA list on 12 October 2009",
    kind="statute",
    in_force_from=date(2009, 10, 12),
)
PROHIBITION_BEGAN = LegalSource(
    title="Education Act 2011",
    provision="Section 8: prohibition orders by the Secretary of State, from 1 April 2012",
    kind="statute",
    in_force_from=date(2012, 4, 1),
)
SECTION_128_BEGAN = LegalSource(
    title="Independent Educational Provision in England (Prohibition on Participation in Management) "
    "Regulations 2014",
    provision="Directions under section 128 of the Education and Skills Act 2008, from 1 September 2014",
    kind="statute",
    in_force_from=date(2014, 9, 1),
)
EEA_CHECKS_ENDED = LegalSource(
    title="The EEA teacher sanctions system",
    provision="The list of sanctions in other EEA states is no longer to be had since 1 January 2021",
    kind="guidance",
    url="https://cefm.co.uk/2022/10/19/overseas-checks-on-staff/",
    in_force_until=date(2020, 12, 31),
)

_SINCE: Mapping[str, LegalSource] = {
    "right_to_work": RIGHT_TO_WORK_BEGAN,
    "enhanced_dbs": DISCLOSURE_BEGAN,
    "identity": RECORD_BEGAN,
    "qualifications": RECORD_BEGAN,
    "overseas": RECORD_BEGAN,
    "supply_confirmation": RECORD_BEGAN,
    "children_barred_list": BARRED_LISTS_BEGAN,
    "prohibition_teaching": PROHIBITION_BEGAN,
    "s128": SECTION_128_BEGAN,
}


def existed_on(check: str, day: date) -> bool:
    """Whether the check could have been made for somebody who started on this day."""
    source = _SINCE.get(check, DISCLOSURE_BEGAN)
    return source.in_force_from is None or day >= source.in_force_from


def barred_list_began() -> date:
    """The day before which a barred-list date can only have been List 99."""
    return BARRED_LISTS_BEGAN.in_force_from or date.min
