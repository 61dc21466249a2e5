"""Channels of a catalogue: what can be pulled, and what is wrong said plainly."""

from pathlib import Path

import pytest

from policysearch.errors import UsageError
from policysearch.sources.catalogue import load_channels
from policysearch.sources.connectors import connector_of

SHIPPED = Path(__file__).resolve().parents[2] / "corpus" / "catalogue.toml"
ENTRY = '[[channel]]\nid = "a"\nconnector = "web"\nbase = "https://a.example"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "catalogue.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_catalogue_can_be_pulled() -> None:
    """Every channel with a connector has one that exists; what robots rules deny is not pulled unless it is named."""
    channels = load_channels((SHIPPED,), Path())
    assert len(channels) > 8
    for channel in channels:
        assert connector_of(channel)
        assert channel.address
    assert "tweb" not in {channel.id for channel in channels}


def test_channel_of_listed_documents_has_their_addresses(tmp_path: Path) -> None:
    """The catalogue names documents one by one; `documents = true` makes them the channel."""
    text = ENTRY + "options = { documents = true }\n"
    text += '[[document]]\naddress = "https://a.example/1"\nchannel = "a"\n'
    text += '[[document]]\naddress = "https://b.example/2"\nchannel = "b"\n'
    (channel,) = load_channels((written(tmp_path, text),), Path())
    assert channel.options["addresses"] == ["https://a.example/1"]
    assert channel.topic


def test_catalogue_of_the_corpus_is_the_default(tmp_path: Path) -> None:
    """Without a setting it lies in the folder of the corpus."""
    written(tmp_path, ENTRY)
    assert [channel.id for channel in load_channels((), tmp_path)] == ["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[channel", "cannot be read"),
        ('[[channel]]\nid = "a"\nconnector = "web"\n', "channel a in .* has no base"),
        (ENTRY + 'queries = "x"\n', "queries must be of the kind list"),
        (ENTRY + ENTRY, "channel a stands twice"),
    ],
)
def test_wrong_catalogues_are_told(tmp_path: Path, text: str, message: str) -> None:
    """With the file and the channel."""
    with pytest.raises(UsageError, match=message):
        load_channels((written(tmp_path, text),), Path())


def test_missing_catalogue_is_told(tmp_path: Path) -> None:
    """With the setting that names it."""
    with pytest.raises(UsageError, match=r"no catalogue at .*: set pull.catalogue"):
        load_channels((tmp_path / "none.toml",), Path())
