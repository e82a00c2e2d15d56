# ruff: noqa: E501 - lists of wordings, each as long as it is
"""Invented wordings of many kinds of post: nothing here is taken from a document."""

from random import Random

_TITLES = (
    "Cover Supervisor", "School Caretaker", "Lettings Assistant", "Finance Officer", "Nursery Practitioner",
    "Early Years Apprentice", "Catering Assistant", "Cook in Charge", "Attendance Officer", "Data Manager",
    "Exams Officer", "Science Technician", "Librarian", "Family Support Worker", "Pastoral Lead",
    "Teacher of Geography", "Teacher of Music", "Assistant Headteacher", "Deputy Manager", "Site Manager",
    "Minibus Driver", "Receptionist", "HR Adviser", "Network Technician", "Play Ranger", "Fundraising Officer",
    "Volunteer Coordinator", "Allotments Officer", "Housing Support Worker", "Community Gardener",
    "Speech and Language Assistant", "Breakfast Club Leader", "Boarding Assistant", "Swimming Instructor",
)  # fmt: skip
_PLACES = (
    "Thornbeck", "Larkfield", "Penhallow", "Oakmere", "Wrenbury", "Saltmarsh", "Hollowdene", "Brackenhill",
    "Eastwick", "Marlowe", "Quarrybank", "Fenwater",
)  # fmt: skip
_KINDS = (
    "Primary School", "Academy", "High School", "Town Council", "Multi Academy Trust", "Nursery School",
    "Infant School", "College", "Community Trust", "District Council", "Special School",
)  # fmt: skip

VALUES: dict[str, tuple[str, ...]] = {
    "grade": ("Grade 4", "Band C", "Scale 3", "NJC Points 5–6", "G7", "Main pay scale", "Grade F"),
    "salary": ("£23,114 to £24,404", "£12.60 an hour", "£31,586 a year", "£27,334 – £30,060 pro rata"),
    "hours": ("37 hours a week", "25 hours, term time only", "15 hours", "Full time, 36 weeks", "20 hours a week"),
    "reports_to": ("Business Manager", "Headteacher", "Office Lead", "Director of Finance", "Nursery Manager",
                   "Head of Department", "Town Clerk"),
}  # fmt: skip
LABELS: dict[str, tuple[str, ...]] = {
    "title": ("Job title", "Post title", "Post", "Role", "Title of post", "Job Title", "POST", "Position"),
    "employer": ("School", "Employer", "Location", "Organisation"),
    "grade": ("Grade", "Pay grade", "Salary grade", "Grade/Band", "GRADE", "Scale"),
    "salary": ("Salary", "Pay", "Salary range", "SALARY", "Rate of pay"),
    "hours": ("Hours", "Working hours", "Hours of work", "Weekly hours", "HOURS"),
    "reports_to": ("Reports to", "Line manager", "Reporting to", "Responsible to", "Accountable to", "Managed by"),
}  # fmt: skip

PURPOSES = (
    "To give the team reliable day-to-day support and to keep the building welcoming for everyone who uses it.",
    "To plan and deliver a service that families trust, and to lead by example as {title}.",
    "The post holder makes sure that records are accurate, deadlines are met and visitors are looked after.",
    "To help children make good progress from their starting points in a calm and caring setting.",
)
PURPOSE_HEADINGS = ("Purpose of the job", "Job purpose", "Main purpose of the role", "Purpose", "Overall purpose of the post",
                    "PURPOSE OF POST", "Role summary")  # fmt: skip
DUTY_HEADINGS = ("Main duties", "Key responsibilities", "Duties and responsibilities", "Principal accountabilities",
                 "Main duties and responsibilities", "KEY TASKS AND DUTIES", "Main responsibilities", "Core duties",
                 "Specific responsibilities")  # fmt: skip
DUTY_GROUPS = [
    "Day to day",
    "Working with families",
    "Records and reporting",
    "Premises",
    "Team and training",
    "Stock",
]
SPECIFICATION_HEADINGS = ("Person specification", "PERSON SPECIFICATION", "Person Specification: {title}",
                          "{title} – Person Specification", "Person Specification for the post of {title}", "Selection criteria",
                          "Candidate profile", "Person profile", "Employee specification")  # fmt: skip
