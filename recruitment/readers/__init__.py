"""Upload or pasted text → what it says, in stages that can be tested alone."""
