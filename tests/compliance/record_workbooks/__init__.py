"""Invents central-record workbooks: random records in random layouts, with what is wrong in each cell."""
