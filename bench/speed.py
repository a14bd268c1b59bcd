#!/usr/bin/env python3
"""Time newsclean against its limit and its peers, whole processes, alternating, and print ratios.

    make bench                      everything: documents of 100 MB, five rounds, peers from PyPI
    python bench/speed.py --megabytes 5 --rounds 1 --no-peers

Documents are the renderings of ../shared/bench, repeated; where that is absent, articles made of the fixtures.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

import orjson

HERE = Path(__file__).resolve().parent
RENDER = HERE.parent.parent / "shared" / "bench"
FIXTURES = HERE.parent / "tests" / "fixtures"
# work -> (rendering, wanted share of the limit's speed)
WORK = {
    "text articles": ("trafilatura_recall", 1 / 4),
    "markdown": ("trafilatura_md", 1 / 5),
    "whole pages": ("inscriptis", 1 / 6),
}
PEERS = {"trafilatura": "html", "justext": "html", "c4": "text", "fineweb": "text", "ftfy": "text"}


def texts(rendering: str) -> list[tuple[str, str, str]]:
    """(id, text, HTML of the same page or "") of the documents to repeat."""
    folder = RENDER / "render" / rendering
    if not folder.is_dir():
        return [(path.stem, path.read_text("utf-8"), "") for path in sorted((FIXTURES / "keeps").glob("*.txt"))]
    pages = {path.name.split(".")[0]: path for path in (RENDER / "html").iterdir()}
    return [
        (path.stem, path.read_text("utf-8"), gzip.decompress(pages[path.stem].read_bytes()).decode("utf-8", "replace"))
        for path in sorted(folder.iterdir())
    ]


def write(path: Path, documents: list[tuple[str, str, str]], megabytes: float, *, html: bool = False) -> int:
    """A JSONL file of about so many megabytes of text; the number of documents."""
    size = count = 0
    with path.open("wb") as out:
        for name, text, page in cycle(documents):
            row = {"id": f"{name}-{count}", "text": text, **({"html": page} if html else {})}
            out.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
            size, count = size + len(text.encode()), count + 1
            if size >= megabytes * 1e6:
                return count
    return count


def seconds(command: list[str]) -> float:
    """How long a process takes."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def spread(values: list[float], form: str = "{:.2f}") -> str:
    """Median, minimum and maximum."""
    shown = [form.format(one) for one in (statistics.median(values), min(values), max(values))]
    return f"{shown[0]} ({shown[1]}-{shown[2]})"


def compare(work: str, megabytes: float, rounds: int, scratch: Path) -> float:
    """One row: one and two jobs against the limit; the median time of a document in one job, in seconds."""
    rendering, wanted = WORK[work]
    path = scratch / f"{rendering}.jsonl"
    count = write(path, texts(rendering), megabytes)
    tool = [sys.executable, "-m", "newsclean", "run", str(path), "-q", "-j"]
    shares, gains, times = [], [], []
    for _ in range(rounds):
        limit = seconds([sys.executable, str(HERE / "limit.py"), str(path)])
        one, two = seconds([*tool, "1"]), seconds([*tool, "2"])
        shares.append(limit / one)
        gains.append(one / two)
        times.append(one / count)
    each = statistics.median(times)
    print(f"{work:14} {megabytes / count / each:6.1f} MB/s  {each * 1e6:6.0f} µs a document  "
          f"of the limit {spread(shares)}, wanted {wanted:.2f}  two jobs {spread(gains)}")  # fmt: skip
    return each


def peers(each: float, rounds: int, scratch: Path) -> None:
    """How many times as long each peer takes for a document."""
    documents = texts(WORK["text articles"][0])
    path = scratch / "peers.jsonl"
    count = write(path, documents, sum(len(text.encode()) for _, text, _ in documents) / 1e6, html=True)
    for name, field in PEERS.items():
        if field == "html" and not documents[0][2]:
            continue
        command = [sys.executable, str(HERE / "peer.py"), name]
        empty = scratch / "empty.jsonl"
        empty.touch()
        try:
            ratios = [
                (seconds([*command, str(path)]) - seconds([*command, str(empty)])) / count / each for _ in range(rounds)
            ]
        except subprocess.CalledProcessError:
            print(f"{name:14} is not installed: pip install --group bench")
            continue
        times = spread(ratios, "{:.1f}")
        print(f"{name:14} {statistics.median(ratios) * each * 1e6:8.0f} µs a document, {times} times newsclean's")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-peers", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        each = [compare(work, args.megabytes, args.rounds, Path(folder)) for work in WORK]
        if not args.no_peers:
            peers(each[0], min(args.rounds, 3), Path(folder))
        start = [seconds([sys.executable, "-c", "import click, orjson"]) for _ in range(args.rounds)]
        short = Path(folder) / "short.txt"
        short.write_text("Rain fell on Monday.")
        once = [seconds([sys.executable, "-m", "newsclean", "run", str(short), "-q"]) for _ in range(args.rounds)]
        print(
            f"start          {spread([a / b for a, b in zip(once, start, strict=True)])} times `import click, orjson`"
        )


if __name__ == "__main__":
    main()
