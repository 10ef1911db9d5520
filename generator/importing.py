"""Outside documents into the project: each is understood, then written as JSON or as drafts."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.catalogue import say
from generator.importers import areas as places
from generator.importers.answers import as_json
from generator.importers.draft_writing import Draft
from generator.importers.drafts import as_drafts
from generator.importers.findings import ImportedDocument
from generator.importers.plan import understand
from generator.importers.reading_files import read_document
from generator.importers.source import ImportRefused, Remark
from generator.importers.statistics_table import StatisticsTable
from generator.importers.yaml_edits import CannotEdit
from generator.intake import load
from generator.reading import Unreadable, text_of
from generator.records.agencies import Agency
from generator.records.areas import Area
from generator.records.documents import Document
from generator.vietnamese.folding import fold
from generator.writing import replace_text, replace_texts

Texts = list[tuple[Path, str]]  # each file with what it shall say


@dataclass(frozen=True)
class Wishes:
    """Where results go: `json` and `into` are folders or None; `replace` allows overwriting.

    A dry run tells which files it would write, and writes none.
    """

    json: Path | None
    into: Path | None
    replace: bool
    dry_run: bool = False


@dataclass(frozen=True)
class Outcome:
    """A line for the person who asked, and whether it tells of a failure."""

    text: str
    failed: bool = False


def import_files(files: Sequence[Path], wishes: Wishes, language: str) -> Iterator[Outcome]:
    """Import every file; one that cannot be read does not keep the others back."""
    yield from _same_names(files, language) if wishes.json else ()
    agencies = load(wishes.into)[0].every(Agency) if wishes.into else ()
    for path in files:
        try:
            source = read_document(path)
            if found := places.understand_areas(source):
                yield from _import_areas(path, found, wishes, language)
                continue
            imported = understand(source)
        except ImportRefused as refusal:
            yield Outcome(f"{path}: {refusal.told(language)}", failed=True)
            continue
        yield from _remarks(path, imported, language)
        if wishes.json:
            yield _write_json(path, as_json(imported, language), wishes.json, wishes, language)
        if wishes.into:
            drafts = as_drafts(imported, known_agencies(agencies, imported))
            yield from _write_drafts(drafts, wishes.into, wishes, language)


def _same_names(files: Sequence[Path], language: str) -> Iterator[Outcome]:
    """Inputs of one name would overwrite each other's answer."""
    for stem, count in Counter(path.stem for path in files).items():
        if count > 1:
            yield Outcome(say(language, "import-same-name", {"name": stem}), failed=True)


def known_agencies(agencies: Iterable[Agency], imported: ImportedDocument) -> dict[str, str]:
    """The ids of the agencies that a document can mean, by folded name.

    A bare "Sở Tư pháp" means that of the document's own province; a role that two agencies of the
    province share means neither.
    """
    heading = imported.heading
    of = fold(" ".join(filter(None, (heading.issuer, heading.place, heading.title))))
    near = [one for one in agencies if not one.province or fold(one.province) in of]
    roles = Counter(fold(one.role) for one in near)
    by_role = {fold(one.role): one.id for one in near if roles[fold(one.role)] == 1}
    return by_role | {fold(name.name): one.id for one in near for name in one.names}


def _remarks(path: Path, imported: ImportedDocument, language: str) -> Iterator[Outcome]:
    yield Outcome(f"{path}: {say(language, f'import-kind-{imported.kind}')}")
    yield from _told(imported.remarks, language)
    for unread in imported.unread:
        values = {"line": unread.line, "text": unread.text}
        yield Outcome("  " + say(language, "import-not-understood", values))


def _import_areas(
    path: Path, found: places.Found, wishes: Wishes, language: str
) -> Iterator[Outcome]:
    """A resolution on communes, or a list of units, which also adds codes to known areas."""
    yield Outcome(f"{path}: {say(language, f'import-kind-{places.kind_of(found)}')}")
    yield from _told(places.remarks_on(found), language)
    if wishes.json:
        said = places.areas_as_json(found, path.name, language)
        yield _write_json(path, said, wishes.json, wishes, language)
    if wishes.into:
        yield from _write_areas(found, path.name, wishes.into, wishes, language)


def _write_areas(
    found: places.Found, name: str, content: Path, wishes: Wishes, language: str
) -> Iterator[Outcome]:
    """New areas and new codes of known ones: all of a document, or nothing."""
    library, _ = load(content)
    areas, documents = library.every(Area), (one.id for one in library.every(Document))
    drafts = places.area_drafts(found, name, areas, documents)
    codes = (
        places.new_codes(found, areas, replace=wishes.replace)
        if isinstance(found, StatisticsTable)
        else places.Codes({}, ())
    )
    yield from _told(codes.remarks, language)
    texts = _texts(drafts, content)
    refused = [*_in_the_way(texts, wishes.replace, language)]
    for area in areas:
        if area.id in codes.new:
            target = content.parent / area.file
            try:
                texts.append((target, places.with_code(text_of(target), codes.new[area.id])))
            except (CannotEdit, Unreadable):
                refused.append(_failure(language, "table-cannot-edit", file=target))
    yield from refused or _write(texts, content, wishes, language)
    if codes.new and not refused:
        yield from _told([_filled(codes.new, wishes)], language)


def _filled(codes: Mapping[str, str], wishes: Wishes) -> Remark:
    """The codes of areas that were filled in, or would be."""
    if not wishes.dry_run:
        return Remark("import-areas-code-needs-source", values={"count": len(codes)})
    told = "; ".join(f"{id} {code}" for id, code in sorted(codes.items()))
    return Remark("import-would-fill", values={"count": len(codes), "codes": told})


def _told(remarks: Iterable[Remark], language: str) -> Iterator[Outcome]:
    for remark in remarks:
        yield Outcome(f"  {remark.told(language)}")


def _write_json(
    path: Path, said: dict[str, Any], folder: Path, wishes: Wishes, language: str
) -> Outcome:
    target = folder / f"{path.stem}.json"
    answer = json.dumps(said, ensure_ascii=False, indent=1)
    if not wishes.dry_run:
        replace_text(target, answer + "\n")
    return _written(target, wishes, language)


def _write_drafts(
    drafts: Sequence[Draft], content: Path, wishes: Wishes, language: str
) -> Iterator[Outcome]:
    """All drafts of one document, or none: a half-replaced pair would not fit together."""
    if not drafts:
        yield _failure(language, "import-no-drafts")
    texts = _texts(drafts, content)
    refused = [*_in_the_way(texts, wishes.replace, language)]
    yield from refused or _write(texts, content, wishes, language)


def _texts(drafts: Iterable[Draft], content: Path) -> Texts:
    return [(content / draft.folder / f"{draft.id}.yml", draft.yaml_text) for draft in drafts]


def _in_the_way(texts: Texts, replace: bool, language: str) -> Iterator[Outcome]:
    """The files that are there already, where they may not be replaced."""
    for target, _ in texts if not replace else ():
        if target.exists():
            yield _failure(language, "import-file-exists", file=target)


def _write(texts: Texts, content: Path, wishes: Wishes, language: str) -> Iterator[Outcome]:
    if texts and not wishes.dry_run:
        replace_texts(texts, content.resolve())
    for target, _ in texts:
        yield _written(target, wishes, language)


def _written(target: Path, wishes: Wishes, language: str) -> Outcome:
    key = "import-would-write" if wishes.dry_run else "import-written"
    return Outcome("  " + say(language, key, {"file": target}))


def _failure(language: str, key: str, **values: object) -> Outcome:
    return Outcome("  " + say(language, key, values), failed=True)
