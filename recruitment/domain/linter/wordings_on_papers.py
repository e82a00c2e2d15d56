"""Wordings on certificates and degrees: what people of another age or country cannot hold. As data."""

from recruitment.domain.linter.certificates import NAMED_CERTIFICATE_WORDS, is_about_teaching
from recruitment.domain.linter.sources import GOOD_PRACTICE, INDIRECT_DISCRIMINATION, NAMED_CERTIFICATE
from recruitment.domain.linter.wording_risk import WordingRisk, words

PAPERS: tuple[WordingRisk, ...] = (
    WordingRisk(
        "no_equivalent",
        "A certificate without its equivalent",
        NAMED_CERTIFICATE_WORDS,
        "People who went to school before this certificate existed, or in another country, hold another "
        "of the same level.",
        "Add “or equivalent”.",
        NAMED_CERTIFICATE,
        unless=words(
            r"\bequiv\w*|\bor\ (?:similar|other|comparable|relevant)\b|\bsimilar\ (?:level|qualification)"
            r"|\bcomparable\b|\bor\ (?:a\ |an\ )?(?:level|NVQ|BTEC|CACHE|NNEB|diploma|degree|O[- ]level|GCSE)"
            r"|/|\be\.g\.|\bsuch\ as\b|\bwilling\w*\b|\btowards\b|\bsame\ level\b"
        ),
        spares=is_about_teaching,
    ),
    WordingRisk(
        "uk_degree",
        "A degree from one country",
        words(
            r"""\b(?:degree|qualifications?|diploma|PGCE|doctorate|educated|graduate)\b(?:(?![.;]).){0,30}?
                \b(?:from|at|of|in)\ (?:an?\ |the\ )?(?:UK|british|english|russell\ group)\ (?:\w+\ )?
                (?:universit(?:y|ies)|institutions?|colleges?)\b
            | \b(?:UK|british|russell\ group)\ (?:university\ )?degree\b
            | \b(?:from|at)\ a\ russell\ group\ university\b"""
        ),
        "It tells where somebody studied, not what they learned. People of other national origins are put "
        "at a disadvantage although their degree is of the same level.",
        "Ask for the level and the subject, “or an equivalent from another country”. UK ENIC compares them.",
        INDIRECT_DISCRIMINATION,
        unless=words(
            r"\bequiv\w*|\bcomparable\b|\boverseas\b|\bor\ (?:its|the|an|one)\ |\bENIC\b|\bNARIC\b"
            r"|\bother\ countr\w+|\b(?:pupils|students|apply\w*|applications?|admissions?|UCAS)\b"
        ),
    ),
    WordingRisk(
        "two_levels",
        "Two levels in one",
        words(
            r"""\b(?:NVQ|BTEC|QCF|(?:NVQ\ )?level)\ ?(?P<one>[1-7])\ ?(?:or|/)
                \ ?(?:NVQ|BTEC|QCF|(?:NVQ\ )?level)?\ ?(?!(?P=one))[2-8]\b
                (?!\ ?(?:years?|months?|GCSEs?|or\ more))"""
        ),
        "Whoever holds the lower level meets it, so one score does not tell whether the higher one counts "
        "for more.",
        "Keep the level that is enough as essential, “or equivalent”, and make the higher one desirable.",
        GOOD_PRACTICE,
        unless=words(r"\b(?:key\ stage|willing\w*|working\ towards)\b"),
        spares=is_about_teaching,
    ),
)
