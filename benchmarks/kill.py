"""Kill a pull of many documents at random moments, and compare what one more run makes with an undisturbed corpus.

python benchmarks/kill.py [--documents 500] [--kills 20] [--points 20] [--seed 1] [--folder FOLDER]

`--kills` of the runs are killed at random moments, `--points` at a random one of the numbered points of the program.

The pull is the real command with its child processes, against a server on loopback. Every tenth document is beside the
topic, every twentieth a copy of another. Ends with exit code 1 if the two corpora differ.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.pull.dump import dump  # noqa: E402
from tests.pull.made import Publisher  # noqa: E402
from tests.sources.site import Site, open_site  # noqa: E402

from policysearch.kill_points import VARIABLE  # noqa: E402

POINTS_A_DOCUMENT = 12
"""About so many are passed for each new one."""
PROGRAM = """
import sys
from policysearch.sources import connectors
from tests.pull.made import listing
connectors.CONNECTORS = {"made": listing}
from policysearch.cli import main
if __name__ == "__main__":
    main(sys.argv[1:])
"""


def publish(site: Site, n_documents: int) -> Publisher:
    publisher = Publisher(site)
    for number in range(n_documents):
        name = f"d{number:03}"
        publisher.put(name, topic=number % 10 != 3, until=f"{number % 28 + 1}.1.{2025 + number % 9}")
        if number % 20 == 7:
            site.pages[f"/{name}.html"] = site.pages[f"/d{number - 1:03}.html"]
    return publisher


def start(folder: Path, **variables: str) -> subprocess.Popen[bytes]:
    (folder / "pull.py").write_text(PROGRAM, encoding="utf-8")
    places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))), **variables}
    command = [sys.executable, str(folder / "pull.py"), "pull", *places]
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def run_whole(folder: Path) -> float:
    begun = time.monotonic()
    output, _ = start(folder).communicate()
    print(f"{folder.name}: {output.decode().strip()}", flush=True)
    return time.monotonic() - begun


def run_killed(folder: Path, site: Site, chance: random.Random, n_new: int) -> str:
    """Kill a run once it fetched a random number of documents that it did not have, and a moment later."""
    process = start(folder)
    before = len(site.log)
    wanted = chance.randint(1, 2 * n_new)
    while process.poll() is None:
        if sum(access.status == 200 and access.path.endswith(".html") for access in site.log[before:]) >= wanted:
            time.sleep(chance.uniform(0, 0.3))
            process.send_signal(signal.SIGKILL)
            break
        time.sleep(0.01)
    assert process.stdout is not None
    process.stdout.close()
    ended = process.wait()
    return "killed" if ended == -signal.SIGKILL else f"ended by itself with {ended}"


def run_to_point(folder: Path, number: int) -> str:
    """A run that kills itself at one of its numbered points."""
    process = start(folder, **{VARIABLE: str(number)})
    process.communicate()
    how = "killed" if process.returncode == -signal.SIGKILL else f"ended by itself with {process.returncode}"
    return f"{how} at point {number}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--points", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    root = options.folder or Path(tempfile.mkdtemp(prefix="kill-"))
    with open_site() as site:
        publisher = publish(site, options.documents)
        folders = [root / "whole", root / "killed"]
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            publisher.write_settings(folder)
        seconds = run_whole(folders[0])
        print(f"undisturbed: {seconds:.0f} s, {len(site.log)} requests", flush=True)
        n_runs = options.kills + options.points
        n_new = max(1, options.documents // max(1, n_runs))
        at_points = chance.sample([True] * options.points + [False] * options.kills, n_runs)
        for number, at_point in enumerate(at_points, start=1):
            how = (
                run_to_point(folders[1], chance.randint(1, 2 * n_new * POINTS_A_DOCUMENT))
                if at_point
                else run_killed(folders[1], site, chance, n_new)
            )
            print(f"run {number}: {how}", flush=True)
        seconds = run_whole(folders[1])
        print(f"one more run: {seconds:.0f} s", flush=True)
    first, second = (dump(folder / "corpus") for folder in folders)
    differing = sorted(set(first) ^ set(second))
    print(f"{len(first)} and {len(second)} lines of dump, {len(differing)} differ")
    for line in differing[:20]:
        print(("only undisturbed: " if line in first else "only killed: ") + line[:300])
    return int(first != second)


if __name__ == "__main__":
    raise SystemExit(main())
