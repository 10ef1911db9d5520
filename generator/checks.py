"""What no single record can know: whether the records agree with each other and with the day.

Each check is a sentence: its name, one line, and the problems it yields. A check of one record
looks only at that record and at those which it names, so that after an edit few are asked again.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import cast

from generator.access_rules import judged
from generator.entries import ID, amiss_in_signs
from generator.library import Library, Links, Standing
from generator.privacy import every_personal_data
from generator.problems import Problem, Step
from generator.reading import Unreadable, text_of, values_of
from generator.records.access_results import AccessResult, Outcome
from generator.records.access_standards import AccessStandard
from generator.records.agencies import Agency
from generator.records.areas import Area, Share
from generator.records.bulletins import Bulletin
from generator.records.calls import Call
from generator.records.campaigns import Campaign
from generator.records.contacts import NUMBERS, Contact, ContactKind
from generator.records.documents import Document
from generator.records.files import FILES_AT, kind_of_file
from generator.records.finders import Finder
from generator.records.groups import Answered, Group
from generator.records.materials import Material
from generator.records.organisations import Organisation
from generator.records.plans import Plan, Task
from generator.records.practitioners import Practitioner
from generator.records.procedures import Procedure
from generator.records.programmes import Programme
from generator.records.record import Period, Record, Source, Status, Time
from generator.records.rosters import Roster
from generator.records.terms import Term
from generator.schedule import task_anchor
from generator.vietnamese.folding import slug
from generator.vietnamese.phrases import spelling
from generator.vietnamese.place_names import same_name

Where = tuple[Step, ...]
Offering = Material | Procedure | Bulletin  # kinds whose records offer files
MOST_OF_LEDGER = 64 * 1024 * 1024  # a million addresses
NEAR_SECONDS = 2  # by which a file may differ from what its record tells
PROSE_FIELDS = ("title", "description")
PROSE_NAME = re.compile(r"(?:[a-z0-9-]+/)*[A-Za-z0-9-]+\.md")  # it becomes the page's address
FIRST_HEADING = re.compile(r"\s*# \S")
HEAD = re.compile(r"---[ \t]*\r?\n(.*?\n)---[ \t]*\r?\n", re.S)
DONE_ON = ("reviewed_on", "verified_on", "code_verified_on", "decided_on")  # never tomorrow
NOBODYS = re.compile(r"02[0-9]{2}0[0-9]{6}")  # no subscriber's number begins with 0
FIRST_PAGES = ("index", "readme")  # MkDocs makes index.html of both, which the records fill


@dataclass(frozen=True)
class Seen:
    """A record with all that its checks may look at: its links, all other records, the day."""

    record: Record
    links: Links
    library: Library
    today: date


Check = Callable[[Seen], Iterator[Problem]]
CheckOfAll = Callable[[Library], Iterator[Problem]]


def check(seen: Seen) -> Iterator[Problem]:
    """Every problem of one record that shows only beside the records that it names."""
    for one in (*OF_EVERY, *OF_KIND.get(type(seen.record), ())):
        yield from one(seen)


def problem_in(record: Record, key: str, *where: Step, **values: object) -> Problem:
    """A problem of a record, at a place in its file."""
    return Problem(record.file, key, values, where)


# ---- links -----------------------------------------------------------------------------------


def check_references_lead_somewhere(seen: Seen) -> Iterator[Problem]:
    """A link leads to a record that readers will find."""
    for link in seen.links.references:
        target = seen.library.standing(link.folder, link.id)
        wrong = _wrong_with_link(seen.record, link.id, target)
        if wrong:
            is_unknown = wrong == "unknown-reference"
            near = seen.library.nearest(link.folder, link.id) if is_unknown else ""
            name = f"{wrong}-near" if near else wrong
            values = {"id": link.id, "folder": link.folder, "near": near}
            yield problem_in(seen.record, name, *link.where, **values)


def _wrong_with_link(record: Record, id: str, target: Standing | None) -> str | None:
    if target is None:
        return "unknown-reference" if ID.fullmatch(id) else "reference-in-words"
    if record.status is Status.PUBLISHED and target.status == Status.DRAFT:
        return "reference-to-draft"
    if target.demo and not record.demo and record.status is not Status.DRAFT:
        return "reference-to-demo"
    return None


def check_nobody_is_above_itself(seen: Seen) -> Iterator[Problem]:
    """Whoever leads upwards from an office comes to another, and not back to it."""
    record = cast(Agency | Organisation, seen.record)
    above = seen.library.find(type(record), record.parent) if record.parent else None
    if above and record.id in (above.id, above.parent):
        yield problem_in(record, "parent-of-itself", "parent", id=record.id, parent=above.id)


def check_paths_name_one_task(seen: Seen) -> Iterator[Problem]:
    """A place of the source stands for one task, so that links to it are clear."""
    plan = cast(Plan, seen.record)
    anchors: set[str] = set()
    for where, task in _tasks(plan):
        anchor = task_anchor(task)  # "II.1 a" and "II.1.a" would share one
        if anchor in anchors:
            yield problem_in(plan, "repeated-path", *where, "path", path=task.path)
        anchors.add(anchor)


def check_targets_name_tasks(seen: Seen) -> Iterator[Problem]:
    """Targets name tasks that their plan has."""
    plan = cast(Plan, seen.record)
    for index, target in enumerate(plan.targets):
        if target.task:
            yield from _unknown_task(plan, plan, target.task, "targets", index, "task")


def check_activities_name_tasks(seen: Seen) -> Iterator[Problem]:
    """Activities name tasks that a plan of their campaign has."""
    campaign = cast(Campaign, seen.record)
    for index, activity in enumerate(campaign.activities):
        where: Where = ("activities", index)
        if activity.plan and activity.plan not in campaign.plans:
            values = {"plan": activity.plan}
            yield problem_in(campaign, "activity-of-other-plan", *where, "plan", **values)
        found = seen.library.find(Plan, activity.plan)
        if found and activity.task:
            yield from _unknown_task(campaign, found, activity.task, *where, "task")


def _unknown_task(record: Record, plan: Plan, path: str, *where: Step) -> Iterator[Problem]:
    if plan.task(path) is None:
        near = "".join(get_close_matches(path, [task.path for task in plan.all_tasks()], n=1))
        key = "unknown-task-near" if near else "unknown-task"
        yield problem_in(record, key, *where, plan=plan.id, task=path, near=near)


def check_agencies_are_named_by_id(seen: Seen) -> Iterator[Problem]:
    """Words are for groups; an agency that has a record is linked, so that its page is complete."""
    for party in seen.links.parties:
        id = seen.library.agency_called(party.words) if party.words else None
        if id:
            values = {"words": party.words, "id": id}
            yield problem_in(seen.record, "words-for-a-known-agency", *party.where, **values)


def check_groups_ask_what_is_asked(library: Library) -> Iterator[Problem]:
    """A group stands on answers that some finder offers, and never on "I do not know"."""
    offered = {
        f"{question.id}: {answer.id}"
        for finder in library.every(Finder)
        for question in finder.questions
        for answer in question.answers
        if not answer.unknown
    }
    for group in library.every(Group):
        for where, named in _named_answers(group):
            wanted = f"{named.question}: {named.answer}"
            if wanted not in offered:
                near = "".join(get_close_matches(wanted, sorted(offered), n=1))
                key = "unknown-answer-near" if near else "unknown-answer"
                yield problem_in(group, key, *where, answer=wanted, near=near)


def _named_answers(group: Group) -> Iterator[tuple[Where, Answered]]:
    for index, condition in enumerate(group.conditions):
        for place, answered in enumerate(condition.any_of):
            yield ("conditions", index, "any_of", place, "answer"), answered


def check_words_mean_one_thing(library: Library) -> Iterator[Problem]:
    """A word in a text is explained by one term, so that no two may claim it."""
    known: dict[str, str] = {}
    for term in library.each_offered(Term):
        words: list[tuple[Where, str]] = [(("title",), term.title)]
        words += ((("words", at), word) for at, word in enumerate(term.words))
        for where, word in words:
            other = known.setdefault(spelling(word).lower(), term.file)
            if other != term.file:
                yield problem_in(term, "word-taken", *where, value=word, other=other)


def check_codes_are_single(library: Library) -> Iterator[Problem]:
    """A code stands for one record, for tables are imported by it."""
    for kind in (Area, Organisation, Practitioner, Roster, Procedure):
        for file, code, other in library.same_codes(kind):
            yield Problem(file, "same-code", {"code": code, "other": other}, ("code",))


def check_addresses_name_nobody(seen: Seen) -> Iterator[Problem]:
    """A person's name goes one day, but an address stays: so it is made of a code, not the name."""
    person = cast(Practitioner, seen.record)
    name = slug(person.name)
    if person.status is not Status.PUBLISHED or not name:
        return
    code = slug(person.code or person.card_number or "") or "tgv-001"
    former = ((("former_ids", at), id) for at, id in enumerate(person.former_ids))
    addresses: Iterable[tuple[Where, str]] = [(("id",), person.id), *former]
    for where, id in addresses:
        if name in id:
            yield problem_in(person, "name-in-address", *where, id=id, code=code)


