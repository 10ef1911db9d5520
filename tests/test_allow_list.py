"""Nothing of a person but what the allow-list names reaches the public (Luật 91/2025/QH15).

The list: of an organisation the name and title of its head; of a practitioner name, kind, title,
card number, organisation and days. There is no field for anything else, and where people write
sentences, what points at a person is refused.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from generator.build import examine_all
from generator.intake import load
from generator.library import Library
from generator.outputs.fields import DATASETS
from generator.outputs.fields.field import walk
from generator.project import Project as Line
from generator.records import KINDS
from generator.records.organisations import Head
from generator.records.practitioners import Practitioner
from generator.records.record import Record
from tests.conftest import SITES, TODAY, Project, tree
from tests.test_properties import OF_EVERY_KIND, Values, Where, leaves, read, replaced, samples

PIECES = {
    "identity number": "079099012345",
    "old identity number": "212345678",
    "birth date": "sinh ngày 12/6/1990",
    "year of birth": "Năm sinh: 1990",
    "home address": "nhà riêng: 12/3 đường Mẫu",
    "registered home": "thường trú tại số 7, ngõ 12, phố Mẫu",
    "personal telephone": "0912 345 678",
    "personal telephone abroad": "+84912345678",
    "personal telephone between strokes": "0912/345/678",
    "personal telephone between commas": "0912,345,678",
    "personal telephone in stars": "0912**345**678",
    "personal telephone in wide digits": "０９１２ ３４５ ６７８",
    "birth date as machines write it": "sinh: 1990-01-02",
    "year of birth in short": "SN 1990",
    "registered home in short": "HKTT: số 5 ngõ 3 phố Mẫu",
    "personal mail": "nguyen.van.mau@gmail.com",
}
OF_EVERY_PIECE = pytest.mark.parametrize("piece", PIECES)
UNASKED = (
    "so_cccd",
    "ngay_sinh",
    "dia_chi_nha",
    "so_di_dong",
    "birth_date",
    "home_address",
    "gender",
    "ethnicity",
    "tax_code",
)


def places(kind: type[Record]) -> Iterator[tuple[Values, Where]]:
    """Every field that holds anything in the small site, which uses them all."""
    for values in samples(kind).values():
        for where, _ in leaves(values):
            yield values, where


def refused(kind: type[Record], values: Values, where: Where) -> bool:
    """Whether the build would stop, and name this very place."""
    _, findings = read(kind, values)
    return any(one.stops and one.where[: len(where)] == where for one in findings.problems)


# ---- every field of every kind -------------------------------------------------------------------


@OF_EVERY_KIND
@OF_EVERY_PIECE
def test_no_field_takes_what_points_at_a_person(kind: type[Record], piece: str) -> None:
    """Whatever field an officer in a hurry puts it into, the build stops and names the field."""
    for values, where in places(kind):
        assert refused(kind, replaced(values, where, PIECES[piece]), where), where


@OF_EVERY_KIND
@given(data=st.data())
def test_no_field_takes_it_within_a_sentence(kind: type[Record], data: st.DataObject) -> None:
    """Nor does it hide between other words."""
    values, where = data.draw(st.sampled_from(list(places(kind))))
    piece = PIECES[data.draw(st.sampled_from(list(PIECES)))]
    before = data.draw(st.sampled_from(["", "Gọi ", "Ông A, ", "Hỏi (", "Ghi chú: "]))
    after = data.draw(st.sampled_from(["", ".", ", gặp ông A", ")", " – văn phòng", "\nDòng sau"]))

    assert refused(kind, replaced(values, where, before + piece + after), where)


@OF_EVERY_KIND
@pytest.mark.parametrize("name", UNASKED)
def test_there_is_no_field_for_anything_else(kind: type[Record], name: str) -> None:
    """What the allow-list does not name has no place to be written at all."""
    for values in samples(kind).values():
        for where in [(), *_mappings(values)]:
            inside = {**_at(values, where), name: "Mẫu"}

            assert refused(kind, replaced(values, where, inside), (*where, name)), where


def _mappings(values: Values) -> set[Where]:
    """The places of all mappings within a record."""
    found = {where[:depth] for where, _ in leaves(values) for depth in range(len(where))}
    return {where for where in found if where and isinstance(_at(values, where), dict)}


def _at(value: Any, where: Where) -> Any:
    for step in where:
        value = value[step]
    return value


# ---- whole builds --------------------------------------------------------------------------------


def spoil(project: Project, piece: str) -> set[tuple[str, Where]]:
    """Put a piece into every field of every record; gives the file and place of each."""
    spoilt: set[tuple[str, Where]] = set()
    for kind in KINDS:
        for path, values in samples(kind).items():
            new = values
            for where, _ in leaves(values):
                if where not in (("status",), ("id",)):
                    new = replaced(new, where, piece)
                    spoilt.add((f"content/{kind.folder}/{path.name}", where))
            text = yaml.safe_dump(new, allow_unicode=True, width=1000)
            project.add(f"{kind.folder}/{path.name}", text)
    return spoilt


@OF_EVERY_PIECE
def test_a_build_of_such_records_publishes_nothing_and_names_every_place(
    small: Project, piece: str
) -> None:
    """Not one of them slips into a page, a table, a feed or a card, and all are told at once."""
    spoilt = spoil(small, PIECES[piece])
    line = Line(small.root, small.content, small.site, date.fromisoformat(TODAY))

    problems = examine_all(line)
    run = small.call("build")

    told = {(one.file, one.where) for one in problems if one.stops}
    assert spoilt - told == set()
    assert run.returncode == 1
    assert not small.site.exists()


def test_it_never_replaces_a_site_that_is_there(small: Project) -> None:
    """The site of yesterday stays as it was, and holds nothing of what was added today."""
    small.call("build")
    before = tree(small.site)
    spoil(small, PIECES["personal telephone"])

    run = small.call("build")

    assert run.returncode == 1
    assert tree(small.site) == before


@pytest.mark.parametrize("site", ["built_real", "built_small"])
def test_no_file_of_a_site_holds_a_private_field(site: str, request: pytest.FixtureRequest) -> None:
    """The data name no field that the allow-list lacks, in whatever format."""
    project: Project = request.getfixturevalue(site)
    private = {"birth", "gender", "ethnicity", "home_address", "tax_id", "birthDate", "taxID"}
    data = [path for path in project.site.rglob("*") if path.suffix in (".json", ".csv", ".jsonld")]

    for path in data:
        text = path.read_text(encoding="utf-8-sig")
        assert [name for name in private if f'"{name}"' in text] == [], path


# ---- the list itself -----------------------------------------------------------------------------


def test_of_persons_only_these_fields_are_published() -> None:
    """A new field about a person has to change this list, and whoever changes it thinks twice."""
    fields = {dataset.kind: [name for name, _ in walk(dataset.fields)] for dataset in DATASETS}
    own = {one.name for one in structs.fields(Record)}
    of_persons = [one.name for one in structs.fields(Practitioner) if one.name not in own]

    assert of_persons == [
        "code",
        "name",
        "kind",
        "title",
        "card_number",
        "organisation",
        "state",
        "first_day",
        "last_day",
        "legal_basis",
    ]
    assert [one.name for one in structs.fields(Head)] == ["name", "title"]
    assert {name.split(".")[0] for name in fields[Practitioner]} <= {*of_persons, *own, "address"}


def test_who_is_on_the_list_no_more_is_in_no_file(small: Project) -> None:
    """The day after the end, the person is gone from pages and data alike."""
    person = _someone(load(small.content)[0])
    path = small.root / person.file
    text = path.read_text(encoding="utf-8")
    assert person.last_day is not None
    small.call("build")
    assert _files_with(small.site, person.name)

    ended = text.replace(f"last_day: {person.last_day}", "last_day: 2026-11-21")
    path.write_text(ended, encoding="utf-8")
    run = small.call("build")

    assert run.returncode == 0, run.stdout
    assert _files_with(small.site, person.name) == []


def test_a_name_goes_with_its_last_day_though_nobody_edits(small: Project) -> None:
    """A build that does only what changed must see that a day has passed, too."""
    person = _someone(load(small.content)[0])
    place = person.file.removeprefix("content/")
    small.change(place, f"last_day: {person.last_day}", f"last_day: {TODAY}")
    small.call("build")
    named = _files_with(small.site, person.name)

    run = small.call("build", "--today", str(date.fromisoformat(TODAY) + timedelta(days=1)))

    assert run.returncode == 0, run.stdout
    assert len(named) > 2
    assert _files_with(small.site, person.name) == []


def _someone(library: Library) -> Practitioner:
    """A person whom the list of today names."""
    today = date.fromisoformat(TODAY)
    return next(one for one in library.published(Practitioner) if one.is_listed(today))


def _files_with(site: Path, words: str) -> list[str]:
    return [name for name, content in tree(site).items() if words.encode() in content]


def test_the_small_site_has_persons_to_try_this_on() -> None:
    """A test of nobody would always pass."""
    library, _ = load(SITES / "small" / "content")

    assert _someone(library).name
