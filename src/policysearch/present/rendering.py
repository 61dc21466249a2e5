"""Files that stand by themselves, from the templates in the folder beside this module."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


def rendered(name: str, **values: Any) -> str:
    """The template `name` with `values`; every text is escaped."""
    environment = Environment(
        loader=PackageLoader("policysearch", "present/templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template(name).render(**values)
