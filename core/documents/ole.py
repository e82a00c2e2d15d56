"""Files of the old Office container: never taken, but always told apart so that the answer is of use."""

# Names of streams inside the container, the most telling first.
_STREAMS = (
    ("__properties_version1.0", "outlook_message"),  # first: its attachments bring their own streams
    ("EncryptedPackage", "office_password_protected"),
    ("WordDocument", "old_word_document"),
    ("Workbook", "old_excel_workbook"),
    ("Book", "old_excel_workbook"),
    ("PowerPoint Document", "powerpoint"),
)
_NAME_END = b"\0\0"


def refusal_code(data: bytes) -> str:
    """Why an OLE file is refused, by the streams it names in its directory."""
    for name, code in _STREAMS:
        if name.encode("utf-16-le") + _NAME_END in data:
            return code
    return "old_office_file"
