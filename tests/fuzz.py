#!/usr/bin/env python3
"""Look for documents that break what must hold for any: tests/test_properties.py at length, other ones every round.

    python tests/fuzz.py --minutes 10
    python tests/fuzz.py --minutes 10 -k "record"

A round gives every property some hundred documents, longer than the suite's, from a seed of its own that is printed.
Ends with 1 at the first finding; hypothesis prints the smallest document that shows it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Rounds until the time is up; 1 if one of them found something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--examples", type=int, default=400, help="documents a property and round")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of the first round")
    parser.add_argument("-k", dest="only", default="", help="only properties whose names match, as pytest's -k")
    given = parser.parse_args()
    begin = time.monotonic()
    seed = given.seed
    while time.monotonic() - begin < given.minutes * 60:
        print(f"seed {seed}, {(time.monotonic() - begin) / 60:.1f} minutes", flush=True)
        if code := one_round(seed, given.examples, given.only):
            print(f"a finding with seed {seed}: make it a fixture, then mend it")
            return code
        seed += 1
    print(f"nothing found in {given.minutes:g} minutes, {seed - given.seed} rounds")
    return 0


def one_round(seed: int, examples: int, only: str) -> int:
    """The properties in a process of their own."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", "-p", "no:cacheprovider"]
    command += [str(HERE / "test_properties.py"), f"--hypothesis-seed={seed}", "-k", only]
    environment = {**os.environ, "FUZZ_EXAMPLES": str(examples)}
    return subprocess.run(command, check=False, env=environment, cwd=HERE.parent).returncode


if __name__ == "__main__":
    sys.exit(main())
