"""Everything that can be read becomes documents in a fixed order; everything else says why not."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard

from newsclean import Document, Settings
from newsclean.errors import UsageError
from newsclean.readers import expand, open_document, read

ENGLISH = "The café on the quay — “Ferry’s End” — stayed open all night.\nNobody minded.\n"
RUSSIAN = "Паром вернулся в порт на рассвете, и на причале его встречал духовой оркестр.\nНикто не опоздал.\n" * 4
JAPANESE = "鏡湖で来年一月から十一年ぶりに漁が再開されることになった。湖畔の漁業協同組合が発表した。\n" * 4
GERMAN = "Die Fähre kehrt zurück: Fünf Jahre nach der Schließung übernimmt die Stadt die Kosten für das große Schiff.\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06"
LIMIT = 1_000_000


def opened(*paths: Path | str, **settings: Any) -> list[Document]:
    raws = read(expand([str(path) for path in paths]), max_bytes=LIMIT)
    return [open_document(raw, Settings(**settings)) for raw in raws]


def document_of(path: Path, data: bytes, **settings: Any) -> Document:
    path.write_bytes(data)
    (document,) = opened(path, **settings)
    return document


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(ENGLISH.encode(), ENGLISH, id="UTF-8"),
        pytest.param(ENGLISH.encode("utf-8-sig"), ENGLISH, id="UTF-8 with a byte order mark"),
        pytest.param(ENGLISH.encode("utf-16"), ENGLISH, id="UTF-16 with a byte order mark"),
        pytest.param(b"\xfe\xff" + ENGLISH.encode("utf-16-be"), ENGLISH, id="UTF-16 BE with a byte order mark"),
        pytest.param(ENGLISH.encode("utf-16-le"), ENGLISH, id="UTF-16 LE without one"),
        pytest.param(ENGLISH.encode("utf-16-be"), ENGLISH, id="UTF-16 BE without one"),
        pytest.param(RUSSIAN.encode("utf-16-le"), RUSSIAN, id="UTF-16 LE without one, Cyrillic"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, id="Windows-1251"),
        pytest.param(JAPANESE.encode("shift_jis"), JAPANESE, id="Shift JIS"),
        pytest.param(JAPANESE.encode("euc_jp"), JAPANESE, id="EUC-JP"),
        pytest.param(GERMAN.encode("latin-1"), GERMAN, id="Latin-1"),
        pytest.param(ENGLISH.encode("cp1252"), ENGLISH, id="Windows-1252"),
    ],
)
def test_bytes_are_decoded(data: bytes, text: str, tmp_path: Path) -> None:
    document = document_of(tmp_path / "a.txt", data)
    assert (document.source, document.reject) == (text, "")


def test_the_encoding_that_is_given_decides(tmp_path: Path) -> None:
    assert document_of(tmp_path / "a.txt", RUSSIAN.encode("koi8-r"), encoding="koi8-r").source == RUSSIAN
    assert document_of(tmp_path / "b.txt", b"caf\xe9", encoding="utf-8").reject.startswith("not utf-8")
    assert document_of(tmp_path / "c.txt", b"caf\xe9", encoding="klingon").reject.startswith("not klingon")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n\t\r\n", "empty", id="only blanks"),
        pytest.param(b"\xef\xbb\xbf", "empty", id="only a byte order mark"),
        pytest.param(PNG, "not text", id="a PNG"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "not text", id="a JPEG"),
        pytest.param(b"GIF89a\x01\x00\x01\x00\x80\x00\x00", "not text", id="a GIF"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not text", id="a PDF"),
        pytest.param(gzip.compress(b"Rain fell."), "not text", id="gzip under a plain name"),
        pytest.param(b"Rain\0fell.", "NUL", id="a NUL byte"),
        pytest.param(b"Rain fell.\n" + b"\0" * 4096, "NUL", id="a file of which a crash left zeroes"),
        pytest.param(b"\xff\xfeR\x00a\x00\x00\xd8", "utf-16", id="UTF-16 that is cut in a pair"),
        pytest.param(b"x" * (LIMIT + 1), "over the limit", id="too long"),
    ],
)
def test_what_is_no_text_is_rejected(data: bytes, reason: str, tmp_path: Path) -> None:
    document = document_of(tmp_path / "a.txt", data)
    assert reason in document.reject
    assert document.path == str(tmp_path / "a.txt")


COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("ending", COMPRESSORS)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_compressed_document_is_read(ending: str, name: str, tmp_path: Path) -> None:
    document = document_of(tmp_path / f"{name}{ending}", COMPRESSORS[ending](ENGLISH.encode()))
    assert (document.source, document.id) == (ENGLISH, f"{name}{ending}")


@pytest.mark.parametrize("ending", COMPRESSORS)
def test_compressed_rows_are_read(ending: str, tmp_path: Path) -> None:
    lines = b'{"text": "Rain."}\n{"text": "Snow."}\n'
    path = tmp_path / f"a.jsonl{ending}"
    path.write_bytes(COMPRESSORS[ending](lines) + COMPRESSORS[ending](b'{"text": "A second frame."}\n'))
    assert [one.source for one in opened(path)] == ["Rain.", "Snow.", "A second frame."]


@pytest.mark.parametrize("ending", COMPRESSORS)
def test_a_truncated_file_is_rejected_and_the_next_is_read(ending: str, tmp_path: Path) -> None:
    noise = "".join(f"{number * 7919 % 10007:x} " for number in range(9000))
    (tmp_path / f"a.txt{ending}").write_bytes(COMPRESSORS[ending](noise.encode())[:-2000])
    (tmp_path / "b.txt").write_text("Rain fell.")
    first, second = opened(tmp_path)
    assert "damaged or cut off" in first.reject
    assert second.source == "Rain fell."


def test_what_a_truncated_file_of_rows_still_holds_is_read(tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"id": f"row {number}", "text": f"{number * 7919 % 10007:x}"}) + "\n" for number in range(9000)
    )
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(rows.encode())[:-2000])
    documents = opened(path)
    assert documents[0].id == "row 0"
    assert len(documents) > 1000
    assert all(not one.reject for one in documents[:-1])
    assert "damaged or cut off" in documents[-1].reject
    assert documents[-1].line == len(documents)


@pytest.mark.parametrize("ending", COMPRESSORS)
def test_a_plain_file_under_a_compressed_name_is_rejected(ending: str, tmp_path: Path) -> None:
    assert document_of(tmp_path / f"a.txt{ending}", b"Rain fell.").reject


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b'{"text": "Rain"', "not valid JSON", id="cut off"),
        pytest.param(b"rain", "not valid JSON", id="no JSON"),
        pytest.param(b'["text"]', "a JSON object is needed, not list", id="a list"),
        pytest.param(b"3", "a JSON object is needed, not int", id="a number"),
        pytest.param(b'{"body": "Rain."}', "no text field 'text'; the row has body", id="another field"),
        pytest.param(b'{"text": null}', "text field 'text' is null, not a string", id="null"),
        pytest.param(b'{"text": 3}', "text field 'text' is a number, not a string", id="a number for a text"),
        pytest.param(b'{"text": ""}', "empty", id="an empty text"),
        pytest.param(b'{"text": "Rain\\u0000fell."}', "NUL", id="a NUL"),
        pytest.param(b'{"text": "Rain \\ud83d fell."}', "not valid JSON", id="a lone surrogate"),
        pytest.param(b'{"text": "Rain\xff"}', "not valid JSON", id="invalid UTF-8"),
        pytest.param(b'{"text": "Rain", "n": NaN}', "not valid JSON", id="NaN"),
    ],
)
def test_a_row_that_cannot_be_used_is_rejected_by_line_and_the_run_goes_on(
    line: bytes, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "Before."}\n\n' + line + b'\n{"text": "After."}')
    before, bad, after = opened(path)
    assert (before.source, before.id, before.line) == ("Before.", "rows.jsonl:1", 1)
    assert reason in bad.reject
    assert (bad.path, bad.line) == (str(path), 3)
    assert (after.source, after.id) == ("After.", "rows.jsonl:4")


def test_a_row_keeps_its_id_and_its_other_fields(tmp_path: Path) -> None:
    path = tmp_path / "rows.ndjson"
    row = {"id": 7, "body": "Rain fell.", "headline": "Rain", "author": ["A", "B"], "n": {"x": [1, None]}, "tag": ""}
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(row).encode() + b"\r\n")
    (document,) = opened(path, text_field="body")
    assert (document.id, document.source) == ("7", "Rain fell.")
    assert (document.value("title"), document.value("authors")) == ("Rain", "A; B")
    assert document.given["extra"] == {"n": {"x": [1, None]}, "tag": ""}


def test_folders_are_walked_in_sorted_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.md", "a/b/c.HTML", "B.txt", "a.htm", "c.markdown", "d.jsonl", "e.txt.gz"]
    ignored = [".hidden.txt", ".git/x.txt", "f.csv", "g.json", "h", "i.gz"]
    for name in (*names, *ignored):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b'{"text": "Rain."}')
    found = [one.name for one in expand([str(tmp_path)])]
    assert sorted(found) == sorted(names)
    assert found == [one.name for one in expand([str(tmp_path)])]
    assert found.index("B.txt") < found.index("b.txt")
    assert found.index("a/z.md") < found.index("a/b/c.HTML")


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain.")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [one.name for one in expand([str(tmp_path)])] == ["a.txt"]


def test_globs_are_expanded_and_folders_in_them_walked(tmp_path: Path) -> None:
    for name in ("x1/a.txt", "x2/b.txt", "x3.txt", "y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Rain.")
    assert [Path(one.path).name for one in expand([str(tmp_path / "x*")])] == ["a.txt", "b.txt", "x3.txt"]
    assert [Path(one.path).name for one in expand([str(tmp_path / "**" / "*.txt")])] == sorted(
        ["a.txt", "b.txt", "x3.txt", "y.txt"], key=lambda name: {"a.txt": 0, "b.txt": 1, "x3.txt": 2, "y.txt": 3}[name]
    )


def test_a_file_whose_name_looks_like_a_glob_is_read(tmp_path: Path) -> None:
    assert document_of(tmp_path / "a[1].txt", b"Rain.").source == "Rain."


@pytest.mark.parametrize("path", ["nothing", "nothing/", "*.nothing", "empty"])
def test_no_input_is_an_error_that_names_the_path(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=path.replace("*", r"\*")):
        expand([path])


def test_a_file_that_cannot_be_opened_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (document,) = opened(tmp_path / "gone.txt")
    assert document.reject.startswith("can't read: No such file")


def test_a_file_of_blank_lines_holds_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n \n\r\n")
    assert opened(tmp_path / "a.jsonl") == []


def test_a_row_over_the_limit_is_passed_over(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * LIMIT}).encode()
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Before."}\n' + long + b'\n{"text": "After."}\n')
    before, bad, after = opened(tmp_path / "a.jsonl")
    assert (before.source, after.source, after.line) == ("Before.", "After.", 3)
    assert "over the limit" in bad.reject
