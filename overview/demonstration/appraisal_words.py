"""What people at the invented school write in their appraisals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cpd.domain.appraisal import Rating
from cpd.domain.appraisal_visibility import Side


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective in the words of the two."""

    text: str
    measures: str
    evidence: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Final:
    """How somebody's year ended."""

    own: str
    manager: str
    overall: Rating
    ratings: Sequence[Rating]
    needs: Sequence[str] = ()
    unrated_reason: str = ""


ASSISTANT_PROMPTS: Mapping[Side, Sequence[str]] = {
    Side.SELF: (
        "What went well this year, and for which children did it make a difference?",
        "What was hard, and what would have helped?",
        "What would you like to learn next?",
    ),
    Side.MANAGER: (
        "What have you seen yourself, and what did the class teacher tell you?",
        "How far is each objective met, and what shows it?",
        "What does the school do next to help?",
    ),
}
TEACHER_PROMPTS: Mapping[Side, Sequence[str]] = {
    Side.SELF: (
        "Which objective had most effect on what children know and can do?",
        "What will you keep, change and stop?",
        "Which part of the school beyond your class would you like to strengthen?",
    ),
    Side.MANAGER: (
        "What do lessons, books and results show together?",
        "How does the teaching stand against the Teachers’ Standards?",
        "Which support was agreed, and was it given?",
    ),
}

OBJECTIVES: Mapping[str, Sequence[Goal]] = {
    "Josie Lane": (
        Goal(
            "Run the Year 4 reading group four mornings a week so that all six children read at the level of "
            "their age by July.",
            "Reading ages in September, January and July; at least five of the six gain twelve months.",
            "Reading ages, the group’s record sheet, one visit by the class teacher each half-term",
        ),
        Goal(
            "Use the zones of regulation with the whole class after lunch, so that afternoons begin calmly.",
            "Fewer than two incidents a week are logged after lunch by Easter; in September "
            "there were seven.",
            "Behaviour log, notes of the class teacher",
        ),
    ),
    "Philippa Dunn": (
        Goal(
            "Carry a caseload of eight ELSA places, each for one half-term with a start and an end review.",
            "Every place has a written aim, and teachers’ ratings rise between the two reviews "
            "in six of eight.",
            "Start and end reviews as numbers; no child is named",
            "Job description, duty 3",
        ),
        Goal(
            "Complete training in loss and bereavement and share it with the pastoral team.",
            "Day attended by March; a thirty-minute session for the team by May.",
            "Certificate, slides of the session",
            "Person specification: experience of supporting bereaved children (desirable, not "
            "met at appointment)",
        ),
    ),
    "Carol Bettany": (
        Goal(
            "Lead the phonics catch-up group in Year 1 by the school’s own scheme, three times a week.",
            "Ten of twelve children pass the phonics check in June.",
            "Half-termly assessments",
        ),
    ),
    "Sunita Rao": (
        Goal(
            "Support two children who are new to English so that they follow a lesson in Year 3 by Easter.",
            "Both move up one band of the school’s proficiency scale.",
            "Proficiency bands, pre-teaching vocabulary cards",
        ),
    ),
    "Kieran Doyle": (
        Goal(
            "Learn to lead positive playtimes with the play leaders of Year 6.",
            "A rota runs by itself after October half-term; fewer than three playground incidents a week.",
            "Rota, incident log",
        ),
    ),
    "Grace Adeyemi": (
        Goal(
            "Raise the share of Year 6 children who reach the expected standard in writing from "
            "68 to 76 of 100.",
            "Moderated writing in June; books sampled each term.",
            "Moderation record",
        ),
        Goal(
            "Lead moderation of writing across Years 3 to 6 in three staff meetings.",
            "Agreement on four of five pieces by the third meeting.",
            "Minutes and sampled pieces",
        ),
    ),
    "Tom Ellery": (
        Goal(
            "Make every support plan readable on one page, with outcomes a family would recognise.",
            "All 42 plans rewritten by Easter; nine of ten families say they understand theirs.",
            "Sampled plans, family survey",
        ),
        Goal(
            "Train teaching assistants in two structured interventions and observe each once.",
            "Twelve assistants trained by February; observation notes for each.",
            "Attendance, observation notes",
        ),
    ),
    "Rhodri Pugh": (
        Goal(
            "Use short daily retrieval in mathematics so that facts from Year 5 are kept.",
            "Average of the half-termly quiz rises from 61 to 75.",
            "Quiz results",
        ),
    ),
    "Bronagh Kerr": (
        Goal(
            "Plan reading lessons from the school’s sequence and mark one piece in depth each week.",
            "Books sampled with the English lead each half-term.",
            "Books, notes of the English lead",
        ),
    ),
}
EVERYBODY = Goal(
    "Know each child’s next step in reading and mathematics in the groups you support.",
    "You can name it when asked, and it is on the planning sheet.",
    "Planning sheets",
)
EVERY_TEACHER = Goal(
    "Use what each half-termly assessment shows to change the teaching of the weeks after it.",
    "Plans name the change; children who were behind have caught up by the next assessment.",
    "Plans before and after, assessment results",
)

