"""Train the shipped weights from the bench beside the project: `make model`. Same bench, same bytes.

    python bench/make_model.py [BENCH] [-o MODEL]

The bench holds real pages that belong to their publishers; nothing of it but these weights enters the project.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.gold import GoldRow, examples_of
from newsclean.labeler.align import Gold, Span
from newsclean.labeler.train import Plan, train

ROOT = Path(__file__).resolve().parent.parent
SETS = ("fundus", "scrapinghub", "readability")
META = {"title": "title", "byline": "byline", "date": "date", "caption": "caption", "standfirst": "caption"}


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSONL file, gzipped or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.split(b"\n") if line]


def bench_rows(bench: Path) -> Iterator[GoldRow]:
    """Every rendering with its labelled blocks, then every page with its gold text."""
    pages = [page for name in SETS for page in read_rows(bench / "gold" / f"{name}.jsonl")]
    for labels in sorted((bench / "labels").glob("*.jsonl.gz")):
        spans: dict[str, list[Span]] = defaultdict(list)
        for row in read_rows(labels):
            label = META.get(row.get("sub") or "", "caption") if row["label"] == "meta" else row["label"]
            spans[row["id"]].append((row["start"], row["end"], label))
        files = {path.stem: path for path in (bench / "render" / labels.name.removesuffix(".jsonl.gz")).iterdir()}
        for page in pages:
            if page["id"] in files and spans[page["id"]]:
                text = files[page["id"]].read_text("utf-8")
                yield GoldRow(page["id"], text, page["domain"], gold_of(page), "", tuple(spans[page["id"]]))
    for page in pages:
        source = gzip.decompress((bench / page["html_path"]).read_bytes()).decode("utf-8", "replace")
        yield GoldRow(page["id"], source, page["domain"], gold_of(page), "html")


def gold_of(page: dict[str, Any]) -> Gold:
    """What the gold says of a page."""
    return Gold(page["body"], page["title"] or "", page["authors"] or (), page["captions"] or ())


def main() -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, nargs="?", default=ROOT.parent / "shared" / "bench")
    parser.add_argument("-o", "--out", type=Path, default=ROOT / "src/newsclean/labeler/data/model.npz")
    args = parser.parse_args()
    start = time.perf_counter()

    def tell(line: str) -> None:
        print(f"{time.perf_counter() - start:5.0f} s  {line}", file=sys.stderr, flush=True)

    examples = examples_of(bench_rows(args.bench))
    tell(f"{len(examples)} examples")
    data = train(examples, Plan(tell=tell)).dump()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(data)
    tell(f"{args.out}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
