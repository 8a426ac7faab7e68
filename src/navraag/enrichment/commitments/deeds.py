"""What will be done: the future ("zal"), going to ("gaat … doen") and the present tense with a time ahead; whose act decides the kind."""

import re

from navraag.enrichment.commitments import acts
from navraag.enrichment.commitments.actors import Actor, find_actor
from navraag.enrichment.commitments.reading import Judged, Reading, clause_after, is_ahead
from navraag.enrichment.screening import in_low

_GLUED = r"(?:het|de|een|ik|wij|deze|dit|worden|ook|naar|in|er|hier|daar|uw)"  # line ends of PDF text may swallow the blank
_FUTURE = in_low(rf"(?:\b|(?<=[a-z]{{4}}))(?:zal|zullen)(?=\b|{_GLUED})|\bzullen(?=[a-z]{{4}})")
_GOING = in_low(
    r"(?<!\bte )(?<!\bkan )(?<!\bkunnen )(?<!\bmoeten )(?<!\bmogen )(?<!\bwillen )(?<!\blaten )(?<!\bsamen )(?<!\bzou )\b(?:ga|gaat|gaan)\b"
    r"(?! (?:(?:ik|het kabinet|wij|we|hier|er|daar|dit|het|niet|wel|hierbij|daarbij|dan|hierin|daarin) ){0,3}(?:om|over|in op|niet in|niet over|ervan|vanuit|uit|gepaard|goed|mis|hand in hand)\b)"
    r"(?! (?:\w{1,30} ){0,6}(?:ervan uit|uit van|vanuit)\b)(?! (?:\w{1,30} ){0,4}om \d)",
)
_INFINITIVE = in_low(r"\b\w{3,30}en\b|\b(?:doen|zien|staan|gaan|open|gelden)\b")
_TALKS = in_low(r"\b(?:in (?:gesprek|overleg)|het gesprek aan|na (?:of|hoe|welke|wat|in hoeverre))\b")
_JOINT = in_low(r"\b(?:samen|gezamenlijk|in samenwerking) met\b")
_KEEPS = in_low(r"\bblijven\b")
_HELD = in_low(r"\b(?:heb|heeft|hebben|had|hadden|werd|werden|was|waren|kan|kunnen|moet|moeten|mag|mogen|te|zijn|is)\b[^,]{0,90}$")
_PAST = in_low(r"\b(?:heb|heeft|hebben|had|werd|werden|geen)\b|\bniet")
_OWN_ANSWER = in_low(r"(?:^|, )(?:de|het|een|mijn|deze) (?:kabinetsreactie|beleidsreactie|kamerbrief|\w{0,20}brief|voortgangsrapportage|nota van wijziging)\b[^,;]{0,70}$")
_OWN_PAPER = in_low(r"\b(?:in|bij|met) (?:de|het) (?:\w{1,20} )?(?:voorjaarsnota|najaarsnota|miljoenennota|\w{0,20}begroting|\w{0,20}kamerbrief|voortgangs\w{4,12}|beleidsbrief|\w{0,20}agenda van het kabinet)\b")
_OWN_PRESENT = in_low(
    r"\b(?:breng|brengt|treed|treedt|voer|voert|vraag|vraagt|laat|roep|roept|spreek|spreekt|overleg|overlegt|bezoek|bezoekt|onderzoek|onderzoekt|verken|verkent|werk|werkt|stel|stelt|start|neem|neemt|bekijk|bekijkt|bezie|beziet|inventariseer)\b",
)
_SOON = in_low(r"\b(?:binnenkort|op (?:zeer )?korte termijn|zo (?:spoedig|snel) mogelijk|spoedig|(?:de )?komende (?:tijd|periode|weken|maanden)|nader)\b")
_CONTENT = in_low(r"\b(?:of|dat|hoe|welke|wat|waar\w{0,6}|in hoeverre)\b")  # what is looked into, no more what is done
GOVERNMENT = frozenset({"minister", "own_ministry", "cabinet"})
_MOST_VERBS = 12  # a sentence that says "zal" more often is a list; its first verbs tell what it is


def passive_kind(reading: Reading, clause: str) -> Judged | None:
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


