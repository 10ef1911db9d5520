"""The door: the commands of `pbgdpl`. Only here and in `plugin` are clock and environment read.

A command loads what it needs when it runs: whoever asks for a site that is as it should be is told
so in the time that Python takes to start.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO, TextIOWrapper
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator.catalogue import LANGUAGES, say, told
from generator.clock import day_of_environment
from generator.glance import all_is_said, count, note_all_is_said, nothing_to_do, see
from generator.importers import TABLE_NAMES
from generator.problems import ContentError, Fault, Problem, fault_of, in_order
from generator.project import Project
from generator.store import Store, opened
from generator.writing import Written, alone

if TYPE_CHECKING:
    from generator.importing import Outcome

DONE, PROBLEMS, WRONG_USE = 0, 1, 2  # how a command ends
Command = Callable[[argparse.Namespace, "Voice"], int]
SELDOM = 50_000, 10, 10  # how often Python looks for circles of values: ours are in none
TERMINAL_STEP = 50  # files between two lines of progress


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 problems told, 2 wrong use."""
    gc.set_threshold(*SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a file's name may hold what no terminal shows
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if words is None else words)
    options = _parser(_language_in(given)).parse_args(given)
    options.lang = _language_in(given)  # before or after the command's name
    voice = Voice(options.lang, quiet=options.quiet)
    try:
        code = _done(options, voice)
    except BrokenPipeError:  # whoever was to read it has gone
        code = PROBLEMS
    except (Fault, OSError) as error:
        code = voice.fault(fault_of(error))
    except BrokenExecutor:
        code = voice.fault(Fault("worker-lost"))
    except KeyboardInterrupt:
        code = voice.fault(Fault("stopped"))
    return code


def _done(options: argparse.Namespace, voice: "Voice") -> int:
    try:
        code: int = options.run(options, voice)
    except ContentError as error:
        code = voice.problems(error.problems)
    sys.stdout.flush()  # while it can still be told that the disk is full
    return code


def run() -> NoReturn:
    """The same as a process of its own, whose memory the system takes back at once.

    Python would look at each of some hundred thousand values before it let go of it.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever began the process
            setattr(sys, name, StringIO())
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # whoever was to read it has gone, or the disk is full
            code = code or PROBLEMS
    os._exit(code)


# ---- commands --------------------------------------------------------------------------------


def check(options: argparse.Namespace, voice: "Voice") -> int:
    """Tell every problem of the content; write nothing."""
    from generator.build import examine_all

    project = _project(options)
    code = voice.problems(examine_all(project))
    if code == DONE:
        voice.say("content-is-sound", content=project.content)
    return code


def build(options: argparse.Namespace, voice: "Voice") -> int:
    """Make the site."""
    project = _project(options)
    with alone(project.site), opened(project.state) as store:
        written, warnings = _built(store, project, options.workers, voice)
    voice.progress_ends()
    voice.problems(warnings)
    voice.say("site-is-built", files=written.files, changed=written.changed)
    voice.say("open-this-file", file=project.site / "index.html")
    return DONE


def _built(
    store: Store, project: Project, workers: int | None, voice: "Voice"
) -> tuple[Written, list[Problem]]:
    """What was written, or what there is where nothing is to be done; and all warnings."""
    sight = see(project)
    if nothing_to_do(store, project, sight):
        return Written(count(store), 0), in_order(store.problems())

    from generator.build import built
    from generator.hands import cores, on_cores

    return built(store, project, sight, voice.progress, on_cores(workers or cores()))


def speak(options: argparse.Namespace, voice: "Voice") -> int:
    """Let machines' voices say what nobody recorded, and make the site with it."""
    project = _project(options)
    with alone(project.site), opened(project.state) as store:
        said, problems = _spoken(store, project, options.workers, voice)
        voice.progress_ends()
        is_all = not any(one.stops for one in problems)
        if not (said or is_all):  # the site stays as it is
            return voice.problems(problems)
        written, warnings = _built(store, project, options.workers, voice)
        if is_all:
            note_all_is_said(store, project)
            store.keep()
    voice.progress_ends()
    code = voice.problems([*warnings, *problems])
    voice.say("bulletins-are-said", said=said)
    voice.say("site-is-built", files=written.files, changed=written.changed)
    voice.say("open-this-file", file=project.site / "index.html")
    return code


def _spoken(
    store: Store, project: Project, workers: int | None, voice: "Voice"
) -> tuple[int, list[Problem]]:
    """How many bulletins were said, and what is to be told of any."""
    sight = see(project)
    if nothing_to_do(store, project, sight) and all_is_said(store, project, sight):
        return 0, []

    from generator.build import know
    from generator.hands import cores
    from generator.speaking import say_all

    library = know(store, project, sight)
    return say_all(library, project, workers or cores(), voice.said)


def preview(options: argparse.Namespace, voice: "Voice") -> int:
    """Show the site on this machine and make it again at every change."""
    from generator.serving import serve

    voice.say("preview-begins", port=options.port)
    serve(_project(options), options.port, options.lang)
    return DONE


