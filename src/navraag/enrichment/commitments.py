"""Undertakings, intentions, announcements, expectations and what goes on: sentence by sentence, never mixed.

Rules: reference/domain.md, sections 2.3 to 2.5. A sentence is a candidate when it looks ahead; a hedge decides first
(expectation, intention), then whose act its verb is (actors.py): the government's own act is a commitment, anybody else's an
announced action; a rule, a forecast, a report or the order of the answers is nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navraag.enrichment import acts
from navraag.enrichment.actors import Actor, find_actor
from navraag.enrichment.blanks import respaced
from navraag.enrichment.moments.find import TimeExpression, find_moments
from navraag.enrichment.sentences import Sentence, sentences
from navraag.records.findings import ActorKind, Commitment, CommitmentKind

VERSION = "2"
_I = re.IGNORECASE
_GLUED = r"(?:het|de|een|ik|wij|deze|dit|worden|ook|naar|in|er|hier|daar|uw)"  # line ends of PDF text may swallow the blank
_FUTURE = re.compile(rf"(?:\b|(?<=[a-z]{{4}}))(?:zal|zullen)(?=\b|{_GLUED})|\bzullen(?=[a-z]{{4}})", _I)
_GOING = re.compile(
    r"(?<!\bte )(?<!\bkan )(?<!\bkunnen )(?<!\bmoeten )(?<!\bmogen )(?<!\bwillen )(?<!\blaten )(?<!\bsamen )(?<!\bzou )\b(?:ga|gaat|gaan)\b(?! (?:(?:ik|het kabinet|wij|we|hier|er|daar|dit|het|niet|wel|hierbij|daarbij|dan|hierin|daarin) ){0,3}"
    r"(?:om|over|in op|niet in|niet over|ervan|vanuit|uit|gepaard|goed|mis|hand in hand)\b)(?! (?:\w+ ){0,6}(?:ervan uit|uit van|vanuit)\b)", _I,
)
_INFINITIVE = re.compile(r"\b\w{3,30}en\b|\b(?:doen|zien|staan|gaan|open|gelden)\b", _I)
_EXPECTING = re.compile(r"\bnaar verwachting\b|\bverwachting is\b|\bverwacht(?:en)?\b(?! (?:wordt|kan|mag))|\bis de verwachting\b", _I)
_EXPECTS_OTHERS = re.compile(r"\bword(?:t|en) (?:\w+ ){0,3}verwacht\b|\b(?:verwachten|verwacht) (?:mag|mogen)\b|\bverwacht van\b|\bkan worden verwacht\b", _I)
_GOVERNMENT_WORDS = r"(?:ik|wij|we|(?:het|dit) ?kabinet|mijn (?:ministerie|departement)|(?:het )?ministerie(?: van \S+(?: \S+)?)?|de regering|nederland|het rijk)"
_STRIVES = r"(?:streef|streeft|streven|beoog|beoogt|beogen)\b[^,]{0,40}\b(?:ernaar|er naar|om|te)\b"  # "streven naar X" alone is a goal
_INTENDING = re.compile(
    rf"\b{_GOVERNMENT_WORDS} (?:\w+ ){{0,2}}{_STRIVES}|\b(?:streef|streeft|streven|beoog|beoogt|beogen) {_GOVERNMENT_WORDS}\b[^,]{{0,40}}\b(?:ernaar|er naar|om|te)\b"
    r"|\b(?:streef|streven) (?:ernaar|er ?naar)\b|\b(?:het|mijn|ons) (?:streven|voornemen) is\b|\bis (?:\w+ ){0,3}(?:het|mijn) (?:streven|voornemen)\b|\b(?:ben|is|zijn) (?:\w+ ){0,4}(?:voornemens|van plan)\b"
    r"|\bvoornemens (?:ben|is|zijn) (?:ik|het|wij)\b|\b(?:is|zijn|wordt|worden|staat|staan) (?:\w+ ){0,4}(?:beoogd|voorzien (?:voor|in|op|eind|begin|medio)|gepland)\b|\bzie ik mij genoodzaakt om\b"
    r"|\b(?:mijn|de|onze) ?inzet is (?:om )?(?=.{0,80}\b(?:uiterlijk|voor|in|per|eind|begin)\b)", _I,
)
_WANTING = re.compile(r"\b(?:ik wil|wil ik|willen (?:we|wij)|(?:we|wij) willen|nederland wil|wil nederland|kabinet wil|wil het kabinet)\b", _I)
_SAYING = re.compile(
    r"\b(?:benadruk\w*|opmerk\w*|wijzen|wijs|vooropstel\w*|stil ?staan|onderstrep\w*|aangeven|ingaan|herhalen|toelichten|verwijzen|zeggen|melden|noemen|voorkomen|waarborgen|borgen|bevorderen|in staat stellen"
    r"|tegengaan|bereiken|beperken tot|zorgen dat|vermijden|uitspreken|danken|hechten|niet)\b", _I,
)
_READY = re.compile(r"\b(?:ik|wij) (?:ben|zijn) (?:\w+ ){0,3}bereid(?: om)?\b(?=.{0,200}\bte\b)|\b(?:ben ik|zijn wij) (?:\w+ ){0,3}bereid(?: om)?\b(?=.{0,200}\bte\b)|\bzeg ik (?:\w+ ){0,3}toe\b|\bik zeg (?:\w+ ){0,3}toe\b", _I)
_DELIVERABLE = re.compile(
    r"\b(?:onderzoek\w*|resultaten|rapport\w*|advies|adviezen|\w*wetsvoorstel|brief|plannen|plan|evaluatie|monitor|informatie|consultatie|besluit\w*|afrond\w*|afgerond|gereed|aanbied\w*|aangeboden"
    r"|toe(?:zend|stu)\w*|presente\w*|publice\w*|gepubliceerd|opgelever\w*|oplever\w*|starten|start|inwerking\w*|ingediend|indienen|informeren|geïnformeerd|ontvangen|beschikbaar|regeling)\b", _I,
)
_KAMER = r"(?:uw ?Kamer|de (?:Tweede |Eerste )?Kamer|beide Kamers|(?:Eerste|Tweede) Kamer)"
_TELLS = r"(?:\w*informe\w*|geïnformeerd|(?:toe|ver|op|door)?(?:ge)?(?:zend\w*|zond\w*|zonden|stu\w+)|toekomen|deel|delen|gedeeld|aan ?bied\w*|aangeboden|bericht\w*|(?:op de )?hoogte|terugkom\w*|terug|voorgelegd|voorleggen|ontvang\w*|gemeld|melden|verzonden|verzenden|beantwoorden|rapporteren)"
_TO_KAMER = re.compile(rf"\b{_KAMER}\b.{{0,200}}\b{_TELLS}\b|\b{_TELLS}\b.{{0,80}}\b{_KAMER}\b|\bu\b.{{0,120}}\b(?:informe\w*|geïnformeerd|toe\w*|gestuurd|sturen|hoogte|ontvang\w*|aanbied\w*|zenden|bericht|berichten)\b|\binformeer u\b", _I)
_PROMISED = re.compile(r"\b(?:zoals|conform|reeds)\b[^,]{0,80}\b(?:toegezegde?|aangegeven|aangekondigde?|gemeld)\b", _I)
_JOINT = re.compile(r"\b(?:samen|gezamenlijk|in samenwerking) met\b", _I)
_QUOTED = re.compile(r"[«“\"„][^»”\"«“„]{0,1000}[»”\"]")
_INSERTED = re.compile(r"\([^()]{0,300}\)|\s[–—]\s[^–—]{1,200}\s[–—]\s|(?<=\d),(?= ?\d)|(?<=\d) en (?=(?:vraag )?\d)")
_NO_PLANS = re.compile(r"\b(?:geen|niet) (?:\w+ ){0,2}(?:voornemens|plannen|van plan)\b", _I)
_YEAR_OF_SCHOOL = re.compile(r"(?:studie|school|college|begrotings)jaar", _I)
_CLAUSE_END = re.compile(r"[;:]|,\s(?:die|dat|waar\w+|zodat|om|terwijl|hoewel|wat|maar)\b|\b(?:zodat|waarbij|die|hoe)\s", _I)
_TRIGGER = re.compile(
    r"(?:zal|zullen)\b|\bzullen|\b(?:zal|zullen|ga|gaat|gaan|streef|streeft|streven|beoog\w*|voornemen\w*|verwacht\w*|voorzien|gepland|van plan|wil|willen|bereid|toe|inzet|genoodzaakt|moment\w*|blijf|blijft|blijven|gesprek|bezig|verkend|gewerkt)\b"
    r"|\b20[2-9]\d\b|\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|voorjaar\w*|najaar\w*|zomer\w*|winter|kerst\w*|kwartaal|halfjaar|binnenkort|spoedig|"
    r"\w*reces|prinsjesdag|jaarwisseling|komende?|volgende?|later|jaar|week|weken|maand|maanden|geïnformeerd)\b", _I,
)
_AHEAD = frozenset({"in", "by", "from", "after", "vague"})
_POINTS_BACK = re.compile(r"^(?:Daar|Dan|Daarbij|Daarin|Tijdens dit \w+|Tijdens dat \w+)\b")
_LOCAL = re.compile(r"\bin (?:19|20)\d\d\b", _I)
_ACTORS: dict[Actor, ActorKind | None] = {
    "minister": "minister", "own_ministry": "own_ministry", "cabinet": "cabinet", "rule": None, "generic": None, "third_party": "third_party",
}
_GOVERNMENT = frozenset({"minister", "own_ministry", "cabinet"})
_Found = tuple[CommitmentKind, str, Actor]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A sentence without its quotations, with its times that lie ahead."""

    words: str
    times: tuple[TimeExpression, ...]
    anchor: date
    to_kamer: bool

    @property
    def dated(self) -> bool:
        """Does a time lie ahead?"""
        return any(_is_ahead(time, self.anchor) for time in self.times)


