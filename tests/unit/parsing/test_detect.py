"""Any file is recognised by its bytes, or refused in one clear line."""

import gzip
import io
import zipfile

import pytest

from navraag.errors import LayoutError, NotADocumentError
from navraag.parsing.detect import detect, xml_root


def packed(*names: str) -> bytes:
    """A zip file with these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100
OPENKAMER = "Kamervraag 2019Z90001\n\nKapotte fietsbellen\n\nIngediend 3 maart 2019\nBron vraag https://x\n • Vraag 1\n"

LAYOUTS = [
    (b"<?xml version='1.0'?><officiele-publicatie><kamervragen/></officiele-publicatie>", "", "koop_xml"),
    (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- c -->\n<kamervragen/>", "", "koop_xml"),           # a byte order mark and a comment first
    (b"<vraagdoc><vragen/></vraagdoc>", "", "koop_xml_old"),
    (b"<officiele-publicatie><vraagdoc/></officiele-publicatie>", "", "koop_xml_old"),            # the old form in a new envelope
    (b"<metadata_gegevens/>", "", "koop_metadata"),
    (b"<owms-metadata xmlns:d='x'/>", "", "koop_metadata"),
    (b"<sru:searchRetrieveResponse xmlns:sru='x'/>", "", "koop_metadata"),                        # found by name, whatever the prefix
    (b"<gzd:gzd xmlns:gzd='x'/>", "", "koop_metadata"),
    (b"<zaak xmlns='http://www.tweedekamer.nl/xsd/tkData/v1-0' id='x'/>", "", "tk_entities"),
    (b"<!DOCTYPE html><html><body><p>Vraag</p></body></html>", "", "koop_html"),
    (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'a' 'b'><html xmlns='x'><body/></html>", "", "koop_html"),
    (b"<div class='vraag'><p>Vraag</p></div>", "page.xml", "koop_html"),                          # a fragment under a wrong ending
    (b"<html><body><th>Ingediend:</th><th>Bron vraag:</th></body></html>", "", "openkamer_page"),
    (OPENKAMER.encode(), "page.txt", "openkamer_page"),
    (b"# https://www.openkamer.org/kamervraag/2019Z90001/\n" + OPENKAMER.encode(), "", "openkamer_page"),
    (b"%PDF-1.7 ...", "letter.docx", "pdf"),                                                      # the bytes win over the name
    (packed("[Content_Types].xml", "word/document.xml"), "letter.pdf", "tk_docx"),
    (packed("mimetype", "content.xml"), "", "odt"),
    (b"Vragen van het lid Jansma (VVN) over bellen.", "", "plain_text"),
    ("Vragen over bellen.".encode("utf-16"), "", "plain_text"),
    (b"BM-zorg is een begrip.", "", "plain_text"),                                                # letters that open a bitmap too
    (b"[1] Zie ook de bijlage.\nVraag 1", "", "plain_text"),                                      # a bracket is not yet JSON
]

NO_DOCUMENTS = [
    (b"", "leeg.txt", "an empty file"),
    (b" \n\t ", "", "an empty file"),
    (b"\x89PNG\r\n\x1a\n", "bel.pdf", "an image (PNG)"),
    (b"\xff\xd8\xff\xe0JFIF", "", "an image (JPEG)"),
    (b"MZ\x90\x00", "", "an executable (Windows)"),
    (b"\x7fELF", "", "an executable (ELF)"),
    (b"SQLite format 3\x00", "", "a database (SQLite)"),
    (b"a,b\n1,2\n", "table.csv", "a table (CSV)"),
    (b"id\tname\n1\ta\n2\tb\n3\tc\n", "rows.txt", "a table"),
    (b'{"kind": "answer"}', "", "JSON data"),
    (b"[1, 2]", "", "JSON data"),
    (b"# Bellen", "README.md", "a note (Markdown)"),
    (b"ah-1234\nah-tk-20242025-1\nkv-tk-2024Z90001\nah-12345\n", "", "a list of publication ids"),
    (gzip.compress(b"ah-102069\n"), "ids.gz", "a compressed file (gzip)"),
    (packed("a.txt"), "", "a zip archive: use import"),
    (packed("xl/workbook.xml"), "", "a spreadsheet or presentation"),
    (b"<foo/>", "", "XML of an unknown kind (<foo>)"),
    (b"\x00\x01\x02\x03", "", "binary data of an unknown kind"),
    (OLE + "Workbook".encode("utf-16-le"), "", "a spreadsheet (.xls)"),
]

UNREADABLE = [
    (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    (OLE + "WordDocument".encode("utf-16-le"), "old Word file"),
    (b"{\\rtf1 Vraag}", "rich text"),
    (packed("word/document.xml")[:-30], "truncated or damaged"),
    ("Vragen over één bel".encode("cp1252"), "not valid UTF-8 (byte 12)"),
    (b'{"Nummer": "2024Z90001"}\n{"Nummer": "2024Z90002"}\n', "use import"),
    (gzip.compress(b'{"Nummer": "2024Z90001"}\n'), "use import"),
    (b"<!DOCTYPE a [<!ENTITY b 'c'>]><kamervragen>&b;</kamervragen>", "declares entities"),
]


@pytest.mark.parametrize(("data", "name", "expected"), LAYOUTS)
def test_layouts_are_recognised_by_their_bytes(data: bytes, name: str, expected: str) -> None:
    """The name decides only where the bytes leave it open."""
    assert expected == detect(data, name=name)


@pytest.mark.parametrize(("data", "name", "what"), NO_DOCUMENTS)
def test_what_is_no_document_is_named(data: bytes, name: str, what: str) -> None:
    """One line: the file, what it is, and that it is no document."""
    with pytest.raises(NotADocumentError) as caught:
        detect(data, name=name)

    assert f"{name or 'input'}: {what}, not a document" == str(caught.value)


@pytest.mark.parametrize(("data", "why"), UNREADABLE)
def test_documents_that_cannot_be_read_say_why(data: bytes, why: str) -> None:
    """A document, but locked, damaged or in a form that is not read: never counted as skipped."""
    with pytest.raises(LayoutError) as caught:
        detect(data, name="brief")

    assert not isinstance(caught.value, NotADocumentError)
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_root_stands_behind_declarations_and_comments() -> None:
    """Everything that may precede a root element is passed over."""
    assert ("sru", "record") == xml_root('<?xml version="1.0"?>\n<!-- <no/> -->\n<!DOCTYPE record>\n<sru:record/>')
    assert ("", "") == xml_root("no markup")
