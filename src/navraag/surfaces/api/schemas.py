"""The shapes of answers as JSON Schema (2020-12): what OpenAPI publishes, and what the tests hold every answer to.

Every field that is named is always there; what is missing is null or an empty list. Fields may be added in version 1,
never taken away.
"""

from typing import Any, get_args

from navraag.records.found import FindingKind
from navraag.records.timeline import State
from navraag.surfaces.finding_shapes import SORTS

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}


def maybe(schema: Schema) -> Schema:
    """The schema, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def many(schema: Schema) -> Schema:
    """A list of such."""
    return {"type": "array", "items": schema}


def ref(name: str) -> Schema:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def thing(about: str, /, **fields: Schema) -> Schema:
    """An object with all these fields."""
    return {"type": "object", "description": about, "properties": fields, "required": list(fields)}


MAYBE_TEXT, MAYBE_DAY, MAYBE_WHOLE, MAYBE_FLAG = maybe(TEXT), maybe(DAY), maybe(WHOLE), maybe(FLAG)
TEXTS, WHOLES = many(TEXT), many(WHOLE)
_STATE: Schema = {"type": "string", "enum": list(get_args(State))}
_RESOLVED = {"person": MAYBE_TEXT, "organization": MAYBE_TEXT, "post": MAYBE_TEXT, "confidence": maybe(NUMBER), "candidates": TEXTS}
_ROLE = {"role": MAYBE_TEXT, "portfolio": MAYBE_TEXT}
_SOURCE = thing("A document behind a record.", sha256=TEXT, layout=TEXT, publication=MAYBE_TEXT, url=MAYBE_TEXT)
_PARAGRAPH: Schema = {"type": "object", "description": "A paragraph with its structure; keys that say nothing are left out.", "properties": {"kind": TEXT, "text": TEXT}, "required": ["kind", "text"]}
_WORDS = thing("Words with their note marks.", text=TEXT, footnotes=TEXTS, paragraphs=many(_PARAGRAPH))
_FOOTNOTE = thing("A note.", label=TEXT, text=TEXT, urls=TEXTS)
_QUESTION = thing("A numbered question as printed.", number=WHOLE, label=MAYBE_TEXT, heading=MAYBE_TEXT, text=TEXT, footnotes=TEXTS, paragraphs=many(_PARAGRAPH))
_ANSWER_FIELDS = {"numbers": WHOLES, "labels": TEXTS, "heading": MAYBE_TEXT, "text": TEXT, "footnotes": TEXTS, "see_also": WHOLES, "paragraphs": many(_PARAGRAPH)}
_PAIR_ANSWER = thing("An answer as one pair has it.", answer_set=TEXT, joint_with=WHOLES, **_ANSWER_FIELDS)
_SEE_ALSO = thing("Another appendix of the Handelingen.", session_year=TEXT, number=WHOLE)
_SPEAKER = thing("Who answered.", name=MAYBE_TEXT, **_ROLE, **_RESOLVED)
_PAIR_FIELDS = {"id": TEXT, "case": TEXT, "label": TEXT, "question": _QUESTION, "answers": many(_PAIR_ANSWER)}
_TIMELINE_FIELDS = {
    "state": _STATE, "today": DAY, "due_on": MAYBE_DAY, "extended_until": MAYBE_DAY, "notice_on": MAYBE_DAY, "notice_day": MAYBE_WHOLE,
    "notice_in_time": MAYBE_FLAG, "answered_on": MAYBE_DAY, "days_taken": MAYBE_WHOLE, "days_over_three": MAYBE_WHOLE,
    "days_over_six": MAYBE_WHOLE, "recess_days": MAYBE_WHOLE, "known_until": MAYBE_DAY,
}
_NOTICE = thing(
    "A delay notice, or a withdrawal.", id=TEXT, announced_on=MAYBE_DAY, announced_by=many(_SPEAKER), text=TEXT, reason=TEXT, publication=MAYBE_TEXT, sources=many(_SOURCE),
)
_ANSWER_SET = thing(
    "One answer paper.", id=TEXT, kind={"type": "string", "enum": ["first", "further", "correction"]}, title=MAYBE_TEXT, publication=MAYBE_TEXT,
    appendix_number=MAYBE_WHOLE, session_year=MAYBE_TEXT, received_on=MAYBE_DAY, answerers=many(_SPEAKER),
    on_behalf_of=many(thing("An office.", **_ROLE, **_RESOLVED)), preamble=maybe(_WORDS), answers=many(thing("An answer as printed.", **_ANSWER_FIELDS)),
    closing=maybe(_WORDS), footnotes=many(_FOOTNOTE), see_also=many(_SEE_ALSO), answers_cases=TEXTS, sources=many(_SOURCE),
)
_FINDING = thing(
    "Words that a rule found, and what they say; other fields by kind.", kind={"type": "string", "enum": list(get_args(FindingKind))}, quote=TEXT, rule=TEXT,
    where=thing("The place of the words.", pair=TEXT, part=TEXT, labels=TEXTS, paper=MAYBE_TEXT, note=MAYBE_TEXT, start=WHOLE, end=WHOLE),
)
_SNIPPET = many(thing("Some words; marked where the query found them.", text=TEXT, marked=FLAG))
_MEMBERSHIP: Schema = {"type": "object", "description": "A seat or a post (Popolo)."}

SCHEMAS: dict[str, Schema] = {
    "CaseLine": thing(
        "A case as lists show it.", number=TEXT, subject=TEXT, tabled_on=MAYBE_DAY, answered_on=MAYBE_DAY, due_on=MAYBE_DAY, state=_STATE, days=MAYBE_WHOLE,
        askers=TEXT, addressees=TEXT, questions=WHOLE, answered_questions=WHOLE, page=TEXT,
    ),
    "Case": thing(
        "A whole case.", number=TEXT, provisional=FLAG, chamber={"type": "string", "enum": ["tk", "ek"]}, oral=FLAG, subject=TEXT,
        subjects=many(thing("A spelling of the subject, and where it stands.", text=TEXT, where=TEXT)), session_year=MAYBE_TEXT, tabled_on=MAYBE_DAY,
        askers=many(thing("A member who asked.", name=MAYBE_TEXT, party=MAYBE_TEXT, **_RESOLVED)),
        addressees=many(thing("An office that was asked.", name=MAYBE_TEXT, **_ROLE, **_RESOLVED)), topics=TEXTS, closed=MAYBE_FLAG, former_numbers=TEXTS,
        questions=maybe(thing(
            "The question paper.", title=MAYBE_TEXT, publication=MAYBE_TEXT, preamble=maybe(_WORDS), questions=many(_QUESTION), closing=maybe(_WORDS),
            footnotes=many(_FOOTNOTE), sources=many(_SOURCE),
        )),
        answers=many(_ANSWER_SET), notices=many(_NOTICE), withdrawal=maybe(_NOTICE), pairs=many(thing("A question with its answers.", **_PAIR_FIELDS)),
        orphans=many(_PAIR_ANSWER), relations=many(thing("An edge to another case or publication.", kind=TEXT, target=TEXT)),
        versions=many(thing("An earlier printing that differs.", part=TEXT, printed_on=MAYBE_DAY, text=TEXT, source=_SOURCE)),
        problems=many(thing("A flaw of the documents.", code=TEXT, severity=TEXT, message=TEXT, where=TEXT)),
        timeline=thing("The clock.", **_TIMELINE_FIELDS),
        findings=maybe(thing("By kind; null where the case was not read for findings.", **{sort: many(_FINDING) for sort in dict.fromkeys(SORTS.values())})),
        page=TEXT, official_page=MAYBE_TEXT,
    ),
    "Timeline": thing("The clock of a case on a day.", number=TEXT, **_TIMELINE_FIELDS),
    "PairPage": thing("A question with its answers.", subject=TEXT, tabled_on=MAYBE_DAY, page=TEXT, question_footnotes=many(_FOOTNOTE), **_PAIR_FIELDS),
    "Hit": thing(
        "A pair that was found.", id=TEXT, case=TEXT, label=MAYBE_TEXT, subject=TEXT, tabled_on=MAYBE_DAY, answered_on=MAYBE_DAY, state=_STATE, askers=TEXT,
        addressees=TEXT, score=NUMBER, question=_SNIPPET, answer=_SNIPPET, page=TEXT,
    ),
    "Changes": thing(
        "Cases that changed, the first change first.",
        items=many(thing("A case that was written, or is gone.", number=TEXT, gone=FLAG, subject=MAYBE_TEXT, page=MAYBE_TEXT)), since=TEXT, more=FLAG,
    ),
    "PersonLine": thing("A person in a list.", id=TEXT, name=TEXT, cases=WHOLE, first=MAYBE_DAY, last=MAYBE_DAY, parts=TEXTS, page=TEXT),
    "GroupLine": thing("A party or ministry in a list.", id=TEXT, name=TEXT, cases=WHOLE, people=WHOLE, first=MAYBE_DAY, last=MAYBE_DAY, page=TEXT),
    "Person": thing("A person (Popolo).", id=TEXT, name=TEXT, family_name=TEXT, given_name=MAYBE_TEXT, additional_name=MAYBE_TEXT, initials=MAYBE_TEXT, birth_date=MAYBE_DAY,
        identifiers=many(thing("An id elsewhere.", scheme=TEXT, identifier=TEXT)), memberships=many(_MEMBERSHIP)),
    "Organization": thing("A party or ministry (Popolo).", id=TEXT, name=TEXT, classification=TEXT, other_names=many({"type": "object"}), memberships=many(_MEMBERSHIP)),
    "RegisterLine": {"type": "object", "description": "A line of a register.", "required": ["id", "case", "quote", "part", "said_on", "path"], "properties": {
        "id": TEXT, "case": TEXT, "quote": TEXT, "part": TEXT, "said_on": MAYBE_DAY, "path": TEXT, "questions": TEXT, "subject": TEXT, "askers": TEXT, "addressees": TEXT,
        "key": MAYBE_TEXT, "rule": TEXT, "time": MAYBE_TEXT, "earliest": MAYBE_DAY, "latest": MAYBE_DAY, "term": TEXT, "to_kamer": FLAG, "condition": MAYBE_TEXT,
    }},
    "Citing": thing("A case that cites the target.", case=TEXT, subject=TEXT, tabled_on=MAYBE_DAY, questions=TEXTS, part=TEXT, page=TEXT),
    "WaitingLine": {"type": "object", "description": "A case in a list of a day; the columns are those of its CSV."},
    "Statistics": {
        "type": "object", "description": "A table of figures.", "required": ["what", "from", "until", "as_of", "columns", "rows"],
        "properties": {"what": TEXT, "from": DAY, "until": DAY, "as_of": DAY, "columns": many(thing("A column.", name=TEXT, about=TEXT)), "rows": many({"type": "object"})},
    },
    "Problem": thing("What went wrong (RFC 9457).", type=TEXT, title=TEXT, status=WHOLE, detail=TEXT),
}


def answer_schema(shape: str, *, listed: bool) -> Schema:
    """The schema of a whole answer."""
    if not listed:
        return ref(shape)
    # "fields" leaves fields of the lines out, so that a list promises no more than objects with fields of these kinds.
    line = {"type": "object", "properties": SCHEMAS[shape].get("properties", {}), "description": SCHEMAS[shape]["description"]}
    return thing("One page.", items=many(line), total=WHOLE, next=MAYBE_TEXT)
