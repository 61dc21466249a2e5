"""`policysearch completion`."""

import click
from click.shell_completion import get_completion_class


@click.command(short_help="Print the script that completes commands.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete commands and options.

    \b
    Example:
        policysearch completion bash >> ~/.bashrc
    """
    found = get_completion_class(shell)
    assert found is not None  # the choices above are click's own
    root = ctx.find_root().command
    click.echo(found(root, {}, "policysearch", "_POLICYSEARCH_COMPLETE").source())