MID_YEARS: Mapping[str, tuple[str, str]] = {
    "Josie Lane": (
        (
            "The reading group runs every day but Friday, when I am in assembly. Four of the six now "
            "choose a book by "
            "themselves. I find it hard to write the records before the bell."
        ),
        (
            "The group is well led and the children are proud of it. We moved assembly duty so that "
            "Friday is free. "
            "Records can be three ticks and one sentence: that is enough."
        ),
    ),
    "Amara Nwosu": (
        "The number group works. I would like to watch somebody teach subtraction with exchange.",
        "Clear, patient teaching. A visit to Year 5 is arranged for after half-term.",
    ),
}
_DEFAULT_MID = (
    "It goes as we planned. The groups run, and the children know what to expect.",
    "On course. We keep what we agreed and meet again before the summer.",
)

FINALS: Mapping[str, Final] = {
    "Josie Lane": Final(
        "Five of six children in my group gained more than a year. Afternoons are calmer. I "
        "would like to train "
        "as an ELSA if there is a place.",
        "Josie turned a group that met when it could into one that children ask for. Reading "
        "ages rose by fifteen "
        "months on average. The class teacher trusts her judgement, and so do I.",
        Rating.EXCEEDED,
        (Rating.EXCEEDED,),
        ("ELSA training: six days, from the next course of the psychology service",),
    ),
    "Carol Bettany": Final(
        "Eleven of twelve passed the phonics check. The new scheme took me a term to like.",
        "Carol kept the group going through two changes of room. Results are the best for three years.",
        Rating.MET,
        (Rating.MET,),
        ("Refresher for the new phonics scheme, half a day",),
    ),
    "Sunita Rao": Final(
        "Both children read simple instructions now. I needed more time with the class teacher "
        "before lessons.",
        "Steady progress, well recorded. Ten minutes of planning time a day start in September.",
        Rating.MET,
        (Rating.MET,),
    ),
    "Amara Nwosu": Final(
        "The number group met its aim for most children. I was less sure with the two who are far behind.",
        "Good teaching of the group; the two children need another approach, which the SENCO will show.",
        Rating.PARTLY_MET,
        (Rating.PARTLY_MET,),
        ("Two visits with the SENCO: early number for children far behind",),
    ),
    "Lowri Bevan": Final(
        "I was away from January to June and came back for the last weeks.",
        "Lowri’s autumn term was strong. Most of the year cannot be judged, so there is no rating.",
        Rating.UNRATED,
        (Rating.UNRATED,),
        ("Time with the new mathematics lead in September",),
        "Away for most of the year.",
    ),
    "Marta Silva": Final(
        "The breakfast reading corner is full every morning. I am proud of that.",
        "Marta had the idea, found the books and trained two parents to help.",
        Rating.EXCEEDED,
        (Rating.EXCEEDED,),
    ),
    "Bethany Crowe": Final(
        "The sensory breaks help. I did not manage the weekly note home.",
        "Breaks are on time and used well. The note home is now a tick list that goes on Fridays.",
        Rating.PARTLY_MET,
        (Rating.PARTLY_MET,),
        ("Writing short reports for families, one twilight session",),
    ),
    "Ruth Ambrose": Final(
        "Eleven families came in who had not been before. Two home visits had to be moved twice.",
        "Ruth opens doors that stay shut for others. Attendance of her families rose by four "
        "points in a hundred.",
        Rating.MET,
        (Rating.MET,),
    ),
    "Philippa Dunn": Final(
        "Thirty-one children had a place this year. Supervision kept me going in the spring.",
        "Every place has a start and an end review, and teachers see the difference. Philippa "
        "says when a child "
        "needs more than an ELSA can give, and that is as important.",
        Rating.MET,
        (Rating.MET,),
        ("Loss and bereavement, one day", "A second ELSA to share the waiting list"),
    ),
    "Grace Adeyemi": Final(
        "Writing rose to 74 of 100. Moderation across the phase made me change how I teach revision.",
        "Careful, ambitious teaching. Colleagues use the pieces Grace moderated as their standard.",
        Rating.MET,
        (Rating.MET,),
        ("Leading a subject across the school: the trust’s course in spring",),
    ),
    "Tom Ellery": Final(
        "All plans fit on one page and families say they read them. Observations of assistants came late.",
        "Tom has made support plans that work. Observations are finished in the autumn instead.",
        Rating.PARTLY_MET,
        (Rating.PARTLY_MET,),
        ("Half a day a week without classes to observe and coach assistants",),
    ),
    "Leila Haddon": Final(
        "The class learned to argue with evidence. Science books show it.",
        "Year 3 science is now what visitors are shown first.",
        Rating.EXCEEDED,
        (Rating.EXCEEDED,),
    ),
}


def mid_year_of(name: str) -> tuple[str, str]:
    """Own words and the appraiser's."""
    return MID_YEARS.get(name, _DEFAULT_MID)
