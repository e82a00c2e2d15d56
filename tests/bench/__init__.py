"""How fast scoring and the central record are, and what they cost: ``python -m tests.bench --help``."""
