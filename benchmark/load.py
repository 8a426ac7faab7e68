"""A small load generator: some connections that ask the next page as soon as the last one has come.

It runs as a process of its own on the same cores as the server, so its own cost is in the figures.
"""

import argparse
import asyncio
import json
import sys
import time
from pathlib import Path


class Client:
    """One keep-alive connection."""

    def __init__(self, port: int, paths: list[str], until: float) -> None:
        self.port, self.paths, self.until = port, paths, until
        self.times: list[float] = []
        self.failed = 0
        self.bytes = 0

    async def run(self, offset: int) -> None:
        """Ask page after page until the time is up."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        number = offset
        while time.perf_counter() < self.until:
            path = self.paths[number % len(self.paths)]
            number += 7
            begun = time.perf_counter()
            writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            length = next((int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")), 0)
            self.bytes += len(await reader.readexactly(length)) + len(head)
            self.times.append(time.perf_counter() - begun)
            self.failed += not head.startswith(b"HTTP/1.1 200")
        writer.close()


async def measure(port: int, paths: list[str], *, connections: int, seconds: float) -> dict[str, float]:
    """Requests a second and percentiles in milliseconds."""
    until = time.perf_counter() + seconds
    clients = [Client(port, paths, until) for _ in range(connections)]
    begun = time.perf_counter()
    await asyncio.gather(*(client.run(n * 101) for n, client in enumerate(clients)))
    spent = time.perf_counter() - begun
    times = sorted(t for client in clients for t in client.times)

    def percentile(share: float) -> float:
        return round(times[min(len(times) - 1, int(len(times) * share))] * 1000, 2)

    return {
        "requests": len(times), "per_second": round(len(times) / spent), "p50_ms": percentile(0.5), "p95_ms": percentile(0.95), "p99_ms": percentile(0.99),
        "failed": sum(client.failed for client in clients), "mean_kb": round(sum(client.bytes for client in clients) / max(len(times), 1) / 1024, 1),
    }


def main() -> None:
    """Read paths from a file, one a line, and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--paths", type=Path, required=True)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=10)
    arguments = parser.parse_args()
    paths = arguments.paths.read_text(encoding="utf-8").split()
    figures = asyncio.run(measure(arguments.port, paths, connections=arguments.connections, seconds=arguments.seconds))
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
