"""Addresses, the versions that were met there, and when they gave nothing. A part of `Store`."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from policysearch import codec
from policysearch.model.source import AddressEvent, AddressEventKind, Metadata, Snapshot, Source

_TIMES = "source.uri, version.sha256, size, retrieved_at, told_at"
_FAR = 1_000_000
"""More than an address ever has versions."""
_IS_TOLD = "told_at IS NOT NULL AND told_at = retrieved_at"


class Addresses:
    """What the store knows of addresses; `Store` has the connection."""

    _db: Any

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing of what is written inside."""
        raise NotImplementedError

    def _advance(self) -> None:
        raise NotImplementedError

    # --- writing --------------------------------------------------------------------------------------------------

    def add_version(self, snapshot: Snapshot, overrides: Metadata, *, url: str | None = None) -> bool:
        """Make the snapshot a version of its source, in the order of time; true if it is the newest of several.

        Args:
            snapshot: What was met, where and when.
            overrides: The user's own values.
            url: The address on the web that this file came from, as the user says. It becomes a source too; what we
                have met there ourselves stays the newest version of it.
        """
        with self.transaction():
            if url is not None:
                self._add_told(replace(snapshot, uri=url), overrides)
            self._db.execute("INSERT INTO source (uri) VALUES (?) ON CONFLICT DO NOTHING", (snapshot.uri,))
            newest = self.newest_sha256(snapshot.uri)
            later = self._met_later(snapshot)
            if later is not None:
                self._insert_before(later, snapshot, overrides)
            elif newest != snapshot.sha256:
                self._insert_version(snapshot, overrides, told=False)
            self._settle(snapshot, url)
            self._db.execute("DELETE FROM failure WHERE uri = ? AND kept IN ('', ?)", (snapshot.uri, snapshot.sha256))
            self._db.execute("DELETE FROM skipped WHERE uri = ?", (snapshot.uri,))
        return later is None and newest is not None and newest != snapshot.sha256

    def withdraw(self, uri: str, at: dt.datetime, status: int | None) -> bool:
        """Note that an address gives nothing more; false if it is unknown, or known to give nothing."""
        with self.transaction():
            if self.newest_sha256(uri) is None or self.is_withdrawn(uri):
                return False
            query = "INSERT OR IGNORE INTO absence SELECT id, ?, ?, NULL FROM source WHERE uri = ?"
            added = self._db.execute(query, (at.isoformat(), status, uri)).rowcount
            if added:
                self._advance()
        return bool(added)

    # --- reading --------------------------------------------------------------------------------------------------

    def newest_sha256(self, uri: str) -> str | None:
        """The hash of the current version of a source."""
        query = (
            "SELECT sha256 FROM version JOIN source ON source.id = source WHERE uri = ? ORDER BY number DESC LIMIT 1"
        )
        row = self._db.execute(query, (uri,)).fetchone()
        return None if row is None else str(row[0])

    def newest_at(self, uri: str) -> dt.datetime | None:
        """When the current version of a source was met, or was last withdrawn, whichever came later."""
        query = (
            "SELECT max(at) FROM (SELECT source, retrieved_at AS at FROM version WHERE told_at IS NOT retrieved_at"
            " UNION ALL SELECT source, began FROM absence) JOIN source ON source.id = source WHERE uri = ?"
        )
        at = self._db.execute(query, (uri,)).fetchone()[0]
        return None if at is None else dt.datetime.fromisoformat(at)

    def has_version(self, snapshot: Snapshot) -> bool:
        """Whether the source had this snapshot at that time."""
        query = (
            "SELECT 1 FROM version JOIN source ON source.id = source WHERE uri = ? AND sha256 = ? AND retrieved_at = ?"
        )
        values = (snapshot.uri, snapshot.sha256, snapshot.retrieved_at.isoformat())
        return self._db.execute(query, values).fetchone() is not None

    def is_withdrawn(self, uri: str) -> bool:
        """Whether the address gave nothing when it was last looked at."""
        query = "SELECT 1 FROM absence JOIN source ON source.id = source WHERE uri = ? AND ended IS NULL"
        return self._db.execute(query, (uri,)).fetchone() is not None

    def sources(self, sha256: str) -> tuple[Source, ...]:
        """Addresses at which an original was met, or one that says the same; those where it is the newest first.

        The time is that of these bytes, where the address gave both.
        """
        query = (
            "SELECT uri, retrieved_at, number = (SELECT max(number) FROM version AS newer"
            " WHERE newer.source = version.source) AS newest, told_at = retrieved_at AS told, began, status, sha256"
            " FROM version JOIN source ON source.id = version.source"
            " LEFT JOIN absence ON absence.source = version.source AND ended IS NULL"
            " WHERE sha256 IN (SELECT :sha256 UNION ALL SELECT sha256 FROM snapshot WHERE says_as = :sha256)"
            " ORDER BY newest DESC, began IS NOT NULL, retrieved_at, uri"
        )
        found: dict[str, Source] = {}
        own: set[str] = set()
        for uri, at, newest, told, began, status, of in self._db.execute(query, {"sha256": sha256}).fetchall():
            withdrawn = None if began is None else dt.datetime.fromisoformat(began)
            source = Source(uri, dt.datetime.fromisoformat(at), bool(newest), bool(told), withdrawn, status)
            known = found.setdefault(uri, source)  # an address that went back to this original has it in two versions
            if of == sha256 and uri not in own and not told:
                own.add(uri)
                found[uri] = replace(known, retrieved_at=source.retrieved_at)
        return tuple(found.values())

    def history(self, uri: str) -> tuple[AddressEvent, ...]:
        """What happened at an address, in the order of time."""
        return tuple(sorted(self._history(uri), key=lambda event: event.at))

    def version_pairs(self) -> tuple[tuple[str, Snapshot, Snapshot], ...]:
        """Each version of a source beside the one before it: the address, the older and the newer; newest first.

        Versions that say the same in other bytes are one: that with the documents.
        """
        query = (
            "SELECT uri, original, size, retrieved_at FROM met JOIN source ON source.id = source"
            " JOIN snapshot ON snapshot.sha256 = original ORDER BY uri, number"
        )
        pairs: list[tuple[str, Snapshot, Snapshot]] = []
        before: Snapshot | None = None
        for uri, sha256, size, at in self._db.execute(query).fetchall():
            now = Snapshot(uri, sha256, size, dt.datetime.fromisoformat(at))
            if before and before.uri == uri and before.sha256 != sha256:
                pairs.append((uri, before, now))
            before = now
        return tuple(sorted(pairs, key=lambda pair: pair[2].retrieved_at, reverse=True))

    # --- inside ---------------------------------------------------------------------------------------------------

    def _history(self, uri: str) -> Iterator[AddressEvent]:
        query = "SELECT began, status, ended FROM absence JOIN source ON source.id = source WHERE uri = ?"
        absences = self._db.execute(query, (uri,)).fetchall()
        versions = self._versions(uri)
        for began, status, ended in absences:
            at = dt.datetime.fromisoformat(began)
            last = next(version for version in reversed(versions) if version.at <= at)
            yield replace(last, kind="withdrawn", at=at, status=status)
            back = None if ended is None else dt.datetime.fromisoformat(ended)
            if back is not None and not any(v.at == back and v.sha256 != last.sha256 for v in versions):
                yield replace(last, kind="returned", at=back)
                versions = [version for version in versions if version.at != back]
        yield from versions

    def _versions(self, uri: str) -> list[AddressEvent]:
        """The versions of an address, in the order of time; one that the user named and we then met has two."""
        query = (
            f"SELECT {_TIMES} FROM version JOIN source ON source.id = source JOIN snapshot USING (sha256) WHERE uri = ?"
        )
        found: list[AddressEvent] = []
        for _, sha256, size, met_at, told_at in self._db.execute(query, (uri,)).fetchall():
            documents = self.snapshot_documents(sha256)
            kinds: dict[str, AddressEventKind] = {met_at: "met"} | ({told_at: "told"} if told_at else {})
            found += (
                AddressEvent(uri, kind, dt.datetime.fromisoformat(at), sha256, size, documents=documents)
                for at, kind in kinds.items()
            )
        found.sort(key=lambda event: event.at)
        return [
            replace(now, kind="same_text") if before and _says_as(before, now) else now
            for before, now in zip((None, *found), found, strict=False)
        ]

    def snapshot_documents(self, sha256: str) -> tuple[str, ...]:
        """Ids of the documents of an original, in order."""
        query = "SELECT id FROM document WHERE sha256 = ? ORDER BY ordinal"
        return tuple(row[0] for row in self._db.execute(query, (self.original_of(sha256),)))

    def originals_at(self, uris: Iterable[str]) -> tuple[str, ...]:
        """The originals that were ever met at some addresses, in order, also those that say the same as another."""
        query = "SELECT DISTINCT sha256 FROM version JOIN source ON source.id = source WHERE uri = ?"
        return tuple(sorted({row[0] for uri in uris for row in self._db.execute(query, (uri,))}))

    def originals_withdrawn(self) -> tuple[str, ...]:
        """The originals with documents that were met at an address which gives nothing now, in order."""
        query = (
            "SELECT DISTINCT original FROM met JOIN absence USING (source) JOIN document ON document.sha256 = original"
            " WHERE ended IS NULL ORDER BY 1"
        )
        return tuple(row[0] for row in self._db.execute(query))

    def take_out(self, sha256: str, *, read_stamp: str) -> None:
        """Take the documents of an original out of the corpus until it is read again; its addresses stay.

        What was made of them goes with them: threads hold their words.
        """
        with self.transaction():
            self._db.execute("DELETE FROM document WHERE sha256 = ?", (sha256,))
            self._db.execute("UPDATE snapshot SET read_stamp = ? WHERE sha256 = ?", (read_stamp, sha256))
            for table in ("thread", "measure_link"):
                self._db.execute(f"DELETE FROM {table}")
            self._db.execute("DELETE FROM meta WHERE name = 'threads'")
            self._advance()

    def read_again(self, sha256: str) -> None:
        """Have an original read again, whatever it was read by."""
        with self.transaction():
            self._db.execute("UPDATE snapshot SET read_stamp = '' WHERE sha256 = ?", (sha256,))

    def original_of(self, sha256: str) -> str:
        """The original whose documents stand for one: itself, or another that says the same."""
        row = self._db.execute("SELECT says_as FROM snapshot WHERE sha256 = ?", (sha256,)).fetchone()
        return sha256 if row is None or row[0] is None else str(row[0])

    def original_before(self, snapshot: Snapshot) -> str | None:
        """The original with the documents of what the address gave before the snapshot; None where it gave nothing."""
        query = (
            "SELECT original FROM met JOIN source ON source.id = source"
            " WHERE uri = ? AND sha256 <> ? AND retrieved_at <= ? ORDER BY number DESC LIMIT 1"
        )
        values = (snapshot.uri, snapshot.sha256, snapshot.retrieved_at.isoformat())
        row = self._db.execute(query, values).fetchone()
        return None if row is None else str(row[0])

    def _add_told(self, snapshot: Snapshot, overrides: Metadata) -> None:
        """Make an address that the user named a source; beside what was met there it is an older version."""
        self._db.execute("INSERT INTO source (uri) VALUES (?) ON CONFLICT DO NOTHING", (snapshot.uri,))
        query = (
            f"SELECT sha256, {_IS_TOLD} FROM version JOIN source ON source.id = source WHERE uri = ? ORDER BY number"
        )
        known = self._db.execute(query, (snapshot.uri,)).fetchall()
        if known and (known[-1][0] == snapshot.sha256 or any(s == snapshot.sha256 for s, _ in known)):
            return
        self._insert_version(snapshot, overrides, told=True, first=bool(known and not known[-1][1]))

    def _insert_version(
        self, snapshot: Snapshot, overrides: Metadata, *, told: bool, first: bool = False, number: int | None = None
    ) -> None:
        """Write a version: the last one, else the `first`, or the one with a `number` that is free."""
        at = snapshot.retrieved_at.isoformat()
        free = "coalesce(min(number), 0) - 1" if first else "coalesce(max(number), 0) + 1"
        self._db.execute(
            f"INSERT INTO version SELECT source.id, coalesce(?, {free}), ?, ?, ?, ?, NULL"
            " FROM source LEFT JOIN version ON source = source.id WHERE uri = ?",
            (number, snapshot.sha256, at, codec.encode(overrides), at if told else None, snapshot.uri),
        )
        self._advance()

    def _met_later(self, snapshot: Snapshot) -> int | None:
        """The number of the first version that was met there after the snapshot was: it could be read before that."""
        query = (
            "SELECT min(number) FROM version JOIN source ON source.id = source"
            " WHERE uri = ? AND retrieved_at > ? AND told_at IS NOT retrieved_at"
        )
        number = self._db.execute(query, (snapshot.uri, snapshot.retrieved_at.isoformat())).fetchone()[0]
        return None if number is None else int(number)

    def _insert_before(self, later: int, snapshot: Snapshot, overrides: Metadata) -> None:
        of_source = "source = (SELECT id FROM source WHERE uri = ?)"
        query = f"SELECT sha256 FROM version WHERE {of_source} AND number IN (?, ?)"
        if (snapshot.sha256,) in self._db.execute(query, (snapshot.uri, later - 1, later)).fetchall():
            return
        for step in (_FAR, 1 - _FAR):  # in two steps, since two versions never have one number
            query = f"UPDATE version SET number = number + ? WHERE {of_source} AND number >= ?"
            self._db.execute(query, (step, snapshot.uri, later if step > 0 else later + _FAR))
        self._insert_version(snapshot, overrides, told=False, number=later)

    def _settle(self, snapshot: Snapshot, url: str | None) -> None:
        """What else it says that bytes were met: a file came from there, a told address is true, it is back."""
        at, uri = snapshot.retrieved_at.isoformat(), snapshot.uri
        of_newest = (
            "WHERE source = (SELECT id FROM source WHERE uri = ?) AND number ="
            " (SELECT max(number) FROM version AS newer WHERE newer.source = version.source)"
        )
        changed = self._db.execute(
            f"UPDATE version SET retrieved_at = ? {of_newest} AND {_IS_TOLD} AND sha256 = ?",
            (at, uri, snapshot.sha256),
        ).rowcount
        if url is not None:
            changed += self._db.execute(
                f"UPDATE version SET copy_of = (SELECT id FROM source WHERE uri = ?) {of_newest}"
                " AND copy_of IS NOT (SELECT id FROM source WHERE uri = ?)",
                (url, uri, url),
            ).rowcount
        changed += self._db.execute(
            "UPDATE absence SET ended = ? WHERE source = (SELECT id FROM source WHERE uri = ?)"
            " AND ended IS NULL AND began < ?",
            (at, uri, at),
        ).rowcount
        if changed:
            self._advance()


def _says_as(before: AddressEvent, now: AddressEvent) -> bool:
    """Whether an address gave other bytes that say the same."""
    return now.kind == "met" and now.sha256 != before.sha256 and now.documents == before.documents != ()