def _own_act(reading: Reading, actor: Actor, rule: str) -> Judged:
    joint = actor == "cabinet" and not reading.to_kamer and _JOINT.search(reading.words)
    return ("announced_action", f"{rule}-joint", actor) if joint else ("commitment", rule, actor)


def _others_act(reading: Reading, actor: Actor, clause: str) -> Judged | None:
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


def future(reading: Reading) -> Judged | None:
    """The best of what "zal" and "zullen" say: an undertaking wins."""
    if not reading.has("zal", "zullen"):
        return None
    best: Judged | None = None
    for number, verb in enumerate(_FUTURE.finditer(reading.words)):
        found = _future_of(reading, verb, clause_after(reading.words, verb.end()))
        if found and (best is None or found[0] == "commitment"):
            best = found
        if number >= _MOST_VERBS or (best and best[0] == "commitment"):
            break
    return best


def _future_of(reading: Reading, verb: re.Match[str], clause: str) -> Judged | None:
    if acts.DENIES.match(reading.words[verb.start() : verb.end() + len(clause)]):
        return None
    actor = find_actor(reading.words, verb.start(), verb.end())
    if _KEEPS.search(clause) and not (reading.to_kamer and reading.dated):
        return ("ongoing", "continue", actor) if actor in GOVERNMENT else None
    if actor in GOVERNMENT:
        own = _CONTENT.split(clause, maxsplit=1)[0]
        return None if acts.STATE.match(own) and not reading.to_kamer else _own_act(reading, actor, "future")
    if acts.PASSIVE.search(clause):
        return passive_kind(reading, clause)
    return _others_act(reading, actor, clause)


def going(reading: Reading) -> Judged | None:
    """"Ik ga … doen", "ik ga in gesprek met …"."""
    if not reading.has("ga ", "gaat ", "gaan "):
        return None
    for number, verb in enumerate(_GOING.finditer(reading.words)):
        clause = clause_after(reading.words, verb.end())
        if number >= _MOST_VERBS:
            break
        if acts.DENIES.match(reading.words[verb.start() : verb.end() + len(clause)]) or not (_INFINITIVE.search(clause) or _TALKS.search(clause)):
            continue
        actor = find_actor(reading.words, verb.start(), verb.end())
        if actor in GOVERNMENT:
            return _own_act(reading, actor, "going")
        if reading.times and _INFINITIVE.search(clause):
            return "announced_action", "going", actor
    return None


def present(reading: Reading) -> Judged | None:
    """A present tense with a time ahead."""
    if not reading.dated:
        return _soon(reading)
    for number, verb in enumerate(acts.PRESENT.finditer(reading.words)):
        if found := _present_of(reading, verb):
            return found
        if number >= _MOST_VERBS:
            break
    return None


def _soon(reading: Reading) -> Judged | None:
    """No date, but soon: "volgt later", and what the government itself does before long."""
    if acts.SOON.search(reading.words):
        return "announced_action", "soon", "third_party"
    for number, verb in enumerate(_OWN_PRESENT.finditer(reading.words) if _SOON.search(reading.words) else ()):
        clause = clause_after(reading.words, verb.end())
        if number >= _MOST_VERBS:
            break
        if find_actor(reading.words, verb.start(), verb.end()) == "minister" and _SOON.search(clause) and not _PAST.search(clause):
            return "commitment", "own-soon", "minister"
    return None


def _present_of(reading: Reading, verb: re.Match[str]) -> Judged | None:
    clause = clause_after(reading.words, verb.end())
    before = reading.words[max(0, verb.start() - 90) : verb.start()]
    near = before + clause
    if _HELD.search(before) or _PAST.search(near) or not any(time.words in near for time in reading.times if is_ahead(time, reading.anchor)):
        return None
    if acts.PASSIVE.fullmatch(verb[0]):
        if _OWN_PAPER.search(near):
            return "commitment", "own-paper", "cabinet"
        return passive_kind(reading, clause) if acts.PARTICIPLE.search(clause) else ("announced_action", "becomes", "third_party")
    if _OWN_ANSWER.search(before):
        return "commitment", "own-paper", "cabinet"
    actor = find_actor(reading.words, verb.start(), verb.end())
    return _own_act(reading, actor, "present") if actor in GOVERNMENT else ("announced_action", "present", actor)