def import_documents(options: argparse.Namespace, voice: "Voice") -> int:
    """Understand documents and write JSON or drafts."""
    # Here, for the readers of documents and tables take long to load, and few commands need them.
    from generator.importing import Wishes, import_files
    from generator.importing_tables import is_table

    if options.into and not options.into.is_dir():
        raise Fault("no-such-file", file=options.into)
    if not (options.json or options.into or options.dry_run):
        voice.fault(Fault("import-needs-target"))
        return WRONG_USE
    wishes = Wishes(options.json, options.into, options.replace, options.dry_run)
    tables = [path for path in options.files if is_table(path)]
    documents = [path for path in options.files if path not in tables]
    for unused in _unused(options, tables, documents):
        voice.say(unused)
    failed = False
    for outcome in chain(
        import_files(documents, wishes, options.lang) if documents else (),
        _import_tables(tables, options, voice),
    ):
        voice.progress_ends()
        voice.line(outcome.text, fault=outcome.failed)
        failed = failed or outcome.failed
    return PROBLEMS if failed else DONE


def _unused(
    options: argparse.Namespace, tables: Sequence[Path], documents: Sequence[Path]
) -> Iterator[str]:
    """Why options that were given have nothing to do."""
    if options.json and options.into and not documents:
        yield "unused-json"
    if options.replace and not (documents and options.into):
        yield "unused-replace"
    if options.kind and not tables:
        yield "unused-kind"


def _import_tables(
    files: Sequence[Path], options: argparse.Namespace, voice: "Voice"
) -> Iterator["Outcome"]:
    from generator.importing import Outcome
    from generator.importing_tables import TableWishes, import_table

    for path in files:
        if options.into is None:
            yield Outcome(say(options.lang, "table-needs-into", {"file": path}), failed=True)
            continue
        wishes = TableWishes(options.into, options.kind, options.dry_run, _today(options))
        yield from import_table(path, wishes, options.lang, voice.rows)


def template(options: argparse.Namespace, voice: "Voice") -> int:
    """Write a workbook to fill in for one kind of record."""
    from generator.importing_tables import write_template

    file = options.out or Path(f"{options.kind}.xlsx")
    write_template(options.kind, file)
    voice.say("template-written", file=file)
    return DONE


def say_lines(options: argparse.Namespace, voice: "Voice") -> int:
    """Print each line as it is said; tell what cannot be said, with its place."""
    from generator.abbreviations import PLACE
    from generator.intake import list_of_words
    from generator.vietnamese.spoken import spoken

    found, problems = list_of_words(Path.cwd() / options.content, PLACE)
    if problems:
        raise ContentError(problems)
    abbreviations = {one.short: one.say for one in found}
    code = DONE
    for number, line in enumerate(_lines(options.text), 1):
        said = spoken(line, abbreviations)
        print(said.words)  # what was asked for, even by who wants no other word
        for start, signs in said.unsaid:
            code = voice.fault(Fault("unsaid", line=number, sign=start + 1, signs=signs))
    return code


def _lines(words: Sequence[str]) -> Iterator[str]:
    """The words of the command line, or else all lines of standard input."""
    if words:
        yield " ".join(words)
        return
    for number, raw in enumerate(sys.stdin.buffer, 1):
        try:
            yield raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise Fault("line-not-utf8", line=number) from None


def bulletin(options: argparse.Namespace, voice: "Voice") -> int:
    """Draft a bulletin from another record, for a person to mend and to approve."""
    from generator.drafting import draft_bulletin

    file = draft_bulletin(_project(options), options.from_id, options.out)
    voice.say("bulletin-drafted", file=file)
    return DONE


def addresses(options: argparse.Namespace, voice: "Voice") -> int:
    """Write down every address of today, so that none is ever lost."""
    from generator.build import remember_addresses

    project = replace(_project(options), drafts=False)
    voice.say("addresses-kept", new=remember_addresses(project), ledger=project.ledger)
    return DONE


# ---- what the doors read from outside --------------------------------------------------------


def _project(options: argparse.Namespace) -> Project:
    root = Path.cwd()
    project = Project(
        root=root,
        content=(root / options.content).resolve(),
        site=(root / options.site).resolve(),
        today=_today(options),
        drafts=options.drafts,
        demo=not options.no_demo,
    )
    if not project.settings.exists():  # a folder that holds no project is left as it is
        raise Fault("not-a-project", folder=root, file=project.settings.name)
    return project


def _today(options: argparse.Namespace) -> date:
    return options.today or day_of_environment()