BOILERPLATE = (
    "We are committed to safeguarding and promoting the welfare of children and expect all staff to share this commitment.",
    "This job description is not exhaustive and may be reviewed with the post holder at any time.",
    "The post is subject to an enhanced disclosure and to satisfactory references.",
    "Signed (post holder): ....................   Date: ....................",
    "We welcome applications from every part of our community.",
    "Data protection: records are kept in line with our retention schedule.",
)
INTRODUCTIONS = (
    "The following criteria will be used to shortlist and to appoint.",
    "Please show in your application how you meet the criteria below.",
    "Applicants should read this specification with the job description.",
)

ESSENTIAL = (
    "Essential",
    "ESSENTIAL",
    "Essential criteria",
    "Must have",
    "Required",
    "Essential requirements",
    "Essential (E)",
)
DESIRABLE = (
    "Desirable",
    "DESIRABLE",
    "Desirable criteria",
    "Nice to have",
    "Preferred",
    "Desirable requirements",
    "Desirable (D)",
)
EVIDENCE = ("Evidence", "How assessed", "Assessed by", "Method of assessment", "How identified", "Measured by", "Source of evidence",
            "Assessment method", "How evidenced", "MoA", "Assessment", "Where assessed", "Identified by", "Means of assessment")  # fmt: skip
JOINT = (
    "E/D",
    "Essential/Desirable",
    "Essential or desirable",
    "E or D",
    "Essential / Desirable",
    "Essential (E) or Desirable (D)",
)
TEXTS = ("Criteria", "Attributes", "Requirements", "Criterion", "Requirement", "Specification", "Selection criteria", "Skills matrix",
         "What we ask for", "Attribute", "Description", "")  # fmt: skip
CATEGORIES = ("Category", "Area", "Factor", "Heading", "Attribute", "Section", "")
WINGDINGS_TICK = "\uf0fc"  # in Word a symbol element, elsewhere a letter for private use
TICKS = ("✓", "X", "*", "•", "Yes", "✔", "x", "√", "Y", WINGDINGS_TICK)
TYPED_BULLETS = ("- ", "– ", "• ", "o ")  # typed by hand, so that no list style says what they are
RUNNING_HEADS = (
    "Recruitment pack",
    "{title} – Person Specification",
    "Version 3, reviewed in September",
    "CONFIDENTIAL",
)
NUMBERS = ("No", "No.", "Ref", "#", "")
WEIGHTS = ("Weighting", "Weight", "Score (1–5)")

KEY_STYLES: tuple[dict[str, tuple[str, str]], ...] = (
    {"A": ("A", "Application form"), "I": ("I", "Interview"), "R": ("R", "References"), "T": ("T", "Task"), "C": ("C", "Certificates")},
    {"A": ("AF", "Application Form"), "I": ("I", "Interview"), "R": ("R", "Reference"), "T": ("T", "Test")},
    {"A": ("AF", "application form"), "I": ("IV", "interview"), "R": ("RF", "references"), "O": ("OB", "observation")},
    {"A": ("App", "Application"), "I": ("Int", "Interview"), "R": ("Ref", "References"), "T": ("Task", "Practical task")},
    {"A": ("A", "Application"), "I": ("I", "Interview"), "P": ("P", "Presentation"), "O": ("O", "Lesson observation")},
    {"A": ("F", "Form"), "I": ("I", "Interview"), "C": ("C", "Certificate"), "R": ("R", "Reference")},
    {"A": ("S", "Supporting statement"), "I": ("IN", "Interview"), "T": ("TS", "Selection test"), "C": ("Q", "Qualification certificates")},
)  # fmt: skip
KEY_LEADS = (
    "Key: ",
    "",
    "Evidence key: ",
    "How assessed: ",
    "Method of assessment: ",
    "Assessed by: ",
    "Codes – ",
)

_SECTIONS: dict[str, tuple[str, ...]] = {
    "qualification": ("Qualifications", "Education and Training", "Qualifications & Training", "Education", "QUALIFICATIONS",
                      "Professional qualifications", "Learning and accreditation"),
    "experience": ("Experience", "Previous experience", "Work experience", "EXPERIENCE", "Track record", "Relevant experience"),
    "knowledge": ("Knowledge", "Knowledge and understanding", "Professional knowledge", "KNOWLEDGE", "What you know"),
    "skill": ("Skills", "Skills and abilities", "Technical skills", "Skills & Aptitudes", "ABILITIES", "Communication",
              "Working with others", "What you can do"),
    "quality": ("Personal qualities", "Attributes", "Personal attributes", "Values and behaviours", "Disposition", "About you",
                "Character"),
    "other": ("Other requirements", "Circumstances", "Special requirements", "Other", "Additional requirements", "Physical requirements",
              "Practicalities"),
}  # fmt: skip

