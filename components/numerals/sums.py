"""Adding up the parts of a number: three hundred and five thousand."""

from __future__ import annotations

from dataclasses import dataclass

from components.numerals.tokens import Token
from components.numerals.words import HALF_AFTER, vocabulary

_HUNDRED, _DOZEN, _THOUSAND, _LAKH, _CRORE = 1e2, 12.0, 1e3, 1e5, 1e7


class UncertainError(ValueError):
    """Parts that may not be one number."""


@dataclass
class Sum:
    """What the parts of a number come to so far.

    Parameters
    ----------
    language
        By its ISO 639-1 code.
    total
        What already has a scale: three billion.
    thousands, small
        What may still be multiplied: four thousand, six hundred.
    smallest
        The scale that the next one must stay below.
    before, joined
        The kind of the part before, and whether an "and" stands before that.
    """

    language: str
    total: float = 0.0
    thousands: float = 0.0
    small: float | None = None
    smallest: float = float("inf")
    before: str = ""
    joined: bool = False

    @property
    def value(self) -> float:
        """The number."""
        return self.total + self.thousands + (self.small or 0.0)

    def take(self, part: Token, follows: str) -> None:
        """Add a part.

        Parameters
        ----------
        follows
            The kind of the part after it; empty if there is none.

        Raises
        ------
        UncertainError
            If it makes the number uncertain.
        """
        if part.kind == "half":
            self._take_half(follows)
        elif part.kind == "article":
            self._take_article(follows)
        elif part.kind in ("figure", "unit") and part.value is not None:
            self._take_number(part.kind, part.value)
        elif part.kind == "scale" and part.value is not None:
            self._take_scale(part.text, part.value)
        elif part.kind != "and":
            raise UncertainError
        self.joined = self.before == "and" if part.kind == "article" else False
        self.joined = self.joined or part.kind == "and"
        self.before = part.kind

    def _take_half(self, follows: str) -> None:
        if self.joined and self.small is not None:
            self.small += 0.5
        elif self.joined and self.language in HALF_AFTER and not follows and self.total:
            self.total += self.smallest / 2
        elif (
            not self.total
            and follows in ("scale", "article")
            and (self.small is None or (self.small == 1 and self.before == "unit"))
        ):
            self.small = 0.5
        else:
            raise UncertainError

    def _take_article(self, follows: str) -> None:
        if follows == "scale" and self.small is None:
            self.small = 1.0
        elif follows not in ("scale", "half"):
            raise UncertainError

    def _take_number(self, kind: str, value: float) -> None:
        if self.small is None:
            self.small = value
        elif kind == "figure":
            # Said twice, as contracts do: twenty (20).
            if self.before != "unit" or self.small != value:
                raise UncertainError
        elif self._adds_up(value):
            self.small += value
        else:
            raise UncertainError

    def _adds_up(self, value: float) -> bool:
        """Return whether a number word continues another: forty-two."""
        small = self.small or 0.0
        room = 10 if small % 100 else 100
        return small >= 20 and small % room == 0 and 0 < value < room

    def _take_scale(self, word: str, value: float) -> None:
        if value in (_HUNDRED, _DOZEN):
            if self.small is None or self.small >= 100:
                raise UncertainError
            self.small *= value
        elif value == _THOUSAND:
            self._take_thousand(word)
        elif self.small is None and not self.thousands:
            # Five lakh crore: two of India's scales, one on the other.
            if (self.smallest, value) != (_LAKH, _CRORE):
                raise UncertainError
            self.total *= value
            self.smallest = value
        elif value < self.smallest:
            self.total += (self.thousands + (self.small or 0.0)) * value
            self.thousands, self.small, self.smallest = 0.0, None, value
        else:
            raise UncertainError

    def _take_thousand(self, word: str) -> None:
        known = vocabulary(self.language)
        alone = known is not None and word == known.alone and self.before != "scale"
        if self.thousands or (self.small is None and not alone):
            raise UncertainError
        self.thousands = (1.0 if self.small is None else self.small) * _THOUSAND
        self.small = None
