"""Text of records is shown as text, whatever it looks like."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct, structs
from playwright.sync_api import Page

from generator.intake import load
from generator.library import Library
from generator.records.record import Record, Status
from tests.browser.hostile import ATTACK, BOUND_CONTACTS
from tests.browser.pages import addresses_of
from tests.browser.visits import OpenVisit

pytestmark = pytest.mark.browser

NAMES_AND_LINKS = {
    "Activity.plan",
    "AccessResult.area",
    "AccessResult.standard",
    "AccessStandard.document",
    "Agency.area",
    "Agency.parent",
    "Agency.successors",
    "Answer.id",
    "Answered.answer",
    "Answered.question",
    "Area.code",
    "Area.province",
    "Basis.document",
    "BlankForm.file",
    "Bulletin.areas",
    "Bulletin.campaigns",
    "Bulletin.groups",
    "Bulletin.language",
    "Bulletin.procedures",
    "Bulletin.voice",
    "Call.area",
    "Call.organisation",
    "Campaign.ask",
    "Campaign.materials",
    "Campaign.plans",
    "Campaign.programmes",
    "Catalogue.document",
    "CatalogueEntry.code",
    "CatalogueEntry.procedure",
    "Change.document",
    "Document.legal_basis",
    "Document.replaced_by",
    "Document.replaces",
    "Finder.procedure",
    "Group.document",
    "Location.area",
    "Material.language",
    "MediaFile.kind",
    "MediaFile.path",
    "Organisation.agency",
    "Organisation.languages",
    "Organisation.parent",
    "Organisation.serves",
    "Party.agency",
    "Plan.document",
    "Plan.programmes",
    "Practitioner.organisation",
    "Predecessor.code",
    "Procedure.code",
    "Programme.document",
    "Question.id",
    "Recording.language",
    "Recording.path",
    "Recording.sha256",
    "Roster.area",
    "Roster.organisation",
    "Shift.who",
    "Source.document",
    "Term.finders",
    "Term.groups",
    "Term.materials",
    "Term.procedures",
    "Term.terms",
    "Withdrawal.instead",
    "Record.file",
    "Record.former_ids",
    "Record.id",
}  # ids and paths, for which the readers allow a-z, 0-9 and hyphens alone
KEPT_FOR_TABLES = {"Practitioner.code", "Roster.code"}  # by which a table is imported again
MARKDOWN_FIELDS = {"Call.text", "Material.body", "Question.answer"}
FOREIGN = """() => {
    const found = [...document.querySelectorAll(
        'script:not([src^="../assets/javascripts/"]):not([src^="assets/javascripts/"])' +
        ':not([src$="/ten-dia-phuong.js"]):not([src$="/muc-luc.js"])' +
        ':not([src$="/lich-phat.js"]), ' +
        'iframe, object, embed, base, ' +
        'form:not([action$="tim-kiem.html"], main > article > [data-narrow]), ' +
        'img[src="x"], [src*="xa.example"], ' +
        'main style, main link, main meta'
    )].map(one => one.outerHTML);
    if (document.title === 'x') found.push('the title is x');
    const safe = ['file:', 'http:', 'https:', 'tel:', 'mailto:', 'geo:'];
    for (const one of document.querySelectorAll('*')) {
        if (one.tagName === 'B' && one.textContent.includes(`"&'`)) found.push(one.outerHTML);
        if (one.href && !one.closest('svg') && !safe.includes(new URL(one.href).protocol))
            if (one.rel !== 'icon') found.push(one.outerHTML);
        found.push(...one.getAttributeNames().filter(name => name.startsWith('on')));
    }
    return found;
}"""  # whatever text of a record has made of itself


def fields_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Every field below a record, as ("Task.text", one value); lists give each of their values."""
    if not isinstance(value, Struct):
        return
    common = {field.name for field in structs.fields(Record)}
    for field in structs.fields(value):
        owner = Record if isinstance(value, Record) and field.name in common else type(value)
        content = getattr(value, field.name)
        for one in content if isinstance(content, tuple) else [content]:
            yield f"{owner.__name__}.{field.name}", one
            yield from fields_of(one)


def texts_of(record: Record) -> list[tuple[str, str]]:
    """The fields of a record in which somebody may write what they like."""
    return [
        (name, value)
        for name, value in fields_of(record)
        if isinstance(value, str) and not isinstance(value, StrEnum) and name not in NAMES_AND_LINKS
    ]


def hostile_library(site: Path) -> Library:
    """The records behind the hostile site."""
    library, _ = load(site.parent / "content")
    return library


def plain(text: str) -> str:
    """Text as it can be compared: neither spaces nor capitals are a matter of meaning here."""
    return " ".join(text.split()).lower()


def shown_text(page: Page) -> str:
    """What a reader of the page can read, once everything folded is open."""
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    return plain(page.locator("body").inner_text())


def test_every_text_field_is_under_attack_here(hostile_site: Path) -> None:
    """A field that is added later and escaped by nobody must not slip past these tests."""
    library = hostile_library(hostile_site)

    records = list(library.all())

    texts = [text for record in records for text in texts_of(record)]
    fields = [field for record in records for field in fields_of(record)]
    empty = {name for name, _ in fields} - {name for name, value in fields if value}

    bound = {("Contact.value", value) for _, value in BOUND_CONTACTS}
    assert {text for text in texts if ATTACK not in text[1]} == bound
    assert empty == set()


def test_a_record_page_shows_every_text_of_its_record(
    open_visit: OpenVisit, hostile_site: Path
) -> None:
    """An officer who writes "<" or "&" sees just that, and nothing of a record gets lost."""
    visit = open_visit(hostile_site)
    missing = []

    for record in hostile_library(hostile_site).all():
        shown = shown_text(visit.go(record.address))
        for name, text in texts_of(record):
            is_offered = record.status is not Status.WITHDRAWN or name.startswith("Withdrawal")
            is_shown = is_offered and name not in MARKDOWN_FIELDS | KEPT_FOR_TABLES
            if is_shown and plain(text) not in shown:
                missing.append((record.address, name))

    assert missing == [], "\n".join(map(str, missing))


def test_markdown_shows_html_as_text(open_visit: OpenVisit, hostile_site: Path) -> None:
    """A leaflet about computers may speak of <script>; its reader sees the word."""
    visit = open_visit(hostile_site)

    for name in ("to-gap", "hoi-dap"):
        shown = shown_text(visit.go(f"tai-lieu/{name}.html"))

        for piece in ("lời trong bài", "đề mục", "cột"):
            assert plain(f"{ATTACK} {piece}") in shown
        assert '<iframe src="https://xa.example/khung"></iframe>' in shown


def test_no_text_becomes_a_part_of_any_page(open_visit: OpenVisit, hostile_site: Path) -> None:
    """Nobody makes a public page run, load or link what is not ours by writing it in a record."""
    visit = open_visit(hostile_site)
    addresses = addresses_of(hostile_site)

    foreign = {address: visit.go(address).evaluate(FOREIGN) for address in addresses}

    assert len(addresses) > 30
    bad = {address: found for address, found in foreign.items() if found}
    assert bad == {}, "\n".join(map(str, bad.items()))
