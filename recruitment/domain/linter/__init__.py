"""What a careful reader would question in a person specification, and on what grounds.

The linter suggests and never edits: each remark says what was found, why it matters, what could be written
instead, and where the reason comes from. A named person follows it or sets it aside with a reason.
"""
