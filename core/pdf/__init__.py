"""PDF from typst templates: tagged, with our own fonts, nothing fetched."""

from core.pdf.render import render_pdf

__all__ = ["render_pdf"]
