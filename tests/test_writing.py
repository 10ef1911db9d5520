"""Writing: site/ holds the new site whole or the old one whole; no other folder is touched."""

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from generator import listing, planning, publishing, store, writing
from generator.glance import SITE
from generator.intake import nobody
from generator.library import Folders, Library, View
from generator.making import Workshop
from generator.page import Joined, Output
from generator.problems import Fault
from generator.store import opened
from generator.writing import OUR_PAGES, Written, alone, replace_text
from tests.conftest import ROOT, tree

OURS = dict.fromkeys(("index.html", *OUR_PAGES), b"ours")
TICK = 0.011  # seconds: what a person does later, a file system dates later
Contents = dict[str, bytes]


def made(library: Library, content: str) -> bytes:
    """A file as an output makes it."""
    if content == "broken":
        raise ZeroDivisionError
    return content.encode()


def recorded(library: Library, address: str) -> Path:
    """A recording that is published as it is."""
    return library.folders.files / address


def planned(contents: Contents) -> Iterator[Output | Joined]:
    """What a module of outputs would yield; data files are joined of a piece for each sign."""
    for address, content in contents.items():
        text = content.decode()
        if address.endswith(".csv"):
            yield Joined(address, made, tuple((sign,) for sign in text), "content/x.yml")
        else:
            yield Output(address, made, (text,), "content/x.yml")


class Office:
    """A site in a folder of its own, and what builds of it leave elsewhere for the next."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder / "office", folder / "office" / "site"
        self.twin, self.state = folder / "office" / ".site.twin", folder / "state" / "state.sqlite"
        self.recordings = folder / "recordings"

    def publish(self, contents: Contents) -> Written:
        """Make the site hold exactly these files, as a build does."""
        return self.publish_outputs(planned(contents))

    def publish_outputs(self, outputs: Iterator[Output | Joined]) -> Written:
        """Publish what a module of outputs yields."""
        folders = Folders(self.recordings, self.recordings)
        workshop = Workshop(self.state, View(), folders, ROOT / "theme", None)
        with alone(self.site), opened(self.state) as kept:
            planning.note(kept, "tests", outputs)
            found = listing.listing(self.site, hidden=True)
            return publishing.publish(kept, workshop, self.site, found, nobody, lambda done: None)

    def forget(self) -> None:
        """Somebody clears away what the last build knew."""
        shutil.rmtree(self.state.parent, ignore_errors=True)

    def beside(self) -> set[str]:
        """What lies where the site lies."""
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office that has built nothing yet."""
    return Office(tmp_path)


LEFT = {"site", ".site.lock", ".site.twin"}

# ---- what may come between two builds ------------------------------------------------------------


def _somewhere(folder: Path, number: int) -> Path | None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return files[number % len(files)] if files else None


def _alter(folder: Path, number: int) -> None:
    if one := _somewhere(folder, number):
        one.write_bytes(b"?")