def check_results_follow_the_rules(seen: Seen) -> Iterator[Problem]:
    """What a page says of a commune agrees with the points and the standard beside it."""
    result = cast(AccessResult, seen.record)
    standard = seen.library.find(AccessStandard, result.standard)
    if standard:
        days = Period(None, standard.first_day, standard.last_day, None)
        if not days.touches(date(result.year or 1, 1, 1), date(result.year or 1, 12, 31)):
            values = {"year": result.year, **_days(days)}
            yield problem_in(result, "result-outside-standard", "year", **values)
        yield from _amiss_in_scores(result, standard)
        enough = judged(result, standard).is_enough
        if result.declared is Outcome.PASSED and enough is False:
            values = {"points": result.points, "needed": standard.pass_points}
            yield problem_in(result, "passed-without-points", "declared", **values)


def _amiss_in_scores(result: AccessResult, standard: AccessStandard) -> Iterator[Problem]:
    most = {one.number: one.points for one in standard.criteria}
    for index, score in enumerate(result.scores):
        where: Where = ("scores", index)
        limit = most.get(score.criterion)
        if score.criterion not in most:
            values = {"criterion": score.criterion, "known": ", ".join(most)}
            yield problem_in(result, "unknown-criterion", *where, "criterion", **values)
        elif limit is not None and score.points is not None and score.points > limit:
            values = {"points": str(score.points), "most": str(limit)}
            yield problem_in(result, "too-many-points", *where, "points", **values)


