"""A real client session with the MCP server: thirty calls, every quoted text checked."""

import asyncio
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

mcp = pytest.importorskip("mcp", reason="only ./dev test --all installs it")

pytestmark = pytest.mark.slow
COMMAND = "import sys; from navraag.surfaces.cli.main import main; sys.exit(main())"


def session(home: Path, steps: Any) -> Any:
    """Runs steps with a client of a server that is a process of its own, over standard input and output."""

    async def run() -> Any:
        server = mcp.StdioServerParameters(command=sys.executable, args=["-c", COMMAND, "mcp", "--home", str(home)], env=dict(os.environ))
        async with mcp.stdio_client(server) as (read, write), mcp.ClientSession(read, write) as client:
            await client.initialize()
            return await steps(client)

    return asyncio.run(run())


async def call(client: Any, tool: str, **arguments: Any) -> Any:
    """The answer of a tool as data; a refusal as its words."""
    result = await client.call_tool(tool, arguments)
    words = "".join(part.text for part in result.content)
    return words if result.is_error else json.loads(words)


def test_a_session_of_thirty_calls(country_home: Path) -> None:
    """What is found is read, and what is read is true to the letter."""

    async def steps(client: Any) -> int:
        calls = 2
        tools = {tool.name for tool in (await client.list_tools()).tools}
        assert tools == {"search_pairs", "get_case", "get_pair", "verify_quote", "promises", "data_gaps", "overdue", "member", "statistics"}
        found = await call(client, "search_pairs", query="veerdienst", limit=5)
        assert found["items"]
        quoted = []
        for hit in found["items"]:
            pair = await call(client, "get_pair", pair=hit["id"])
            quoted += pair["texts"]
            calls += 1
        for one in quoted[:10]:
            place = one["locator"]
            assert one["sha256"] == hashlib.sha256(one["text"].encode()).hexdigest()
            checked = await call(client, "verify_quote", pair=place["pair"], part=place["part"], words=one["text"], start=place["start"])
            wrong = await call(client, "verify_quote", pair=place["pair"], part=place["part"], words=one["text"] + "!")
            assert (checked["verified"], wrong["verified"]) == (True, False)
            calls += 2
        case = await call(client, "get_case", number=found["items"][0]["case"])
        assert found["items"][0]["id"] in case["pairs"]
        for tool, arguments in (("promises", {}), ("data_gaps", {}), ("overdue", {"day": "2024-06-01"}), ("statistics", {"what": "year"}), ("member", {"name": "zwanenvelt"})):
            answer = await call(client, tool, **arguments)
            assert isinstance(answer, dict), answer
            calls += 1
        return calls

    assert session(country_home, steps) >= 30


def test_what_cannot_be_is_told_in_words(country_home: Path) -> None:
    """An unknown number, a question that is not there, a wrong day: refused, and the session goes on."""

    async def steps(client: Any) -> list[str]:
        return [
            await call(client, "get_case", number="2020Z99999"),
            await call(client, "get_pair", pair="2024Z90117/99"),
            await call(client, "overdue", day="gisteren"),
            await call(client, "verify_quote", pair="2024Z90117/1", part="answer:none", words="x"),
            await call(client, "statistics", what="horoscopes"),
        ]

    told = session(country_home, steps)
    assert all(isinstance(one, str) for one in told)
    assert [word in one for one, word in zip(told, ("2020Z99999", "no question", "day of the calendar", "has no part", "must be one of"), strict=True)] == [True] * 5


def test_long_answers_go_on_without_a_loss() -> None:
    """Piece by piece, the whole text and nothing twice."""
    from navraag.surfaces.mcp.quoting import LONGEST, Quoted, quote_shape

    for text in ("woord " * 5_000, "x" * (2 * LONGEST + 7), "Een zin. " * 3_000, ""):
        whole, start = "", 0
        while True:
            piece = quote_shape(Quoted(pair="2020Z90001/1", part="question", text=text, official_url=None), start)
            whole += piece["text"]
            assert len(piece["text"]) <= LONGEST
            if piece["continues_at"] is None:
                break
            start = piece["continues_at"]
        assert whole == text


def test_resources_and_prompts(country_home: Path) -> None:
    """A case and a pair by address; prompts in Dutch."""

    async def steps(client: Any) -> Any:
        case = await client.read_resource("navraag://case/2024Z90117")
        pair = await client.read_resource("navraag://pair/2024Z90117/1")
        prompts = await client.list_prompts()
        prompt = await client.get_prompt("earlier_answers", {"question": "Vaart de veerboot?"})
        return json.loads(case.contents[0].text), json.loads(pair.contents[0].text), [one.name for one in prompts.prompts], prompt.messages[0].content.text

    case, pair, prompts, prompt = session(country_home, steps)
    assert (case["number"], pair["pair"]) == ("2024Z90117", "2024Z90117/1")
    assert prompts == ["earlier_answers", "late_today"]
    assert "Vaart de veerboot?" in prompt