def _alter_keeping_its_time(folder: Path, number: int) -> None:
    if one := _somewhere(folder, number):
        before = one.stat()
        one.write_bytes(b"?" * before.st_size)
        os.utime(one, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replace(folder: Path, number: int) -> None:
    if one := _somewhere(folder, number):
        one.unlink()
        one.write_bytes(b"?")


def _delete(folder: Path, number: int) -> None:
    if one := _somewhere(folder, number):
        one.unlink()


def _add(folder: Path, number: int) -> None:
    if folder.is_dir():
        (folder / ("them.html", ".an", "a.yml", "a\nb")[number % 4]).write_bytes(b"?")


def _add_below(folder: Path, number: int) -> None:
    place = folder / ("van-ban", "moi/sau", "a.yml", os.fsdecode(b"v\xe3n"))[number % 4]
    if folder.is_dir():
        place.mkdir(parents=True, exist_ok=True)
        (place / os.fsdecode((b"them.html", b"b\xb6n.doc")[number % 2])).write_bytes(b"?")


def _folder_for_file(folder: Path, number: int) -> None:
    if one := _somewhere(folder, number):
        one.unlink()
        one.mkdir()
        if number % 2:
            (one / "them.html").write_bytes(b"?")


def _file_for_folder(folder: Path, number: int) -> None:
    if (folder / "van-ban").is_dir():
        shutil.rmtree(folder / "van-ban")
        (folder / "van-ban").write_bytes(b"?")


def _link_to_elsewhere(folder: Path, number: int) -> None:
    """Somebody's own folder is linked into the site, in the place of one of ours or as another."""
    place = folder / ("anh", "van-ban", "tep")[number % 3]
    if folder.is_dir():
        shutil.rmtree(place, ignore_errors=True)
        place.symlink_to(folder.parent.parent / "theirs")


def _lose(folder: Path, number: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)


BY_HAND: tuple[Callable[[Path, int], None], ...] = (
    _alter,
    _alter_keeping_its_time,
    _replace,
    _delete,
    _add,
    _add_below,
    _folder_for_file,
    _file_for_folder,
    _link_to_elsewhere,
    _lose,
)


@contextmanager
def _machine(lacks: str) -> Iterator[None]:
    """A machine that lacks `links`, an `exchange` in one step, both, or nothing."""
    with pytest.MonkeyPatch.context() as patch:
        if "links" in lacks:
            patch.setattr(os, "link", _refuse(errno.EPERM))
        if "exchange" in lacks:
            patch.setattr(writing, "_exchanged_in_one_step", lambda new, site: False)
        yield


def _refuse(number: int) -> Callable[..., Any]:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refused


names = st.sampled_from(
    [
        "a.html",
        "b.html",
        "b.csv",
        "van-ban/a.html",
        "van-ban/b.html",
        "van-ban/a.csv",
        "tep/x/y.mp3",
    ]
)
contents = st.sampled_from([b"", b"1", b"2", b"22", b"123"])
sites = st.dictionaries(names, contents).map(lambda one: OURS | one)
lacking = st.sampled_from(["", "", "links", "exchange", "links exchange"])
hands = st.none() | st.tuples(
    st.sampled_from(["site", "site", ".site.twin"]),
    st.sampled_from(BY_HAND),
    st.integers(0, 20),
)
days = st.tuples(hands, st.booleans(), lacking, sites)


@given(history=st.lists(days, min_size=2, max_size=5))
def test_a_site_holds_what_was_published_last_whatever_came_before(
    tmp_path_factory: pytest.TempPathFactory,
    history: list[tuple[tuple[str, Callable[[Path, int], None], int] | None, bool, str, Contents]],
) -> None:
    """Whoever was at the site or its twin meanwhile, what readers get is what the content says.

    And nobody's own folder, to which they linked, loses a file.
    """
    folder = tmp_path_factory.mktemp("history")
    office = Office(folder)
    theirs = {"anh.jpg": b"mine", "a.html": b"mine", "x/y.mp3": b"mine"}
    _lay_out(folder / "theirs", theirs)
    for hand, forgets, lacks, contents in history:
        if hand:
            time.sleep(TICK)
            place, change, number = hand
            change(office.folder / place, number)
            if place == "site" and not any((office.site / one).is_file() for one in OUR_PAGES):
                _lose(office.site, 0)  # nobody would know it as ours
        if forgets:
            office.forget()
        with _machine(lacks):
            office.publish(contents)

        assert tree(office.site) == contents
        assert not any(path.is_symlink() for path in office.site.rglob("*"))
        assert office.beside() <= LEFT
        assert tree(folder / "theirs") == theirs


def _lay_out(folder: Path, contents: Contents) -> None:
    for address, content in contents.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)


@given(history=st.lists(st.tuples(st.integers(0, 12), lacking, sites), min_size=2, max_size=4))
def test_a_disk_that_fills_up_leaves_the_site_of_before(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[int, str, Contents]]
) -> None:
    """Whichever file finds no room, readers keep a whole site, and later builds are right."""
    office = Office(tmp_path_factory.mktemp("full"))
    before: Contents = {}
    for room, lacks, contents in [(99, "", OURS), *history, (999, "", history[0][2])]:
        with _machine(lacks), _disk_with_room_for(room) as is_full, suppress(DiskFull):
            office.publish(contents)
            before = contents
        assert tree(office.site) == before
        assert office.beside() <= LEFT
    assert not is_full()
    assert before == history[0][2]