def check_communes_lie_in_provinces(seen: Seen) -> Iterator[Problem]:
    """Below a province lie communes only: there are two tiers (Luật 72/2025/QH15)."""
    area = cast(Area, seen.record)
    province = seen.library.find(Area, area.province)
    if area.province and (area.is_province or (province and not province.is_province)):
        yield problem_in(area, "not-in-a-province", "province", value=area.province)


def check_divided_units_are_found_whole(library: Library) -> Iterator[Problem]:
    """Whoever lived in a divided unit finds every part of it: one part alone is half a truth."""
    takers: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for area in library.each_offered(Area):
        for one in area.predecessors:
            takers[area.province, one.kind, same_name(one.name), one.district].add(area.id)
    for area in library.each_offered(Area):
        for index, one in enumerate(area.predecessors):
            key = (area.province, one.kind, same_name(one.name), one.district)
            if one.share is not Share.WHOLE and len(takers[key]) == 1:
                where: Where = ("predecessors", index, "share")
                yield problem_in(area, "part-without-the-rest", *where, unit=one.label)


def check_demonstrations_call_nobody(seen: Seen) -> Iterator[Problem]:
    """Whoever tries a number or address of a demonstration record disturbs no stranger."""
    record = cast(Agency | Organisation | Call, seen.record)
    for index, contact in enumerate(record.contacts if record.demo else ()):
        if not _is_nobodys(contact):
            where: Where = ("contacts", index, "value")
            yield problem_in(record, "demo-contact", *where, value=contact.value)