_LEVELS = ("GCSE grade 4 or above in {subject}", "A level 3 diploma in {subject}", "A degree in {subject} or a related subject",
           "NVQ Level 2 in {subject} (or equivalent)", "A recognised certificate in {subject}", "Foundation degree in {subject}",
           "Willingness to work towards a qualification in {subject}", "Evidence of recent training in {subject}")  # fmt: skip
_SUBJECTS = ("English and mathematics", "childcare", "bookkeeping", "food hygiene", "horticulture", "first aid", "mental health awareness",
             "information technology", "building services", "play work", "education", "customer service", "fire safety",
             "geography", "library studies", "moving and handling")  # fmt: skip
_DOING = (
    "{lead} working in a busy office", "{lead} supporting children with additional needs", "{lead} keeping accurate stock records",
    "{lead} leading a small team through change", "{lead} dealing with upset or angry visitors", "{lead} using spreadsheets to report to managers",
    "{lead} planning activities for groups of different ages", "{lead} handling cash and reconciling takings",
    "{lead} looking after a site with several buildings", "{lead} preparing meals for large numbers",
    "{lead} working with other agencies, e.g. health visitors or social workers", "{lead} organising events and/or visits",
    "{lead} writing clear minutes and letters", "{lead} taking part in audits", "{lead} running a helpdesk",
    "{lead} managing budgets of more than £50,000", "{lead} recruiting and supporting volunteers", "{lead} teaching mixed-ability classes",
    "{lead} maintaining gardens, paths and play equipment throughout the year", "{lead} working on your own without close supervision",
)  # fmt: skip
_TOPICS = (
    "the Early Years Foundation Stage", "safe working at height", "data protection law", "how young children learn to talk",
    "the rules for examinations", "financial regulations in the public sector", "allergens and special diets", "local services for families",
    "safeguarding and when to pass on a concern", "positive behaviour strategies", "health and safety at work", "school census returns",
    "good practice in lettings", "assistive technology and how it helps pupils to take part", "equality in everyday practice",
    "the signs of neglect", "water hygiene testing", "purchase ledgers", "the phonics programme used in school",
)  # fmt: skip
_ABLE = (
    "explain things simply to people of all ages", "stay calm when plans change at short notice", "lift and carry equipment safely",
    "keep confidences", "write reports that others can act on", "set priorities and meet deadlines", "listen to children and take them seriously",
    "spot mistakes in figures", "build good relationships with parents/carers", "use e-mail, calendars and shared files",
    "work as part of a team and on your own initiative", "follow written and spoken instructions", "motivate a class that finds learning hard",
    "carry out minor repairs to doors, locks and furniture", "adapt a recipe", "present information to governors or trustees",
    "challenge poor practice politely", "learn new software quickly",
)  # fmt: skip
_QUALITIES = (
    "Patient and kind", "A sense of humour", "Reliable and punctual", "Warm, approachable manner with children and adults",
    "Honesty and integrity", "Resilience under pressure", "Enthusiasm for outdoor learning", "Smart appearance", "Flexible attitude to work",
    "High expectations of yourself and others", "Commitment to your own development", "Creative, with good ideas for displays",
    "Respect for every family's culture and beliefs", "Calm and consistent", "Self-motivated", "Positive outlook even on difficult days",
    "Discreet", "Curious about how things work",
)  # fmt: skip
_OTHERS = (
    "Full driving licence and use of a car", "Able to work occasional evenings and weekends", "Willing to wear a uniform",
    "Prepared to travel between sites", "Able to attend twilight training", "Fit to carry out the physical demands of the post",
    "Willing to be a key holder and respond to call-outs", "Available during school holidays", "No objection to working outdoors in all weathers",
    "Enhanced DBS clearance", "Eligible to work in the UK", "Willing to undertake personal care of pupils", "Live within 30 minutes of the site",
)  # fmt: skip
COMPETENCIES = (
    ("Working together", "Offers help to colleagues before being asked"),
    ("Adapting to change", "Stays calm when plans change and finds another way"),
    ("Delivering quality", "Checks the work of the day and puts mistakes right"),
    ("Communicating clearly", "Writes messages that need no second reading"),
    ("Using resources well", "Orders no more than is needed and shares what is left over"),
    ("Leading by example", "Keeps to agreed routines in front of pupils and visitors"),
    ("Serving our community", "Greets families by name and follows up what they ask"),
)
COMPETENCY_HEADS = (
    "What this looks like at this level",
    "What good looks like",
    "Positive behaviours",
    "Behavioural indicators",
)
_EXPERIENCE_LEADS = ("Experience of", "Recent experience of", "At least two years' experience of", "Proven record of", "Some experience of",
                     "A background in", "Confidence in")  # fmt: skip