class DiskFull(OSError):
    """What the operating system says of a full disk."""


@contextmanager
def _disk_with_room_for(files: int) -> Iterator[Callable[[], bool]]:
    """A disk on which so many files find room; what comes then is there in part, or not at all."""
    room = [files]

    def fill(write: Callable[..., object]) -> Callable[..., object]:
        def written(what: Any, target: Any, **options: Any) -> None:
            if room[0] <= 0:
                Path(target).touch() if write is not os.link else None
                raise DiskFull(errno.ENOSPC, "full", target)
            write(what, target, **options)
            room[0] -= 1  # not before: a folder that is missing takes no room

        return written

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", fill(os.link))
        patch.setattr(shutil, "copyfile", fill(shutil.copyfile))
        patch.setattr(writing, "_write", fill(writing._write))
        patch.setattr(writing, "_write_pieces", fill(writing._write_pieces))
        yield lambda: room[0] <= 0


# ---- killed at any moment ------------------------------------------------------------------------

MOMENTS = 60  # of one build, evenly spread over the lines that it runs through
OF_INTEREST = {module.__file__ for module in (writing, publishing, store)}
OLD = OURS | {"a.html": b"1", "b.html": b"1", "b.csv": b"12", "van-ban/a.html": b"1", "c.html": b""}
NEW = OURS | {"a.html": b"2", "b.html": b"1", "b.csv": b"132", "moi/c.html": b"3", "c.html": b""}


