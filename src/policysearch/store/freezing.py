"""A copy of the store with what there was at one time alone. A part of `Store`."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any


class Freezing:
    """How the store is copied and narrowed; `Store` has the connection."""

    _db: Any

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing of what is written inside."""
        raise NotImplementedError

    def version_counts(self) -> dict[str, int]:
        """How many versions each address has."""
        query = "SELECT uri, max(number) FROM version JOIN source ON source.id = source GROUP BY uri"
        return {str(uri): int(number) for uri, number in self._db.execute(query)}

    def all_content_keys(self) -> dict[str, tuple[str, str]]:
        """The original of every version of a document, and a text that changes with what was read or found in it."""
        query = "SELECT document.id, sha256, read_stamp, facts_stamp FROM document JOIN snapshot USING (sha256)"
        return {id_: (sha256, f"{read}|{found}") for id_, sha256, read, found in self._db.execute(query)}

    def copy_to(self, path: Path) -> None:
        """Write the store into a new file, as it is now."""
        self._db.execute("VACUUM INTO ?", (str(path),))

    def narrow(
        self, documents: Collection[str], versions: Mapping[str, int], key: Callable[[str], str], until: dt.datetime
    ) -> None:
        """Take out everything that was not there yet.

        Args:
            documents: Ids of those that stay.
            versions: How many versions of an address stay, by its key.
            key: Of an address.
            until: What addresses gave or not is left out from then on.
        """
        at = until.isoformat()
        with self.transaction():
            for (id_,) in self._db.execute("SELECT id FROM document").fetchall():
                if id_ not in documents:
                    self._db.execute("DELETE FROM document WHERE id = ?", (id_,))
            for id_, uri in self._db.execute("SELECT id, uri FROM source").fetchall():
                kept = versions.get(key(uri), 0)
                self._db.execute("DELETE FROM version WHERE source = ? AND number > ?", (id_, kept))
            self._db.execute("DELETE FROM absence WHERE began > ?", (at,))
            self._db.execute("UPDATE absence SET ended = NULL WHERE ended > ?", (at,))
            without = "NOT IN (SELECT source FROM version)"
            self._db.execute(f"UPDATE version SET copy_of = NULL WHERE copy_of {without}")
            self._db.execute(f"DELETE FROM absence WHERE source {without}")
            self._db.execute(f"DELETE FROM source WHERE id {without}")
            self._db.execute("DELETE FROM snapshot WHERE sha256 NOT IN (SELECT sha256 FROM version)")
            self._db.execute("DELETE FROM failure WHERE at > ?", (at,))
            for table in ("thread", "measure_link"):
                self._db.execute(f"DELETE FROM {table}")
            self._db.execute("DELETE FROM meta WHERE name IN ('threads', 'same')")

    def set_revision(self, revision: int) -> None:
        """Say that this is the corpus as it was at a revision."""
        with self.transaction():
            self._db.execute("UPDATE meta SET value = ? WHERE name = 'revision'", (str(revision),))
            same = self._db.execute("SELECT value FROM meta WHERE name = 'same'").fetchone()
            if same:
                stamp = str(same[0]).partition("|")[0]
                self._db.execute("UPDATE meta SET value = ? WHERE name = 'same'", (f"{stamp}|{revision}",))
