"""Sending: e-mail by SMTP, webhooks by signed POST; every address of a webhook is checked before it is called."""

import hashlib
import hmac
import ipaddress
import json
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, parseaddr
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

import httpx

from navraag.errors import ConfigurationError
from navraag.settings import Mail
from navraag.surfaces.alerts.letters import Letter

SECONDS = 20.0
Resolve = Callable[[str, int], list[str]]


class CannotSendError(Exception):
    """A message did not go out; ``again`` says whether trying later may help."""

    def __init__(self, why: str, *, again: bool) -> None:
        super().__init__(why)
        self.again = again


class Post(Protocol):
    """Where messages go out."""

    def check(self, url: str) -> None:
        """May this webhook be called? Raises CannotSendError."""

    def mail(self, to: str, letter: Letter, *, message_id: str, stop: str, taken: Callable[[], None]) -> None:
        """Send a letter; ``taken`` is called as soon as the server has it. Raises CannotSendError."""

    def hook(self, url: str, secret: str, payload: dict[str, Any], *, message_id: str) -> None:
        """Call a webhook. Raises CannotSendError."""


def addresses_of(host: str, port: int) -> list[str]:
    """The numbers of a host, as the machine's own resolver tells them."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(number: str) -> bool:
    """Is this the number of a host that anybody may reach? Numbers within numbers (IPv4 in IPv6) are looked into."""
    try:
        address = ipaddress.ip_address(number.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None or address.is_site_local:
            return inner is not None and is_public(str(inner))
    return address.is_global and not address.is_multicast and not address.is_reserved


@dataclass(frozen=True, kw_only=True)
class RealPost:
    """The post as it is: an SMTP server and the network."""

    mail_settings: Mail
    resolve: Resolve = addresses_of
    allowed: Callable[[str], bool] = field(default=is_public)

    def mail(self, to: str, letter: Letter, *, message_id: str, stop: str, taken: Callable[[], None]) -> None:
        """Send a letter; ``taken`` is called as soon as the server has it, before anything else can go wrong.

        Raises CannotSendError; a server that stalls is left after some seconds.
        """
        server = urlsplit(self.mail_settings.server)
        if server.scheme not in {"smtp", "smtps"} or not server.hostname or not self.mail_settings.sender:
            raise ConfigurationError("e-mail needs NAVRAAG_MAIL (smtp://host:port) and NAVRAAG_MAIL_FROM")
        message = letter_of(letter, to=to, sender=self.mail_settings.sender, message_id=message_id, stop=stop)
        try:
            secure = server.scheme == "smtps"
            port = server.port or (465 if secure else 25)
            opened = smtplib.SMTP_SSL(server.hostname, port, timeout=SECONDS, context=ssl.create_default_context()) if secure else smtplib.SMTP(server.hostname, port, timeout=SECONDS)
            with opened as connection:
                if server.username:
                    if not secure:
                        connection.starttls(context=ssl.create_default_context())
                    connection.login(unquote(server.username), unquote(server.password or ""))
                connection.send_message(message)
                taken()
        except smtplib.SMTPRecipientsRefused as error:
            code = next(iter(error.recipients.values()))[0]
            raise CannotSendError(f"the server refuses the address ({code})", again=code < 500) from error
        except smtplib.SMTPResponseException as error:
            raise CannotSendError(f"the server says {error.smtp_code}", again=error.smtp_code < 500 or error.smtp_code in {530, 535}) from error
        except (OSError, smtplib.SMTPException) as error:
            raise CannotSendError(f"the mail server cannot be reached: {error}", again=True) from error

    def check(self, url: str) -> None:
        """May this webhook be called? Raises CannotSendError."""
        pinned_address(url, self.resolve, self.allowed)

    def hook(self, url: str, secret: str, payload: dict[str, Any], *, message_id: str) -> None:
        """Call a webhook, signed. Raises CannotSendError; nothing within a private network is ever called."""
        body = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
        signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {"content-type": "application/json", "navraag-signature": f"sha256={signature}", "navraag-id": message_id, "user-agent": "Navraag alerts"}
        pinned, host = pinned_address(url, self.resolve, self.allowed)
        try:
            with httpx.Client(timeout=SECONDS, follow_redirects=False, trust_env=False) as client:
                answer = client.post(pinned, content=body, headers=headers | {"host": host}, extensions={"sni_hostname": host.rpartition(":")[0] or host})
        except httpx.HTTPError as error:
            raise CannotSendError(f"the webhook cannot be reached: {error}", again=True) from error
        if not answer.is_success:
            raise CannotSendError(f"the webhook answers {answer.status_code}", again=answer.status_code >= 500 or answer.status_code in {408, 425, 429})


def letter_of(letter: Letter, *, to: str, sender: str, message_id: str, stop: str) -> EmailMessage:
    """A letter as an e-mail; with ``stop`` a mail program can unsubscribe in one click (RFC 8058)."""
    name, address = parseaddr(sender)
    message = EmailMessage()
    message["From"] = formataddr((name or "Navraag", address))
    message["To"] = to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = f"<{message_id}@{address.rpartition('@')[2] or 'navraag.invalid'}>"
    message["Auto-Submitted"] = "auto-generated"
    if stop:
        message["List-Unsubscribe"] = f"<{stop}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.plain)
    message.add_alternative(letter.html, subtype="html")
    return message


def pinned_address(url: str, resolve: Resolve, allowed: Callable[[str], bool] = is_public) -> tuple[str, str]:
    """The address to call by number, and the host that it is called as: what was checked is what is called.

    Raises CannotSendError for anything but http(s) to a public address.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise CannotSendError("this is no address", again=False) from error
    if parts.scheme not in {"http", "https"} or not host or parts.username or parts.password or any(sign <= " " or sign == "\\" for sign in url):
        raise CannotSendError("a webhook is an http or https address without a name and password", again=False)
    try:
        found = resolve(host, port)
    except OSError as error:
        raise CannotSendError(f"the host of the webhook is not known: {error}", again=True) from error
    if not found or not all(map(allowed, found)):
        raise CannotSendError("a webhook must not lead into a private network", again=False)
    number = f"[{found[0]}]" if ":" in found[0] else found[0]
    shown = host if parts.port is None else f"{host}:{port}"
    return parts._replace(netloc=f"{number}:{port}").geturl(), shown