def _is_ahead(time: TimeExpression, anchor: date) -> bool:
    moment = time.moment
    if moment.kind == "vague":
        return False
    return (moment.earliest is not None and moment.earliest > anchor) or (moment.latest is not None and moment.latest > anchor)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _read(sentence: Sentence, text: str, anchor: date) -> _Reading:
    said = _QUOTED.sub(_blank, respaced(sentence.words, text))
    words = _INSERTED.sub(_blank, said)
    times = tuple(time for time in find_moments(said, anchor) if time.moment.kind in _AHEAD)
    return _Reading(words=words, times=times, anchor=anchor, to_kamer=bool(_TO_KAMER.search(words)))


def _clause(words: str, verb: re.Match[str]) -> str:
    """What follows a verb in its own clause."""
    rest = words[verb.end() : verb.end() + 400]
    end = _CLAUSE_END.search(rest)
    return rest[: end.start()] if end else rest


def _expects(reading: _Reading) -> _Found | None:
    words = reading.words
    match = _EXPECTING.search(words)
    if match is None or _EXPECTS_OTHERS.search(words):
        return None
    ahead = reading.dated or bool(reading.times)
    if not ahead and not (_FUTURE.search(words) and _DELIVERABLE.search(words)):
        return None
    return "expectation", "expect", "third_party"


