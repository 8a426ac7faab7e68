"""The visible text of a document, taken without its reader."""

import io
import zipfile

from navraag.parsing.account.source_text import source_text

W = 'xmlns:w="urn:w" xmlns:mc="urn:mc"'


def docx(body: str, notes: str = "") -> bytes:
    """A Word file with this body and these footnotes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>")
    return target.getvalue()


def words(text: str) -> list[str]:
    """The lines that hold words."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_word_files_count_each_word_once() -> None:
    """Deleted, hidden and doubly written words are not seen; notes are, separators are not."""
    data = docx(
        "<w:p><w:r><w:t>Een</w:t></w:r><w:r><w:tab/><w:t>bel</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<mc:AlternateContent><mc:Choice><w:t>kader</w:t></mc:Choice><mc:Fallback><w:t>kader</w:t></mc:Fallback></mc:AlternateContent></w:p>",
        '<w:footnote w:type="separator"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Noot</w:t></w:r></w:p></w:footnote>',
    )

    assert ["Een\tbel", "kader", "Noot"] == words(source_text(data, "tk_docx"))


def test_xml_words_stand_on_lines_of_their_own() -> None:
    """Blocks are parted, words within a line are not."""
    data = b"<kamervragen><vraag><nr>Vraag 1</nr><al>Een <nadruk>ro</nadruk>de bel.</al></vraag></kamervragen>"

    assert ["Vraag 1", "Een rode bel."] == words(source_text(data, "koop_xml"))


def test_metadata_has_its_words_in_attributes_or_elements() -> None:
    """Both forms give the contents, one a line."""
    assert ["Titel"] == words(source_text(b'<metadata_gegevens><metadata name="DC.title" content="Titel"/></metadata_gegevens>', "koop_metadata"))
    assert ["Titel"] == words(source_text(b"<owms-metadata><title> Titel </title></owms-metadata>", "koop_metadata"))


def test_pages_and_texts() -> None:
    """HTML as it is seen, text as it is."""
    assert ["Bel"] == words(source_text(b"<html><body><p>Bel</p><script>x</script></body></html>", "openkamer_page"))
    assert "\u00c9\u00e9n" == source_text("\ufeffÉén".encode(), "plain_text")
