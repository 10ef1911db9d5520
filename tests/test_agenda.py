"""The tasks of a plan as a schedule: how they stand, when they are due, who does them."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from generator.agenda import Job, Undated, Unit, by_agency, by_state, by_time, jobs_of
from generator.outputs.plan_pages import BY_AGENCY, BY_STATE, BY_TIME, TIMELINE, ways_of
from generator.records.plans import Comparator, Done, Plan, Result, Target, Task
from generator.records.record import Party, Period, Source, Status, Time, TimeKind
from generator.schedule import TaskState, last_turn, task_state
from generator.vietnamese.times import understand_time

DAY = date(2026, 11, 22)
DONE = Done(date(2026, 2, 10), None, Source(None, "Báo cáo", None, DAY, None))


def time(words: str) -> Time:
    """A time as the importer understands it in a plan of 2026."""
    told = understand_time(words, 2026)
    kind = TimeKind(told.kind) if told.kind else None
    return Time(told.as_written, kind, told.first_day, told.last_day, None)


def task(
    words: str = "",
    path: str = "I.1",
    leads: tuple[str, ...] = (),
    partners: tuple[str, ...] = (),
    done: Done | None = None,
    below: tuple[Task, ...] = (),
) -> Task:
    """A task whose time a plan writes in these words."""
    return Task(
        path=path,
        text="Việc",
        leads=tuple(Party(words=one) for one in leads),
        partners=tuple(Party(words=one) for one in partners),
        time=time(words) if words else None,
        outputs=(),
        channels=(),
        note=None,
        done=done,
        tasks=below,
    )


def plan(*tasks: Task, period: Period | None = None) -> Plan:
    """A plan of these tasks."""
    return Plan(
        id="ke-hoach",
        file="",
        status=Status.PUBLISHED,
        demo=False,
        former_ids=(),
        withdrawal=None,
        sources=(),
        reviewed_on=None,
        review_due=None,
        change_notes=(),
        name="Kế hoạch",
        document=None,
        programmes=(),
        summary="",
        goals=(),
        period=period,
        areas=(),
        audiences=(),
        funding_note=None,
        notes=(),
        tasks=tasks,
        targets=(),
        report_duties=(),
    )


def jobs(*tasks: Task) -> list[Job]:
    """The jobs of a plan of these tasks, on the day."""
    return jobs_of(plan(*tasks), DAY)


def paths(those: tuple[Job, ...] | list[Job]) -> list[str]:
    """The places of some jobs in their plan."""
    return [job.task.path for job in those]


# ---- how they stand ------------------------------------------------------------------------------

STATES = {
    "quý I năm 2027": TaskState.UPCOMING,
    "từ ngày 23/11/2026": TaskState.UPCOMING,
    "quý IV năm 2026": TaskState.RUNNING,
    "6 tháng cuối năm 2026": TaskState.RUNNING,
    "tháng 11": TaskState.RUNNING,
    "cả năm": TaskState.RUNNING,
    "trước ngày 22/11/2026": TaskState.RUNNING,
    "ngày 22/11/2026": TaskState.RUNNING,
    "trước ngày 21/11/2026": TaskState.PAST,
    "6 tháng đầu năm 2026": TaskState.PAST,
    "tháng 10": TaskState.PAST,
    "quý III": TaskState.PAST,
    "hằng năm, giai đoạn 2021-2025": TaskState.PAST,
    "hằng năm, giai đoạn 2021-2030": TaskState.LASTING,
    "thường xuyên": TaskState.LASTING,
    "hằng năm": TaskState.LASTING,
    "năm 2018 và những năm tiếp theo": TaskState.LASTING,
    "khi có yêu cầu": TaskState.UNDATED,
    "theo hướng dẫn của Bộ": TaskState.UNDATED,
    "vào mùa gặt": TaskState.UNDATED,
    "": TaskState.UNDATED,
}


@pytest.mark.parametrize("words", STATES)
def test_a_state_is_what_the_times_of_the_plan_tell(words: str) -> None:
    """A reader is told where a task stands by its days, and never more than they say."""
    assert task_state(task(words), DAY) is STATES[words]


@pytest.mark.parametrize("words", STATES)
def test_a_task_is_done_only_where_a_result_is_recorded(words: str) -> None:
    """What is past may not be called done, nor what is done be called past."""
    assert task_state(task(words, done=DONE), DAY) is TaskState.DONE


def test_a_task_that_began_and_names_no_end_goes_on() -> None:
    """Nobody may be told that such work is over."""
    begun = Time("từ đầu năm", None, date(2026, 1, 1), None, None)

    assert task_state(task(), DAY) is TaskState.UNDATED
    assert task_state(_with(begun), DAY) is TaskState.LASTING


def _with(at: Time) -> Task:
    return Task("I.1", "Việc", (), (), at, (), (), None, None, ())


@pytest.mark.parametrize("words", STATES)
def test_between_two_turns_nothing_changes(words: str) -> None:
    """A page made for the day of the last turn is right on every day until the next."""
    one = plan(task(words), task("tháng 10"))
    for days in range(-400, 400, 7):
        day = DAY + timedelta(days=days)
        turn = last_turn(one, day)

        states = [task_state(each, turn) for each in one.all_tasks()]
        assert states == [task_state(each, day) for each in one.all_tasks()], day
        assert turn <= day


def test_a_page_is_as_old_as_the_last_turn() -> None:
    """Pages of long-finished plans are not made again each morning."""
    period = Period(None, date(2020, 1, 1), date(2020, 12, 31), None)
    over = plan(task("quý II năm 2020"), period=period)

    assert last_turn(over, DAY) == last_turn(over, date(2030, 1, 1)) == date(2021, 1, 1)
    assert last_turn(plan(task("thường xuyên")), DAY) == date.min


def test_states_share_a_whole_bar() -> None:
    """Parts of a drawing that do not add up would show tasks that are not there."""
    found = by_state(jobs(task("thường xuyên"), task("quý I"), task("quý II"), task()))

    assert [(one.state, one.at, one.width) for one in found] == [
        (TaskState.PAST, 0, 50),
        (TaskState.LASTING, 50, 25),
        (TaskState.UNDATED, 75, 25),
    ]


def test_a_heading_is_no_task() -> None:
    """A plan has as many tasks as it asks of somebody, not as it has lines."""
    owned = task("quý I", path="II", below=(task(path="II.1"),))

    assert paths(jobs(task(path="I", below=(task(path="I.1"),)), owned)) == ["I.1", "II", "II.1"]


# ---- when they are due ---------------------------------------------------------------------------

UNITS = {
    ("tháng 3", "quý IV"): (Unit.MONTH, 10),
    ("quý I năm 2026", "quý I năm 2027"): (Unit.QUARTER, 5),
    ("tháng 12 năm 2025", "tháng 1 năm 2026"): (Unit.MONTH, 2),
    ("năm 2024", "năm 2028"): (Unit.QUARTER, 20),
    ("năm 2024", "năm 2030"): (Unit.YEAR, 7),
}


@pytest.mark.parametrize("words", UNITS)
def test_a_plan_is_cut_as_finely_as_a_page_can_show(words: tuple[str, str]) -> None:
    """A year is read by months, some years by quarters, a long scheme by years."""
    found = by_time(jobs(*map(task, words))).stretches

    assert (found[0].unit, len(found)) == UNITS[words]


def test_a_task_stands_where_it_begins_goes_on_and_is_due() -> None:
    """Whoever opens a quarter sees all there is to do in it, and what is due first."""
    found = by_time(
        jobs(
            task("quý I và quý III năm 2026", path="long"),
            task("trước ngày 15/05/2026", path="deadline"),
            task("quý I năm 2026 và quý I năm 2027", path="longest"),
        )
    ).stretches

    told = [(one.number, *map(paths, (one.due, one.begun, one.going_on))) for one in found]
    assert told == [
        (1, [], ["long", "longest"], []),
        (2, ["deadline"], [], ["long", "longest"]),
        (3, ["long"], [], ["longest"]),
        (4, [], [], ["longest"]),
        (1, ["longest"], [], []),
    ]


def test_half_a_year_is_six_months() -> None:
    """ "6 tháng đầu năm" begins in January and is due in June."""
    found = by_time(jobs(task("6 tháng đầu năm 2026"))).stretches

    assert [(one.number, len(one.due)) for one in found] == [
        *((month, 0) for month in range(1, 6)),
        (6, 1),
    ]


def test_bars_of_a_calendar_are_parts_of_the_fullest_stretch() -> None:
    """The longest bar fills the page, so that the others can be compared on a phone."""
    found = by_time(jobs(task("tháng 1"), task("tháng 1 và tháng 2"), task("tháng 4"))).stretches

    assert [(one.due_width, one.width) for one in found] == [(50, 100), (50, 50), (0, 0), (50, 50)]


def test_what_has_no_days_stands_beside_the_calendar() -> None:
    """Constant work, yearly work, conditions and silence are four things."""
    words = ("thường xuyên", "hằng năm, giai đoạn 2021-2025", "khi có yêu cầu", "mùa gặt", "")
    found = by_time(jobs(*(task(one, path=one) for one in words)))

    assert found.stretches == []
    assert [(group, paths(those)) for group, those in found.undated] == [
        (Undated.ONGOING, ["thường xuyên"]),
        (Undated.RECURRING, ["hằng năm, giai đoạn 2021-2025"]),
        (Undated.UNCLEAR, ["khi có yêu cầu", "mùa gặt"]),
        (Undated.UNTOLD, [""]),
    ]


@pytest.mark.parametrize(
    "words", [("quý I", "tháng 5", "thường xuyên", ""), ("năm 2020", "năm 2030", "hằng quý")]
)
def test_no_task_is_lost_by_time(words: tuple[str, ...]) -> None:
    """Each way to read a plan tells all of it."""
    every = jobs(*(task(one, path=one) for one in words))
    found = by_time(every)

    told = {path for one in found.stretches for path in paths((*one.due, *one.begun))}
    told |= {path for _, those in found.undated for path in paths(those)}
    assert told == set(words)


# ---- who does them -------------------------------------------------------------------------------


def test_each_agency_has_what_it_leads_and_joins() -> None:
    """An office finds its own work without reading that of the others; the busiest comes first."""
    found = by_agency(
        jobs(
            task(path="1", leads=("Sở B",), partners=("Sở A", "Sở C")),
            task(path="2", leads=("Sở A", "Sở B")),
            task(path="3", leads=("Sở A",)),
            task(path="4", leads=("Sở A", "Sở A")),
            task(path="5", partners=("Sở C",)),
        )
    )

    told = [(one.party.words, paths(one.leads), paths(one.joins)) for one in found.every]
    assert told == [
        ("Sở A", ["2", "3", "4"], ["1"]),
        ("Sở B", ["1", "2"], []),
        ("Sở C", [], ["1", "5"]),
    ]
    assert [one.width for one in found.leading] == [100, 66.67]
    assert paths(found.unled) == ["5"]


# ---- which ways there are ------------------------------------------------------------------------

WAYS: dict[str, tuple[Callable[[], list[Job]], list[str]]] = {
    "a plan that tells neither time nor agency": (lambda: jobs(task(), task()), []),
    "a plan of constant work for two": (
        lambda: jobs(task("thường xuyên", leads=("A", "B")), task("thường xuyên", leads=("A",))),
        [BY_AGENCY],
    ),
    "a plan with days and agencies": (
        lambda: jobs(task("quý I", leads=("A",)), task("quý IV", leads=("B",))),
        [TIMELINE, BY_TIME, BY_AGENCY, BY_STATE],
    ),
    "a plan without tasks": (lambda: jobs(), []),
}


@pytest.mark.parametrize("case", WAYS)
def test_a_way_is_offered_where_it_tells_tasks_apart(case: str) -> None:
    """A page that would say of all tasks the same is a click for nothing."""
    given, ways = WAYS[case]

    assert ways_of(given()) == ways


# ---- targets -------------------------------------------------------------------------------------


def target(value: str, unit: str, *results: str) -> Target:
    """A target with what was reached, month by month."""
    told = [Result(date(2026, at, 1), Decimal(one), None) for at, one in enumerate(results, 1)]
    at_least = Comparator.AT_LEAST
    return Target("I.1", "", at_least, Decimal(value), unit, None, None, tuple(reversed(told)))


GAUGES = {
    "a share stands on a line to the hundred": (target("90", "%"), (100, 90, None)),
    "the last result counts": (target("90", "%", "50", "61.5"), (100, 90, 61.5)),
    "a count leaves room behind its mark": (target("4", "điểm"), (5, 80, None)),
    "more than was asked for": (target("4", "điểm", "8"), (10, 40, 80)),
    "a share of more than all": (target("90", "%", "120"), (150, 60, 80)),
    "nothing reached is a result": (target("4", "điểm", "0"), (5, 80, 0)),
    "none at all, and one was": (target("0", "vụ việc", "2"), (Decimal("2.5"), 0, 80)),
}


@pytest.mark.parametrize("case", GAUGES)
def test_a_target_is_drawn_to_scale(case: str) -> None:
    """Mark and result are compared by eye, so both must stand where their figures are."""
    given, places = GAUGES[case]

    assert given.gauge == places


def test_nothing_is_drawn_of_nothing() -> None:
    """ "No case at all" has no line before anything is counted."""
    assert target("0", "vụ việc").gauge is None