def _is_nobodys(contact: Contact) -> bool:
    if contact.kind in NUMBERS:
        return bool(NOBODYS.fullmatch(contact.dialled))
    has_address = contact.kind in (ContactKind.EMAIL, ContactKind.WEB)
    return not has_address or contact.value.rstrip("/").endswith(".example")


# ---- days ------------------------------------------------------------------------------------


def check_times_lie_within_their_plan(seen: Seen) -> Iterator[Problem]:
    """A time outside the plan's period is a slip, or a doubt that the reader is told."""
    plan = cast(Plan, seen.record)
    for where, time in _times(plan):
        if plan.period and not time.doubt and _is_outside(time, plan.period):
            values = {"time": time.as_written, **_days(plan.period)}
            yield problem_in(plan, "time-outside-period", *where, "as_written", **values)


def _is_outside(time: Time, period: Period) -> bool:
    """A time may reach beyond the plan, but not lie wholly before or after it, nor begin before."""
    begins_before = bool(time.first_day and period.first_day and time.first_day < period.first_day)
    return begins_before or not period.touches(time.first_day, time.last_day)


def check_bases_were_in_force(seen: Seen) -> Iterator[Problem]:
    """No document rests on another that was repealed before it was issued."""
    document = cast(Document, seen.record)
    day = document.issued_on.earliest if document.issued_on else None
    for index, id in enumerate(document.legal_basis):
        yield from _repealed(seen.library, document, id, day, "legal_basis", index)


def check_bases_are_in_force(seen: Seen) -> Iterator[Problem]:
    """What people follow rests on no repealed document."""
    record = cast(Offering, seen.record)
    if record.status is Status.PUBLISHED and not _is_past(record, seen.today):
        for index, basis in enumerate(record.legal_basis):
            where: Where = ("legal_basis", index, "document")
            yield from _repealed(seen.library, record, basis.document, seen.today, *where)


def _is_past(record: Offering, today: date) -> bool:
    is_outdated = isinstance(record, Bulletin) and record.has_ended(today)
    return is_outdated or (isinstance(record, Procedure) and record.is_abolished)


def _repealed(
    library: Library, record: Record, id: str, day: date | None, *where: Step
) -> Iterator[Problem]:
    basis = library.find(Document, id)
    if basis and day and basis.in_force_until and basis.in_force_until < day:
        replaced_by = ", ".join(one.id for one in library.replacing(basis))
        key = "repealed-basis-replaced" if replaced_by else "repealed-basis"
        values = {"id": id, "last": basis.in_force_until, "day": day, "replaced_by": replaced_by}
        yield problem_in(record, key, *where, **values)


def check_agencies_exist_when_they_work(seen: Seen) -> Iterator[Problem]:
    """An agency issues, leads, joins and reports only on days on which it existed."""
    first_of_all, last_of_all = (
        _days_of_work(seen.library, seen.record) if seen.links.parties else (None, None)
    )
    for party in seen.links.parties:
        agency = seen.library.find(Agency, party.agency)
        last = party.last_day or party.first_day or last_of_all
        if agency and not agency.days.touches(party.first_day or first_of_all, last):
            values = {"id": agency.id, **_days(agency.days)}
            yield problem_in(seen.record, "agency-outside-its-days", *party.where, **values)


