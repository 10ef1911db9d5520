"""Who helps in a place: the order of the lists, and how the lists are cut into pages."""

from pathlib import Path

from generator.directory import Directory
from generator.library import load
from tests.conftest import Project

HEADER = """id: {id}
status: published
demo: {demo}
sources: [{{title: Danh sách thử, compared_on: 2026-11-22}}]
reviewed_on: 2026-11-22
review_due: 2027-11-22
"""
PHONE = "contacts: [{kind: phone, value: 0290 000 0012}]\n"


def add_area(project: Project, id: str, province: str = "") -> None:
    """A province, or a commune of one."""
    kind = f"kind: commune\nprovince: {province}\n" if province else "kind: province\n"
    project.add(f"areas/{id}.yml", HEADER.format(id=id, demo="true") + f"name: {id}\n{kind}")


def add_organisation(project: Project, id: str, more: str = "", demo: str = "true") -> None:
    """An organisation under its id, with some more lines."""
    common = HEADER.format(id=id, demo=demo) + f"name: {id}\ngroup: registered\n"
    project.add(f"organisations/{id}.yml", f"{common}verified_on: 2026-11-22\n{more}")


def at(area: str) -> str:
    """A place in an area."""
    return f"locations: [{{address: Số 1, area: {area}}}]\n"


def serves(*areas: str) -> str:
    """The areas that an organisation serves."""
    return f"serves: [{', '.join(areas)}]\n"


def state(name: str) -> str:
    """A state with what it needs."""
    why = "state_reason: thử\nstate_decision: Quyết định thử\n"
    return f"state: {name}\nstate_from: 2026-01-01\n{why}"


def two_provinces(folder: Path) -> Project:
    """Two provinces, one with two communes."""
    project = Project(folder)
    for id, province in (("bac", ""), ("nam", ""), ("bac-xa-a", "bac"), ("bac-xa-b", "bac")):
        add_area(project, id, province)
    return project


def directory(project: Project) -> Directory:
    """The directory of a project."""
    library, _ = load(project.content)
    return Directory(library)


def ids(found: object) -> list[str]:
    """The ids of some organisations."""
    assert isinstance(found, tuple)
    return [one.id for one in found]


def test_an_organisation_is_found_in_its_commune_and_in_its_province(tmp_path: Path) -> None:
    """Who knows only the province still meets what stands in its communes."""
    project = two_provinces(tmp_path)
    add_organisation(project, "mot", at("bac-xa-a"))
    add_organisation(project, "hai", at("bac"))

    found = directory(project)

    assert ids(found.located_in("bac-xa-a")) == ["mot"]
    assert ids(found.located_in("bac")) == ["hai", "mot"]
    assert ids(found.located_in("bac-xa-b")) == ids(found.located_in("nam")) == []


def test_a_commune_is_served_by_whoever_serves_its_province(tmp_path: Path) -> None:
    """The provincial centre answers every commune, each only once, and no other province."""
    project = two_provinces(tmp_path)
    add_organisation(project, "tinh", serves("bac"))
    add_organisation(project, "xa", serves("bac-xa-a"))
    add_organisation(project, "ca-hai", serves("bac", "bac-xa-a"))

    found = directory(project)

    assert ids(found.serving("bac-xa-a")) == ["ca-hai", "tinh", "xa"]
    assert ids(found.serving("bac-xa-b")) == ids(found.serving("bac")) == ["ca-hai", "tinh"]
    assert ids(found.serving("nam")) == ids(found.serving("khong-co")) == []


def test_whom_a_reader_may_trust_and_reach_comes_first(tmp_path: Path) -> None:
    """A frightened reader calls the first in the list, so it is real, at work, and has a phone."""
    project = two_provinces(tmp_path)
    here = serves("bac")
    add_organisation(project, "a-trinh-dien", here + PHONE)
    add_organisation(project, "b-tam-dung", here + PHONE + state("suspended"), demo="false")
    add_organisation(project, "c-khong-so", here, demo="false")
    add_organisation(project, "d-goi-duoc", here + PHONE, demo="false")

    found = ids(directory(project).serving("bac"))

    assert found == ["d-goi-duoc", "c-khong-so", "b-tam-dung", "a-trinh-dien"]


def test_what_has_stopped_is_offered_to_nobody(tmp_path: Path) -> None:
    """A page says what became of it; no list sends a reader there for help."""
    project = two_provinces(tmp_path)
    gone = "withdrawn: {on: 2026-01-01, reason: thử}\n"
    add_organisation(project, "da-dung", serves("bac") + at("bac") + state("ended"))
    add_organisation(project, "thu-hoi", serves("bac") + gone)
    project.change("organisations/thu-hoi.yml", "status: published", "status: withdrawn")

    found = directory(project)

    assert ids(found.serving("bac")) == ids(found.located_in("bac")) == ids(found.offered) == []
    assert ids(found.ended) == ["da-dung"]
