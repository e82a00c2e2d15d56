"""The ways a rule says no. Views and the API translate them; nothing below them knows of HTTP."""

from dataclasses import dataclass


class DomainError(Exception):
    """A rule was not kept.

    ``code`` is stable and lower_snake; ``message`` is a sentence for the person who acted,
    saying what to do next; ``field`` names the input it belongs to, if any.
    """

    def __init__(self, code: str, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field


@dataclass(frozen=True, slots=True)
class Denial:
    """Why an action is not possible now. Policies (``deny_…``) return one or None."""

    code: str
    message: str


class NotAllowed(DomainError):
    """Raised by a service when a policy returned a denial."""

    @classmethod
    def because(cls, denial: Denial) -> "NotAllowed":
        return cls(denial.code, denial.message)


def require(denial: Denial | None) -> None:
    """Raise ``NotAllowed`` where a policy answered with a denial."""
    if denial is not None:
        raise NotAllowed.because(denial)
