"""Job documents written from a random true specification in a random layout, with what they truly say.

A new mechanism is added here before the reader learns it.
``python -m tests.recruitment.readers.generated_documents`` measures the reader
on as many documents as one likes.
"""
