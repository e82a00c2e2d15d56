"""Where the rules of recruitment come from.

``verified`` is True where somebody has read the provision or an account of it at the address given, and
False where it was written from memory. Most addresses are accounts by others than the publisher of the
rule: only those of gov.uk, legislation.gov.uk, ico.org.uk and dbs.gov.uk are official.
"""

from datetime import date

from core.domain.sources import LegalSource

READ_ON = date(2026, 11, 22)
READ_AGAIN_ON = date(2026, 11, 29)

# Who shortlists and interviews
TWO_SHORTLISTERS = LegalSource(
    title="Keeping children safe in education",
    provision="Part three, shortlisting: at least two people, who look for inconsistencies and gaps",
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/92",
    last_checked=READ_ON,
    verified=True,
)
TRAINED_INTERVIEWER = LegalSource(
    title="School Staffing (England) Regulations 2009",
    provision=(
        "Regulation 9: a lone interviewer, or at least one member of the panel, has completed "
        "safer-recruitment training (maintained schools and pupil referral units)"
    ),
    kind="statute",
    url="https://csapps.norfolk.gov.uk/csshared/ecourier2/misheet.asp?misheetid=17073",
    last_checked=READ_ON,
    verified=True,
)
NO_EXPIRY_OF_TRAINING = LegalSource(
    title="Safeguarding in Schools: how often safer-recruitment training should be refreshed",
    provision="No law sets an interval; a renewal is the school's own policy",
    kind="custom",
    url="https://support.safeguardinginschools.co.uk/article/7-how-often-should-safer-recruitment-training-be-refreshed",
    last_checked=READ_ON,
    verified=True,
)
GOVERNORS_FOR_HEADSHIP = LegalSource(
    title="School Staffing (England) Regulations 2009",
    provision="Heads and deputies of maintained schools: a selection panel of at least three governors",
    kind="statute",
)
CONFLICT_OF_INTEREST = LegalSource(
    title="Guidance on shortlisting: conflict of interest",
    provision="Relationships are declared before scoring; a candidate's close relative or friend is replaced",
    kind="custom",
    url="https://docsbay.net/5-additional-policy-guidance-shortlisting",
    last_checked=READ_ON,
    verified=True,
)

REFERENCES_BEFORE_INTERVIEW = LegalSource(
    title="Keeping children safe in education",
    provision=(
        "Part three, references: obtained before the interview, so that concerns can be explored with the "
        "referee and taken up there"
    ),
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/92",
    last_checked=READ_AGAIN_ON,
    verified=True,
)

# Scoring
ESSENTIALS_FIRST = LegalSource(
    title="Scottish Government: shortlisting notes (Scotland, 2008)",
    provision="Essential criteria are the gate; desirable ones only sort those who pass it",
    kind="custom",
    url="http://scotland.gov.uk/Publications/2008/06/09154902/6",
    last_checked=READ_ON,
    verified=True,
)
SCORE_ALONE_THEN_AGREE = LegalSource(
    title="Interview assessment form released under the Freedom of Information Act",
    provision="Assessors score alone, then discuss and agree; both are kept",
    kind="custom",
    url="http://www.whatdotheyknow.com/request/13409/response/32297/attach/html/5/M25a.doc.html",
    last_checked=READ_ON,
    verified=True,
)
SHORTLISTING_MATRIX = LegalSource(
    title="Shortlisting matrix, 0 to 3",
    provision="Points by the evidence given; 0 on any essential is not shortlisted; no new criteria now",
    kind="custom",
    url="https://studymode.com/essays/Short-Listing-Matrix-71975839.html",
    last_checked=READ_ON,
    verified=True,
)
APPOINTABLE_FROM_THREE = LegalSource(
    title="London Deanery: effective interviewer, scoring procedures",
    provision="On a scale of 1 to 5, 3 on every element is appointable",
    kind="custom",
    url="http://faculty.londondeanery.ac.uk/e-learning/becoming-an-effective-interviewer/scoring-procedures",
    last_checked=READ_ON,
    verified=True,
)
FROM_NOUGHT_TO_FOUR = LegalSource(
    title="Sector practice",
    provision="Scale of 0 to 4: none, weak, partial, meets, exceeds; often 2 or more on each essential",
    kind="custom",
)
CIVIL_SERVICE_SCALE = LegalSource(
    title="Civil Service behaviours",
    provision="Scale of 1 to 7, from not demonstrated to outstanding; the usual pass is 4",
    kind="custom",
)
RECONCILE_DIFFERENCES = LegalSource(
    title="Cadet instructors' selection (Canada), 001-22 annex C",
    provision="Assessors who differ widely reconcile their scores",
    kind="custom",
    url="https://www.canada.ca/en/department-national-defence/services/cadets-junior-canadian-rangers/cjcr-policy/cjcrgpinst/2022/cjrcgpinst001-22/001-22-c.html",
    last_checked=READ_ON,
    verified=True,
)