def _intends(reading: _Reading) -> _Found | None:
    words = reading.words
    if _NO_PLANS.search(words):
        return None
    if (match := _INTENDING.search(words)) and not re.search(r"\bblijf(?:t)?\b[^,]{0,30}$", words[: match.end()]):
        return "intention", "intend", "minister"
    match = _WANTING.search(words)
    if match and not _SAYING.search(words, match.end(), match.end() + 90):
        return "intention", "want", "minister"
    return None


def _passive_kind(reading: _Reading, clause: str) -> _Found | None:
    """A passive names no actor: with the Kamer, or a verb of government, it is the government's; else it only happens."""
    others = acts.BY_OTHERS.search(clause)
    if acts.NEEDS.search(clause):
        return None
    if reading.to_kamer and not others:
        return "commitment", "passive-kamer", "own_ministry"
    if acts.ENFORCES.search(clause):
        return None
    if acts.ACT_PASSIVE.search(clause) and not others:
        return ("commitment", "passive-act", "own_ministry") if not acts.CONDITION.match(reading.words) else None
    if reading.dated or (acts.DELIVERY.search(clause) and not _JOINT.search(clause)):
        return "announced_action", "passive", "third_party"
    return None


def _own_act(reading: _Reading, actor: Actor, rule: str) -> _Found:
    joint = _JOINT.search(reading.words) and actor == "cabinet" and not reading.to_kamer
    return ("announced_action", f"{rule}-joint", actor) if joint else ("commitment", rule, actor)


