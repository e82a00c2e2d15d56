"""Every reason for which a file is not taken, in the words a school uses, with what to do next."""

from collections.abc import Mapping

from core.domain.errors import DomainError

_SAVE_A_COPY = "Open it in Word or Excel, choose Save As, save it as a new file and upload that copy."
_NEW_DOCUMENT = (
    "Copy its contents into a new Word document or Excel workbook, save that and upload it instead."
)

REFUSALS: Mapping[str, str] = {
    # The file as a whole
    "file_empty": "This file is empty. Check that it opens on your own computer, then choose it again.",
    "file_too_big": (
        "This file is bigger than 20 MB. Take out large pictures, or split it into smaller files, and "
        "upload those."
    ),
    "kind_unknown": "Appoint cannot read this kind of file. Upload {allowed} instead.",
    "kind_not_allowed": "This is {found}, and it cannot be used here. Upload {allowed} instead.",
    # Known, but not one of ours
    "office_password_protected": (
        "This file is protected with a password, so it cannot be read. Open it in Word or Excel, choose "
        "File, Info, Protect, Encrypt with Password, clear the password, save the file and upload it "
        "again."
    ),
    "old_word_document": (
        "This is a document from an old version of Word (.doc). Open it in Word, choose Save As, pick "
        "Word Document (.docx) and upload that copy."
    ),
    "old_excel_workbook": (
        "This is a workbook from an old version of Excel (.xls). Open it in Excel, choose Save As, pick "
        "Excel Workbook (.xlsx) and upload that copy."
    ),
    "powerpoint": (
        "This is a PowerPoint presentation. Open it, choose Save As, pick PDF and upload that copy."
    ),
    "outlook_message": (
        "This is a message saved from Outlook. Open the message, save the document attached to it and "
        "upload that document."
    ),
    "old_office_file": (
        "This file is in an old Office format that Appoint cannot read. Open it on your own computer, "
        "save it as a Word document (.docx) or a PDF and upload that copy."
    ),
    "open_document": (
        "This is an OpenDocument file, as LibreOffice makes them. Open it there, choose Save As, pick "
        "Word (.docx) or Excel (.xlsx) and upload that copy."
    ),
    "apple_document": (
        "This is a document from Apple Pages or Numbers. Open it there, choose File, Export To, pick "
        "Word, Excel or PDF and upload that copy."
    ),
    "rich_text": (
        "This is a rich text file (RTF), even if its name says otherwise. Open it in Word, choose Save "
        "As, pick Word Document (.docx) and upload that copy."
    ),
    "web_page": (
        "This is a web page, even if its name says otherwise. Open it in Word, choose Save As, pick Word "
        "Document (.docx) and upload that copy."
    ),
    "web_page_as_workbook": (
        "This is a web page, even if its name says otherwise: some systems write their lists so. Open it in "
        "Excel, choose Save As, pick Excel Workbook (.xlsx) and upload that copy."
    ),
    "text_as_workbook": (
        "This is no Excel workbook, even if its name says so; it may be a list in plain text (CSV). Open it "
        "in Excel, choose Save As, pick Excel Workbook (.xlsx) and upload that copy."
    ),
    "picture": (
        "This is a picture, and the words in a picture cannot be read. Upload the Word document or PDF it "
        "was made from, or type the words into a new document and upload that."
    ),
    "picture_of_other_kind": (
        "Pictures are taken as JPEG or PNG. Save a copy as JPEG and upload that; an iPhone takes such "
        "photographs with Settings, Camera, Formats, Most Compatible."
    ),
    "picture_too_large": (
        "This picture has more than 50 million points. Take the photograph with a lower resolution, or make "
        "a smaller copy, and upload that."
    ),
    "picture_unreadable": (
        "This picture is damaged or not whole, so it was not kept. Open it on your own computer, save a copy "
        "as JPEG and upload that, or take the photograph again."
    ),
    "program": (
        "This file is a program, not a document, and it was not kept. Do not open it. Ask whoever sent it "
        "for the document, and tell your IT support if you did not expect a program."
    ),
    "zip_of_files": (
        "This is a zip folder. Open it on your own computer and upload the documents inside it one by one."
    ),
    # Inside Word and Excel files
    "office_damaged": (
        "This file is damaged or is not a complete Word or Excel file. Open it on your own computer, save "
        "it as a new file and upload that copy. If it does not open, ask for it to be sent again."
    ),
    "office_too_many_parts": f"This file is made of far more parts than a document needs. {_NEW_DOCUMENT}",
    "office_too_big_inside": f"This file holds far more than its size suggests. {_NEW_DOCUMENT}",
    "office_unsafe_part": f"This file is not put together as Word or Excel would do it. {_SAVE_A_COPY}",
    "office_duplicate_parts": f"This file holds one part twice, which can hide something. {_SAVE_A_COPY}",
    "office_declarations": (
        f"This file holds instructions that no Word or Excel file needs, so it was not opened. {_SAVE_A_COPY}"
    ),
    "office_encoding": f"This file is written in a way that Word and Excel do not use. {_SAVE_A_COPY}",
    "office_macros": (
        "This file holds macros (small programs), which can carry viruses. Open it, choose Save As, pick "
        "Word Document (.docx) or Excel Workbook (.xlsx), which leave macros out, and upload that copy."
    ),
    "office_template": (
        "This is a template for making documents. Open it in Word or Excel, choose Save As, pick Word "
        "Document (.docx) or Excel Workbook (.xlsx) and upload that copy."
    ),
    "office_remote_template": (
        "This file fetches its template from the internet when it is opened, which can carry viruses. "
        f"{_NEW_DOCUMENT}"
    ),
    "sheet_too_big": (
        "A sheet in this workbook goes beyond 50,000 rows or 500 columns. Often these are empty rows or "
        "columns with formatting: copy the part you use into a new workbook, save that and upload it "
        "instead."
    ),
    # PDF
    "pdf_password_protected": (
        "This PDF is protected with a password, so it cannot be read. Open it with the password, print it "
        "to a new PDF and upload that, or ask for a copy without a password."
    ),
    "pdf_damaged": (
        "This PDF is damaged and cannot be read. Open it on your own computer, print it to a new PDF and "
        "upload that. If it does not open, ask for it to be sent again."
    ),
    "pdf_too_complex": (
        "This PDF is put together in a way that takes too much work to read. Open it on your own "
        "computer, print it to a new PDF and upload that, or upload the Word document it was made from."
    ),
    "pdf_too_many_pages": (
        "This PDF has more than 300 pages. Print only the pages you need to a new PDF and upload that."
    ),
    "pdf_no_pages": (
        "This PDF has no pages. Check that it opens on your own computer, or ask for it to be sent again."
    ),
    # Plain text
    "text_too_big": (
        "This text file is bigger than 2 MB. Keep only the part you need, save it as a new file and "
        "upload that."
    ),
    "text_encoding": (
        "This text file is saved in a form that cannot be read here. Open it in Notepad, choose Save As, "
        "set Encoding to UTF-8 and upload that copy."
    ),
    # Looking at it went wrong
    "document_unreadable": (
        "This file could not be read; it may be damaged. Open it on your own computer, save it as a new "
        "file and upload that copy, or upload it as a PDF or Word document instead."
    ),
    "document_needs_too_much_memory": (
        "Reading this file takes more memory than is allowed for one document. Take out large pictures, "
        "or copy the part you need into a new document, and upload that."
    ),
    "document_takes_too_long": (
        "Reading this file takes too long, so it was stopped. Copy the part you need into a new document "
        "and upload that, or try again later if other documents are slow as well."
    ),
    # Viruses
    "virus_found": (
        "The virus scanner found something harmful in this file ({name}), and it was not kept. Do not "
        "open it. Tell your IT support, and ask whoever sent it for a clean copy."
    ),
    "scanner_away": (
        "The virus scanner is not answering, so the file was not taken. Try again in a few minutes. If it "
        "goes on, tell whoever looks after Appoint for your school."
    ),
}


def refuse(code: str, **values: str) -> DomainError:
    """The error to raise for one of the reasons above; ``values`` fill in its blanks."""
    return DomainError(code, REFUSALS[code].format(**values))
