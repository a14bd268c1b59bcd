"""`newsclean completion`: the script that makes a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from newsclean.errors import UsageError


@click.command(short_help="Print a shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    eval "$(newsclean completion bash)"      in ~/.bashrc
    eval "$(newsclean completion zsh)"       in ~/.zshrc
    newsclean completion fish > ~/.config/fish/completions/newsclean.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"no completion for {shell}")
    click.echo(kind(ctx.find_root().command, {}, "newsclean", "_NEWSCLEAN_COMPLETE").source())
