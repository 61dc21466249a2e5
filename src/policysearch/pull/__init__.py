"""Pulls: what channels offer, fetched politely, read as by `ingest`, each with its line in the journal."""

from policysearch.pull.opening import CACHE_NAME, open_client
from policysearch.pull.plan import plan_pull
from policysearch.pull.run import Pull

__all__ = ["CACHE_NAME", "Pull", "open_client", "plan_pull"]