def _others_act(reading: _Reading, actor: Actor, clause: str) -> _Found | None:
    """What a rule, somebody unnamed or a third party will do."""
    if acts.PUBLISHES.search(clause) and acts.OUTCOME.search(reading.words[:80]) and not _JOINT.search(clause):
        return "commitment", "outcome", "own_ministry"
    if actor == "rule":
        return ("announced_action", "enters", actor) if reading.dated and acts.ENTERS.search(clause) else None
    if reading.dated and (acts.DELIVERY.search(clause) or acts.COMPLETES.search(reading.words) or not acts.STATE.match(clause)):
        return "announced_action", "future", actor
    if acts.STATE.match(clause) or actor == "generic":
        return None
    return ("announced_action", "future", actor) if acts.DELIVERY.search(clause) else None


def _future(reading: _Reading) -> _Found | None:
    best: _Found | None = None
    for verb in _FUTURE.finditer(reading.words):
        clause = _clause(reading.words, verb)
        found = _future_of(reading, verb, clause)
        if found and (best is None or found[0] == "commitment"):
            best = found
        if best and best[0] == "commitment":
            break
    return best


def _future_of(reading: _Reading, verb: re.Match[str], clause: str) -> _Found | None:
    if acts.DENIES.match(reading.words[verb.start() : verb.end() + len(clause)]):
        return None
    actor = find_actor(reading.words, verb.start(), verb.end())
    if re.search(r"\bblijven\b", clause) and not (reading.to_kamer and reading.dated):
        return ("ongoing", "continue", actor) if actor in _GOVERNMENT else None
    if actor in _GOVERNMENT:
        return None if acts.STATE.match(clause) and not reading.to_kamer else _own_act(reading, actor, "future")
    if acts.PASSIVE.search(clause):
        return _passive_kind(reading, clause)
    return _others_act(reading, actor, clause)


def _going(reading: _Reading) -> _Found | None:
    for verb in _GOING.finditer(reading.words):
        clause = _clause(reading.words, verb)
        if not _INFINITIVE.search(clause) or acts.DENIES.match(reading.words[verb.start() : verb.end() + len(clause)]):
            continue
        actor = find_actor(reading.words, verb.start(), verb.end())
        if actor in _GOVERNMENT:
            return _own_act(reading, actor, "going")
        if reading.times and any(time.moment.kind != "past" for time in reading.times):
            return "announced_action", "going", actor
    return None


