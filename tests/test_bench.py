"""On real pages, where they lie beside the project, cleaning stays over its floors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cases import FIXTURES, SHARED
from conftest import environment, needs_bench


@needs_bench
def test_the_text_of_real_pages_stays_over_its_floors(tmp_path: Path) -> None:
    command = [sys.executable, str(SHARED / "bench" / "quality.py"), "--newsclean", f"{sys.executable} -m newsclean"]
    options = ["--only", "inscriptis,trafilatura_md", "--floors", str(FIXTURES / "floors.json")]
    done = subprocess.run(
        [*command, *options], capture_output=True, check=False, cwd=tmp_path, env=environment(), timeout=170
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
