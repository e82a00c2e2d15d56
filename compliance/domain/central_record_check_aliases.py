"""What stands above the columns of identity, right to work, DBS, barred list, prohibitions and overseas.

Written as in ``central_record_aliases``.
"""

from collections.abc import Mapping

OF_CHECKS: Mapping[str, str] = {
    "identity.date": (
        "identity check; id check; identity checked; id checked; identity verified; date of id check; "
        "identity check date; verified identity; proof of id; identity; id; id check date; id verified; "
        "date id checked; date identity checked; proof of identity; identity confirmed; date of identity "
        "check; id verification; identification; identification checked; identification check; photo id "
        "checked; id date; identity date; date id seen; date id verified; identity verification; id "
        "confirmed; name address and dob verified; id checked on arrival; identity checked on arrival; id "
        "seen on arrival; photo id checked on arrival; date identity verified; id evidence checked"
    ),
    "identity.evidence": (
        "id evidence; evidence of identity; id seen; photo id; identity evidence seen; id document; "
        "identity evidence; id documents; id documents seen; id type; type of id; form of id; identity "
        "documents; identity document; documents seen for id; id evidence seen; evidence of id; identity "
        "document seen; proof of id seen; id document type; proof of identity seen; photographic id; "
        "documents used for id"
    ),
    "identity.by": (
        "id checked by; identity checked by; id seen by; id verified by; identity verified by; id by; "
        "identity by; id check by"
    ),
    "rtw.date": (
        "right to work; right to work in uk; rtw; right to work check; right to work date; eligibility to "
        "work in uk; permission to work in uk; right to work in the uk; rtw check; rtw date; rtw check "
        "date; date rtw checked; right to work check date; right to work checked; rtw checked; eligibility "
        "to work; eligible to work in uk; entitlement to work in uk; uk right to work; rtw uk; permission "
        "to work; right to work verified; date right to work checked; evidence of right to work in uk date; "
        "proof of right to work; date of right to work check; eligibility; entitlement to work; work permit "
        "check; right to work in uk check; rtw in uk; right to live and work in uk; date of rtw check; "
        "asylum and immigration act check"
    ),
    "rtw.evidence": (
        "right to work evidence; rtw evidence; rtw document; right to work document; rtw documents; right "
        "to work documents; rtw evidence seen; evidence of right to work; right to work evidence seen; rtw "
        "document seen; rtw doc; proof of right to work seen; rtw type"
    ),
    "rtw.expiry": (
        "visa expiry; rtw expiry; right to work expiry; permit expiry; brp expiry; visa expiry date; rtw "
        "expiry date; permission expiry; work permit expiry; right to work expiry date; visa end date; date "
        "visa expires; leave to remain expiry; rtw follow up; rtw follow up date; visa permit expiry; visa "
        "brp expiry; right to work follow up; rtw expires; work permit expiry date; visa; permission to "
        "work expiry"
    ),
    "rtw.by": (
        "rtw checked by; right to work checked by; rtw seen by; rtw by; right to work seen by; rtw verified "
        "by"
    ),
    "dbs.number": (
        "dbs number; dbs no; dbs certificate number; disclosure number; crb number; certificate number; dbs "
        "ref; crb no; disclosure no; dbs certificate no; dbs disclosure number; certificate no; dbs crb "
        "number; crb dbs number; dbs reference; dbs reference number; disclosure reference; crb disclosure "
        "number; enhanced dbs number; enhanced dbs no; dbs cert no; dbs cert number; dbs disclosure no; crb "
        "dbs no; crb disclosure no; crb ref; enhanced dbs certificate number; dbs crb no; disclosure "
        "certificate number; dbs num; dbs number and date; dbs no and date; dbs no date; dbs 12 digit "
        "number"
    ),
    "dbs.issue_date": (
        "dbs date; dbs issue date; date of dbs; date of disclosure; crb date; dbs certificate date; "
        "enhanced dbs date; enhanced dbs; enhanced dbs check; dbs; crb; dbs check; date dbs issued; date of "
        "issue; issue date; disclosure date; date of dbs certificate; dbs issued; enhanced crb; date of "
        "crb; crb check; dbs disclosure date; dbs date of issue; date issued; certificate date; dbs crb "
        "date; date of enhanced dbs; enhanced disclosure; enhanced dbs certificate; enhanced dbs "
        "certificate date; dbs cert date; crb issue date; crb disclosure date; date of certificate; "
        "enhanced disclosure date; dbs certificate issue date; enhanced dbs check date; dbs check date; dbs "
        "certificate; date dbs completed; date of dbs disclosure; crb dbs date; enhanced crb dbs; dbs "
        "clearance date; dbs clearance; date of dbs check"
    ),
    "dbs.seen_date": (
        "dbs seen; date certificate seen; date dbs seen; dbs certificate seen; date dbs certificate seen; "
        "certificate seen; original dbs seen; dbs seen date; date original seen; original certificate seen; "
        "date disclosure seen; dbs original seen; date dbs checked; dbs viewed; date dbs viewed; date "
        "original certificate seen; original seen; date crb seen; disclosure seen; date seen by school; "
        "certificate seen date; dbs cert seen; date cert seen"
    ),
    "dbs.by": (
        "dbs checked by; dbs seen by; certificate seen by; dbs by; dbs verified by; disclosure seen by; crb "
        "checked by; crb seen by; original seen by"
    ),
    "dbs.level": (
        "dbs level; level of check; disclosure level; level; dbs type; type of dbs; type of check; level of "
        "dbs; type of disclosure; level of disclosure; crb level"
    ),
    "dbs.update_service": (
        "update service; dbs update service; on update service; dbs update service y n; update service y n; "
        "subscribed to update service; registered with update service; update service subscriber; signed up "
        "to update service; on dbs update service; update service member; update service subscription"
    ),
    "dbs.status_check_date": (
        "update service check; status check date; date of update service check; update service check date; "
        "dbs status check; status check; date of status check; last status check; update service checked; "
        "date update service checked; update check; last update service check; dbs update service check; "
        "annual status check; dbs status check date; date of last update service check"
    ),
    "barred.date": (
        "barred list; barred list check; childrens barred list; childrens barred list check; list 99; isa; "
        "separate barred list check; barred list date; barred list check date; date of barred list check; "
        "list 99 check; list 99 date; childrens barred list date; isa barred list; barred; list 99 barred "
        "list; barred list list 99; childrens barred list check date; date barred list checked; barred list "
        "clear; barred list clearance; isa check; isa date; isa list 99; cbl; cbl check; barred check; dbs "
        "barred list; barred list checked; list 99 isa; isa barred list check; children s barred list; "
        "separate barred list; childrens barred; poca list 99; barred childrens list; vetting and barring; "
        "list 99 barred list check; barred list list 99 check; dbs barred list check"
    ),
    "barred.by": (
        "barred list checked by; barred list by; barred list check by; list 99 checked by; barred checked by"
    ),
    "prohibition.date": (
        "prohibition; prohibition check; prohibition from teaching; prohibition from teaching check; "
        "prohibition order; tra check; teacher services check; nctl check; employer access check; "
        "prohibition order check; prohibition from teaching date; prohibition date; prohibition check date; "
        "tra; nctl; teaching prohibition; teacher prohibition; prohibited from teaching; prohibition "
        "orders; teacher prohibition check; date of prohibition check; teacher services; employer access; "
        "tra prohibition check; nctl prohibition check; prohibition list; prohibited list; prohibited list "
        "check; prohibited teacher check; employer access online; tra date; teacher status check; teacher "
        "status checks; check a teachers record; tra check date; prohibitions; teaching regulation agency; "
        "teaching regulation agency check; teacher prohibition order; prohibition order date; gtc check; "
        "gtce check; tra teacher services; prohibition of teaching; teacher prohibition date; prohibition "
        "from teaching order; prohibition from teaching order check; prohibition teacher; teaching "
        "restrictions; date prohibition checked; dfe prohibition check; qts and prohibition check"
    ),
    "prohibition.by": (
        "prohibition checked by; prohibition by; tra checked by; prohibition check by; tra check by"
    ),
    "s128.date": (
        "section 128; s128; s 128; section 128 check; prohibition from management; s128 direction; s128 "
        "check; s128 date; section 128 date; section 128 direction; management prohibition; sec 128; "
        "section 128 check date; s128 check date; management prohibition check; prohibition from management "
        "check; section 128 management check; s128 management; prohibition from management s128; s128 "
        "prohibition from management; section 128 prohibition from management; management prohibition s128; "
        "date of section 128 check; s128 direction check; prohibition from management section 128; s128 "
        "management prohibition; section 128 management prohibition"
    ),
    "s128.by": "s128 checked by; section 128 checked by; s128 by; section 128 by; s128 check by",
    "overseas.required": (
        "lived abroad; lived or worked overseas; lived or worked outside the uk; has the individual lived "
        "or worked outside of the uk; lived abroad y n; lived overseas; lived outside uk; lived worked "
        "abroad; lived or worked abroad; lived worked overseas; worked overseas; time overseas; overseas y "
        "n; lived outside the uk; lived or worked outside uk; overseas check required; overseas check "
        "needed; overseas checks required; overseas checks required y n; lived worked outside uk; overseas "
        "check required y n; lived or worked abroad y n; lived in or worked outside the uk; spent time "
        "abroad; overseas required; lived overseas y n; lived or worked overseas y n; further overseas "
        "checks required; has lived or worked abroad; lived worked outside the uk; worked abroad"
    ),
    "overseas.date": (
        "overseas check; overseas checks; overseas; certificate of good conduct; further overseas checks; "
        "checks for people who have lived outside the uk; overseas check date; overseas checks date; good "
        "conduct; overseas police check; overseas date; date of overseas check; additional overseas checks; "
        "good conduct certificate; overseas criminal record check; overseas criminal records check; "
        "international check; overseas checks completed; further checks overseas; overseas vetting; foreign "
        "police check; overseas clearance; overseas criminal check; criminal record check overseas; non uk "
        "checks; further checks on people who have lived outside the uk; further checks; lived or worked "
        "overseas check; date overseas check completed; overseas information; checks on people living or "
        "working outside uk; overseas police clearance; good conduct cert; certificate of good conduct "
        "date; overseas checks complete; overseas background check"
    ),
    "overseas.eea": (
        "eea; eea check; eea sanctions; eea restrictions; eea teacher sanctions; eea sanctions check; eea "
        "prohibition; eea date; eea check date; eea sanctions and restrictions; european economic area "
        "check; eea teacher sanctions check; eea prohibition check; eea restrictions check; eea teaching "
        "sanctions"
    ),
}