def _days_of_work(library: Library, record: Record) -> tuple[date | None, date | None]:
    """The days on which those act whom a record names without a time of their own."""
    if isinstance(record, Campaign):
        period = record.period
        return (period.first_day, period.last_day) if period else (None, None)
    if isinstance(record, Material):
        return record.issued_on, record.issued_on
    if isinstance(record, Bulletin):
        approved_on = record.approval.on if record.approval else None
        return approved_on, approved_on
    id = record.document if isinstance(record, Plan | Programme) else record.id
    document = library.find(Document, id)
    issued = document.issued_on if document else None
    return (issued.earliest, issued.latest) if issued else (None, None)


def check_people_are_sent_to_living_agencies(seen: Seen) -> Iterator[Problem]:
    """Whom to ask is an agency of today, even on the page of a campaign long past."""
    campaign = cast(Campaign, seen.record)
    for index, id in enumerate(campaign.ask):
        agency = seen.library.find(Agency, id)
        if agency and agency.has_ended(seen.today) and campaign.status is Status.PUBLISHED:
            heirs = f" ({', '.join(agency.successors)})" if agency.successors else ""
            values = {"id": id, "last": agency.last_day, "successors": heirs}
            yield problem_in(campaign, "ask-an-ended-agency", "ask", index, **values)


def check_reviews_come_before_the_next(seen: Seen) -> Iterator[Problem]:
    """The next review is due after the last one."""
    due, reviewed = seen.record.review_due, seen.record.reviewed_on
    if due and reviewed and due < reviewed:
        values = {"due": due, "reviewed": reviewed}
        yield problem_in(seen.record, "review-due-before-review", "review_due", **values)


def check_comparisons_lie_in_the_past(seen: Seen) -> Iterator[Problem]:
    """Nobody has reviewed or compared anything tomorrow; a day's grace serves other time zones."""
    for where, day in _done_on(seen.record):
        if day and day - seen.today > timedelta(
            days=1
        ):  # no day follows the last that Python knows
            yield problem_in(seen.record, "day-in-the-future", *where, day=day, name=where[-1])


def check_bulletins_are_approved_by_today(seen: Seen) -> Iterator[Problem]:
    """What is to be said was approved already; no clock of another zone excuses that it was not."""
    bulletin = cast(Bulletin, seen.record)
    day = bulletin.approval.on if bulletin.approval else None
    if day and day > seen.today:
        where: Where = ("approval", "on")
        yield problem_in(bulletin, "approved-tomorrow", *where, day=day)


def _done_on(record: Record) -> Iterator[tuple[Where, date | None]]:
    """The days on which somebody is said to have done something."""
    for name in DONE_ON:
        yield (name,), getattr(record, name, None)
    if record.withdrawal:
        yield ("withdrawn", "on"), record.withdrawal.on
    for index, source in enumerate(record.sources):
        yield ("sources", index, "compared_on"), source.compared_on
    for index, note in enumerate(record.change_notes):
        yield ("change_notes", index, "on"), note.on
    if isinstance(record, Plan):
        yield from _recorded_on(record)
    if isinstance(record, Bulletin) and record.correction:
        yield ("correction", "on"), record.correction.on


def _recorded_on(plan: Plan) -> Iterator[tuple[Where, date | None]]:
    """The days on which tasks were done and targets looked at, and those of their sources."""
    for where, task in _tasks(plan):
        if task.done:
            yield (*where, "done", "on"), task.done.on
            yield from _compared_on(task.done.source, *where, "done")
    for index, target in enumerate(plan.targets):
        for place, result in enumerate(target.results):
            yield ("targets", index, "results", place, "as_of"), result.as_of
            yield from _compared_on(result.source, "targets", index, "results", place)


def _compared_on(source: Source | None, *where: Step) -> Iterator[tuple[Where, date | None]]:
    if source:
        yield (*where, "source", "compared_on"), source.compared_on


# ---- files and addresses, which are no records ---------------------------------------------------


def check_files_are_there(seen: Seen) -> Iterator[Problem]:
    """A recording, a print file or a blank form that a record offers lies below content/files/."""
    for where, path in _files_of(cast(Offering, seen.record)):
        if kind_of_file(path) and not seen.library.has_file(path):
            yield problem_in(seen.record, "file-missing", *where, value=path)


