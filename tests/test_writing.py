"""Writing: site/ holds the new site whole or the old one whole; no other folder is touched."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from generator import writing
from generator.page import File
from generator.problems import Fault
from generator.writing import OUR_PAGES, Written, replace_text, write
from tests.conftest import tree

OURS = dict.fromkeys(("index.html", *OUR_PAGES), b"ours")


def files(contents: dict[str, bytes]) -> Iterator[File]:
    """What an output would yield."""
    for address, content in contents.items():
        yield File(address, content, "content/x.yml")


names = st.sampled_from(["a.html", "b.html", "van-ban/a.html", "van-ban/b.html", "tep/x/y.mp3"])
contents = st.sampled_from([b"", b"1", b"2", b"22"])
sites = st.dictionaries(names, contents).map(lambda one: OURS | one)


@given(history=st.lists(sites, min_size=1, max_size=4))
def test_a_site_holds_what_was_written_last_whatever_came_before(
    tmp_path_factory: pytest.TempPathFactory, history: list[dict[str, bytes]]
) -> None:
    """An incremental build equals a clean one, page by page, and leaves nothing beside it."""
    folder = tmp_path_factory.mktemp("history")
    for contents in history:
        write(files(contents), folder / "site")

    assert tree(folder / "site") == history[-1]
    assert {path.name for path in folder.iterdir()} <= {"site", ".site.lock"}


@given(before=sites, after=sites)
def test_new_and_changed_files_are_counted(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    """The officer sees how much an edit moved."""
    site = tmp_path_factory.mktemp("counted") / "site"
    write(files(before), site)

    written = write(files(after), site)

    changed = sum(before.get(address) != content for address, content in after.items())
    assert written == Written(len(after), changed)


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    """Copying a site to a memory stick moves only what changed, for its time stays."""
    write(files(OURS | {"a.html": b"1", "b.html": b"1"}), tmp_path / "site")
    os.utime(tmp_path / "site" / "a.html", (1, 1))

    write(files(OURS | {"a.html": b"1", "b.html": b"2"}), tmp_path / "site")

    assert (tmp_path / "site" / "a.html").stat().st_mtime == 1


def test_a_file_changed_by_hand_is_restored(tmp_path: Path) -> None:
    """What readers see is what the content says, whoever edited site/ meanwhile."""
    contents = OURS | {"a.html": b"1", "b.html": b"1", "c.html": b"1"}
    write(files(contents), tmp_path / "site")
    (tmp_path / "site" / "a.html").write_bytes(b"2")
    (tmp_path / "site" / "b.html").unlink()
    (tmp_path / "site" / "them.html").write_bytes(b"?")

    written = write(files(contents), tmp_path / "site")

    assert tree(tmp_path / "site") == contents
    assert written.changed == 2


def test_a_failure_while_rendering_leaves_the_old_site(tmp_path: Path) -> None:
    """A fault in the last page does not cost readers the first."""
    write(files(OURS), tmp_path / "site")

    def breaking() -> Iterator[File]:
        yield File("index.html", b"new", "content/x.yml")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(breaking(), tmp_path / "site")

    assert tree(tmp_path / "site") == OURS
    assert not (tmp_path / ".site.new").exists()


@pytest.mark.parametrize("refusal", [errno.EPERM, errno.EMLINK, errno.ENOTSUP])
def test_a_disk_without_links_gets_the_same_site(
    refusal: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory stick of an office knows no hard links; its copy is as good."""
    write(files(OURS), tmp_path / "site")

    def refused(*_: object) -> None:
        raise OSError(refusal, "no links here")

    monkeypatch.setattr(os, "link", refused)
    written = write(files(OURS | {"a.html": b"1"}), tmp_path / "site")

    assert tree(tmp_path / "site") == OURS | {"a.html": b"1"}
    assert written == Written(4, 1)


def test_where_folders_cannot_be_exchanged_two_steps_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows and older disks get the same site."""
    monkeypatch.setattr(writing, "_exchanged_in_one_step", lambda new, site: False)
    write(files(OURS), tmp_path / "site")

    write(files(OURS | {"a.html": b"1"}), tmp_path / "site")

    assert tree(tmp_path / "site") == OURS | {"a.html": b"1"}
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


def test_after_a_power_cut_between_the_two_steps_the_old_site_comes_back(tmp_path: Path) -> None:
    """The next build begins from the site that readers last saw."""
    write(files(OURS), tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / ".site.old")
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / "half.html").write_bytes(b"half")

    written = write(files(OURS), tmp_path / "site")

    assert tree(tmp_path / "site") == OURS
    assert written == Written(3, 0)
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


@pytest.mark.parametrize("theirs", ["anh-cuoi.jpg", "index.html", "thu-muc/ghi-chu.txt"])
def test_a_folder_of_somebody_else_is_refused(theirs: str, tmp_path: Path) -> None:
    """A slip such as `--site ~` does not cost somebody a folder."""
    site = tmp_path / "site"
    (site / theirs).parent.mkdir(parents=True)
    (site / theirs).write_bytes(b"mine")

    with pytest.raises(Fault, match="not-our-folder"):
        write(files(OURS), site)

    assert tree(site) == {theirs: b"mine"}


def test_a_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    """`--site bao-cao.docx` does not cost somebody a report."""
    (tmp_path / "site").write_bytes(b"mine")

    with pytest.raises(Fault, match="not-our-folder"):
        write(files(OURS), tmp_path / "site")

    assert (tmp_path / "site").read_bytes() == b"mine"


def test_an_empty_folder_may_become_the_site(tmp_path: Path) -> None:
    """An officer may make the folder first."""
    (tmp_path / "site").mkdir()

    write(files(OURS), tmp_path / "site")

    assert tree(tmp_path / "site") == OURS


def test_two_builds_never_mix(tmp_path: Path) -> None:
    """While one build is at work another one is told so, and touches nothing."""
    write(files(OURS), tmp_path / "site")

    with FileLock(tmp_path / ".site.lock"), pytest.raises(Fault, match="site-busy"):
        write(files(OURS | {"a.html": b"1"}), tmp_path / "site")

    assert tree(tmp_path / "site") == OURS


def test_a_file_is_copied_from_its_place(tmp_path: Path) -> None:
    """A recording reaches the site as it is."""
    (tmp_path / "loi-moi.mp3").write_bytes(b"sound")
    recording = File("tep/loi-moi.mp3", tmp_path / "loi-moi.mp3", "content/materials/x.yml")

    write([*files(OURS), recording], tmp_path / "site")

    assert tree(tmp_path / "site") == OURS | {"tep/loi-moi.mp3": b"sound"}


def test_a_failed_second_step_brings_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On systems without an exchange in one step, a failing rename costs nobody the site."""
    site = tmp_path / "site"
    write(files(OURS), site)
    rename = Path.rename

    def refuse_the_new(self: Path, target: Path) -> Path:
        if self.name == ".site.new":
            raise PermissionError(errno.EACCES, "refused", str(self))
        return rename(self, target)

    monkeypatch.setattr(writing, "_exchanged_in_one_step", lambda new, site: False)
    monkeypatch.setattr(Path, "rename", refuse_the_new)
    with pytest.raises(PermissionError):
        write(files(OURS | {"a.html": b"1"}), site)

    assert tree(site) == OURS


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
