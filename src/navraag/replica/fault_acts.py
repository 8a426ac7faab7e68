"""What a client meets when a fault strikes: answers that are wrong, late, broken off or absent."""

import asyncio
import contextlib
import socket
import struct
import time
from collections.abc import Awaitable, Callable
from email.utils import formatdate
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from navraag.replica.faults import Fault, Switchboard

FAULT = "navraag.replica.fault"
"""The key of a request's scope under which a service finds the fault that it must act out itself."""
_HTML = b"<!DOCTYPE html><html><head><title>%b</title></head><body><center><h1>%b</h1></center><hr><center>nginx</center></body></html>"
_WORDED = {
    "/SyncFeed": (b"application/xml", b"<Error><Message>An error has occurred.</Message></Error>"),
    "/OData": (b"application/json", b'{"error":{"code":"","message":"An error has occurred."}}'),
}
_STATUS = {"429": b"429 Too Many Requests", "503": b"503 Service Unavailable", "403": b"403 Forbidden", "504": b"504 Gateway Time-out"}
_PIECES = 20


class Answer:
    """An answer that is kept back until it is known what becomes of it."""

    def __init__(self) -> None:
        self.start: Message = {}
        self.body = b""

    async def keep(self, message: Message) -> None:
        """Keep one message of the service."""
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.body += message.get("body", b"")

    def raw(self, length: int) -> bytes:
        """The head as it stands on the wire, with a length of our choice."""
        headers = [(k, v) for k, v in self.start["headers"] if k.lower() != b"content-length"]
        lines = [b"HTTP/1.1 %d OK" % self.start["status"], *(k + b": " + v for k, v in headers), b"content-length: %d" % length]
        return b"\r\n".join(lines) + b"\r\n\r\n"


class Faulty:
    """Stands before the services: counts what is asked, and acts out the faults."""

    def __init__(self, app: ASGIApp, board: Switchboard, count: Callable[[str], None]) -> None:
        self.app, self.board, self.count = app, board, count
        self._acts: dict[str, Callable[[Fault, Scope, Receive, Send], Awaitable[None]]] = {
            "latency": self._late, "500": self._error, "429": self._refused, "503": self._refused, "403": self._refused, "504": self._refused,
            "reset": self._reset, "truncated": self._broken, "wrong_length": self._broken, "stuck": self._broken, "drip": self._dripping,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"].startswith("/_replica"):
            return await self.app(scope, receive, send)
        self.count(scope["path"])
        fault = self.board.draw(scope["path"])
        dated = self._dated(send)
        if fault is None:
            return await self.app(scope, receive, dated)
        if fault.kind in self._acts:
            return await self._acts[fault.kind](fault, scope, receive, send)
        scope[FAULT] = fault.kind
        return await self.app(scope, receive, dated)

    def _dated(self, send: Send) -> Send:
        async def with_date(message: Message) -> None:
            if message["type"] == "http.response.start":
                stamp = formatdate(time.time() + self.board.skew, usegmt=True).encode()
                message["headers"] = [*message["headers"], (b"date", stamp)]
            await send(message)

        return with_date

    async def _late(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(fault.seconds)
        await self.app(scope, receive, self._dated(send))

    async def _error(self, fault: Fault, scope: Scope, _receive: Receive, send: Send) -> None:
        await asyncio.sleep(fault.seconds)
        kind, body = next((told for path, told in _WORDED.items() if scope["path"].startswith(path)), (b"text/html", _HTML % ((b"500 Internal Server Error",) * 2)))
        await _send(send, 500, [(b"content-type", kind)], body)

    async def _refused(self, fault: Fault, _scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"text/html")]
        if fault.kind == "429":
            headers.append((b"retry-after", str(max(0, round(fault.seconds))).encode()))
        await _send(send, int(fault.kind), headers, _HTML % ((_STATUS[fault.kind],) * 2))

    async def _reset(self, _fault: Fault, _scope: Scope, receive: Receive, send: Send) -> None:
        wire = _wire(send)
        # Linger of zero seconds: the peer sees a reset, not an orderly end.
        wire.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        wire.abort()
        await _until_gone(receive, 1)

    async def _broken(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        answer = Answer()
        await self.app(scope, receive, answer.keep)
        half = answer.body[:len(answer.body) // 2]
        wire = _wire(send)
        wire.write(answer.raw(len(half) if fault.kind == "wrong_length" else max(1, len(answer.body))))
        wire.write(answer.body if fault.kind == "wrong_length" else half)
        if fault.kind == "stuck":
            await _until_gone(receive, fault.seconds)
        wire.close()
        await _until_gone(receive, 1)

    async def _dripping(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        answer = Answer()
        await self.app(scope, receive, answer.keep)
        await send(answer.start)
        size = max(1, -(-len(answer.body) // _PIECES))
        for at in range(0, len(answer.body), size):
            await send({"type": "http.response.body", "body": answer.body[at:at + size], "more_body": True})
            await asyncio.sleep(fault.seconds / _PIECES)
        await send({"type": "http.response.body", "body": b""})


async def _send(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})


def _wire(send: Send) -> Any:
    """The connection below the server: what is broken must be broken there, since the server itself keeps to the rules."""
    return send.__self__.transport  # type: ignore[attr-defined]


async def _until_gone(receive: Receive, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
