"""A real SMTP server and a real webhook on loopback, that keep what they get."""

import contextlib
import email
import email.policy
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller


@dataclass
class Mailroom:
    """What came in, and how the server behaves: "" takes, "reject" refuses the address, "later" is busy, "vanish" hangs up in the middle."""

    address: str = ""
    behaves: str = ""
    letters: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802 - the library's name
        """Take an address, or not."""
        if self.behaves == "reject":
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the library's name
        """Take a letter, or not."""
        if self.behaves == "later":
            return "451 busy"
        if self.behaves == "vanish":
            server.transport.close()
            return "421 gone"
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


@contextlib.contextmanager
def mailroom() -> Iterator[Mailroom]:
    """The server, until the end of the ``with``."""
    room = Mailroom()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(room, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        room.address = f"smtp://127.0.0.1:{port}"
        yield room
    finally:
        controller.stop()


@dataclass
class Hook:
    """A webhook: what it got (headers, body), and the status that it answers."""

    url: str = ""
    status: int = 204
    calls: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@contextlib.contextmanager
def webhook() -> Iterator[Hook]:
    """The server, until the end of the ``with``."""
    hook = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            hook.calls.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(hook.status)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        hook.url = f"http://127.0.0.1:{server.server_port}/hook"
        yield hook
    finally:
        server.shutdown()
        server.server_close()
