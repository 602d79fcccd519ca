"""The contenders and the messenger they all talk to, begun together and spoken to by name."""

import os
import shutil
import socket
import sys
import tempfile
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.children import PEERS_PYTHON, Child, Plan, child, children
from bench.furnishing import Group, Seated, furnish, settings_of
from bot.clock import Machine

OURS, HOOKED = "ours", "ours, webhook"
PEER_PRESS = "rate:5"


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer: its name in tables, its module in `bench.peers`, and more environment."""

    name: str
    module: str
    env: Mapping[str, str]


@dataclass
class Fleet:
    """Everybody of one benchmark. `tokens` by contender."""

    stub: Child
    bots: dict[str, Child]
    tokens: dict[str, str]

    async def stub_ask(self, name: str, do: str, **more: Any) -> dict[str, Any]:
        """Give the messenger an order about one contender."""
        return await self.stub.ask(do, token=self.tokens[name], **more)


@dataclass(frozen=True, slots=True)
class Crew:
    """What a benchmark starts: groups of clients by the kind of their steps, and who plays.

    `hooked`: ours plays a second time, on a copy of the installation, with a webhook.
    """

    groups: Mapping[str, Group]
    peers: Sequence[Peer] = ()
    env: Mapping[str, str] = field(default_factory=dict[str, str])
    hooked: bool = False


def peers_here() -> bool:
    """Whether the peers' own environment stands ready."""
    return PEERS_PYTHON.exists()


@asynccontextmanager
async def fleet(crew: Crew) -> AsyncGenerator[Fleet]:
    """Furnish an installation, begin the stub, ours and the peers, and let everybody in."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        seated = await furnish(folder, list(crew.groups.values()), Machine().now())
        stub = await stack.enter_async_context(child("stub", folder, "-m", "bench.stub"))
        own = [OURS, HOOKED] if crew.hooked else [OURS]
        names = [*own, *(peer.name for peer in crew.peers)]
        tokens = {name: token_of(number) for number, name in enumerate(names)}
        for name, token in tokens.items():
            people = _people(crew, seated, ours=name in own)
            await stub.ask("open", token=token, people=people)
        root = f"http://127.0.0.1:{stub.ready}"
        plans = [_hooked(folder, root, tokens[HOOKED], crew.env)] if crew.hooked else []
        plans.insert(0, _ours(folder, root, tokens[OURS], crew.env))
        plans += [_peer(folder, root, tokens[peer.name], peer) for peer in crew.peers]
        bots = await stack.enter_async_context(children(plans, folder))
        try:
            yield Fleet(stub, dict(zip(names, bots, strict=True)), tokens)
        finally:
            keep_logs(folder)


def token_of(number: int) -> str:
    """Return a token that has the shape of one."""
    return f"{100_000_001 + number}:{'A' * 35}"


@asynccontextmanager
async def begin_peer(folder: Path, root: str, token: str, peer: Peer) -> AsyncGenerator[Child]:
    """Begin one peer alone."""
    async with children([_peer(folder, root, token, peer)], folder) as (one,):
        yield one


def _people(crew: Crew, seated: Sequence[Sequence[Seated]], *, ours: bool) -> dict[str, Any]:
    return {
        kind: [[one.user, one.press if ours else PEER_PRESS] for one in there]
        for (kind, group), there in zip(crew.groups.items(), seated, strict=True)
        if group.begun
    }


def _ours(folder: Path, root: str, token: str, env: Mapping[str, str]) -> Plan:
    settings = settings_of(folder, root, token)
    return OURS, ("-m", "bench.product"), sys.executable, settings | env


def _hooked(folder: Path, root: str, token: str, env: Mapping[str, str]) -> Plan:
    """Ours on a copy of the installation, which is told to the messenger by an address."""
    copy, word = folder / "hooked", folder / "word"
    shutil.copytree(folder / "data", copy / "data")
    shutil.copy2(folder / "key", copy / "key")
    word.touch(mode=0o600)
    word.write_text("w" * 40)
    with socket.create_server(("127.0.0.1", 0)) as free:
        here = f"127.0.0.1:{free.getsockname()[1]}"
    hook = {
        "HOMEWORK_LISTEN": here,
        "HOMEWORK_WEBHOOK_URL": f"http://{here}/in",
        "HOMEWORK_WEBHOOK_SECRET_FILE": str(word),
    }
    _, arguments, python, settings = _ours(copy, root, token, env)
    return HOOKED, arguments, python, settings | hook


def _peer(folder: Path, root: str, token: str, peer: Peer) -> Plan:
    store = folder / f"{peer.module}-{token[:9]}.db"
    env = {"BENCH_ROOT": root, "BENCH_TOKEN": token, "BENCH_STORE": str(store), **peer.env}
    return peer.name, ("-m", f"bench.peers.{peer.module}"), PEERS_PYTHON, env


def keep_logs(folder: Path) -> None:
    """Copy what the processes wrote to stderr where `BENCH_LOGS` says, if it says so."""
    if kept := os.environ.get("BENCH_LOGS"):
        for log in folder.glob("*.log"):
            (Path(kept) / log.name).write_bytes(log.read_bytes())