def _files_of(record: Offering) -> Iterator[tuple[Where, str]]:
    """Each file that a record offers, with its place in the record."""
    if isinstance(record, Material):
        yield from ((("files", index, "path"), one.path) for index, one in enumerate(record.files))
    elif isinstance(record, Bulletin):
        recordings = enumerate(record.recordings)
        yield from ((("recordings", index, "path"), one.path) for index, one in recordings)
    else:
        forms = enumerate(record.forms)
        yield from ((("forms", index, "file"), one.file) for index, one in forms if one.file)


def check_recordings_are_whole(seen: Seen) -> Iterator[Problem]:
    """A recording is the very file that its record sums up, so that a copied stick can be tried."""
    bulletin = cast(Bulletin, seen.record)
    for index, one in enumerate(bulletin.recordings):
        sum = seen.library.sum_of_file(one.path)
        if sum and one.sha256 not in (sum, ""):  # what is no sum was told already
            where: Where = ("recordings", index, "sha256")
            yield problem_in(bulletin, "recording-sum", *where, value=one.path, sum=sum)


def check_recordings_take_as_long_as_told(seen: Seen) -> Iterator[Problem]:
    """A slot is planned by the length that a record tells, so the file must take as long."""
    bulletin = cast(Bulletin, seen.record)
    for index, one in enumerate(bulletin.recordings):
        found, told = seen.library.length_of_file(one.path), one.length_seconds
        if found and told is not None and abs(found - told) > NEAR_SECONDS:
            where: Where = ("recordings", index, "length_seconds")
            values = {"value": one.path, "told": told, "found": found}
            yield problem_in(bulletin, "recording-length", *where, **values)


def check_prose_may_be_published(pages: Path, root: Path) -> Iterator[Problem]:
    """Prose is UTF-8 text, keeps the rules of all texts, and takes no name that the site needs."""
    if pages.parent.is_dir() and not pages.is_dir():
        yield Problem(pages.relative_to(root).as_posix(), "no-content")
    for path in sorted(pages.rglob("*.md")):
        name = path.relative_to(root).as_posix()
        if path.stem.lower() in FIRST_PAGES:
            yield Problem(name, "prose-name-taken", {"name": path.name})
        if not PROSE_NAME.fullmatch(path.relative_to(pages).as_posix()):
            yield Problem(name, "prose-name", {"name": path.name})
        try:
            yield from _amiss_in_lines(text_of(path), name)
            yield from _amiss_in_head(text_of(path), name)
        except Unreadable as error:
            yield Problem(name, error.key, error.values, line=error.line)


def _amiss_in_head(text: str, name: str) -> Iterator[Problem]:
    """A page of prose has a title: its first heading, or between two lines of --- at its top."""
    head = HEAD.match(text)
    try:
        fields = values_of(head[1]) if head else None
    except Unreadable as error:
        line = (error.line or 0) + 1
        yield Problem(name, error.key, error.values, line=line)
        return
    fields = fields if isinstance(fields, dict) else {}
    for field in sorted(fields.keys() - PROSE_FIELDS):
        near = "".join(get_close_matches(field, PROSE_FIELDS, n=1))
        values = {"name": field, "near": near, "known": ", ".join(PROSE_FIELDS)}
        yield Problem(name, "unknown-field-near" if near else "unknown-field", values, line=1)
    if not fields.get("title") and not FIRST_HEADING.match(text, head.end() if head else 0):
        yield Problem(name, "prose-without-title", line=1)


