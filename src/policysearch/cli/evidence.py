"""`policysearch evidence`."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import click

from policysearch.cli import options
from policysearch.cli.exporting import write_bytes, write_text
from policysearch.cli.output import note
from policysearch.errors import UsageError
from policysearch.model.meeting import SheetLanguage
from policysearch.settings import Settings

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PRINTING_SECONDS = 120


@click.command(short_help="One file that proves a quotation.")
@click.argument("ref", metavar="COMMITMENT|PASSAGE")
@options.many([
    click.option(
        "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="FILE.html or FILE.pdf."
    ),
    click.option("--with-original", is_flag=True, help="Put the original itself into the file (HTML)."),
    click.option("--show-contacts", is_flag=True, help="Show phone numbers and e-mail addresses of persons."),
    options.language("fi"),
    options.asking,
])  # fmt: skip
def evidence(
    *, ref: str, out: Path, with_original: bool, show_contacts: bool, language: SheetLanguage, settings: Settings
) -> None:
    """Write one self-contained file that proves the words of a commitment or passage to somebody else.

    It has the words as read and as printed, the sentences around them, who says them and when, whether they are final,
    the picture of the page with the words marked, every address with the time of retrieval, the SHA-256 of the
    original, and how to check all this without this program. It fetches nothing when it is opened.

    A PDF is printed by Chromium, Chrome or Edge, where one is installed.

    \b
    Examples:
        policysearch evidence 1a2b3c4d --out lupaus.html
        policysearch evidence 1a2b3c4d --out lupaus.pdf
        policysearch evidence 1a2b3c4d --out promise.html --language en
    """
    from policysearch.corpus import open_corpus
    from policysearch.present.evidence import evidence_html

    kind = out.suffix.casefold()
    if kind not in (".html", ".htm", ".pdf"):
        raise UsageError(f"{out}: end its name in .html or .pdf")
    if kind == ".pdf" and with_original:
        raise UsageError("a PDF cannot hold the original: write HTML")
    browser = _browser() if kind == ".pdf" else ""
    with open_corpus(settings=settings, on_note=note, read_only=True, hide_contacts=not show_contacts) as corpus:
        page = evidence_html(corpus.evidence(ref, with_original=with_original), language)
    if kind == ".pdf":
        write_bytes(out, _printed(page, browser))
    else:
        write_text(out, page.rstrip("\n"))
    click.echo(f"wrote {out}")


def _browser() -> str:
    for name in _BROWSERS:
        if found := shutil.which(name):
            return found
    raise UsageError("no Chromium, Chrome or Edge prints the PDF here: write HTML, open it and print it to a PDF")


def _printed(page: str, browser: str) -> bytes:
    """The page as PDF, printed by a browser without a window, a profile of its own and no network."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "evidence.html"), Path(folder, "evidence.pdf")
        source.write_text(page, encoding="utf-8")
        command = [
            browser, "--headless=new", "--disable-gpu", "--no-sandbox", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri(),
        ]  # fmt: skip
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_PRINTING_SECONDS)  # noqa: S603  # ours
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise UsageError(f"{browser} did not print it: write HTML, open it and print it to a PDF") from error
