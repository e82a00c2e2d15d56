"""Where the rules of compliance come from, one module a subject."""