def _language_in(words: Sequence[str]) -> str:
    """The language of help and faults, wanted before the words are understood."""
    after = dict(pairwise(words)).get("--lang")
    inline = [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    wanted = after or "".join(inline[-1:])
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


# ---- talking -----------------------------------------------------------------------------------


@dataclass
class Voice:
    """Speaks to the person at the terminal: results on stdout, faults and progress on stderr."""

    language: str
    quiet: bool = False

    def say(self, key: str, **values: object) -> None:
        """A plain line, unless silence was asked for."""
        if not self.quiet:
            print(say(self.language, key, values))

    def line(self, text: str, *, fault: bool = False) -> None:
        """A line that is already in words."""
        if fault or not self.quiet:
            print(text, file=sys.stderr if fault else sys.stdout, flush=True)

    def fault(self, fault: Fault) -> int:
        """One fault, and the code to end with."""
        self.progress_ends()
        print(say(self.language, fault.key, fault.values), file=sys.stderr)
        return PROBLEMS

    def problems(self, problems: Sequence[Problem]) -> int:
        """Every problem on a line of its own, then how many; the code to end with."""
        for problem in problems:
            if problem.stops or not self.quiet:
                print(told(problem, self.language))
        stopping = sum(problem.stops for problem in problems)
        if stopping:
            print(say(self.language, "problem-count", {"count": stopping}), file=sys.stderr)
        return PROBLEMS if stopping else DONE

    def progress(self, done: int, key: str = "progress") -> None:
        """How many files are done, where somebody is watching."""
        if not self.quiet and sys.stderr.isatty() and done % TERMINAL_STEP == 0:
            sys.stderr.write("\r" + say(self.language, key, {"done": done}))
            sys.stderr.flush()

    def rows(self, done: int) -> None:
        """How many records of a spreadsheet are read, where somebody is watching."""
        self.progress(done, "table-progress")

    def said(self, done: int) -> None:
        """How many bulletins voices have said, where somebody is watching."""
        if not self.quiet and sys.stderr.isatty():
            sys.stderr.write("\r" + say(self.language, "speak-progress", {"done": done}))
            sys.stderr.flush()

    def progress_ends(self) -> None:
        """Clear the line of progress."""
        if not self.quiet and sys.stderr.isatty():
            sys.stderr.write("\r\033[K")


# ---- words of the command line -----------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """An argument parser whose faults are told in the reader's language."""

    language = LANGUAGES[0]

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.stderr.write(say(self.language, "wrong-use", {"program": self.prog, "detail": message}))
        sys.exit(WRONG_USE)


def _parser(language: str) -> argparse.ArgumentParser:
    _Parser.language = language

    def words(key: str) -> str:
        return say(language, f"help-{key}")

    parser = _Parser(prog="pbgdpl", description=words("pbgdpl"))
    parser.add_argument("--lang", choices=LANGUAGES, help=words("lang"))
    commands = parser.add_subparsers(required=True, metavar=words("command"))
    common = _Parser(add_help=False)
    _add_common_options(common, language)

    def command(name: str, run: Command) -> argparse.ArgumentParser:
        told_as = words(name)
        added = commands.add_parser(name, help=told_as, description=told_as, parents=[common])
        added.set_defaults(run=run)
        return added

    command("check", check)
    building = command("build", build)
    building.add_argument("--workers", type=_workers, help=words("workers"), metavar="N")
    speaking = command("speak", speak)
    speaking.add_argument("--workers", type=_workers, help=words("workers"), metavar="N")
    command("serve", preview).add_argument("--port", type=_port, default=8000, help=words("port"))
    command("addresses", addresses)
    command("say", say_lines).add_argument("text", nargs="*", help=words("text"), metavar="TEXT")
    importing = command("import", import_documents)
    importing.add_argument("files", nargs="+", type=Path, help=words("files"), metavar="FILE")
    importing.add_argument("--json", type=Path, help=words("json"), metavar="DIR")
    importing.add_argument("--into", type=Path, help=words("into"), metavar="DIR")
    importing.add_argument("--replace", action="store_true", help=words("replace"))
    importing.add_argument("--kind", choices=TABLE_NAMES, help=words("kind"))
    importing.add_argument("--dry-run", action="store_true", help=words("dry-run"))
    drafting = command("bulletin", bulletin)
    drafting.add_argument("from_id", help=words("from-id"), metavar="FROM-ID")
    drafting.add_argument("--out", type=Path, help=words("bulletin-out"), metavar="FILE")
    templates = command("template", template)
    templates.add_argument("kind", choices=TABLE_NAMES, help=words("kind"))
    templates.add_argument("--out", type=Path, help=words("out"), metavar="FILE")
    return parser


def _workers(word: str) -> int:
    """A number of processes, from 1 up."""
    if not (word.isascii() and word.isdigit() and 0 < int(word) < 1000):
        raise argparse.ArgumentTypeError(word)
    return int(word)


def _port(word: str) -> int:
    """A port number; 0 lets the system choose."""
    if not (word.isascii() and word.isdigit() and int(word) < 65536):
        raise argparse.ArgumentTypeError(word)
    return int(word)


def _add_common_options(parser: argparse.ArgumentParser, language: str) -> None:
    def words(key: str) -> str:
        return say(language, f"help-{key}")

    add = parser.add_argument
    add("--content", default="content", help=words("content"), metavar="DIR")
    add("--site", default="site", help=words("site"), metavar="DIR")
    add("--today", type=date.fromisoformat, help=words("today"), metavar="YYYY-MM-DD")
    add("--drafts", action="store_true", help=words("drafts"))
    add("--no-demo", action="store_true", help=words("no-demo"))
    add("--lang", choices=LANGUAGES, default=LANGUAGES[0], help=words("lang"))
    add("--quiet", action="store_true", help=words("quiet"))


if __name__ == "__main__":
    run()
