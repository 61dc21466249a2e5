"""What many tests share: a corpus of the examples made once a run, and the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock
from hypothesis import HealthCheck, settings

from policysearch.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "corpus" / "examples"
TODAY = "2023-06-01"

Run = Callable[..., Result]

# A busy machine is slow, not wrong: no property is judged by the clock.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches a test."""
    for name in ("CORPUS", "INDEX", "ENGINE", "TODAY", "JOBS", "OCR"):
        monkeypatch.delenv(f"POLICYSEARCH_{name}", raising=False)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder with `corpus` and `index` of all example documents; read only."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder = shared / "examples"
    with FileLock(f"{folder}.lock"):
        if not (folder / "done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            result = CliRunner().invoke(
                main,
                ["ingest", str(EXAMPLES), "--corpus", str(folder / "corpus"), "--index", str(folder / "index")],
            )
            assert result.exit_code == 0, result.output
            (folder / "done").touch()
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command on an empty corpus in `tmp_path`; `examples=` runs it on the corpus of the examples."""

    def call(*arguments: str | Path, examples: Path | None = None, **options: object) -> Result:
        folder = examples or tmp_path
        places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index"), "--today", TODAY]
        return CliRunner().invoke(main, [*map(str, arguments), *places], **options)  # type: ignore[arg-type]

    return call
