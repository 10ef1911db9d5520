"""Who belongs to which group, as far as their answers tell (Luật Trợ giúp pháp lý, Điều 7).

What is not known stays open and never excludes anybody. `theme/assets/javascripts/finder.js` judges
by the same three rules on the page, from the same records; the tests hold the two together.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum

from generator.library import Library
from generator.records.finders import Finder
from generator.records.groups import Answered, Condition, Group
from generator.vietnamese.sorting import sort_key

Given = Mapping[str, Collection[str]]  # the ids of the answers given, by the id of their question


class Verdict(StrEnum):
    """What the answers say: that it is so, that it is not, or too little."""

    YES = "yes"
    OPEN = "open"
    NO = "no"


def groups_on(library: Library, day: date) -> tuple[Group, ...]:
    """The groups whose clause holds on `day`, in the order of the article."""
    holding = (group for group in library.published(Group) if group.holds_on(day))
    return tuple(sorted(holding, key=lambda group: (sort_key(group.clause), group.id)))


def entitled(finder: Finder, groups: Iterable[Group], given: Given) -> tuple[Group, ...]:
    """The groups to which somebody with these answers belongs."""
    return tuple(one for one in groups if verdict(finder, one, given) is Verdict.YES)


def to_be_asked(finder: Finder, groups: Iterable[Group], given: Given) -> tuple[Group, ...]:
    """The groups to which they may belong: only the centre can tell."""
    return tuple(one for one in groups if verdict(finder, one, given) is Verdict.OPEN)


def verdict(finder: Finder, group: Group, given: Given) -> Verdict:
    """Whether the answers make somebody one of the group; all its conditions must hold.

    A group in doubt, or without any condition, is for the centre to judge.
    """
    met = [_of_condition(finder, condition, given) for condition in group.conditions]
    if Verdict.NO in met:
        return Verdict.NO
    is_sure = bool(met) and not group.doubt and Verdict.OPEN not in met
    return Verdict.YES if is_sure else Verdict.OPEN


def _of_condition(finder: Finder, condition: Condition, given: Given) -> Verdict:
    """A condition holds by any one of its answers; it fails when every one is ruled out."""
    told = {_of_answer(finder, answered, given) for answered in condition.any_of}
    if Verdict.YES in told:
        return Verdict.YES
    return Verdict.OPEN if Verdict.OPEN in told else Verdict.NO


def _of_answer(finder: Finder, answered: Answered, given: Given) -> Verdict:
    """An answer that was not given is ruled out only by others to the same question."""
    told = given.get(answered.question, ())
    if answered.answer in told:
        return Verdict.YES
    return Verdict.NO if told and not _unknown(finder, answered.question, told) else Verdict.OPEN


def _unknown(finder: Finder, id: str, told: Collection[str]) -> bool:
    """Whether somebody said that they do not know; a question nobody asks is as unknown."""
    asked = [question for question in finder.questions if question.id == id]
    answers = [answer for question in asked for answer in question.answers]
    return not asked or any(answer.unknown for answer in answers if answer.id in told)
