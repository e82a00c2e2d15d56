"""The columns of a table for criteria: what each is for, and what its head says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from recruitment.domain.remembering import remembered

_GENERIC = re.compile(
    r"^(?:the |key |job |post |selection |person |personal specification |specific |main )*"
    r"(?:criteri(?:a|on)|attributes?|categor(?:y|ies)|factors?|requirements?|areas?|headings?|items?|aspects?|elements?|"
    r"competenc(?:y|ies|e|es)|descriptions?|specification|sections?|dimensions?|qualit(?:y|ies)|details?|no|number|ref)"
    r"(?: (?:area|description|details?|criteria|for the (?:post|role|job)))?s?$|"
    r"^what (?:we|you)(?: are| will|ll| re)? (?:need|looking for|want|look for|bring)(?: from you)?$",
    re.IGNORECASE,
)


class Role(StrEnum):
    NUMBER = "number"
    SECTION = "section"
    TEXT = "text"
    ESSENTIAL = "essential"
    DESIRABLE = "desirable"
    REQUIREMENT = "requirement"
    EVIDENCE = "evidence"
    METHOD = "method"
    WEIGHT = "weight"
    PANEL = "panel"  # to be filled in on paper
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Columns:
    """Roles by column; the canonical letter of each tick column; a section named in the head; its key.

    ``methods_of_sides``: how all below a head is assessed, by “Essential, to be identified by: form”.
    """

    roles: tuple[Role, ...]
    methods: tuple[str | None, ...] = ()
    names: tuple[str, ...] = ()
    key: dict[str, str] = field(default_factory=dict)
    texts_side_by_side: bool = False
    methods_of_sides: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)

    def at(self, role: Role) -> list[int]:
        return [index for index, own in enumerate(self.roles) if own is role]

    @property
    def asks_requirement(self) -> bool:
        return bool({Role.ESSENTIAL, Role.DESIRABLE, Role.REQUIREMENT} & set(self.roles))

    def with_first(self, role: Role) -> "Columns":
        """The same columns behind one more at the left."""
        methods = (None, *self.methods) if self.methods else ()
        return replace(self, roles=(role, *self.roles), methods=methods, names=("", *self.names))

    def with_last(self, role: Role) -> "Columns":
        """The same columns with one more at the right."""
        methods = (*self.methods, None) if self.methods else ()
        return replace(self, roles=(*self.roles, role), methods=methods, names=(*self.names, ""))

    @property
    def head_names(self) -> list[str]:
        """What stands over the wordings, where no column of its own names the section."""
        if self.at(Role.SECTION) or self.texts_side_by_side:
            return []
        places = [index for index, role in enumerate(self.roles) if role in {Role.TEXT, Role.NUMBER}]
        names = [self.names[index].strip(" :") for index in places if index < len(self.names)]
        return [name for name in names if name]

    @property
    def section(self) -> str | None:
        """“Skills and Abilities” standing where other tables say “Criteria”."""
        return next((name for name in self.head_names if not is_generic(name)), None)


@remembered
def is_generic(name: str) -> bool:
    """Whether a head says only “Criteria”, “Category” and the like, and so names no section."""
    return bool(_GENERIC.match(re.sub(r"[^A-Za-z ]+", " ", name).strip()))