@pytest.mark.parametrize("lacks", ["", "links", "exchange"])
@pytest.mark.parametrize("knows", [True, False], ids=["incremental", "clean"])
def test_a_build_killed_at_any_line_leaves_a_whole_site(
    knows: bool, lacks: str, tmp_path: Path
) -> None:
    """A power cut in the commune office leaves the old site or the new one, and nothing to mend."""
    lines = _killed(_prepared(tmp_path / "count", knows), lacks, at=None)
    assert lines > 100
    seen = set()

    for line in range(0, lines, max(1, lines // MOMENTS)):
        office = _prepared(tmp_path / str(line), knows)
        _killed(office, lacks, at=line)
        if office.site.exists() or lacks != "exchange":
            now = tree(office.site)
            assert now in (OLD, NEW), line
            seen.add(now == NEW)
        assert office.beside() <= LEFT | {".site.new", ".site.old"}
        office.publish(NEW)
        assert tree(office.site) == NEW, line
        assert office.beside() <= LEFT
        office.publish(OLD)
        assert tree(office.site) == OLD, line
        shutil.rmtree(tmp_path / str(line))

    assert seen == {True, False}


def _prepared(folder: Path, knows: bool) -> Office:
    office = Office(folder)
    office.publish(NEW)
    office.publish(OLD)
    if not knows:
        office.forget()
    return office


def _killed(office: Office, lacks: str, at: int | None) -> int:
    """Let another process publish NEW, which ends without warning at a line; gives how many ran."""
    reading, telling = os.pipe()
    child = os.fork()
    if not child:
        try:
            count = 0

            def trace(frame: FrameType, event: str, _: object) -> Any:
                nonlocal count
                if frame.f_code.co_filename not in OF_INTEREST:
                    return None
                if event == "line":
                    if count == at:
                        os._exit(9)
                    count += 1
                return trace

            with _machine(lacks):
                sys.settrace(trace)
                office.publish(NEW)
                sys.settrace(None)
            os.write(telling, str(count).encode())
        finally:
            os._exit(0)
    os.close(telling)
    os.waitpid(child, 0)
    told = os.read(reading, 100)
    os.close(reading)
    return int(told or 0)


# ---- one build after another ---------------------------------------------------------------------


@given(before=sites, after=sites)
def test_new_and_changed_files_are_counted(
    tmp_path_factory: pytest.TempPathFactory, before: Contents, after: Contents
) -> None:
    """The officer sees how much an edit moved."""
    office = Office(tmp_path_factory.mktemp("counted"))
    office.publish(before)

    written = office.publish(after)

    changed = sum(before.get(address) != content for address, content in after.items())
    assert written == Written(len(after), changed)


@pytest.mark.parametrize("knows", [True, False])
def test_an_unchanged_file_is_not_written_again(knows: bool, office: Office) -> None:
    """Copying a site to a memory stick moves only what changed, for its time stays."""
    office.publish(OURS | {"a.html": b"1", "b.html": b"1"})
    os.utime(office.site / "a.html", (1, 1))
    if not knows:
        office.forget()

    office.publish(OURS | {"a.html": b"1", "b.html": b"2"})

    assert (office.site / "a.html").stat().st_mtime == 1


def test_pieces_that_join_to_the_same_file_leave_it_untouched(office: Office) -> None:
    """A large file that was linked anew would look altered, and the next build make all of it."""
    cuts = (("a", "bc"), ("ab", "c"))
    for pieces in cuts:
        joined = Joined("x.csv", made, tuple((one,) for one in pieces), "content/x.yml")
        office.publish_outputs(iter([*planned(OURS), joined]))

    with opened(office.state) as kept:
        known = kept.listing(SITE)
    assert known == listing.listing(office.site, hidden=True)
    assert (office.site / "x.csv").read_bytes() == b"abc"


def test_an_edit_touches_no_other_file(office: Office) -> None:
    """In a site of a hundred thousand pages an edit costs what it changes, not what there is."""
    everything = OURS | {f"van-ban/{number}.html": b"1" for number in range(50)}
    office.publish(everything)
    office.publish(everything | {"van-ban/7.html": b"2"})
    touched: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for name in ("link", "unlink"):
            patch.setattr(os, name, _noted(getattr(os, name), touched))

        office.publish(everything | {"van-ban/7.html": b"2", "van-ban/8.html": b"2"})

    assert {one.rpartition("/")[2] for one in touched if "office" in one} <= {
        "7.html",
        "8.html",
        ".site.lock",
    }
    assert tree(office.twin) == tree(office.site)


def _noted(work: Callable[..., object], touched: list[str]) -> Callable[..., object]:
    def worked(*given: Any, **options: Any) -> object:
        touched.append(str(given[-1]))
        return work(*given, **options)

    return worked


def test_a_file_changed_by_hand_is_restored(office: Office) -> None:
    """What readers see is what the content says, whoever edited site/ meanwhile."""
    contents = OURS | {"a.html": b"1", "b.html": b"1", "c.html": b"1"}
    office.publish(contents)
    (office.site / "a.html").write_bytes(b"2")
    (office.site / "b.html").unlink()
    (office.site / "them.html").write_bytes(b"?")

    written = office.publish(contents)

    assert tree(office.site) == contents
    assert written.changed == 2


@pytest.mark.parametrize("knows", [True, False])
def test_a_failure_while_rendering_leaves_the_old_site(knows: bool, office: Office) -> None:
    """A fault in the last page does not cost readers the first."""
    office.publish(OURS)
    if not knows:
        office.forget()

    with pytest.raises(ZeroDivisionError):
        office.publish(OURS | {"a.html": b"new", "z.html": b"broken"})

    assert tree(office.site) == OURS
    assert office.beside() <= {"site", ".site.lock"}


@pytest.mark.parametrize("refusal", [errno.EPERM, errno.EMLINK, errno.ENOTSUP])
def test_a_disk_without_links_gets_the_same_site(
    refusal: int, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory stick of an office knows no hard links; its copy is as good."""
    office.publish(OURS)

    monkeypatch.setattr(os, "link", _refuse(refusal))
    written = office.publish(OURS | {"a.html": b"1"})

    assert tree(office.site) == OURS | {"a.html": b"1"}
    assert written == Written(4, 1)
    assert office.beside() <= LEFT


def test_a_site_without_links_is_known_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a memory stick, too, only what changed is made again, and nothing lies there twice."""
    monkeypatch.setattr(os, "link", _refuse(errno.EPERM))
    office.publish(OURS | {"a.html": b"1"})
    office.publish(OURS | {"a.html": b"2"})

    assert office.beside() == {"site", ".site.lock"}
    with opened(office.state) as kept:
        found = listing.listing(office.site, hidden=True)
        assert list(listing.differing(kept.listing("site"), found)) == []
    assert office.publish(OURS | {"a.html": b"2"}) == Written(4, 0)


def test_where_folders_cannot_be_exchanged_two_steps_do(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows and older disks get the same site."""
    monkeypatch.setattr(writing, "_exchanged_in_one_step", lambda new, site: False)
    office.publish(OURS)

    office.publish(OURS | {"a.html": b"1"})

    assert tree(office.site) == OURS | {"a.html": b"1"}
    assert office.beside() <= LEFT


@pytest.mark.parametrize("knows", [True, False])
def test_after_a_power_cut_between_the_two_steps_the_old_site_comes_back(
    knows: bool, office: Office
) -> None:
    """The next build begins from the site that readers last saw."""
    office.publish(OURS)
    office.site.rename(office.folder / ".site.old")
    (office.folder / ".site.new").mkdir()
    (office.folder / ".site.new" / "half.html").write_bytes(b"half")
    if not knows:
        office.forget()

    written = office.publish(OURS | {"a.html": b"1"})

    assert tree(office.site) == OURS | {"a.html": b"1"}
    assert written == Written(4, 1)
    assert office.beside() <= LEFT


@pytest.mark.parametrize("theirs", ["anh-cuoi.jpg", "index.html", "thu-muc/ghi-chu.txt"])
def test_a_folder_of_somebody_else_is_refused(theirs: str, office: Office) -> None:
    """A slip such as `--site ~` does not cost somebody a folder."""
    _lay_out(office.site, {theirs: b"mine"})

    with pytest.raises(Fault, match="not-our-folder"):
        office.publish(OURS)

    assert tree(office.site) == {theirs: b"mine"}
    assert office.beside() <= {"site", ".site.lock"}


def test_a_file_in_the_place_of_the_site_is_refused(office: Office) -> None:
    """`--site bao-cao.docx` does not cost somebody a report."""
    office.folder.mkdir()
    office.site.write_bytes(b"mine")

    with pytest.raises(Fault, match="not-our-folder"):
        office.publish(OURS)

    assert office.site.read_bytes() == b"mine"


def test_the_whole_disk_is_refused() -> None:
    """`--site /` does not cost somebody everything."""
    with pytest.raises(Fault, match="not-our-folder"), alone(Path("/")):
        pass


def test_an_empty_folder_may_become_the_site(office: Office) -> None:
    """An officer may make the folder first."""
    office.site.mkdir(parents=True)

    office.publish(OURS)

    assert tree(office.site) == OURS


def test_two_builds_never_mix(office: Office) -> None:
    """While one build is at work another one is told so, and touches nothing."""
    office.publish(OURS)

    with FileLock(office.folder / ".site.lock"), pytest.raises(Fault, match="site-busy"):
        office.publish(OURS | {"a.html": b"1"})

    assert tree(office.site) == OURS


def test_a_file_is_copied_from_its_place(office: Office) -> None:
    """A recording reaches the site as it is."""
    _lay_out(office.recordings, {"tep/loi-moi.mp3": b"sound"})
    recording = Output("tep/loi-moi.mp3", recorded, ("tep/loi-moi.mp3",), "content/x.yml")

    office.publish_outputs(iter([*planned(OURS), recording]))

    assert tree(office.site) == OURS | {"tep/loi-moi.mp3": b"sound"}
    assert not (office.site / "tep/loi-moi.mp3").samefile(office.recordings / "tep/loi-moi.mp3")


def test_a_failed_second_step_brings_the_old_site_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On systems without an exchange in one step, a failing rename costs nobody the site."""
    office.publish(OURS)
    rename = Path.rename

    def refuse_the_new(self: Path, target: Path) -> Path:
        if self.name == ".site.new":
            raise PermissionError(errno.EACCES, "refused", str(self))
        return rename(self, target)

    monkeypatch.setattr(writing, "_exchanged_in_one_step", lambda new, site: False)
    monkeypatch.setattr(Path, "rename", refuse_the_new)
    with pytest.raises(PermissionError):
        office.publish(OURS | {"a.html": b"1"})

    assert tree(office.site) == OURS


def test_a_text_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger of addresses and an officer's record outlive a full disk."""
    record = tmp_path / "addresses.txt"
    record.write_text("before", encoding="utf-8")

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "full", str(self))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="full"):
        replace_text(record, "after")

    assert record.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["addresses.txt"]
