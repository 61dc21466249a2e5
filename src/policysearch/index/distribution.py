"""Which distribution stands behind `import whoosh`: asked before it is imported.

At least six distributions install a package of that name over one another. One of them, whoosh-ng, runs code out of
indexed text; an index written by one is not always read by another.
"""

import functools
import importlib.util
from importlib import metadata
from pathlib import Path

from policysearch.errors import EngineError

WANTED = "Whoosh-Reloaded"
VERSION = "2.7.5"
RIVALS = ("whoosh", "whoosh-ng", "whoosh3", "whoosh-novo", "whooshy")
"""Distributions on PyPI that own the same import name (looked up November 2026)."""


@functools.cache
def check_distribution() -> None:
    """Make sure that `import whoosh` gives Whoosh-Reloaded 2.7.5 and nothing else.

    Raises:
        EngineError: It does not; the message names what is installed and the command that mends it.
    """
    mend = f'Run: pip install --force-reinstall "{WANTED}=={VERSION}"'
    try:
        wanted = metadata.distribution(WANTED)
    except metadata.PackageNotFoundError:
        raise EngineError(f"The search engine {WANTED} {VERSION} is not installed. {mend}") from None
    if wanted.version != VERSION:
        raise EngineError(f"The search engine {WANTED} has version {wanted.version}, not {VERSION}. {mend}")
    for rival in RIVALS:
        try:
            version = metadata.distribution(rival).version
        except metadata.PackageNotFoundError:
            continue
        raise EngineError(
            f"{rival} {version} is installed over {WANTED}: both own the import name whoosh, and indexes of one "
            f"are not safe with the other. Run: pip uninstall {rival}, then: {mend.removeprefix('Run: ')}"
        )
    found = importlib.util.find_spec("whoosh")
    ours = Path(str(wanted.locate_file("whoosh/__init__.py"))).resolve()
    if found is None or found.origin is None or Path(found.origin).resolve() != ours:
        where = found.origin if found else "nothing"
        raise EngineError(f"import whoosh finds {where}, which is not part of {WANTED} {VERSION}. {mend}")
