"""Every error that policysearch raises on purpose: one base, one small subclass a cause.

Each message says what went wrong, where, and what to do next; `cli` and `web` show it in one place each.
"""


class PolicySearchError(Exception):
    """Base of all errors meant for the user; `exit_code` is what the command line ends with."""

    exit_code = 1


class UsageError(PolicySearchError):
    """The call itself cannot be carried out: an option, a date or a setting is not valid."""

    exit_code = 2


class SettingsError(UsageError):
    """`policysearch.toml` or an environment variable holds something that is no setting."""


class CorpusNotFoundError(PolicySearchError):
    """There is no corpus at the given folder."""


class CorpusFormatError(PolicySearchError):
    """The folder holds a corpus of another format, or something that is no corpus."""


class CorpusBusyError(PolicySearchError):
    """Another process is writing to this corpus or index."""


class DocumentNotFoundError(PolicySearchError):
    """No document, or more than one, answers to the given id."""


class WithheldError(DocumentNotFoundError):
    """The document is here, and withheld until a person decides."""


class CaseNotFoundError(PolicySearchError):
    """No document is of a case of the given number, or it does not say whose it is."""


class ActorNotFoundError(PolicySearchError):
    """No actor has the given id."""


class ThreadNotFoundError(PolicySearchError):
    """No commitment, or more than one, answers to the given id, or it belongs to no thread."""


class PictureError(PolicySearchError):
    """A page has no picture, or it cannot be drawn."""


class OriginalGoneError(PictureError):
    """The bytes of an original are not kept, since something in them was forgotten, or withheld."""


class QueryError(UsageError):
    """A query cannot be parsed; the message points at the place, the code point `at` of the query.

    `suggestion` is the nearest query that can be.
    """

    def __init__(self, message: str, *, at: int | None = None, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.at, self.suggestion = at, suggestion


class FreezeError(PolicySearchError):
    """There is no freeze of that name, or none can be made."""


class IndexMismatchError(PolicySearchError):
    """The index was made by another analysis, dictionary, engine or corpus."""


class IndexDamagedError(PolicySearchError):
    """The files of the index are not the ones that were written."""


class IndexNotFoundError(PolicySearchError):
    """There is no index yet, or it was deleted."""


class IndexWriteError(PolicySearchError):
    """The index cannot be written: the disk is full, or the folder gives no right to."""


class EngineError(PolicySearchError):
    """The search engine's package is missing, of another version, or overwritten by another distribution."""


class LanguageError(PolicySearchError):
    """No Voikko, or no Finnish dictionary, can be loaded."""


class WorkersError(PolicySearchError):
    """The child processes that read documents cannot be started."""


class ReadError(PolicySearchError):
    """An original cannot be read: encrypted, truncated, empty, mislabelled or too large."""


class UnsupportedFormatError(ReadError):
    """The file is no document of a kind that is read; it is skipped, which is no failure."""


class FetchError(PolicySearchError):
    """An address cannot be fetched. `status` is what the server answered, None where it did not."""

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class RefusedError(FetchError):
    """An address or an answer breaks a rule of our own: scheme, private network, size, time, redirects."""


class RobotsError(FetchError):
    """The publisher asks programs to leave an address alone; `rule` is where and how it says so."""

    def __init__(self, message: str, *, rule: str) -> None:
        super().__init__(message)
        self.rule = rule


class BudgetError(FetchError):
    """The time that a run may take is spent; what is left comes with the next run."""