# Agreement between assessors
WEIGHTED_KAPPA = LegalSource(
    title="Cohen (1968), Psychological Bulletin 70",
    provision="Kappa for two raters, disagreement weighed by the square of its size",
    kind="custom",
)
KRIPPENDORFF_ALPHA = LegalSource(
    title="Krippendorff, Content Analysis: An Introduction to Its Methodology",
    provision="Alpha with the ordinal metric; 0.80 and above is firm, 0.667 to 0.80 tentative",
    kind="custom",
)

# Histories
GAPS_EXPLORED = LegalSource(
    title="Keeping children safe in education",
    provision="Part three, shortlisting: gaps in employment are identified and explored",
    kind="guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/92",
    last_checked=READ_ON,
    verified=True,
)
GAP_THRESHOLD = LegalSource(
    title="School policy",
    provision="How many days make a gap is the school's choice; 28 unless it chooses otherwise",
    kind="custom",
)

# Fair treatment
PRE_OFFER_HEALTH_QUESTIONS = LegalSource(
    title="Equality Act 2010",
    provision="Section 60: no questions about health or absence before an offer, with five exceptions",
    kind="statute",
    url="https://www.stammeringlaw.org.uk/employment/recruitment-promotion/pre-employment-enquiries/",
    last_checked=READ_ON,
    verified=True,
    official_url="https://www.legislation.gov.uk/ukpga/2010/15/section/60",
)
GUARANTEED_INTERVIEW = LegalSource(
    title="Disability Confident",
    provision=(
        "Disabled applicants who meet the minimum criteria are offered an interview; in a very large field "
        "the number may be limited, and then the best qualified are taken"
    ),
    kind="custom",
    url="https://www.stammeringlaw.org.uk/employment/recruitment-promotion/disability-confident-guaranteed-interviews/",
    last_checked=READ_ON,
    verified=True,
)
MORE_FAVOURABLE_TREATMENT = LegalSource(
    title="Equality Act 2010",
    provision="Section 13(3): disabled people may be treated more favourably",
    kind="statute",
    url="https://www.xperthr.co.uk/faq/do-the-positive-action-provisions-apply-to-all-protected-characteristics/108725/?c=4952",
    last_checked=READ_ON,
    verified=True,
    official_url="https://www.legislation.gov.uk/ukpga/2010/15/section/13",
)
FOUR_FIFTHS_RULE = LegalSource(
    title="The four-fifths rule and its critics",
    provision=(
        "A convention of the United States, not British law; in small fields chance alone passes it, so it "
        "is used beside Fisher's exact test"
    ),
    kind="custom",
    url="http://www.humanassets.co.uk/RS24HowAccurateIsThe45thsRuleForDeterminingAdverseImpact",
    last_checked=READ_ON,
    verified=True,
)
INDIRECT_DISCRIMINATION = LegalSource(
    title="Equality Act 2010",
    provision="Section 19: a demand that puts a group at a disadvantage must be justified",
    kind="statute",
    official_url="https://www.legislation.gov.uk/ukpga/2010/15/section/19",
)
