"""Every rule of compliance asked on its own: JSON facts in, an answer out, nothing stored.

One module a topic, each with ``answer(facts, today)``. It raises ``DomainError`` with the code
``invalid`` and the place of the fault where the facts cannot be read.
"""
