"""Who belongs to which group, as far as their answers tell (Luật Trợ giúp pháp lý, Điều 7).

What is not known stays open and never excludes anybody. `theme/assets/javascripts/finder.js` judges
by the same rules on the page, from the same records; the tests hold the two together.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum

from generator.library import Library
from generator.records.finders import Answer, Finder
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


def near(finder: Finder, groups: Iterable[Group], given: Given) -> tuple[Group, ...]:
    """Those to be asked for which some answer speaks, and not merely that money is short."""
    asked = to_be_asked(finder, groups, given)
    return tuple(one for one in asked if _speaks_for(finder, one, given))


def verdict(finder: Finder, group: Group, given: Given) -> Verdict:
    """Whether the answers make somebody one of the group; all its conditions must hold.

    A group in doubt, or without any condition, is for the centre to judge.
    """
    met = [_of_condition(finder, condition, given) for condition in group.conditions]
    if Verdict.NO in met:
        return Verdict.NO
    is_sure = bool(met) and not group.doubt and Verdict.OPEN not in met
    return Verdict.YES if is_sure else Verdict.OPEN


def _speaks_for(finder: Finder, group: Group, given: Given) -> bool:
    """Whether a condition holds that tells this group apart, or else all of them do."""
    holding = [one for one in group.conditions if _of_condition(finder, one, given) is Verdict.YES]
    is_told_apart = any(not condition.hardship for condition in holding)
    return is_told_apart or (bool(holding) and len(holding) == len(group.conditions))


def _of_condition(finder: Finder, condition: Condition, given: Given) -> Verdict:
    """A condition holds by any one of its answers; it fails when every one is ruled out."""
    told = {_of_answer(finder, answered, given) for answered in condition.any_of}
    if Verdict.YES in told:
        return Verdict.YES
    return Verdict.OPEN if Verdict.OPEN in told else Verdict.NO


def _of_answer(finder: Finder, answered: Answered, given: Given) -> Verdict:
    """An answer that was not given is ruled out only by others to the same question."""
    told = given.get(answered.question, ())
    chosen = _chosen(finder, answered.question, told)
    if any(answer.alone for answer in chosen) and len(chosen) > 1:
        return Verdict.OPEN  # "none of these" beside one of these tells nothing
    if answered.answer in told:
        return Verdict.YES
    is_told = bool(chosen) and not any(answer.unknown for answer in chosen)
    return Verdict.NO if is_told else Verdict.OPEN


def _chosen(finder: Finder, id: str, told: Collection[str]) -> list[Answer]:
    """The answers given to a question; none to a question that nobody asks."""
    asked = (question for question in finder.questions if question.id == id)
    return [answer for question in asked for answer in question.answers if answer.id in told]
