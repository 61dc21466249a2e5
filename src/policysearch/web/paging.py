"""Long lists in pages."""

from dataclasses import dataclass

from policysearch.web.asking import MOST_OFFSET, Asked

SIZES = ("10", "20", "50", "100")


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list: its number from 1, how many there are, and the addresses of the two beside it."""

    page: int
    n_pages: int
    before: str | None
    after: str | None


def wanted(asked: Asked, *, size: int = 10) -> tuple[int, int]:
    """Limit and offset that `page` and `size` of the address stand for."""
    limit = int(asked.choice("size", SIZES) or size)
    page = asked.number("page", default=1, least=1, most=MOST_OFFSET // limit)
    return limit, (page - 1) * limit


def paging(asked: Asked, *, total: int, limit: int, offset: int) -> Paging:
    """Where in a list of `total` one is."""
    page, n_pages = offset // limit + 1, max(1, -(-total // limit))
    reachable = min(n_pages, MOST_OFFSET // limit)
    return Paging(
        page,
        n_pages,
        asked.here(page=page - 1 if page > 2 else None) if page > 1 else None,
        asked.here(page=page + 1) if page < reachable else None,
    )
