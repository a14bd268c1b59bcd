"""The commands that show: what would be cut and why, the rules, the stages, the shape of the output, help."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from cases import FIXTURES, rows
from conftest import Run
from newsclean.cli import COMMANDS, cli
from newsclean.rules import builtin_packs

APPEAL = FIXTURES / "articles" / "grain-tariffs.txt"
KEEP = FIXTURES / "articles" / "food-bank-record.txt"


def test_explain_shows_what_stays_and_what_goes_with_its_reason(run: Run) -> None:
    ran = run("explain", APPEAL)
    lines = ran.out.decode().splitlines()
    assert ran.code == 0
    assert "\x1b" not in ran.out.decode()
    assert lines[0] == "grain-tariffs.txt  (text)"
    assert sum(line.startswith("+ ") for line in lines) == 6
    cut = [line for line in lines if line.startswith("- ")]
    assert len(cut) == 7
    assert all(re.search(r"\[appeal  [\w.-]+  [01]\.\d\d\]", line) for line in cut)
    assert any(re.search(r"publisher +The Varnian Observer  \(.*\d+-\d+", line) for line in lines)


def test_explain_of_what_cannot_be_read_ends_with_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\0")
    ran = run("explain", "a.txt", cwd=tmp_path)
    assert ran.code == 1
    assert "rejected" in ran.out.decode()


def test_diff_is_one_that_patch_understands(run: Run) -> None:
    ran = run("diff", APPEAL)
    lines = ran.out.decode().splitlines()
    assert lines[:2] == ["--- grain-tariffs.txt (raw)", "+++ grain-tariffs.txt (clean)"]
    assert "-A Message from The Varnian Observer:" in lines
    assert not [line for line in lines if line.startswith("+") and not line.startswith("+++")]


def test_diff_of_a_clean_document_is_empty(run: Run) -> None:
    assert run("diff", KEEP).out == b""


def test_check_names_what_would_be_cut_by_path_line_kind_and_cue(run: Run) -> None:
    ran = run("check", "grain-tariffs.txt", cwd=APPEAL.parent)
    lines = ran.out.decode().splitlines()
    assert ran.code == 1
    assert len(lines) == 7
    for number, line in enumerate(lines, 7):
        assert re.fullmatch(rf'grain-tariffs\.txt:{number}: appeal [\w.-]+ ".+"', line)


def test_check_speaks_json_and_github(run: Run) -> None:
    found = rows(run("check", APPEAL, "--output-format", "json").out)
    assert found[0]["path"] == str(APPEAL)
    assert [(row["line"], row["kind"]) for row in found] == [(number, "appeal") for number in range(7, 14)]
    lines = run("check", APPEAL, "--output-format", "github").out.decode().splitlines()
    assert lines[0].startswith(f"::warning file={APPEAL},line=7,title=newsclean::appeal ")


def test_a_name_with_a_line_feed_breaks_no_command_of_github(run: Run, tmp_path: Path) -> None:
    name = "a\n::error::b,c:d%\r.txt"
    (tmp_path / name).write_bytes(APPEAL.read_bytes())
    lines = run("check", name, "--output-format", "github", cwd=tmp_path).out.decode().splitlines()
    assert len(lines) == 7
    assert all(line.startswith("::warning file=a%0A%3A%3Aerror%3A%3Ab%2Cc%3Ad%25%0D.txt,line=") for line in lines)
    assert len(run("check", name, cwd=tmp_path).out.splitlines()) == 7


def test_check_passes_what_is_clean_or_not_selected(run: Run) -> None:
    assert (run("check", KEEP).code, run("check", KEEP).out) == (0, b"")
    assert run("check", APPEAL, "--select", "share").code == 0
    line = "Rain fell on the harbour.\n© 2021 Quarry Post".encode()
    assert run("check", stdin=line).code == 1
    assert run("check", "--ignore", "copyright", "--ignore", "residue", stdin=line).code == 0


def test_check_of_rows_names_the_row(run: Run) -> None:
    ran = run("check", FIXTURES / "articles" / "wire.jsonl", "--select", "appeal")
    assert {line.split(":")[1] for line in ran.out.decode().splitlines()} == {"1", "2", "3"}


def test_rules_are_listed_shown_and_proved(run: Run, tmp_path: Path) -> None:
    listed = run("rules", "list", "--kind", "appeal", "--language", "en").out.decode().splitlines()
    expected = [
        cue.id for pack in builtin_packs() if pack.language == "en" for cue in pack.cues if cue.kind == "appeal"
    ]
    assert [line.split("\t")[0] for line in listed] == expected
    shown = run("rules", "show", expected[0]).out.decode()
    assert all(key in shown for key in ("id ", "kind ", "triggers ", "pattern ", "cuts ", "keeps "))
    unknown = run("rules", "show", "en.appeal.nonsense")
    assert (unknown.code, "rules list" in unknown.err) == (2, True)
    (tmp_path / "mine.toml").write_text(
        '[[cue]]\nid = "x.share.wave"\nkind = "share"\ntriggers = ["wave"]\npattern = "^wave$"\n'
        'cuts = ["Wave", "Wave goodbye"]\nkeeps = ["A wave."]\n'
    )
    proved = run("rules", "test", "mine.toml", cwd=tmp_path)
    assert proved.code == 1
    assert "x.share.wave" in proved.out.decode()
    assert "3 examples of 1 packs, 1 failed" in proved.err


def test_stages_are_listed_in_running_order_with_origin_and_version(run: Run) -> None:
    lines = [line.split("\t") for line in run("stages").out.decode().splitlines()]
    names = [line[0] for line in lines]
    assert all(len(line) == 3 and line[1] == "newsclean" for line in lines)
    assert names.index("normalize") < names.index("cues") < names.index("metadata")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script(shell: str, run: Run) -> None:
    assert "_NEWSCLEAN_COMPLETE" in run("completion", shell).out.decode()


def test_bash_completes_commands_options_and_values(run: Run) -> None:
    def completed(words: str, number: int) -> list[str]:
        env = {"_NEWSCLEAN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number)}
        return [line.split(",")[1] for line in run(env=env).out.decode().splitlines() if "," in line]

    assert completed("newsclean exp", 1) == ["explain"]
    assert "--text-format" in completed("newsclean run --te", 2)
    assert completed("newsclean run --mode p", 3) == ["precision"]


def test_the_completion_script_of_bash_is_valid(run: Run) -> None:
    subprocess.run(["bash", "-n"], input=run("completion", "bash").out, check=True)  # noqa: S607


def test_the_version_is_the_installed_one(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version").out.decode().strip() == f"newsclean {version('newsclean')}"


COMMAND_LINES: list[list[str]] = (
    [[]] + [[name] for name in COMMANDS] + [["rules", "list"], ["rules", "show"], ["rules", "test"]]
)


@pytest.mark.parametrize("words", [*COMMAND_LINES, ["config", "show"]], ids=" ".join)
def test_every_command_has_help_with_an_explanation(words: list[str], run: Run) -> None:
    ran = run(*words, "--help")
    usage, _, rest = ran.out.decode().partition("\n")
    assert (ran.code, ran.err) == (0, "")
    assert usage.startswith(f"Usage: newsclean {' '.join(words)}".rstrip())
    assert len(rest.split()) > 8


def test_every_option_has_a_help_text() -> None:
    import click

    def options(command: click.Command) -> list[tuple[str | None, click.Option]]:
        own = [(command.name, one) for one in command.params if isinstance(one, click.Option)]
        inner = (
            [
                command.get_command(click.Context(command), name)
                for name in command.list_commands(click.Context(command))
            ]
            if isinstance(command, click.Group)
            else []
        )
        return own + [pair for one in inner if one for pair in options(one)]

    assert [f"{name} {option.opts}" for name, option in options(cli) if not option.help] == []


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    ran = run("clean")
    assert (ran.code, "clean" in ran.err) == (2, True)


def test_colour_is_for_terminals_only(run: Run) -> None:
    env = {"TERM": "xterm-256color"}
    assert b"\x1b" not in run("explain", APPEAL, env=env).out + run("diff", APPEAL, env=env).out


def test_json_of_the_schema_command_is_json(run: Run) -> None:
    assert json.loads(run("schema").out)["title"] == "newsclean record"
    assert run("schema", "nonsense").code == 2
