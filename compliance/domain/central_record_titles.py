"""The words of headings: which subject and which side of it they name, and the field that follows."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Aspect(StrEnum):
    """What of its subject a column tells."""

    MAIN = "main"
    APPLIED = "applied"
    ASIDE = "aside"
    DATE = "date"
    SEEN = "seen"
    ISSUED = "issued"
    BY = "by"
    NUMBER = "number"
    EVIDENCE = "evidence"
    EXPIRY = "expiry"
    LEVEL = "level"
    UPDATE_SERVICE = "update_service"
    STATUS = "status"
    REQUIRED = "required"
    DONE = "done"
    NAME = "name"
    NOTES = "notes"
    SECOND = "second"


# The special ones stand before those whose words they share.
SUBJECTS: Mapping[str, str] = {
    "s128": r"\bs(?:ec(?:tion)?)? ?128\b|\bmanagement prohib|\bprohib\w* from management",
    "eea": r"\beea\b|\beuropean economic",
    "barred": r"\bbarr(?:ed|ing)\b|\blist 99\b|\bisa\b|\bpoca\b",
    "prohibition": r"\bprohib\w*|\btra\b|\bnctl\b|\bteacher services\b|\bemployer access\b|\bteaching "
    r"(?:sanctions|restrictions|regulation)",
    "overseas": r"\boverseas\b|\babroad\b|\boutside (?:of )?(?:the )?uk\b|\bgood conduct\b|\bforeign\b",
    "childcare_disqualification": r"\bdisqual\w*|\bchildcare act\b",
    "rtw": r"\bright to work\b|\brtw\b|\b(?:eligib|entitle|permi)\w+ to work\b|\bvisa\b|\bimmigration\b|"
    r"\bwork permit\b|\bbrp\b",
    "update_service": r"\bupdate service\b|\bstatus check\b",
    "supply": r"\bwritten confirmation\b|\bconfirmed by (?:the )?(?:agency|provider|employer|company)\b|"
    r"\bassurance\b|\bvetting\b|\bagency (?:conf|letter|check|vett)\w*|\bconfirmation (?:from|of checks|"
    r"received|letter)",
    "first_aid": r"\bfirst aid\b|\bpfa\b",
    "safer_recruitment": r"\bsafer rec\w*",
    "kcsie": r"\bkcsie\b|\bkeeping children safe\b",
    "prevent": r"\bprevent\b",
    "safeguarding": r"\bsafeguarding\b|\bchild protection\b",
    "references": r"\bref(?:erence)?s?\b(?! (?:no|number)\b)(?<!teacher ref)(?<!dbs ref)",
    "trn": r"\btrn\b|\bteachers? (?:ref|reg|no|number)\w*|\bdfe?s? (?:no|number|ref)\b",
    "qts": r"\bqts\b|\bqualified teacher\b|\bqtls\b",
    "induction": r"\binduction\b",
    "qualification": r"\bqual(?:ification)?s?\b|\bdegree\b|\bcertificates seen\b",
    "dbs": r"\bdbs\b|\bcrb\b|\bdisclosure\b|\benhanced\b",
    "online_search": r"\bonline\b|\bsocial media\b|\binternet search\b",
    "gaps": r"\bgaps?\b|\bemployment history\b",
    "medical": r"\bmedical\w*|\bfitness\b|\boccupational health\b|\bfit to work\b|\bhealth\b",
    "identity": r"\bid\b|\bidentit\w*|\bidentification\b",
    "risk_assessment": r"\brisk assess\w*",
}
# The person and the post, where a heading is not listed and names no check.
PERSON_WORDS: Mapping[str, str] = {
    "person.dob": r"\bbirth\b|\bdob\b",
    "person.former_names": r"\b(?:maiden|previous|former|earlier|birth)\b.*\bnames?\b",
    "person.surname": r"\b(?:surname|last name|family name)\b",
    "person.forename": r"\b(?:forenames?|first names?|given names?)\b",
    "person.address": r"^(?!.*\b(?:proof|e ?mail)\b).*\baddress\b",
    "role.leave_date": r"\b(?:leaving|leaver|left)\b|\bemployment end\w*|\bend of employment\b|"
    r"\btermination\b",
    "role.start_date": r"\b(?:start\w*|commence\w*|joined|appointed|appointment)\b",
    "role.title": r"\b(?:post|role|job|position)\b",
    "supply.agency": r"\b(?:agency|employer|company)\b",
}
ASPECTS: Mapping[Aspect, str] = {
    Aspect.APPLIED: r"\bappl(?:ied|ication)\b|\brequested\b|\bsent\b|\bsubmitted\b|\bchased\b",
    Aspect.ASIDE: r"\bworkforce\b|\boutcome\b|\bresults?\b|\bcost\b|\bcop(?:y|ies)\b|\bconsent\b|\bpaid\b",
    Aspect.UPDATE_SERVICE: r"\bupdate service\b",
    Aspect.STATUS: r"\bstatus check\b",
    Aspect.REQUIRED: r"\b(?:required|req|reqd|req d|needed|applicable|necessary)\b(?! qual)",
    Aspect.EXPIRY: r"\bexp\w*\b|\bvalid (?:to|until)\b|\bend(?:s| date)\b|\brenew\w*|\bdue\b|\bnext\b|"
    r"\bre ?check\w*|\breview\b|\breminder\b|\bfollow up\b|\bruns out\b",
    Aspect.BY: r"\bby\b(?! (?:the )?(?:agency|provider|employer|company))|\binitials?\b|\bchecker\b|"
    r"\bsignature\b|\bsigned\b|\bwho\b|\bstaff init\w*",
    Aspect.DONE: r"\by n\b|\byes no\b|\by or n\b|\byes or no\b|\btick\b|\bdone\b|\bcompleted\b(?<!date "
    r"completed)|\bin place\b|\bclear\b",
    Aspect.ISSUED: r"\bissued?\b",
    Aspect.NUMBER: r"\b(?:no|number|num|serial)\b|^ref(?:erence)?$",
    Aspect.EVIDENCE: r"\bevidence\b|\bdoc(?:ument)?s?\b|\bform of\b|\bproof seen\b|\btype of id\b|\bid "
    r"type\b",
    Aspect.LEVEL: r"\blevel\b|\btype\b",
    Aspect.SECOND: r"\b(?:2|two|second|2nd)\b",
    Aspect.SEEN: r"\b(?:date )?(?:original )?(?:seen|viewed|sighted)\b",
    Aspect.DATE: r"\bdate\w*\b|\bwhen\b|\breceived\b|\bverified\b|\bchecked\b|\bcheck\b|\bconfirmed\b",
    Aspect.NAME: r"\bname\b",
    Aspect.NOTES: r"\bnotes?\b|\bcomments?\b|\bdetails?\b|\bremarks?\b",
}
# What is general enough to need a subject from elsewhere, and what it is where there is none.
GENERAL_WORDS = frozenset(
    {
        "date", "dates", "dated", "checked", "check", "seen", "by", "initials", "initial", "init", "no",
        "number", "num", "ref", "reference", "evidence", "document", "documents", "doc", "docs", "type",
        "level", "y", "n", "yes", "or", "required", "req", "reqd", "needed", "applicable", "expiry",
        "expires", "exp", "expired", "issued", "issue", "of", "completed", "complete", "verified",
        "verification", "received", "confirmed", "confirmation", "signed", "signature", "on", "original",
        "certificate", "cert", "copy", "status", "done", "name", "notes", "note", "comments", "comment",
        "details", "in", "place", "the", "d", "when", "who", "staff", "viewed", "sighted", "s", "valid",
        "until", "to", "end", "renewal", "clear", "1", "2", "first", "second", "one", "two", "1st", "2nd",
        "outcome", "result", "provided", "supplied", "method", "form", "proof", "tick", "recorded",
        "entered", "office",
    }
)  # fmt: skip
NAME_OF = re.compile(
    r"^(?:full |legal |staff )*names? (?:of|and) (?!.*\b(?:agency|company|employer|organisation|provider|"
    r"checker|person checking|referee|verif\w*|firm|business|doc\w*|qual\w*)\b)"
)
NEVER_GENERAL = frozenset({"first name", "first names", "first name s", "end date", "end"})
ALONE: Mapping[Aspect, str] = {
    Aspect.BY: "meta.checked_by",
    Aspect.DATE: "meta.check_date",
    Aspect.SEEN: "meta.check_date",
    Aspect.NOTES: "meta.notes",
    Aspect.NAME: "person.full_name",
    Aspect.ISSUED: "dbs.issue_date",
}
# Known by themselves, and yet a neighbour's where there is one.
BIND_FIRST = frozenset(
    {"date", "type", "level", "status", "left", "to", "notes", "comments", "note", "comment"}
)
# Another thing inside a group that is about a check.
OF_THE_GROUP = frozenset({"type", "status", "level", "other", "from", "to"})
# The DBS certificate's, unless the group is about another document.
OF_A_CERTIFICATE = frozenset(
    {"certificate number", "certificate no", "issue date", "date of issue", "date issued", "original seen"}
)
BINDS_LEFT = frozenset(
    {
        Aspect.DATE,
        Aspect.SEEN,
        Aspect.BY,
        Aspect.EXPIRY,
        Aspect.EVIDENCE,
        Aspect.DONE,
        Aspect.REQUIRED,
        Aspect.ISSUED,
        Aspect.NUMBER,
        Aspect.LEVEL,
    }
)

BY_SUBJECT: Mapping[str, Mapping[Aspect, str]] = {
    "identity": {
        Aspect.BY: "identity.by",
        Aspect.EVIDENCE: "identity.evidence",
        Aspect.LEVEL: "identity.evidence",
    },
    "rtw": {
        Aspect.BY: "rtw.by",
        Aspect.EVIDENCE: "rtw.evidence",
        Aspect.LEVEL: "rtw.evidence",
        Aspect.EXPIRY: "rtw.expiry",
    },
    "dbs": {
        Aspect.MAIN: "dbs.issue_date",
        Aspect.DATE: "dbs.issue_date",
        Aspect.ISSUED: "dbs.issue_date",
        Aspect.SEEN: "dbs.seen_date",
        Aspect.BY: "dbs.by",
        Aspect.NUMBER: "dbs.number",
        Aspect.LEVEL: "dbs.level",
        Aspect.UPDATE_SERVICE: "dbs.update_service",
        Aspect.STATUS: "dbs.status_check_date",
    },
    "update_service": {
        Aspect.MAIN: "dbs.update_service",
        Aspect.UPDATE_SERVICE: "dbs.update_service",
        Aspect.DONE: "dbs.update_service",
        Aspect.DATE: "dbs.status_check_date",
        Aspect.STATUS: "dbs.status_check_date",
        Aspect.BY: "dbs.by",
    },
    "barred": {Aspect.BY: "barred.by"},
    "prohibition": {Aspect.BY: "prohibition.by"},
    "s128": {Aspect.BY: "s128.by"},
    "overseas": {Aspect.REQUIRED: "overseas.required", Aspect.DONE: "overseas.required"},
    "eea": {Aspect.MAIN: "overseas.eea", Aspect.DATE: "overseas.eea", Aspect.SEEN: "overseas.eea"},
    "qualification": dict.fromkeys((Aspect.NAME, Aspect.EVIDENCE, Aspect.LEVEL), "qualification.name"),
    "qts": dict.fromkeys((Aspect.MAIN, Aspect.DONE, Aspect.STATUS), "qualification.qts")
    | dict.fromkeys((Aspect.DATE, Aspect.SEEN), "qualification.date"),
    "trn": dict.fromkeys((Aspect.MAIN, Aspect.NUMBER), "qualification.trn"),
    "induction": dict.fromkeys((Aspect.MAIN, Aspect.DONE), "qualification.induction"),
    "supply": {
        Aspect.MAIN: "supply.confirmation_date",
        Aspect.DATE: "supply.confirmation_date",
        Aspect.SEEN: "supply.confirmation_date",
    },
    "references": {
        Aspect.MAIN: "references.first",
        Aspect.DATE: "references.first",
        Aspect.SEEN: "references.first",
        Aspect.SECOND: "references.second",
    },
    "first_aid": dict.fromkeys((Aspect.MAIN, Aspect.EXPIRY), "training.first_aid_expiry"),
    **{
        name: dict.fromkeys((Aspect.MAIN, Aspect.DATE, Aspect.SEEN), f"training.{name}")
        for name in ("safer_recruitment", "kcsie", "prevent", "safeguarding")
    },
    "risk_assessment": dict.fromkeys((Aspect.MAIN, Aspect.DATE), "meta.risk_assessment"),
}  # fmt: skip
DATED_SUBJECTS = frozenset(
    [
        "identity",
        "rtw",
        "barred",
        "prohibition",
        "s128",
        "overseas",
        "qualification",
        "online_search",
        "gaps",
        "medical",
        "childcare_disqualification",
    ]
)
