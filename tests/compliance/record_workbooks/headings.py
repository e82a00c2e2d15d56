"""The words that stand above columns: alone, or a group title with what stands under it."""

from collections.abc import Mapping

FLAT: Mapping[str, tuple[str, ...]] = {
    "person.surname": ("Surname", "LAST NAME", "Family name"),
    "person.forename": ("First name", "Forename(s)", "Given name"),
    "person.full_name": ("Name", "Staff Name", "Name of employee", "FULL NAME"),
    "person.former_names": ("Maiden name", "Previous Name(s)", "Former names"),
    "person.dob": ("D.O.B", "Date of Birth", "DOB"),
    "role.title": ("Post", "Job Title", "Role", "Position"),
    "role.start_date": ("Start date", "Date commenced", "Date of appointment", "Date started"),
    "identity.date": ("ID check", "Identity checked", "Date ID verified", "Proof of ID"),
    "rtw.date": ("Right to Work", "RTW check", "Eligibility to work in UK", "Right to work in the UK"),
    "dbs.number": ("DBS no.", "DBS Certificate Number", "Disclosure No", "DBS ref"),
    "dbs.issue_date": ("DBS date", "Date of disclosure", "DBS issue date", "Enhanced DBS"),
    "barred.date": ("Barred list", "Children's Barred List check", "Separate barred list check"),
    "prohibition.date": ("Prohibition", "Prohibition from teaching", "TRA check", "Teacher Services check"),
    "s128.date": ("S128", "Section 128 check", "S.128 direction", "Prohibition from management"),
    "qualification.date": ("Quals seen", "Qualifications checked", "Professional qualifications"),
    "qualification.trn": ("Teacher no.", "TRN", "DfE number", "Teacher Reference Number"),
    "qualification.qts": ("QTS", "QTS Y/N", "Qualified Teacher Status"),
    "overseas.required": ("Lived abroad Y/N", "Lived or worked overseas", "Overseas check required?"),
    "overseas.date": ("Overseas checks", "Certificate of good conduct", "Overseas check date"),
    "supply.agency": ("Agency", "Employer", "Company"),
    "supply.confirmation_date": ("Letter of assurance", "Written confirmation received"),
    "overseas.eea": ("EEA check", "EEA sanctions", "EEA teacher sanctions"),
    "role.leave_date": ("Date left", "Leaving date", "End date"),
    "training.safeguarding": ("Safeguarding training", "Child Protection training"),
    "meta.notes": ("Comments", "Notes"),
    "unknown": ("Key fob", "Locker", "Car reg", "Lanyard colour"),
}  # fmt: skip

# Group titles, and under them what a field is called there.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "identity": ("Identity", "ID CHECK", "Proof of identity"),
    "rtw": ("Right to work in UK", "RIGHT TO WORK", "Eligibility to work"),
    "dbs": ("DBS", "Enhanced DBS", "DBS Disclosure"),
    "barred": ("Barred list", "Children's Barred List"),
    "prohibition": ("Prohibition from teaching", "TRA Prohibition check"),
    "s128": ("Section 128", "S128 Direction"),
    "qualification": ("Qualifications", "Professional Qualifications"),
}
UNDER: Mapping[str, tuple[str, ...]] = {
    "date": ("Date", "Date checked", "Date of check"),
    "by": ("By", "Checked by", "Initials"),
    "evidence": ("Evidence", "Document", "Evidence seen"),
    "required": ("Req'd?", "Required Y/N", "Needed?"),
    "marks": ("Y/N", "Checked Y/N", "Yes/No"),
    "number": ("No.", "Number", "Certificate no."),
    "issue": ("Date of issue", "Issue date", "Date issued"),
    "seen": ("Date seen", "Seen"),
}
SUPER_GROUPS = ("Personal details", "PRE-EMPLOYMENT CHECKS", "Vetting")
SHEETS: Mapping[str, tuple[str, ...]] = {
    "teaching": ("Teaching Staff", "Teachers"),
    "support": ("Support Staff", "Associate staff", "Non-teaching"),
    "governors": ("Governors", "Governors & Trustees"),
    "volunteers": ("Volunteers", "Volunteers and PTA"),
    "supply": ("Supply & Agency", "Supply"),
    "contractors": ("Contractors", "Third party"),
    "leavers": ("Leavers", "Leavers 2024-25", "Archive"),
}
LABELS: Mapping[str, tuple[str, ...]] = {
    "teaching": ("TEACHING STAFF", "Teachers"),
    "support": ("SUPPORT STAFF", "Support staff"),
    "governors": ("GOVERNORS", "Governing Body"),
    "volunteers": ("VOLUNTEERS", "Volunteers"),
    "supply": ("SUPPLY", "Agency staff"),
    "contractors": ("CONTRACTORS", "Contractors"),
    "leavers": ("LEAVERS", "Leavers"),
}
FOOTERS = (
    "Last checked by GT (Head) + Chair 18/9/26",
    "Total staff: 12",
    "Key: yellow = awaiting",
    "Reviewed termly by the safeguarding governor",
)