def _present(reading: _Reading) -> _Found | None:
    words = reading.words
    if re.search(r"\bword(?:t|en|t u)\b.{0,160}\b(?:geïnformeerd|toegezonden|toegestuurd|aangeboden|bericht)\b", words, _I) and reading.to_kamer:
        return "commitment", "passive-kamer", "own_ministry"
    if not reading.dated:
        return ("announced_action", "soon", "third_party") if acts.SOON.search(words) else None
    for verb in acts.PRESENT.finditer(words):
        if found := _present_of(reading, verb):
            return found
    return None


def _present_of(reading: _Reading, verb: re.Match[str]) -> _Found | None:
    clause = _clause(reading.words, verb)
    near = reading.words[max(0, verb.start() - 90) : verb.start()] + clause
    if re.search(r"\b(?:heb|heeft|hebben|had|hadden|werd|werden|was|waren|kan|kunnen|moet|moeten|mag|te|zijn|is)\b[^,]{0,90}$", reading.words[max(0, verb.start() - 90) : verb.start()], _I):
        return None
    if re.search(r"\b(?:heb|heeft|hebben|had|werd|werden|niet|geen)\b", near, _I) or not any(time.words in near for time in reading.times if _is_ahead(time, reading.anchor)):
        return None
    if acts.PASSIVE.fullmatch(verb[0]):
        return _passive_kind(reading, clause) if acts.PARTICIPLE.search(clause) else ("announced_action", "becomes", "third_party")
    actor = find_actor(reading.words, verb.start(), verb.end())
    return _own_act(reading, actor, "present") if actor in _GOVERNMENT else ("announced_action", "present", actor)


def _ready(reading: _Reading) -> _Found | None:
    if not _READY.search(reading.words):
        return None
    return ("intention", "ready-if", "minister") if acts.CONDITION.search(reading.words) else ("commitment", "ready", "minister")


def _classify(sentence: Sentence, reading: _Reading) -> _Found | None:
    words = reading.words
    if sentence.asks or acts.PROCEDURE.search(words) or acts.LAW.search(words):
        return None
    if acts.REPORTS.search(words) and not _PROMISED.match(words):
        return None
    if hedged := _expects(reading) or _intends(reading):
        return None if acts.UNREAL.search(words) else hedged
    for rule in (_ready, _future, _going, _present):
        if found := rule(reading):
            return None if acts.UNREAL.search(words) else found
    return ("ongoing", "ongoing", "minister") if acts.ONGOING.search(words) else None


def _due(reading: _Reading) -> TimeExpression | None:
    """The time that the act has: the first that lies ahead; a school year only where no other is named."""
    ranked = sorted(reading.times, key=lambda time: (not _is_ahead(time, reading.anchor), bool(_YEAR_OF_SCHOOL.search(time.words))))
    return ranked[0] if ranked else None


def _condition(words: str) -> str | None:
    match = acts.CONDITION.search(words)
    return match[0].strip() if match else None


def find_commitments(text: str, anchor: date) -> Iterator[Commitment]:
    """The sentences of an answer or notice that say what will be done, read on the day ``anchor``; each sentence once."""
    seen: set[str] = set()
    last: TimeExpression | None = None
    for sentence in sentences(text):
        if not _TRIGGER.search(sentence.words):
            continue
        reading = _read(sentence, text, anchor)
        found = _classify(sentence, reading)
        if found is None or sentence.words in seen:
            continue
        seen.add(sentence.words)
        own = _due(reading)
        inherited = own is None and last is not None and bool(_POINTS_BACK.match(sentence.words))
        time = last if inherited else own
        last = time
        yield _commitment(sentence, reading, found, (time, inherited))


def _commitment(sentence: Sentence, reading: _Reading, found: _Found, when: tuple[TimeExpression | None, bool]) -> Commitment:
    kind, rule, actor = found
    time, inherited = when
    return Commitment(
        quote=sentence.words, start=sentence.start, end=sentence.end, kind=kind, rule=rule, to_kamer=reading.to_kamer, actor=_ACTORS[actor],
        time=time.words if time else None, moment=time.moment if time else None, condition=_condition(reading.words), inherited=inherited,
    )
