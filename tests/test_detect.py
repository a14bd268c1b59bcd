"""A document's format is told from what it holds, and a lone sign proves nothing."""

from __future__ import annotations

from typing import Any

import pytest

from cases import cases
from newsclean.detect import WINDOW, detect


@pytest.mark.parametrize("case", cases("detect"))
def test_the_format_is_told_from(case: dict[str, Any]) -> None:
    found = detect(case["source"])
    assert found.format == case["format"]
    assert 0.5 < found.confidence <= 1


def test_the_first_kilobytes_decide() -> None:
    assert detect("Rain fell.\n" * (WINDOW // 10) + "# Heading\n\n[link](/x)\n").format == "text"


def test_more_marks_make_it_surer() -> None:
    assert detect("# Title\n\n## Part\n\n[a](/b) ![c](/d)").confidence > detect("## Part").confidence


@pytest.mark.parametrize("unit", ["<", "[", "*", "_", "`", "![", "](", "<p ", "<!--", "# ", "|-", "[a](", "**a"])
def test_signs_without_end_take_no_time(unit: str) -> None:
    assert detect(unit * WINDOW).format in {"text", "markdown", "html"}
