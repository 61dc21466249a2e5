"""What is held back until a person has looked, for a terminal and as records."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from policysearch.model.held import HeldDocument
from policysearch.present.records import Record

_KINDS = {
    "identity_code": "personal identity code",
    "personal_data": "its record says that it holds personal data",
    "not_public": "its record says that it is not public",
    "stamp": "stamp of secrecy",
}


def held_lines(found: Iterable[HeldDocument]) -> Iterator[Text]:
    """A line a document, and one a reason."""
    for one in found:
        yield Text.assemble((one.id[:8], "cyan"), f"  {one.uri}")
        for reason in one.reasons:
            page = f", p. {reason.page}" if reason.page else ""
            yield Text(f"    {_KINDS[reason.kind]}: {reason.said}{page}", style="yellow")


def held_record(one: HeldDocument) -> Record:
    """The `held` record."""
    reasons = [{"kind": reason.kind, "said": reason.said, "page": reason.page} for reason in one.reasons]
    return {"record": "held", "id": one.id, "sha256": one.sha256, "uri": one.uri, "reasons": reasons}
