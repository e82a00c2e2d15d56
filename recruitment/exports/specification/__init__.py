"""A confirmed person specification as files: Word, Excel, and forms to fill in by hand."""
