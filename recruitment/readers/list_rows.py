"""From lines under headings to drafts of criteria."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recruitment.domain.specification_convention import explains_sign
from recruitment.domain.specification_evidence import evidence_of_all, evidence_to_show, parse_evidence
from recruitment.domain.specification_key import is_key_line, parse_key
from recruitment.domain.specification_requirement import (
    explains_letters,
    only_expects,
    requirement_of_lead,
    requirement_of_word,
    requirement_with_remark,
    split_heading,
    split_lead,
    split_run_in,
    split_suffix,
)
from recruitment.readers.assessed_headings import (
    asks_how,
    assessment_in,
    methods_alone,
    names_part,
    split_assessed,
)
from recruitment.readers.bare_signs import with_bracketed_letters
from recruitment.readers.blocks import Line
from recruitment.readers.column_heads import heads_evidence
from recruitment.readers.copied_heads import head_before_name, need_of_lone_column
from recruitment.readers.drafts import Context, Draft
from recruitment.readers.headings import is_requirement_heading, is_section_name, names_specification
from recruitment.readers.items import is_filler, items_of, part_listed
from recruitment.readers.labels import label_values
from recruitment.readers.list_headings import (
    heads_sections,
    is_notice,
    is_over_section,
    is_section,
    leads,
    names_columns,
    names_section_too,
    numbers_section,
    speaks_to_reader,
)
from recruitment.readers.list_shape import ListShape, shape_of
from recruitment.readers.need_codes import read_need_codes
from recruitment.readers.part_introductions import assessed_part, introduced_part, part_named
from recruitment.readers.prose import is_prose, read_sentences, sentences_of

_NOTES = re.compile(
    r"^(?:please note|(?:general )?notes?)(?: (?:to|for) (?:job )?(?:applicants?|candidates?))?\W*$",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"(?<=[a-z?])[ivx]{1,4}$")  # the sign of one, glued to a word
_THESE_GROUPS = re.compile(r"^(?:all (?:of )?)?the following (.+?) are\b", re.IGNORECASE)
_NAMED_PART = re.compile(r"\b(?:part|stage) ([A-Z]|\d|one|two|three)\b", re.IGNORECASE)
_PARTED = re.compile(r"^(?:part|section|stage)\b", re.IGNORECASE)
_LONGEST_HEADING = 14  # words


def read_lines(lines: Sequence[Line], context: Context, *, strict: bool = False) -> None:
    """Add the criteria of a list to the context.

    ``strict``: beside a table only list items are criteria; sentences introduce or explain it.
    """
    lines = with_bracketed_letters(lines, context.key)
    reader = _ListReader(context, shape_of(_without_notes(lines), context.key), strict=strict)
    reader.need_comes = any(is_requirement_heading(line.text) for line in lines)
    for index, line in enumerate(lines):
        reader.read(line, lines[index + 1 : index + 3], _without_introduction(lines[index + 1 : index + 5]))
    reader.finish()


def _without_notes(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines below “Notes to applicants” and its list, where a heading says that the criteria begin."""
    if not lines or not _NOTES.match(lines[0].text):
        return lines
    begun = (place for place, line in enumerate(lines) if is_requirement_heading(line.text))
    return lines[next(begun, 0) :]


def _without_introduction(below: Sequence[Line]) -> Sequence[Line]:
    """The lines below one without the paragraphs that may stand between a heading and its list."""
    running = [
        not line.marker
        and (
            len(line.text.split()) > _LONGEST_HEADING
            or names_columns(line.text)
            or bool(assessed_part(line.text, {}))
        )
        for line in below
    ]
    return [*below[next((place for place, runs in enumerate(running) if not runs), len(below)) :]]


