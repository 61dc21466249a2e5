"""Sums of money: *45,0 miljoonaa euroa*, *280 000 euron rahoitus*, *1,2 milj. €*, *500 e*."""

import re
from decimal import Decimal

from policysearch.model.facts import Amount

_AMOUNT = re.compile(
    r"(?<![\d,.])(?<!\d, )(?P<number>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)[ \u00a0\u202f]*"
    r"(?P<scale>tuha(?:nnen|tta|nsilla)?|tuhat|t|miljoona[a-zäö]*|milj\.?|M|miljardi[a-zäö]*|mrd\.?)?[ \u00a0\u202f]*"
    r"(?P<currency>euroa?n?|euro[a-zäö]+|€|EUR|e)(?![\w])",
)
_WORDS = re.compile(
    r"(?:(?<!\w)(?P<number>\w+)[ \u00a0])?(?<!\w)(?P<scale>miljoon\w*|tuhat|tuhannen)[ \u00a0]euro[a-zäö]*(?!\w)",
    re.IGNORECASE,
)
_CASE = r"(?:n|t?[aä]|ll[aä]|lt[aä]|lle|ss[aä]|st[aä]|ksi|een|[aä]än|än)?"
_NUMERALS = (
    (r"puolitoista|puolentoista", "1.5"),
    (r"puoli|puole|puolt", "0.5"),
    (r"yhdeksä", "9"),
    (r"kahdeksa", "8"),
    (r"yksi|yhde|yht|yhte", "1"),
    (r"kaksi|kahde|kaht|kahte", "2"),
    (r"kolme", "3"),
    (r"neljä", "4"),
    (r"viisi|viide|viit|viite", "5"),
    (r"kuusi|kuude|kuut|kuute", "6"),
    (r"seitsemä|seitseme", "7"),
    (r"kymmene|kymmen", "10"),
    (r"sata|sada", "100"),
)
"""Stems of numbers in words, and what they say; others, and words such as *muutama*, leave a sum untold."""
_UNTOLD = re.compile(
    r"(?:pari|muutam|use[ai]|mon[it]|kymmeni|sato|sadoi|tuhans|lähe)\w*|\w*(?:kymmen|toista|sat[aoj]|sada)\w*"
)
_SCALES = (
    ("tuha", 1_000),
    ("t", 1_000),
    ("milja", 1_000_000_000),
    ("mrd", 1_000_000_000),
    ("milj", 1_000_000),
    ("m", 1_000_000),
)


def find_amount(text: str) -> Amount | None:
    """The sum a clause is about: the one that is no share of another (*70 miljoonan määrärahasta 17 miljoonaa*).

    Args:
        text: The clause. The first sum that stands as an object or subject is taken; where every sum is a
            modifier in the genitive, the first.
    """
    found = [(match, _value(match)) for match in _AMOUNT.finditer(text)]
    if not found:
        return _in_words(text)
    free = [value for match, value in found if not match["currency"].endswith("n")]
    return Amount(free[0] if free else found[0][1])


def _in_words(text: str) -> Amount | None:
    """*miljoona euroa*, *kymmenellä miljoonalla eurolla*; nothing where the number is vague: *miljoonia euroja*."""
    match = _WORDS.search(text)
    if match is None or match["scale"].casefold().startswith("miljooni"):
        return None
    word = (match["number"] or "").casefold()
    told = next((value for stem, value in _NUMERALS if re.fullmatch(f"(?:{stem}){_CASE}", word)), None)
    if told is None and _UNTOLD.fullmatch(word):
        return None
    value = Decimal(told or 1) * _scale(match["scale"])
    return Amount(value.quantize(Decimal(1)))


def _value(match: re.Match[str]) -> Decimal:
    number = re.sub(r"[ \u00a0\u202f.]", "", match["number"]).replace(",", ".")
    value = Decimal(number) * _scale(match["scale"])
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _scale(word: str | None) -> int:
    if not word:
        return 1
    return next((scale for start, scale in _SCALES if word.lower().startswith(start)), 1)
