"""What pulls do and leave out, for people and as records."""

from typing import Any

from rich.text import Text

from policysearch.model.pulling import Fetched, Plan


def plan_text(plan: Plan) -> Text:
    """One line of a dry run."""
    text = Text(f"{plan.action}: ", style="dim").append(plan.uri).append(f"  {plan.title}" if plan.title else "")
    return text.append(f"  ({plan.rule})", style="yellow") if plan.rule else text


def left_out_text(line: Fetched) -> Text:
    """One document that was left out, its rule below it."""
    text = Text(f"{line.channel} · {line.at:%Y-%m-%d} · ").append(line.title or line.key, style="bold")
    text.append(f"\n   {line.rule}", style="yellow")
    if line.reason and line.reason != line.rule:
        text.append(f" · {line.reason}")
    return text.append(f"\n   {line.uri}", style="dim")


def left_out_record(line: Fetched) -> dict[str, Any]:
    """The same as a record."""
    return {
        "channel": line.channel,
        "uri": line.uri,
        "key": line.key,
        "title": line.title,
        "rule": line.rule,
        "reason": line.reason,
        "at": line.at.isoformat(timespec="seconds"),
        "sha256": line.sha256,
        "series": line.series,
        "parent": line.parent,
    }
