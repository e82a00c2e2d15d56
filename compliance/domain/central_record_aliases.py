"""What schools, councils and trusts write above the columns of their central records, by field.

Written as ``plain_heading`` leaves them: lower case, no punctuation, single blanks. A heading that means one
thing under one group and another under the next, such as *date*, is not here: see ``central_record_titles``.
"""

from collections.abc import Mapping

from compliance.domain.central_record_check_aliases import OF_CHECKS

_OTHERS: Mapping[str, str] = {
    "person.surname": (
        "surname; last name; family name; legal surname; staff surname; surnames; current surname"
    ),
    "person.forename": (
        "first name; forename; forenames; given name; first names; given names; christian name; forename s; "
        "first name s; legal forename; staff forename; other forenames; firstname"
    ),
    "person.full_name": (
        "name; staff name; full name; employee name; employee; name of employee; name of staff member; "
        "staff member; member of staff; name of person; name of individual; person; individual; name of "
        "governor; governor; governor name; name of volunteer; volunteer; volunteer name; name of "
        "contractor; contractor name; name of supply teacher; name of worker; worker name; trustee; trustee "
        "name; surname first name; surname and first name; surname forename; surname and forename; name "
        "surname first; first name and surname; forename and surname; forename surname; names; visitor "
        "name; name of visitor; trainee name; trainee; tutor; tutor name; student; visitor; coach; name of "
        "tutor; teacher name; name of trainee; student name; colleague; full legal name; name in full; "
        "person s name; persons name"
    ),
    "person.known_as": "known as; preferred name; preferred forename; likes to be called; also known as",
    "person.former_names": (
        "maiden name; previous name; previous names; former name; former names; other names; previous "
        "surname; previous surnames; maiden previous name; maiden previous names; former surname; previous "
        "name s; former name s; any previous names; alias; aliases; other names used; nee; maiden or "
        "previous names; maiden former name; previous maiden name; birth name; names previously known by"
    ),
    "person.dob": "dob; date of birth; d o b; birth date; birthdate; born",
    "person.address": (
        "address; home address; current address; address inc postcode; home address and postcode; postal "
        "address; address and postcode"
    ),
    "person.employee_no": (
        "employee number; payroll number; staff code; staff number; employee no; payroll no; staff id; "
        "employee id; employee ref; personnel number; payroll ref; staff no; person number; works number; "
        "emp no"
    ),
    "role.title": (
        "job title; post; position; role; post held; post title; job role; role in school; current role; "
        "position held; job; role job title; post job title; appointment; role title; designation; position "
        "in school; capacity; purpose of visit; role post; current post; nature of work; job description; "
        "role responsibility; role in school trust; volunteering role; governor type; type of governor; "
        "duties; activity; work undertaken; subject; reason for visit; service; service provided"
    ),
    "role.category": (
        "category; category of worker; worker category; type of worker; worker type; staff type; individual "
        "type; profile type; type of staff; staff category; type; workforce group; staff group; category of "
        "staff; employee type"
    ),
    "role.start_date": (
        "start date; date started; date commenced; commencement date; date of appointment; employment start "
        "date; started; start; date of start; date of commencement; appointment date; date appointed; date "
        "employed; date joined; joined; employment date; commenced; date employment commenced; date "
        "commenced employment; first day; first day in school; date of joining; start date in school; date "
        "started in school; date started at school; date in post; from; started at school; contract start "
        "date; term of office start; term of office from; date elected appointed; date elected; appointed; "
        "date of election; date of first visit; first visit; start of placement; placement start; start "
        "date at this school; date took up post; date of employment; employed from; in post from"
    ),
    "role.leave_date": (
        "leaving date; date left; end date; leave date; date of leaving; left; leaver date; date employment "
        "ended; finish date; end of employment; last day; termination date; date ended; term of office end; "
        "term of office ends; end of term of office; to; leaving; employment end date; date finished; "
        "placement end; end of placement; resigned; date resigned; contract end date; left on"
    ),
    "qualification.date": (
        "qualifications; qualifications check; professional qualifications; qualifications seen; "
        "qualification check date; quals seen; quals; qualifications checked; qualifications verified; "
        "qualification check; qualifications check date; qualifications date; date qualifications seen; "
        "date qualifications checked; qualification date; certificates seen; qualification certificates "
        "seen; professional qualifications seen; quals checked; qualifications seen date; date quals seen; "
        "qualification seen; qualifications evidence seen; evidence of qualifications; proof of "
        "qualifications; professional qualifications checked; professional qualification check; "
        "qualification checked; professional qualification; academic qualifications; qualification "
        "verified; professional qualifications check; teaching qualifications; date professional "
        "qualifications seen; quals date; quals check; required qualifications seen; qualification "
        "certificate seen"
    ),
    "qualification.name": (
        "qualification; qualification name; qualification evidence; required qualification; qualification "
        "s; qualification held; qualifications held; highest qualification; qualification type; quals held; "
        "type of qualification; qualification required; name of qualification; qualification title; details "
        "of qualifications"
    ),
    "qualification.qts": (
        "qts; qts held; qualified teacher status; qts y n; qts status; qts yes no; qts eyts; holds qts; qts "
        "qtls; has qts; qtls; qts check; qts verified; qualified teacher"
    ),
    "qualification.trn": (
        "trn; teacher reference number; teacher number; dfe number; dfes number; teacher no; dfe no; "
        "teacher ref no; teacher ref number; teacher reference no; trn number; trn no; dfes no; teacher "
        "ref; dcsf number; gtc number; dfe ref; teacher reference; dfe reference number; tr number; gtc no; "
        "teachers number; dfe teacher number; dfe ref no; teacher reg no; dfe trn; trn dfe number"
    ),
    "qualification.induction": (
        "induction; induction completed; nqt induction; ect induction; induction complete; induction "
        "passed; statutory induction; induction status; nqt ect induction; ect nqt induction; teacher "
        "induction"
    ),
    "supply.agency": (
        "agency; employer; supply agency; company; organisation; agency name; name of agency; employer "
        "name; employing organisation; company name; contractor; firm; employed by; name of company; "
        "organisation name; business; business name; provider; training provider; itt provider; university; "
        "agency employer; employing agency; company organisation; agency company; organisation company; "
        "name of employer; name of organisation; university provider; provider name; third party; company "
        "agency; agency or company; agency provider; itt provider university"
    ),
    "supply.confirmation_date": (
        "written confirmation; letter of assurance; letter of confirmation; vetting confirmation; "
        "confirmation received; date confirmation received; assurance letter; written confirmation "
        "received; written confirmation date; agency confirmation; letter of assurance received; agency "
        "letter; confirmation letter; agency checks confirmed; confirmation from agency; confirmation date; "
        "agency confirmation date; vetting letter; vetting checks confirmed; date of written confirmation; "
        "agency vetting confirmation; letter of assurance date; written notification; date written "
        "confirmation received; assurance received; letter of comfort; agency vetting; vetting form "
        "received; assurance letter received; employer confirmation; provider confirmation; confirmation of "
        "checks; confirmation of checks received; date letter received; written assurance; written "
        "assurance received; written confirmation from agency; agency confirmation received; date of "
        "confirmation; letter of assurance seen; agency vetting form; agency vetting checklist; date "
        "vetting confirmation received; confirmation letter received; written confirmation of checks; "
        "agency written confirmation; date agency confirmation received; date of letter; letter date; "
        "letter received; letter seen; date letter seen; confirmation; confirmation letter date"
    ),
    "supply.dbs_provided": (
        "dbs certificate provided; disclosure details provided; dbs provided; copy of dbs provided; dbs "
        "copy provided; copy of dbs received; dbs copy received; certificate provided; enhanced certificate "
        "provided; dbs certificate provided y n; dbs details provided; enhanced dbs certificate provided; "
        "dbs certificate supplied; disclosure provided; dbs supplied; dbs copy seen; copy of certificate "
        "provided; dbs provided y n; dbs certificate provided to school; has dbs certificate been provided; "
        "enhanced dbs provided; disclosure provided y n; enhanced dbs certificate provided y n"
    ),
    "college.relevant_activity": "relevant activity; in relevant activity; relevant activity y n",
    "volunteer.supervised": (
        "supervised; supervised unsupervised; supervised or unsupervised; supervision; supervised y n; "
        "level of supervision; s u; supervised yes no; unsupervised; supervision level; is the volunteer "
        "supervised; supervision status; unsupervised supervised"
    ),
    "references.first": (
        "reference 1; ref 1; references; references received; 2 references; reference one; first reference; "
        "refs; two references; references x2; ref1; reference 1 received; references seen; references "
        "checked; 1st reference; references taken up; references date; references x 2; date references "
        "received; ref 1 received; reference; 2 refs; 2 references received; two references received; "
        "references obtained; employment references; ref 1 date; reference 1 date; 1st ref; refs received; "
        "two references taken up"
    ),
    "references.second": (
        "reference 2; ref 2; reference two; second reference; ref2; reference 2 received; 2nd reference; "
        "ref 2 received; ref 2 date; reference 2 date; 2nd ref"
    ),
    "childcare_disqualification.date": (
        "disqualification; childcare disqualification; childcare disqualification check; disqualification "
        "by association; disqualification declaration; childcare act; childcare disqualification "
        "declaration; dba; disqualified from childcare; disqualification form; childcare disqualification "
        "date; disqualification under childcare act; disqualification check; childcare disq; childcare act "
        "2006; disqualification childcare act; disqualification declaration date; disq declaration; "
        "disqualification under the childcare act; disqualification under the childcare act 2006; childcare "
        "act disqualification; childcare act declaration; disqualification date"
    ),
    "online_search.date": (
        "online search; online check; online checks; social media check; online searches; online search "
        "date; social media search; internet search; online search completed; google search; online "
        "presence check; date of online search; online search check; social media checks; online checks "
        "date; digital search; online search done; online social media search; online due diligence"
    ),
    "gaps.date": (
        "gaps; gaps in employment; employment gaps checked; employment history checked; gaps checked; "
        "employment history; employment gaps; gaps explored; application form checked; employment history "
        "check; gaps in employment checked; employment history verified; gaps in employment history; gaps "
        "explained; career history checked; full employment history; employment history gaps; gaps in "
        "history"
    ),
    "medical.date": (
        "medical; med; medical fitness; fitness to work; occupational health; health check; medical check; "
        "medical clearance; fit to work; health clearance; oh clearance; health declaration; medical "
        "cleared; medical questionnaire; fitness; mental and physical fitness; medical date; medical "
        "declaration; occupational health check; oh; fitness to teach; oh check; health questionnaire; "
        "physical and mental fitness; pre employment medical; pre employment health check; medical check "
        "date; health; health fitness; fitness check; fitness for work; health and fitness; occ health; "
        "medical clearance date"
    ),
    "training.safeguarding": (
        "safeguarding training; child protection training; safeguarding; safeguarding training date; child "
        "protection; cp training; level 1 safeguarding; annual safeguarding training; last safeguarding "
        "training; date of safeguarding training; safeguarding level 1; safeguarding update; safeguarding "
        "child protection training; child protection safeguarding training; cp safeguarding training; "
        "annual safeguarding update; safeguarding refresher; safeguarding cp training; safeguarding and "
        "child protection training; child protection training date; safeguarding training completed"
    ),
    "training.kcsie": (
        "kcsie; kcsie read; kcsie part 1; kcsie part one; keeping children safe in education; kcsie part 1 "
        "read; read kcsie; kcsie date; kcsie signed; kcsie declaration; kcsie part one read; kcsie 2025; "
        "kcsie 2026; kcsie 2025 read; kcsie 2026 read; kcsie annex a; date kcsie read; keeping children "
        "safe; kcsie confirmation"
    ),
    "training.prevent": (
        "prevent; prevent training; prevent duty; prevent training date; prevent duty training; wrap "
        "training; prevent wrap; prevent awareness; prevent date"
    ),
    "training.safer_recruitment": (
        "safer recruitment; safer recruitment training; srt; safer recruitment date; safer recruitment "
        "training date; safer rec; safer recruitment trained; safer rec training"
    ),
    "training.first_aid_expiry": (
        "first aid; first aid expiry; first aid training expiry date; first aid exp; first aid expires; "
        "first aid expiry date; fa exp; fa expiry; paediatric first aid expiry; paediatric first aid; first "
        "aid certificate expiry; pfa expiry; first aid cert expiry; first aid renewal; first aid valid "
        "until; first aid training; first aid training expiry; pfa; first aid renewal date; first aid "
        "certificate"
    ),
    "meta.risk_assessment": (
        "risk assessment; ra; risk assessment date; ra date; risk assessment completed; volunteer risk "
        "assessment; risk assessment in place; ra completed; dbs risk assessment"
    ),
    "meta.notes": (
        "notes; comments; comment; note; remarks; additional information; other information; additional "
        "comments; other; any other information; further information; general comments; additional notes; "
        "notes comments; comments notes; other comments; observations; info; further comments; misc; other "
        "notes"
    ),
}

ALIASES: Mapping[str, str] = {
    alias.strip(): field
    for written in (_OTHERS, OF_CHECKS)
    for field, aliases in written.items()
    for alias in aliases.split(";")
}
