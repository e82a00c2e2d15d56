"""The headings of docs/benchmarks.md, one for every part that is measured."""

from tests.bench.filling import DESIRABLES, ESSENTIALS, MEMBERS

SCHOOLS = 20  # of the trust that the central record and the training matrix are measured on

SCORING = f"""# What scoring costs

Written by `make bench ARGS=--write`: {MEMBERS} panel members, {ESSENTIALS + DESIRABLES} criteria, every sheet
submitted, one request at a time. Time is a median in milliseconds, pages through the whole stack from the
address to the last byte; memory is the peak of Python's own. Ratios travel from machine to machine, times
do not. At N = 100 a page holds 100 rows, from 250 on it holds 250.
"""
RECORD = f"""# What the single central record costs

Written by `make bench ARGS="--part record --write"`: a trust of {SCHOOLS} schools and N engagements, spread
evenly, some twelve checks each, so that a school's page holds N / {SCHOOLS} lines. One request at a time.
Time is a median in milliseconds, memory the peak of Python's own.
"""
MATRIX = f"""# What the training matrix costs

Written by `make bench ARGS="--part matrix --write"`: a trust of {SCHOOLS} schools and N people, spread
evenly, by 27 courses, each asked of everybody and held by half of them, so that a school's matrix holds
N / {SCHOOLS} people. One request at a time. Time is a median in milliseconds, memory the peak of
Python's own.
"""
READER = """# What reading a job document costs

Written by `make bench ARGS="--part reader --write"`: a job description with two person specifications, about
four pages, in each format. Time is a median in milliseconds after start, by the clock and of the processor,
which differ where other work runs beside it; the memory of Python's own is its peak while reading, that of
the process counts the loaded readers and the parsers written in C. The shares are of generated documents,
each in a random layout.
"""
# In their order on the page.
HEADS = (SCORING, RECORD, MATRIX, READER)
