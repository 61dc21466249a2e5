"""What is taken out of the store for good, so that no page of the file holds it any more. A part of `Store`."""

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from typing import Any


class Erasing:
    """How the store forgets; `Store` has the connection."""

    _db: Any

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing of what is written inside."""
        raise NotImplementedError

    def _advance(self) -> None:
        raise NotImplementedError

    def knows_original(self, sha256: str) -> bool:
        """Whether anything of an original is here."""
        query = "SELECT 1 FROM snapshot WHERE sha256 = ? UNION SELECT 1 FROM version WHERE sha256 = ?"
        return self._db.execute(query, (sha256, sha256)).fetchone() is not None

    def addresses_of(self, sha256: str) -> frozenset[str]:
        """The addresses at which an original was met, or one that says the same, and those that files came from."""
        query = (
            "SELECT uri FROM version JOIN source ON source.id IN (version.source, version.copy_of)"
            " WHERE sha256 IN (SELECT :of UNION ALL SELECT sha256 FROM snapshot WHERE says_as = :of)"
        )
        return frozenset(uri for (uri,) in self._db.execute(query, {"of": sha256}))

    def saying_as(self, sha256: str) -> tuple[str, ...]:
        """The originals that say the same as one in other bytes: its documents stand for them."""
        query = "SELECT sha256 FROM snapshot WHERE says_as = ? ORDER BY sha256"
        return tuple(row[0] for row in self._db.execute(query, (sha256,)))

    def erase(self, originals: Iterable[str], addresses: Collection[str]) -> None:
        """Take out originals with all that was read in them, and addresses with all their versions.

        The word forms that are remembered go too: names are among them.

        Args:
            originals: Their hashes.
            addresses: As they were met; versions of other originals that were met there are gone as well.
        """
        with self.transaction():
            for uri in addresses:
                of = "(SELECT id FROM source WHERE uri = ?)"
                self._db.execute(f"UPDATE version SET copy_of = NULL WHERE copy_of = {of}", (uri,))
                for table in ("absence", "version"):
                    self._db.execute(f"DELETE FROM {table} WHERE source = {of}", (uri,))
                for table in ("source", "failure", "skipped"):
                    self._db.execute(f"DELETE FROM {table} WHERE uri = ?", (uri,))
            for sha256 in originals:
                # One that stays, and has no documents of its own, is read again.
                query = "UPDATE snapshot SET says_as = NULL, read_stamp = '' WHERE says_as = ?"
                self._db.execute(query, (sha256,))
                for table in ("version", "document", "snapshot"):
                    self._db.execute(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))
            gone = "DELETE FROM source WHERE id NOT IN (SELECT source FROM version)"
            self._db.execute(f"{gone} AND id NOT IN (SELECT copy_of FROM version WHERE copy_of IS NOT NULL)")
            for table in ("form", "thread", "measure_link"):
                self._db.execute(f"DELETE FROM {table}")
            self._db.execute("DELETE FROM meta WHERE name = 'threads'")
            self._advance()

    def scrub(self) -> bool:
        """Write the file anew without what was taken out, and empty its log; false while another process reads it."""
        self._db.execute("PRAGMA secure_delete = ON")
        self._db.execute("VACUUM")
        self._db.execute("PRAGMA busy_timeout = 500")  # a reader may stay for days: it is told of, not waited for
        is_busy, *_ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._db.execute("PRAGMA busy_timeout = 30000")
        return not is_busy
