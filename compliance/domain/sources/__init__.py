"""Where the rules of compliance come from, one module a subject.

``verified`` is True where somebody has read the provision or an account of it at the address given, and
False where it was written from memory. Most addresses are accounts by others than the publisher of the
rule: only those of gov.uk, legislation.gov.uk, ico.org.uk and dbs.gov.uk are official.
"""
