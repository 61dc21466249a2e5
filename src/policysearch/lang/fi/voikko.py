"""Voikko, behind one small protocol: a word form goes in, its analyses come out, as dicts of Voikko's attributes.

The only module that imports libvoikko or pyvoikko. One native handle must never be used by two threads at once (it
gives wrong analyses without an error), so every call holds a lock; a forked process opens a handle of its own.
"""

import hashlib
import importlib.metadata
import os
import threading
from pathlib import Path
from typing import Literal, Protocol, get_args

import libvoikko

from policysearch.errors import LanguageError, SettingsError
from policysearch.lang.fi.fst import attributes_of

Backend = Literal["native", "python"]
Attributes = dict[str, str]
"""Voikko's own names and values: BASEFORM, CLASS, FSTOUTPUT, SIJAMUOTO, NUMBER, …"""

BACKEND_VARIABLE = "POLICYSEARCH_VOIKKO"
_INSTALL = (
    "Install the native Voikko (Debian and Ubuntu: apt-get install libvoikko1 voikko-fi; macOS: brew install "
    "libvoikko) or the pure-Python one (pip install 'policysearch[python-voikko]')."
)
# Where libvoikko 4 looks for dictionaries of format 5 (VOIKKO_DICTIONARY_PATH, home, system, Homebrew, MacPorts).
_DICTIONARY_ROOTS = ("~/.voikko", "/etc/voikko", "/usr/lib/voikko", "/usr/share/voikko", "/usr/local/lib/voikko",
                     "/opt/homebrew/lib/voikko", "/opt/local/lib/voikko", "~/Library/Spelling/voikko")  # fmt: skip
_LONGEST_WORD = 100  # code points; libvoikko reads at most 255, and no Finnish word needs more than this


class Analyser(Protocol):
    """One Voikko with one dictionary; safe to use from several threads and after a fork."""

    @property
    def backend(self) -> Backend:
        """Which Voikko this is."""

    @property
    def version(self) -> str:
        """Library and dictionary with their versions; the same string means the same analyses."""

    def analyse(self, form: str) -> list[Attributes]:
        """The analyses of one word form in Voikko's order; empty where the word is unknown."""


class NativeVoikko:
    """The C library, through the libvoikko package.

    Raises:
        OSError: The library cannot be loaded.
        libvoikko.VoikkoException: There is no Finnish dictionary.
    """

    backend: Backend = "native"

    def __init__(self) -> None:
        # Fails here where the library is missing: a half-made Voikko would complain when it is collected.
        libvoikko.VoikkoLibrary.open()
        self._open()
        self.version = f"libvoikko {libvoikko.Voikko.getVersion()}, dictionary {_dictionary_digest()}"

    def _open(self) -> None:
        self._lock = threading.Lock()
        self._handle = libvoikko.Voikko("fi")
        self._pid = os.getpid()

    def analyse(self, form: str) -> list[Attributes]:
        """The analyses of one word form in Voikko's order; empty where the word is unknown."""
        if len(form) > _LONGEST_WORD:
            return []
        if self._pid != os.getpid():
            # The parent's lock may have been held by a thread that does not exist here.
            self._inherited = self._handle
            self._open()
        with self._lock:
            return self._handle.analyze(form)  # type: ignore[no-any-return]  # the package has no types


class PythonVoikko:
    """The pure-Python pyvoikko with the dictionary it brings.

    Raises:
        ImportError: The package is not installed.
    """

    backend: Backend = "python"

    def __init__(self) -> None:
        import pyvoikko  # reads its dictionary on import: 0.6 s and 220 MB

        self._lookup = pyvoikko.analyse
        self._lock = threading.Lock()
        versions = [f"{name} {importlib.metadata.version(name)}" for name in ("pyvoikko", "kfst")]
        self.version = ", ".join(versions)

    def analyse(self, form: str) -> list[Attributes]:
        """The analyses of one word form, with the attributes that the native library gives."""
        if len(form) > _LONGEST_WORD:
            return []
        with self._lock:
            outputs = [analysis.FSTOUTPUT for analysis in self._lookup(form.lower())]
        found = []
        for output in dict.fromkeys(outputs):
            found.extend(attributes_of(output, form))
        return found


def _dictionary_digest() -> str:
    """First 12 hex digits of the SHA-256 of the morphology in use, or the names of the dictionaries found."""
    own = os.environ.get("VOIKKO_DICTIONARY_PATH", "")
    for root in (*own.split(os.pathsep), *_DICTIONARY_ROOTS):
        path = Path(root).expanduser() / "5" / "mor-standard" / "mor.vfst"
        if root and path.is_file():
            return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return " ".join(sorted(f"{d.language}-{d.variant}" for d in libvoikko.Voikko.listDicts())) or "unknown"


def wanted_backend(backend: str | None = None) -> Backend:
    """The Voikko asked for: `backend`, else the environment, else native.

    Raises:
        SettingsError: There is no Voikko of that name.
    """
    name = backend or os.environ.get(BACKEND_VARIABLE) or "native"
    for known in get_args(Backend):
        if name == known:
            return known  # type: ignore[no-any-return]  # get_args forgets the literals
    raise SettingsError(f"{BACKEND_VARIABLE} is {name!r}; it can be 'native' or 'python'.")


def open_analyser(backend: Backend) -> tuple[Analyser, str]:
    """The Voikko asked for, or the pure-Python one where the native one cannot be loaded; and a sentence saying which.

    Raises:
        LanguageError: No Voikko can be loaded; the message says what to install.
    """
    why = "as asked for"
    if backend == "native":
        try:
            native = NativeVoikko()
        except (OSError, libvoikko.VoikkoException) as error:
            why = f"the native Voikko cannot be loaded: {error}"
        else:
            return native, f"Finnish is read by the native Voikko ({native.version})."
    try:
        python = PythonVoikko()
    except ImportError as error:
        raise LanguageError(f"No Voikko to read Finnish with ({why}; pyvoikko: {error}). {_INSTALL}") from error
    return python, f"Finnish is read by the pure-Python Voikko ({python.version}), {why}."
