"""Publications of KOOP (zoek.officielebekendmakingen.nl): XML, else HTML, else the PDF file; and their metadata.

A page that is not what was asked for (an error page with status 200, another publication) is no publication.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from navraag.errors import SourceError
from navraag.settings import Endpoints
from navraag.sources.base import Answer, Wanted
from navraag.sources.http import Client, RefusedError
from navraag.sources.whole import whole

SOURCE = "koop_publications"
METADATA = "koop_metadata"
FORMS = ("xml", "html", "pdf")
UNCHANGED = 304
_HEAD = 4000
_XML_ROOT = re.compile(rb"<(?:officiele-publicatie|vraagdoc|kamervragen)[\s>]")
_HTML_ERROR = re.compile(rb"<title>[^<]{0,80}(?:niet gevonden|404|fout)", re.IGNORECASE)
_ZAAK = re.compile(r"kv-(?:tk-)?(\d{4})[Zz]\d{5}.*")
_SESSION = re.compile(r"(ah|kv)-(tk|ek)-(\d{8})-.+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One publication as received: its own name (a redirect may have led to another), its form, its bytes."""

    name: str
    form: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held of a publication: its form, and what its last answer said of its state."""

    form: str
    etag: str | None = None
    last_modified: str | None = None


class Publications:
    """Fetches publications by their names."""

    def __init__(self, client: Client, endpoints: Endpoints) -> None:
        self.client = client
        self.site = endpoints.publications
        self.repository = endpoints.repository

    def fetch(self, name: str, forms: Iterable[str] = (), *, held: Held | None = None, lenient: bool = False) -> Publication | None:
        """The best form that there is of a publication; None where there is none in any form.

        ``forms`` are those that the search named: only they are asked for. ``held`` is what is held of it: the answer has status
        304 where it is as it was. ``lenient``: a file whose end is missing is taken as it is, since it has been so every time.
        """
        named = frozenset(forms)
        for form in [form for form in FORMS if form in named] or FORMS:
            answer = self._one(name, form, held if held and held.form == form else None, lenient=lenient)
            if answer is not None:
                return Publication(name=_final_name(answer.url, name), form=form, answer=answer)
        return None

    def metadata(self, name: str) -> Answer | None:
        """The metadata of a publication; None where there is none."""
        answer = self._ask([f"{self.site}/{name}/metadata.xml", *self._in_repository(name, "metadata", "metadata.xml")], _whole_metadata)
        return answer if answer and b"<metadata_gegevens" in answer.data[:_HEAD] else None

    def _one(self, name: str, form: str, held: Held | None, *, lenient: bool) -> Answer | None:
        def reader(answer: Answer) -> Answer:
            return answer if lenient or not _IS[form](answer.data) else whole(answer, form)
        answer = self._ask([f"{self.site}/{name}.{form}", *self._in_repository(name, form, f"{name}.{form}")], reader, held)
        return answer if answer and (answer.status == UNCHANGED or _IS[form](answer.data)) else None

    def _ask(self, addresses: list[str], reader: Callable[[Answer], Answer], held: Held | None = None) -> Answer | None:
        """The first address that gives something; the next one where a host refuses us."""
        refused: SourceError | None = None
        for url in addresses:
            try:
                wanted = Wanted(url=url, etag=held.etag if held else None, last_modified=held.last_modified if held else None)
                answer = self.client.read(wanted, reader)
            except RefusedError as error:
                refused = error
                continue
            return answer if answer.found or answer.status == UNCHANGED else None
        if refused:
            raise refused
        return None

    def _in_repository(self, name: str, form: str, file: str) -> Iterator[str]:
        """Where the repository keeps the same file, as far as the name tells."""
        if folder := repository_folder(name):
            yield f"{self.repository}/frbr/officielepublicaties/{folder}/{name}/1/{form}/{file}"


def repository_folder(name: str) -> str | None:
    """The folder of a publication in the repository.

    >>> repository_folder("ah-tk-20202021-3235"), repository_folder("kv-tk-2022Z18908")
    ('ah-tk/20202021', 'kv-tk/2022')
    """
    if found := _SESSION.fullmatch(name):
        return f"{found[1]}-{found[2]}/{found[3]}"
    if name.startswith("kv-tk-") and (zaak := _ZAAK.fullmatch(name)):
        return f"kv-tk/{zaak[1]}"
    return f"{name[:2]}/onopgemaakt" if name[:3] in {"kv-", "ah-"} else None


def _final_name(url: str, asked: str) -> str:
    """The name at the end of an address, after redirects."""
    last = url.partition("?")[0].rpartition("/")[2].rpartition(".")[0]
    return last if last.startswith(("kv-", "ah-")) else asked


def _whole_metadata(answer: Answer) -> Answer:
    return whole(answer, "xml") if b"<metadata_gegevens" in answer.data[:_HEAD] else answer


def _is_xml(data: bytes) -> bool:
    return _XML_ROOT.search(data[:_HEAD]) is not None


def _is_html(data: bytes) -> bool:
    head = data[:_HEAD].lower()
    return b"<" in head and _HTML_ERROR.search(head) is None and (b"overheidop" in head or b'class="kamervraag' in data)


_IS: dict[str, Callable[[bytes], bool]] = {"xml": _is_xml, "html": _is_html, "pdf": lambda data: b"%PDF-" in data[:1024]}
