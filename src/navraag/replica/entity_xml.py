"""Entities as XML, as the SyncFeed embeds them and ``Entiteiten/<guid>`` gives them."""

import re

from navraag.replica.entities import Child, Entity, Ref, element_name, system_of

NAMESPACE = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_DANGEROUS = re.compile(r"[&<>]")
_PLAIN = f'xmlns:tk="{NAMESPACE}" xmlns="{NAMESPACE}" xmlns:xsi="{_INSTANCE}"'
_PREFIXED = f'xmlns:ns1="{NAMESPACE}" xmlns:xsi="{_INSTANCE}"'


def escaped(words: str) -> str:
    """Words safe between tags."""
    if _DANGEROUS.search(words):
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words


def _child(child: Child, prefix: str) -> str:
    name, value = child
    tag = prefix + name
    if value is None:
        return f'<{tag} xsi:nil="true"/>'
    if isinstance(value, tuple):
        return f"<{tag}>{''.join([_child(inner, prefix) for inner in value])}</{tag}>" if value else f"<{tag}/>"
    if type(value) is Ref:
        return f'<{tag} ref="{value}"/>'
    return f"<{tag}>{escaped(value)}</{tag}>"


def entity_xml(entity: Entity) -> str:
    """One entity: ``tk:`` attributes and a default namespace, or ``ns1:`` on everything where its system writes so."""
    prefixed = system_of(entity.category) == "vlos"
    mark, prefix, spaces = ("ns1", "ns1:", _PREFIXED) if prefixed else ("tk", "", _PLAIN)
    tag = prefix + element_name(entity.category)
    file = f' {mark}:contentType="{entity.content_type}" {mark}:contentLength="{entity.content_length}"' if entity.content_type else ""
    head = f'<{tag} {spaces} id="{entity.guid}" {mark}:bijgewerkt="{entity.stamp}" {mark}:verwijderd="{entity.deleted}"{file}'
    if not entity.children:
        return f"{head}/>"
    return f"{head}>{''.join([_child(child, prefix) for child in entity.children])}</{tag}>"