_KNOWLEDGE_LEADS = (
    "Knowledge of",
    "Understanding of",
    "Working knowledge of",
    "Awareness of",
    "Up-to-date knowledge of",
    "Familiarity with",
)
_SKILL_LEADS = ("Ability to", "Able to", "The ability to", "Can", "Skilled enough to", "Proven ability to")
_TAILS = (
    "", "", "", "", "", " in a school or similar setting", " (training can be given)", ", including during busy periods", " to a high standard",
    " so that colleagues can rely on the result and nothing has to be done a second time",
)  # fmt: skip

_DUTIES = (
    "Open and close the building and check that it is secure", "Prepare rooms for lessons, lettings and meetings", "Answer the telephone and greet visitors",
    "Keep registers up to date and report absence on the first day", "Supervise pupils at break and lunchtime", "Order goods and check deliveries against orders",
    "Plan and deliver sequences of lessons", "Contribute to reviews of individual plans", "Produce monthly reports for the finance committee",
    "Carry out weekly tests of alarms and emergency lights", "Maintain displays and learning areas", "Lead a small group each morning",
    "Take minutes of meetings and circulate them", "Update the website and social media", "Administer first aid and record accidents",
    "Support volunteers and students on placement", "Follow safeguarding procedures at all times", "Attend training and staff meetings as required",
    "Chase unpaid invoices in line with the debt policy", "Reply to enquiries within two working days", "Clean equipment after use and report faults",
    "Undertake other tasks that are reasonable for the grade",
)  # fmt: skip


def title(rng: Random) -> str:
    return rng.choice(_TITLES)


def employer(rng: Random) -> str:
    return f"{rng.choice(_PLACES)} {rng.choice(_KINDS)}"


def duties(rng: Random, count: int) -> list[str]:
    stop = rng.choice((".", "", ";"))
    return [text + stop for text in rng.sample(_DUTIES, count)]


def section_names(rng: Random) -> list[tuple[str, str]]:
    """Three to six sections as (name, theme); all in one style of letters."""
    themes = sorted(rng.sample(list(_SECTIONS), rng.randint(3, 6)), key=list(_SECTIONS).index)
    capitals = rng.random() < 0.2
    names = [(rng.choice(_SECTIONS[theme]), theme) for theme in themes]
    return [(name.upper() if capitals else name, theme) for name, theme in names]


class Pool:
    """Wordings by theme, each once."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.used: set[str] = set()
        self.stop = rng.choice(("", "", "."))

    def take(self, theme: str) -> str:
        while (text := self._make(theme)) in self.used:
            pass
        self.used.add(text)
        return text + self.stop

    def _make(self, theme: str) -> str:
        rng = self.rng
        if theme == "qualification":
            return rng.choice(_LEVELS).format(subject=rng.choice(_SUBJECTS))
        if theme == "experience":
            return rng.choice(_DOING).format(lead=rng.choice(_EXPERIENCE_LEADS)) + rng.choice(_TAILS)
        if theme == "knowledge":
            return f"{rng.choice(_KNOWLEDGE_LEADS)} {rng.choice(_TOPICS)}{rng.choice(_TAILS)}"
        if theme == "skill":
            return f"{rng.choice(_SKILL_LEADS)} {rng.choice(_ABLE)}{rng.choice(_TAILS)}"
        return rng.choice(_QUALITIES if theme == "quality" else _OTHERS)
