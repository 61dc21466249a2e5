"""The body of an answer, decoded piece by piece within limits, so that no answer can fill memory or disk."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from policysearch.errors import RefusedError
from policysearch.sources.transport import NoAnswerError

_PIECE = 64 * 1024
_MOST_TIMES = 200
"""How many times its size a body may unpack to; pages of tables reach some 40."""
_SMALL = 8 * 2**20
"""Below this size nobody is harmed, however well a body was packed."""
ENCODINGS = "gzip, deflate"


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """The largest body, in bytes, and the name of the setting that says so."""

    n_bytes: int
    setting: str


def body_of(headers: Mapping[str, str], chunks: Iterable[bytes], limit: BodyLimit) -> Iterator[bytes]:
    """The decoded body, in pieces.

    Raises:
        RefusedError: It is larger than `limit`, or unpacks to an absurd size, or is packed in an unknown way.
        NoAnswerError: It is cut short, or not what its header says.
    """
    said = headers.get("content-length", "")
    if said.isdigit() and int(said) > limit.n_bytes:
        raise RefusedError(f"is {_mib(int(said))}, {_more_than(limit)}")
    encoding = headers.get("content-encoding", "identity").strip().casefold()
    if encoding in ("", "identity"):
        pieces: Iterator[bytes] = iter(chunks)
    elif encoding in ("gzip", "x-gzip", "deflate"):
        pieces = _unpacked(chunks, encoding)
    else:
        raise RefusedError(f"is packed as {encoding}, which was not asked for")
    n_bytes = 0
    for piece in pieces:
        n_bytes += len(piece)
        if n_bytes > limit.n_bytes:
            raise RefusedError(f"is {_more_than(limit)}")
        yield piece


def _unpacked(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    n_in = n_out = 0
    unpacker = None
    is_done = True
    for chunk in chunks:
        n_in += len(chunk)
        rest = chunk
        while rest:
            if unpacker is None:
                unpacker = _unpacker(encoding, rest)
            try:
                piece = unpacker.decompress(rest, _PIECE)
            except zlib.error as error:
                raise NoAnswerError(f"is damaged: it cannot be unpacked ({error})") from error
            n_out += len(piece)
            if n_out > _SMALL and n_out > _MOST_TIMES * n_in:
                raise RefusedError(f"unpacks to more than {_MOST_TIMES} times its size: taken for a bomb")
            yield piece
            is_done = unpacker.eof
            rest = unpacker.unused_data if is_done else unpacker.unconsumed_tail
            if is_done:
                unpacker = None  # another member may follow
            elif not piece and not rest:
                break
    if not is_done:
        raise NoAnswerError("is cut short: the end of what was packed is missing")


def _unpacker(encoding: str, start: bytes) -> "zlib._Decompress":
    if encoding != "deflate":
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    # Servers send both, with the zlib header (RFC 1950) and without.
    has_header = start[0] & 0x0F == 8 and len(start) > 1 and (start[0] * 256 + start[1]) % 31 == 0
    return zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)


def _more_than(limit: BodyLimit) -> str:
    return f"more than the {_mib(limit.n_bytes)} that {limit.setting} allows"


def _mib(n_bytes: int) -> str:
    return f"{n_bytes / 2**20:.0f} MiB" if n_bytes >= 2**20 else f"{n_bytes} bytes"
