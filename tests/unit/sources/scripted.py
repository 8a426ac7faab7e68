"""A server on loopback that answers as it is told, request by request."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """One answer; ``length`` is what Content-Length says where it is not the truth."""

    status: int = 200
    body: bytes = b"words"
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None


@dataclass
class Script:
    """What is answered, in turn (the last one for ever), and what was asked."""

    replies: list[Reply]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    url: str = ""

    def next(self) -> Reply:
        """The answer to this request."""
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def serving(*replies: Reply) -> Iterator[Script]:
    """A server that gives these answers."""
    script = Script(list(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            script.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            reply = script.next()
            self.send_response_only(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
            self.end_headers()
            self.wfile.write(reply.body)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def closed_port() -> str:
    """An address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return f"http://127.0.0.1:{listening.getsockname()[1]}"
