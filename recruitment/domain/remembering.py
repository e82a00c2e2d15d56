"""Answers about a text that are asked for again: from several sides, and where pages say the same."""

from functools import lru_cache

# Some twenty pages of lines, each asked about once.
remembered = lru_cache(maxsize=2048)
