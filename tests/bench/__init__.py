"""How fast the pages of scoring are, and what they cost: ``python -m tests.bench --help``."""