class _ListReader:
    """Reads line by line; lines of one wording wait in a batch until something else begins."""

    def __init__(self, context: Context, shape: ListShape, *, strict: bool) -> None:
        self.context = context
        self.shape = shape
        self.strict = strict
        self.batch: list[Line] = []
        self.methods: list[str] = []  # of the lines below a list
        self.below_question = False  # whether the lines above ask how the section is assessed
        self.need_comes = False  # whether “Essential” heads some of the lines
        self.part_begun = ""  # “A”, where “Part A” stood on the line above
        self.part_told = ""  # the part of which a sentence said how it is assessed
        self.needs_inside = False  # whether “Essential” stood below the name of a section
        self.needs_say_methods = False  # whether a heading such as “Essential (interview)” came
        self.ran_in = False  # whether the section began on the line of its wordings

    def read(self, line: Line, below: Sequence[Line], beyond: Sequence[Line]) -> None:
        """``beyond``: what is below without the paragraphs that introduce it."""
        if (
            self._takes_answer(line)
            or self._is_method(line)
            or self._introduces_part(line)
            or self._is_sign(line, below)
        ):
            return
        if self._is_heading(line, below, beyond) or self._is_prose_or_notice(line):
            return
        if self.strict and not line.marker:
            self.context.skip(line.text)
        elif line.marker or not self.shape.marked or (self.batch and line.soft) or self._is_suffixed(line):
            self.batch.append(line)
        elif self._may_ask_in_prose(line):
            self.flush()
            read_sentences(line, self.context)
        else:
            self.flush()
            self.context.skip(line.text)

    def _is_suffixed(self, line: Line) -> bool:
        """A wording with its requirement behind it, among items that number the sections."""
        suffix = split_suffix(line.text)[1] or ""
        return self.shape.suffixed and requirement_of_word(re.split(r"[\s,]", suffix)[0]) is not None

    def finish(self) -> None:
        self.flush()
        self._assess_by_methods()

    def _assess_by_methods(self) -> None:
        if self.methods:
            self.context.assess_section(tuple(dict.fromkeys(self.methods)))
            self.methods = []

    def _takes_answer(self, line: Line) -> bool:
        """“When is this evaluated?” or “Assessed by”, and the methods below it, for the section above."""
        text = _FOOTNOTE.sub("", line.text)
        read = parse_evidence(text, self.context.key) if self.below_question else None
        if read:
            self.methods.extend(read.letters)
            self.below_question = bool(line.marker or methods_alone(text, self.context.key))
            return True
        asks = not line.marker and (text.endswith("?") or asks_how(text))
        self.below_question = bool(asks) and heads_evidence(text.rstrip("?"))
        if self.below_question:
            self.flush()
        return self.below_question

    def _is_method(self, line: Line) -> bool:
        """“Application and interview” below the item, or the list, that is assessed so."""
        told = self.shape.methods_below and not is_key_line(line.text, self.context.key)
        letters = methods_alone(line.text, self.context.key) if told else ()
        if line.marker or not letters:
            self._assess_by_methods()
            return False
        self.flush()
        if self.shape.methods_below == "list":
            self.methods.extend(letters)
        elif self.context.drafts and self.context.drafts[-1].evidence is None:
            self.context.drafts[-1].evidence = letters
        return True

    def _introduces_part(self, line: Line) -> bool:
        """“The criteria in this part are essential. They will be measured at interview.”"""
        context = self.context
        requirement, letters = introduced_part(line.text, context.key)
        if line.marker:
            return False
        if requirement is None:
            return self._begins_assessed_part(line)
        self.flush()
        context.begin_part_of(requirement, letters)
        return True

    def _begins_assessed_part(self, line: Line) -> bool:
        """“The criteria in Part B will be assessed at interview.”"""
        letters = assessed_part(line.text, self.context.key)
        if not letters and self.part_begun:  # a sentence right below “Part A” speaks of it
            told = (evidence_of_all(sentence, self.context.key) for sentence in sentences_of(line.text))
            letters = next((own for own in told if own), ())
        if letters:
            self.flush()
            self.context.assess_part(letters)
            named = _NAMED_PART.search(line.text)
            self.part_told = named[1].upper() if named else self.part_begun
            return True
        says_how = names_part(line.text) and bool(assessment_in(line.text, self.context.key))
        said = says_how or split_heading(line.text)[0] is not None
        self.part_begun = begun = "" if said else part_named(line.text)
        if begun and begun != self.part_told and self.context.part_evidence is not None:
            self.flush()
            self.context.assess_part(None)
        return False

    def _is_sign(self, line: Line, below: Sequence[Line]) -> bool:
        """Keys, notes, labels and the evidence of a section are taken in, and are no wordings."""
        text, context = line.text, self.context
        if leads(line, below) and (requirement_of_lead(text) or split_run_in(text)[0]):
            return False
        if is_requirement_heading(split_assessed(text, context.key)[0]):
            return False
        letters = assessment_in(text, context.key)
        is_key = bool(parse_key(text)) or is_key_line(text, context.key)
        explains = explains_letters(text) or is_key or read_need_codes(text) or explains_sign(text)
        general = evidence_of_all(text, context.key)
        general_of_section = bool(general) and context.is_assessed_by_section
        if general_of_section:
            letters, general = general, ()
        note = bool(explains or general)
        named = not line.marker and (label_values(text) or names_specification(text))
        if not (letters or note or named) or (named and leads(line, below)):
            return False
        self.flush()
        if letters and not note:
            if general_of_section and _has_unsaid(context):
                _set_evidence_above(context, letters)
            elif names_part(text) or (below and is_over_section(line, below, self.shape)):
                context.begin_part(letters)
            else:
                context.assess_section(letters)
        return True

    def _is_heading(self, line: Line, below: Sequence[Line], beyond: Sequence[Line]) -> bool:
        text = line.text
        if line.marker and not numbers_section(line, below, self.shape):
            return False
        need, name = head_before_name(text)
        need = need or need_of_lone_column(text, [own.text for own in below[:1]])
        if need:
            self.flush()
            self.context.begin_requirement(need, name or None, outer=True)
            return True
        if self._is_requirement(line, below, beyond) or self._is_lead(line, below):
            return True
        if line.marker or is_section(line, below[0] if below else None, self.shape):
            self.ran_in = self.needs_say_methods = False
            self.flush()
            self.context.begin_section(text.strip(" :*"))
            return True
        return False

    def _is_requirement(self, line: Line, below: Sequence[Line], beyond: Sequence[Line]) -> bool:
        """“Essential”, “Desirable skills”, “Essential (application form and interview)”."""
        bare, letters = split_assessed(line.text, self.context.key)
        looks = bool(line.bold or line.heading or line.text[:9].isupper()) and not line.marker
        remarked = requirement_with_remark(line.text) if looks and below and not letters else None
        if remarked:
            self.flush()
            self.context.begin_requirement(remarked, None, outer=heads_sections(beyond, self.shape))
            return True
        requirement, rest = split_heading(bare if letters else line.text)
        if rest.endswith((" are", " is")):
            return False
        named = not rest or is_section_name(rest)
        if not requirement or not (
            (named and (letters or not line.text.endswith(".")))
            or names_section_too(line, rest, below, self.shape)
        ):
            return False
        self.flush()
        outer = not rest and not self.needs_inside and heads_sections(beyond, self.shape)
        inside = not outer and not rest and bool(self.context.section) and not _PARTED.match(line.text)
        self.needs_inside = self.needs_inside or inside
        if outer:
            self.context.part_evidence = letters or None
        self.context.begin_requirement(requirement, rest or None, outer=outer)
        if letters or self.needs_say_methods:
            self.context.section_evidence = letters or self.context.part_evidence
        self.needs_say_methods = self.needs_say_methods or bool(letters)
        return True

    def _is_lead(self, line: Line, below: Sequence[Line]) -> bool:
        """“You will have:” over a list; what another such line says is not known."""
        if not leads(line, below):
            return False
        self.flush()
        context = self.context
        if (named := _THESE_GROUPS.match(line.text)) and is_section_name(named[1]):
            context.begin_section(named[1])
        said, rest = split_run_in(line.text)
        if said:
            context.begin_requirement(said, None, outer=False)
            context.section_evidence = evidence_of_all(rest, context.key) or evidence_to_show(rest) or None
            return True
        spoken = requirement_of_lead(line.text)
        if spoken:
            context.begin_requirement(spoken, None, outer=False)
            context.only_expects = only_expects(line.text)
            context.section_evidence = evidence_of_all(line.text, context.key) or context.section_evidence
        else:
            context.is_unsure = not context.is_fresh
        return spoken is not None

    def _is_prose_or_notice(self, line: Line) -> bool:
        """“Skills: able to …” on one line, several sentences in a row, and sentences to the reader."""
        text = line.text
        if line.marker:
            return False
        name, colon, rest = text.partition(":")
        if colon and rest.strip() and is_section_name(name) and not assessment_in(rest, self.context.key):
            self._read_named(name.strip(), replace(line, text=rest.strip()))
            return True
        if not self.shape.marked and not self.shape.suffixed and is_prose(text):
            self.flush()
            read_sentences(line, self.context)
            return True
        if names_columns(text):
            self.flush()
            return True
        if is_notice(text) or is_filler(text):
            self.flush()
            self.context.skip(text)
            if _NOTES.match(text):
                self.context.begin_section(text.strip(" :"))
            return True
        return False

    def _read_named(self, name: str, line: Line) -> None:
        """“Skills: able to …; able to …” below “Essential”, which holds for every such line."""
        self.flush()
        context = self.context
        kept = context.requirement if context.is_fresh or self.ran_in else None
        context.begin_section(name)
        context.requirement = context.requirement or kept
        self.ran_in = True
        parts = part_listed(line, least=1 if context.requirement else 3)
        if len(parts) == 1 and not parts[0].marker:
            read_sentences(line, context)
            return
        self.batch.extend(parts)
        self.flush()

    def _may_ask_in_prose(self, line: Line) -> bool:
        """Bare lines among bullets: sentences are read only where their section has no bullets yet."""
        section, need = self.context.section, self.context.requirement
        of_these = (draft for draft in self.context.drafts if draft.section == section)
        begun = self.batch or any(draft.requirement == need for draft in of_these)
        return bool(section) and not begun and not speaks_to_reader(line.text)

    def flush(self) -> None:
        """The batch becomes wordings; in a list with suffixes, lines without one are no criteria."""
        found = items_of([part for line in self.batch for part in part_listed(line)])
        listed = any(line.marker for line in self.batch)
        self.batch = []
        context = self.context
        context.unread.extend(found.fillers)
        to_reader = bool(_NOTES.match(context.section or ""))
        for item in found.items:
            lead, text = split_lead(item.text)
            suffix = requirement_of_word(split_suffix(text)[1] or "")
            waits = self.need_comes and context.requirement is None and not (suffix or lead)
            if to_reader and (waits or is_notice(item.text)):
                context.skip(item.text)
                continue
            if to_reader:
                context.section, to_reader = None, False
            unsaid = self.shape.suffixed and suffix is None and not lead and not context.is_lettered
            if unsaid and not listed:
                context.skip(item.text)
                continue
            requirement = lead or item.requirement or context.requirement
            draft = Draft(text, item.source, context.section, requirement, context.section_evidence)
            draft.only_expected = context.only_expects and not item.requirement and not lead
            draft.bold, draft.italic, draft.colour = item.bold, item.italic, item.colour
            draft.check |= {"text"} if item.doubtful else set()
            draft.check |= {"requirement", "evidence"} if context.is_unsure else set()
            draft.check |= {"requirement", "text"} if unsaid else set()
            context.drafts.append(draft)


def _has_unsaid(context: Context) -> bool:
    """Whether a list above was begun of which nothing has said yet how it is assessed."""
    return bool(context.drafts) and context.drafts[-1].evidence is None


def _set_evidence_above(context: Context, letters: tuple[str, ...]) -> None:
    """“These will be assessed by …” below a list: for its wordings alone, not for those that come."""
    for draft in reversed(context.drafts):
        if draft.evidence is not None or draft.section != context.section:
            break
        draft.evidence = letters
