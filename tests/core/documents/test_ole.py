import pytest

from core.documents.ole import refusal_code
from tests.core.documents.builders import ole


@pytest.mark.parametrize(
    ("streams", "expected"),
    [
        (["EncryptionInfo", "EncryptedPackage"], "office_password_protected"),
        (["WordDocument", "1Table"], "old_word_document"),
        (["Workbook"], "old_excel_workbook"),
        (["Book"], "old_excel_workbook"),
        (["PowerPoint Document"], "powerpoint"),
        (["__properties_version1.0", "__substg1.0_37010102", "WordDocument"], "outlook_message"),
        (["VisioDocument"], "old_office_file"),
        (["WordDocuments"], "old_office_file"),
        ([], "old_office_file"),
    ],
)
def test_refusal_code_goes_by_the_streams_in_the_directory(streams: list[str], expected: str) -> None:
    assert refusal_code(ole(*streams)) == expected
