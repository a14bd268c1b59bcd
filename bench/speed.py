#!/usr/bin/env python3
"""Time newsclean against its limit and its peers, whole processes, alternating, and print ratios: docs/speed.md.

Processor time throughout; by the clock only what two jobs gain.

make bench                                                 documents of 100 MB, five rounds, peers from PyPI
python bench/speed.py --megabytes 10 --rounds 3 --no-peers
python bench/speed.py --only "whole pages" --memory 2000
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import orjson

from documents import HERE, sources, write
from processes import resident, spread, took

# work -> (rendering, wanted share of the limit's speed)
WORK = {
    "text articles": ("trafilatura_recall", 1 / 4),
    "markdown": ("trafilatura_md", 1 / 5),
    "whole pages": ("inscriptis", 1 / 6),
}
PEERS = {"trafilatura": "html", "justext": "html", "c4": "text", "fineweb": "text", "ftfy": "text"}
_PEERED = 4  # megabytes of text for peers, some of which take twenty milliseconds a document
CLEAN = [sys.executable, "-m", "newsclean", "run", "-q"]
LIMIT = [sys.executable, str(HERE / "limit.py")]
PEER = [sys.executable, str(HERE / "peer.py")]


class Plan(NamedTuple):
    """What to measure, how often, and where there is room."""

    megabytes: float
    rounds: int
    scratch: Path


def compare(work: str, plan: Plan) -> None:
    """One row: the limit, one job and two jobs in turn."""
    rendering, wanted = WORK[work]
    path = plan.scratch / "documents.jsonl"
    count = write(path, sources(rendering), plan.megabytes)
    shares, gains, times = [], [], []
    for _ in range(plan.rounds):
        limit, one, two = (took([*command, str(path)]) for command in (LIMIT, [*CLEAN, "-j", "1"], [*CLEAN, "-j", "2"]))
        shares.append(limit.cpu / one.cpu)
        gains.append(one.wall / two.wall)
        times.append(one.cpu)
    speeds = spread([plan.megabytes / one for one in times], "{:.1f}")
    each = statistics.median(times) / count * 1e6
    print(f"{work:14} {speeds:>18} MB/s {each:6.0f} µs a document   of the limit {spread(shares)}, wanted {wanted:.2f}"
          f"   two jobs {spread(gains)}", flush=True)  # fmt: skip


def profile(works: list[str], plan: Plan) -> None:
    """Where the time of one job goes: microseconds a document, and a block, by stage."""
    print("\nby stage        " + "".join(f"{work:>28}" for work in works))
    columns = []
    for work in works:
        path, stats = plan.scratch / "documents.jsonl", plan.scratch / "stats.json"
        write(path, sources(WORK[work][0]), min(plan.megabytes, 20))
        whole = took([*CLEAN, "-j", "1", "--stats", str(stats), str(path)]).cpu
        columns.append({**orjson.loads(stats.read_bytes()), "seconds": whole})
    for name in columns[0]["stage_micros"]:
        print(f"{name:16}" + "".join(_cell(column["stage_micros"][name], column) for column in columns))
    rest = [column["seconds"] * 1e6 - sum(column["stage_micros"].values()) for column in columns]
    print(f"{'all the rest':16}" + "".join(_cell(one, column) for one, column in zip(rest, columns, strict=True)))
    print("all the rest: start, reading, decoding, records, writing")


def _cell(micros: float, column: dict[str, float]) -> str:
    document, block = micros / column["documents"], micros / column["blocks"]
    return f"{document:11.0f} µs {block:6.1f} a block"


def peers(plan: Plan) -> None:
    """How many times as long as newsclean each peer takes for the same documents, starts left out."""
    found = sources(WORK["text articles"][0])
    path, empty = plan.scratch / "peers.jsonl", plan.scratch / "empty.jsonl"
    count = write(path, found, min(plan.megabytes, _PEERED), html=bool(found[0].html))
    empty.write_bytes(b'{"text": "Rain.", "html": "<p>Rain.", "id": "a"}\n')
    names = [name for name, field in PEERS.items() if (field == "text" or found[0].html) and _runs(name, empty)]
    ratios: dict[str, list[float]] = {name: [] for name in names}
    times: dict[str, list[float]] = {name: [] for name in names}
    print(f"\npeers, over {count} documents")
    for _ in range(plan.rounds):
        own = took([*CLEAN, "-j", "1", str(path)]).cpu - took([*CLEAN, "-j", "1", str(empty)]).cpu
        for name in names:
            each = took([*PEER, name, str(path)]).cpu - took([*PEER, name, str(empty)]).cpu
            times[name].append(each)
            ratios[name].append(each / own)
    for name in names:
        each = statistics.median(times[name]) / count * 1e6
        print(f"{name:14} {each:8.0f} µs a document   {spread(ratios[name], '{:.1f}')} times newsclean's", flush=True)


def _runs(name: str, path: Path) -> bool:
    try:
        took([*PEER, name, str(path)])
    except subprocess.CalledProcessError:
        print(f"{name:14} does not run here: pip install --group bench")
        return False
    return True


def start(plan: Plan) -> None:
    """One short document through standard input, against the imports that no command line here can do without."""
    short = plan.scratch / "short.txt"
    short.write_text("Rain fell on the harbour all night, and the boats stayed in.\n")
    bare = [sys.executable, "-c", "import click, orjson"]
    ratios = [took([*CLEAN, "-"], short).cpu / took(bare).cpu for _ in range(max(plan.rounds, 5) + 1)][1:]
    print(f"\nstart          {spread(ratios)} times `import click, orjson`", flush=True)


def memory(megabytes: float, plan: Plan) -> None:
    """The largest process of a run in two jobs: at its height, and whether it grows."""
    path = plan.scratch / "documents.jsonl"
    write(path, sources(WORK["text articles"][0]), megabytes)
    found = resident([*CLEAN, "-j", "2", "-o", str(plan.scratch / "out.jsonl"), str(path)])
    quarter = len(found) // 4
    second, last = max(found[quarter : 2 * quarter]), max(found[-quarter:])
    print(f"memory         {max(found):.0f} MB in any process over {path.stat().st_size / 1e6:,.0f} MB of rows; "
          f"{second:.0f} in the run's second quarter, {last:.0f} in its last")  # fmt: skip


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=100, help="of text in each row's documents")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=list(WORK), action="append", help="rows to measure")
    parser.add_argument("--memory", type=float, help="megabytes of the documents that memory is watched over")
    parser.add_argument("--no-peers", action="store_true")
    args = parser.parse_args()
    works = args.only or list(WORK)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {args.rounds} rounds, "
          f"{args.megabytes:g} MB of text a row; median (lowest-highest)")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(args.megabytes, args.rounds, Path(folder))
        for work in works:
            compare(work, plan)
        profile(works, plan)
        if not args.no_peers:
            peers(plan)
        start(plan)
        memory(args.memory or args.megabytes, plan)


if __name__ == "__main__":
    main()
