"""The catalogue that comes with the program, as a pull reads it, and catalogues that are wrong."""

from pathlib import Path

import pytest

from policysearch.errors import UsageError
from policysearch.sources.catalogue import load_channels

OWN = Path(__file__).resolve().parents[2] / "corpus" / "catalogue.toml"


def test_channels_that_can_be_pulled_are_loaded(tmp_path: Path) -> None:
    """Those with a connector, in the order of the file; one by its name."""
    channels = load_channels((OWN,), tmp_path)
    assert {"helsinki-decisions", "government-feeds", "hankeikkuna", "valto"} <= {channel.id for channel in channels}
    (helsinki,) = load_channels((OWN,), tmp_path, ["helsinki-decisions"])
    assert helsinki.address == "https://paatokset.hel.fi"
    assert helsinki.queries[0] == "ihmiskaup*"


def test_channel_of_pages_has_the_documents_that_name_it(tmp_path: Path) -> None:
    """`documents = true`: the addresses stand in the catalogue once, with their documents."""
    (ombudsman,) = load_channels((OWN,), tmp_path, ["ombudsman"])
    assert "https://yhdenvertaisuusvaltuutettu.fi/mita-ihmiskauppa-on" in ombudsman.options["addresses"]
    assert not ombudsman.topic


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[[channel]]\nid = "a"\nconnector = "web"\n', "channel a in .* has no base"),
        ('[[channel]]\nid = "a"\nconnector = "web"\nbase = 3\n', "base must be of the kind str"),
        ('[[channel]]\nid = "a"\nconnector = "web"\nbase = "x"\n' * 2, "channel a stands twice"),
        ("[[channel]\n", "cannot be read"),
    ],
    ids=["no base", "number", "twice", "no toml"],
)
def test_catalogue_that_is_wrong_says_where(tmp_path: Path, text: str, reason: str) -> None:
    """A mistake is told with the file and the channel."""
    (tmp_path / "catalogue.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=reason):
        load_channels((), tmp_path)
