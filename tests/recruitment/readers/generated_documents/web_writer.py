"""A generated document as a web page."""

from html import escape

from tests.recruitment.readers.generated_documents.page import Box, Element, Grid, PageBreak, Paragraph


def write_page(elements: tuple[Element, ...]) -> str:
    parts: list[str] = []
    open_list = ""
    for element in elements:
        marker = element.marker if isinstance(element, Paragraph) else ""
        tag = {"bullet": "ul", "number": "ol", "": ""}[marker]
        if tag != open_list:
            parts += [f"</{open_list}>"] if open_list else []
            parts += [f"<{tag}>"] if tag else []
            open_list = tag
        parts.append(_element(element))
    parts += [f"</{open_list}>"] if open_list else []
    return (
        "<!DOCTYPE html>\n<html><head><title>Job pack</title></head><body>\n"
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _element(element: Element) -> str:
    if isinstance(element, PageBreak):
        return "<hr>"
    if isinstance(element, Grid):
        rows = [_row(element, number) for number in range(len(element.rows))]
        look = ' class="ruled"' if element.ruled else ""
        return f"<table{look}>\n" + "\n".join(rows) + "\n</table>"
    if element.heading:
        return f"<h{element.heading}>{escape(element.text)}</h{element.heading}>"
    return f"<li>{_words(element)}</li>" if element.marker else f"<p>{_words(element)}</p>"


def _words(paragraph: Paragraph) -> str:
    text = escape(paragraph.text)
    text = f"<strong>{text}</strong>" if paragraph.bold else text
    return f"<em>{text}</em>" if paragraph.italic else text


def _row(grid: Grid, number: int) -> str:
    cells, column = [], 0
    for box in grid.rows[number]:
        if not box.follows:
            height = grid.height(number, column)
            look = f' style="background-color: #{box.fill.lower()}"' if box.fill else ""
            cells.append(f'<td colspan="{box.span}" rowspan="{height}"{look}>{_inside(box)}</td>')
        column += box.span
    return "<tr>" + "".join(cells) + "</tr>"


def _inside(box: Box) -> str:
    if box.paragraphs and box.paragraphs[0].marker:
        return "<ul>" + "".join(f"<li>{_words(paragraph)}</li>" for paragraph in box.paragraphs) + "</ul>"
    return "<br>".join(_words(paragraph) for paragraph in box.paragraphs)
