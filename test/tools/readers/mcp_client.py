"""Speaks to the MCP server as a foreign client, over HTTP or over a process, and prints what it heard as JSON."""
import asyncio
import json
import sys
from importlib.metadata import version

import mcp
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

try:
    from mcp.client.streamable_http import streamable_http_client as http_client
except ImportError:
    from mcp.client.streamable_http import streamablehttp_client as http_client


async def talk(read, write):
    async with ClientSession(read, write) as session:
        hello = await session.initialize()
        dump = lambda m: json.loads(m.model_dump_json(by_alias=True))
        tools = dump(await session.list_tools())["tools"]
        resources = dump(await session.list_resources())["resources"]

        async def call(name, **arguments):
            return dump(await session.call_tool(name, arguments))

        first = await call("list_events", limit=5)
        second = await call("list_events", limit=5, cursor=first["structuredContent"]["nextCursor"])
        return {
            "protocol": dump(hello)["protocolVersion"],
            "instructions": dump(hello)["instructions"],
            "closed": [t["name"] for t in tools if t["inputSchema"].get("additionalProperties") is not False],
            "undescribed": [[t["name"], n] for t in tools for n, p in t["inputSchema"]["properties"].items() if not p.get("description")],
            "tools": [[t["name"], t["annotations"]["readOnlyHint"], "outputSchema" in t] for t in tools],
            "resources": sorted(r["uri"] for r in resources),
            "schema": dump(await session.read_resource("attested://schema.graphql"))["contents"][0]["text"][:20000],
            "sources": json.loads(dump(await session.read_resource("attested://sources.json"))["contents"][0]["text"]),
            "search": await call("search_entities", query="Kim"),
            "entity": await call("get_entity", id="person:vladimir-putin", limit=3),
            "gifts": await call("list_gifts", giver="Putin", recipient="Kim Jong-un"),
            "events": [first, second],
            "july": await call("list_events", **{"from": "2000-07-01", "to": "2000-07-31"}),
            "paths": await call("find_paths", a="Lavrov", b="Pyongyang"),
            "graphql": await call("run_graphql", query="{ people { nodes { name } } }"),
            "wrong": await call("run_graphql", query="{ nothing }"),
            "deep": await call("run_graphql", query="{ people " + "{ nodes { gave { nodes { givers " * 20 + "{ totalCount }" + " } } } }" * 20 + " }"),
            "mutation": await call("run_graphql", query="mutation { x }"),
            "missing": await call("get_entity", id="person:nobody"),
            "named": await call("get_entity", id="Vladimir Putin"),
            "of a claim": await call("get_entity", id="claim:oo-20230918:F12"),
            "misspelt argument": await call("list_gifts", **{"from": "Putin"}),
            "stranger": await call("list_gifts", giver="Somebody Unheard Of"),
            "silent": await call("list_gifts", giver="Kim Jong-il"),
            "unheard": await call("search_entities", query="Zaphod"),
            "far": await call("find_paths", a="Lavrov", b="Kim Jong-il", max=1),
            "several": await call("find_paths", a="Lavrov", b="Kim"),
            "plans": await call("list_events", person="Lavrov"),
            "aid": await call("get_entity", id="event:kim-assists-putin-in-ukraine-conflict"),
            "most": [await call(name, limit=100) for name in ("list_gifts", "list_events")],
            "most of one": await call("get_entity", id="person:vladimir-putin", limit=100),
        }


async def main():
    if sys.argv[1] == "http":
        async with http_client(sys.argv[2]) as streams:
            return await talk(streams[0], streams[1])
    async with stdio_client(StdioServerParameters(command=sys.argv[2], args=sys.argv[3:])) as (read, write):
        return await talk(read, write)


print(json.dumps({"version": version("mcp"), **asyncio.run(main())}))
