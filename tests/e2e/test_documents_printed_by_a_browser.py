"""Job documents that people print to PDF from a web page are read like those from an office."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.recruitment.readers.generated_documents.__main__ import read_one, write_file
from tests.recruitment.readers.generated_documents.browser_writer import print_page
from tests.recruitment.readers.generated_documents.layouts import layout_names, write_document
from tests.recruitment.readers.generated_documents.measuring import Figures


@pytest.mark.parametrize("is_centred", [True, False])
def test_printed_web_pages_are_read_back(page: Page, tmp_path: Path, *, is_centred: bool) -> None:
    total = Figures()
    for seed in range(1, 13):
        document = write_document(seed, layout_names()[seed * 3 % len(layout_names())])
        path = write_file(document, "browser", tmp_path)
        print_page(page, path.with_suffix(".html"), path, is_centred=is_centred)
        total.add(read_one(path, "pdf", document))

    assert total.full >= 0.97, total
    assert total.section >= 0.9, total
    assert total.profile >= 0.9, total
    assert total.duties >= 0.95, total
    assert total.silent <= 2, total