def _amiss_in_lines(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for key, values in amiss_in_signs(line):
            yield Problem(name, key, {"name": name, **values}, line=number)
        for found in every_personal_data(line):
            yield Problem(name, "personal-data", {"found": found}, line=number)


def check_addresses_are_kept(
    answering: Collection[str], ledger: Path, name: str
) -> Iterator[Problem]:
    """No address that was ever published is lost; `ledger` holds them, one a line."""
    try:
        lines = lines_of(ledger)
    except Unreadable as error:
        yield Problem(name, error.key, error.values, line=error.line)
        return
    for number, address in enumerate(lines, start=1):
        if address and not address.startswith("#") and address not in answering:
            key = "lost-file" if address.startswith(f"{FILES_AT}/") else "lost-address"
            yield Problem(name, key, {"address": address}, line=number)


def lines_of(ledger: Path) -> list[str]:
    """The lines of the ledger, which may be absent; raises `Unreadable`."""
    there = ledger.exists() or ledger.is_symlink()
    return text_of(ledger, most=MOST_OF_LEDGER).splitlines() if there else []


def recalled_files(library: Library) -> set[str]:
    """The addresses of files whose record was withdrawn: its page says what became of them."""
    every: list[Offering] = [
        *library.every(Material),
        *library.every(Procedure),
        *library.every(Bulletin),
    ]
    gone = [one for one in every if one.status is Status.WITHDRAWN]
    return {f"{FILES_AT}/{path}" for record in gone for _, path in _files_of(record)}


# ---- walking through records ---------------------------------------------------------------------


def _tasks(plan: Plan) -> Iterator[tuple[Where, Task]]:
    """Every task of a plan with its place in the file."""

    def walk(tasks: Iterable[Task], where: Where) -> Iterator[tuple[Where, Task]]:
        for index, task in enumerate(tasks):
            here = (*where, "tasks", index)
            yield here, task
            yield from walk(task.tasks, here)

    return walk(plan.tasks, ())


def _times(plan: Plan) -> Iterator[tuple[Where, Time]]:
    for where, task in _tasks(plan):
        if task.time:
            yield (*where, "time"), task.time
    for index, duty in enumerate(plan.report_duties):
        if duty.due:
            yield ("report_duties", index, "due"), duty.due


def _days(period: Period) -> dict[str, object]:
    """The ends of a period for a message; an open end is three dots."""
    return {"first": period.first_day or "…", "last": period.last_day or "…"}


# ---- who is asked what ---------------------------------------------------------------------------

OF_EVERY: tuple[Check, ...] = (
    check_references_lead_somewhere,
    check_agencies_are_named_by_id,
    check_agencies_exist_when_they_work,
    check_reviews_come_before_the_next,
    check_comparisons_lie_in_the_past,
)
OF_KIND: Mapping[type[Record], tuple[Check, ...]] = {
    Plan: (
        check_paths_name_one_task,
        check_targets_name_tasks,
        check_times_lie_within_their_plan,
    ),
    Campaign: (check_activities_name_tasks, check_people_are_sent_to_living_agencies),
    Practitioner: (check_addresses_name_nobody,),
    AccessResult: (check_results_follow_the_rules,),
    Area: (check_communes_lie_in_provinces,),
    Agency: (check_nobody_is_above_itself, check_demonstrations_call_nobody),
    Organisation: (check_nobody_is_above_itself, check_demonstrations_call_nobody),
    Call: (check_demonstrations_call_nobody,),
    Document: (check_bases_were_in_force,),
    Material: (check_bases_are_in_force, check_files_are_there),
    Procedure: (check_bases_are_in_force, check_files_are_there),
    Bulletin: (
        check_bulletins_are_approved_by_today,
        check_bases_are_in_force,
        check_files_are_there,
        check_recordings_are_whole,
        check_recordings_take_as_long_as_told,
    ),
}
OF_ALL: Mapping[CheckOfAll, tuple[type[Record], ...]] = {
    check_codes_are_single: (Area, Organisation, Practitioner, Roster, Procedure),
    check_divided_units_are_found_whole: (Area,),
    check_groups_ask_what_is_asked: (Group, Finder),
    check_words_mean_one_thing: (Term,),
}  # with the kinds that each looks at
