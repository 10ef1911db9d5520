"""A Material page with holes, from MkDocs: the only module that knows MkDocs.

MkDocs renders the prose of content/pages, and one empty page for each section of the site. Such an
empty page is a shell: the record and list pages of its section are spliced into its holes, which
costs a small part of what MkDocs would take for each.
"""

import logging
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import minify
from jinja2 import Environment, FileSystemLoader, TemplateError
from markdown import Extension, Markdown
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File as MkDocsFile
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.theme import Theme

from generator.broken_templates import broken_template
from generator.catalogue import LANGUAGES, told
from generator.links import PICTURES
from generator.loudspeaker import Loudspeaker, read_settings
from generator.page import SECTIONS
from generator.problems import Problem
from generator.reading import located
from generator.sentences import OURS, sentences, speak
from generator.splice import ARTICLE, DESCRIPTION, HEAD, TITLE, Shell
from generator.styles import joined
from generator.website import Website

MATERIAL_STYLE = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")
PROSE_NAME = re.compile(r"[^\s'\"]+\.md\b")
OWN_SCRIPTS = "assets/javascripts"
SMALL_SCRIPTS = "scripts"  # of the theme
JOINED_SCRIPT = f"{OWN_SCRIPTS}/page.js"
OWN_STYLES = "styles"  # of the theme
STYLE = "assets/stylesheets/site.css"
OLDEST_SCRIPT = 2009  # ES5, as scripts are written: nothing that old browsers lack is put in
AT_LINE = re.compile(r"(.*) on line ([0-9]+) and column", re.DOTALL)
SHELL_NAME = "__khung-"  # the shells' own file names, seen by nobody


class ChromeError(Exception):
    """MkDocs found faults in the prose, in theme/ or in mkdocs.yml; each is in `problems`."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep what MkDocs said."""
        super().__init__("MkDocs found faults")
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Chrome:
    """What MkDocs gives: a shell for each section, the folder of prose and styles, the settings."""

    shells: Mapping[str, Shell]
    folder: Path
    website: Website
    loudspeaker: Loudspeaker
    language: str


@contextmanager
def chrome(config_file: Path, pages: Path) -> Iterator[Chrome]:
    """Let MkDocs render prose and shells into a folder that lasts as long as the context.

    Raises `ChromeError` where MkDocs warns of anything.
    """
    taken: list[Chrome] = []
    with tempfile.TemporaryDirectory() as folder, _Warnings().listening() as heard:
        try:
            config = load_config(str(config_file), site_dir=folder, docs_dir=str(pages))
            plugin = config.plugins.get("pbgdpl")
            if not isinstance(plugin, ChromePlugin):
                raise ConfigurationError("plugins: pbgdpl?")
            plugin.receive = taken.append
            run_mkdocs(config)
        except TemplateError as error:
            raise ChromeError([broken_template(error, config_file.parent / "theme")]) from None
        except (MkDocsException, ValueError) as error:  # links that nobody can read, or no UTF-8
            said = heard.warnings or [str(error)]
            raise ChromeError(_said_of(words, pages) for words in said) from None
        yield taken[0]


def _said_of(words: str, pages: Path) -> Problem:
    """What MkDocs said, told of the page that it names; else its own settings are at fault."""
    named = PROSE_NAME.search(words)
    file = f"{pages.parent.name}/{pages.name}/{named[0]}" if named else "mkdocs.yml"
    return Problem(file, "mkdocs-says", {"words": words})


class NoRawHtml(Extension):
    """Shows HTML tags in prose as the text that they are, as in records (promise 6)."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take out what would let tags pass."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


class Refusal(PluginError):
    """What MkDocs shows its user when the content cannot be published."""


class _NoOptions(Config):
    """mkdocs.yml holds no options of ours."""


class ChromePlugin(BasePlugin[_NoOptions]):
    """Takes MkDocs' pages as chrome.

    Whoever starts MkDocs from here sets `receive`. Where `mkdocs build` or `mkdocs serve` is the
    door, `begin` and `finish` are asked instead, and MkDocs writes to a folder aside, so that the
    published site is changed by `finish` alone.
    """

    def __init__(self) -> None:
        self.receive: Callable[[Chrome], None] | None = None
        self.shells: dict[str, Shell] = {}
        self.loudspeaker = Loudspeaker()
        self.heard = _Warnings()
        self.material_style = Path()
        self.is_preview = False
        self.aside: tempfile.TemporaryDirectory[str] | None = None

    def begin(self, root: Path, content: Path, site: Path) -> None:
        """Prepare the site of the project at `root`; raises `Refusal`."""
        raise NotImplementedError

    def finish(self, given: Chrome) -> None:
        """Publish the site; raises `Refusal`."""
        raise NotImplementedError

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """`mkdocs serve` takes the address of this machine for the site's, which no paper may."""
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig, **_: Any) -> MkDocsConfig:
        """Leave out what this site has no use for; listen to warnings."""
        language = config.theme["language"]
        root = Path(config.config_file_path).parent
        if language not in LANGUAGES:
            raise self._refused([Problem("mkdocs.yml", "language-unknown", {"value": language})])
        self.loudspeaker, amiss = read_settings(config.extra)
        if amiss:
            raise self._refused(located(amiss, root))
        config.theme.static_templates.clear()
        # MkDocs makes the theme, and looks for its files, before it asks any plugin about either.
        config.theme.__class__ = _QuickTheme
        config.markdown_extensions.append(f"{NoRawHtml.__module__}:{NoRawHtml.__name__}")
        self.shells.clear()
        if self.receive is None:
            self.begin(root, Path(config.docs_dir).parent, Path(config.site_dir))
            self.aside = tempfile.TemporaryDirectory()
            config.site_dir = self.aside.name
        self.heard = _Warnings()
        logging.getLogger("mkdocs").addHandler(self.heard)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig, **_: Any) -> Files:
        """Add the shells, and keep of the theme only what the pages use."""
        own = str(_theme_of(config).resolve() / "assets")
        for file in list(files):
            is_ours = str(file.abs_src_path).startswith(config.docs_dir)
            is_prose = is_ours and file.src_uri.endswith((".md", *PICTURES))
            is_style = bool(MATERIAL_STYLE.fullmatch(file.src_uri))
            if is_style:
                self.material_style = Path(file.abs_src_path or "")
            if not (is_prose or str(file.abs_src_path).startswith(own)):
                files.remove(file)
        for section, depth in SECTIONS.items():
            name = "x/" * depth + f"{SHELL_NAME}{section}.md"
            files.append(MkDocsFile.generated(config, name, content=_shell_source(section)))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:
        """Let header and footer speak the language of the site."""
        said = sentences(_theme_of(config), config.theme["language"])
        # What MkDocs renders is not escaped by itself.
        speak(env, {ours: escape(theirs) for ours, theirs in said.items()})
        return env

    def on_post_page(self, output: str, *, page: MkDocsPage, **_: Any) -> str:
        """Take the shells out of MkDocs' hands: an empty page is not written."""
        name = Path(page.file.src_uri).stem
        if not name.startswith(SHELL_NAME):
            return output
        self.shells[name.removeprefix(SHELL_NAME)] = Shell.cut(output)
        return ""

    def on_post_build(self, *, config: MkDocsConfig, **_: Any) -> None:
        """Hand over the chrome, unless MkDocs warned of anything."""
        self._stop_listening()
        warnings = self.heard.warnings
        _publish_style(self.material_style, _theme_of(config), Path(config.site_dir))
        broken = list(_publish_scripts(_theme_of(config), Path(config.site_dir)))
        if (warnings or broken) and self.receive is None:
            raise Refusal("\n".join([*warnings, *(told(one, OURS) for one in broken)]))
        if warnings or broken:
            said = (_said_of(words, Path(config.docs_dir)) for words in warnings)
            raise ChromeError([*said, *broken])
        receive = self.receive or self.finish
        url = None if self.is_preview else config.site_url
        website = Website.told(config.site_name, url)
        language = config.theme["language"]
        folder = Path(config.site_dir)
        receive(Chrome(dict(self.shells), folder, website, self.loudspeaker, language))
        if self.aside:
            self.aside.cleanup()

    def on_build_error(self, **_: Any) -> None:
        """Leave nothing behind."""
        self._stop_listening()
        if self.aside:
            self.aside.cleanup()

    def _refused(self, problems: Iterable[Problem]) -> Exception:
        """Faults in the settings, for whoever listens at the door."""
        if self.receive:
            return ChromeError(problems)
        return Refusal("\n".join(told(problem, OURS) for problem in problems))

    def _stop_listening(self) -> None:
        logging.getLogger("mkdocs").removeHandler(self.heard)


class _QuickTheme(Theme):
    """A theme in which MkDocs looks for files to publish, but not among Material's 14,000 icons."""

    def get_env(self) -> Environment:
        environment = super().get_env()
        environment.loader = _WithoutHidden(self.dirs)
        return environment


class _WithoutHidden(FileSystemLoader):
    """Loads from every folder, and lists nothing of hidden ones, as MkDocs would drop it anyway."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for place in self.searchpath:
            for folder, inner, names in os.walk(place):
                inner[:] = [name for name in inner if not name.startswith(".")]
                found.update((Path(folder) / name).relative_to(place).as_posix() for name in names)
        return sorted(found)


def _theme_of(config: MkDocsConfig) -> Path:
    return Path(config.theme.custom_dir or "")


def _publish_style(material: Path, theme: Path, site: Path) -> None:
    """Write the one stylesheet, of Material's and of ours in the order of their names."""
    ours = [one.read_text(encoding="utf-8") for one in sorted((theme / OWN_STYLES).glob("*.css"))]
    style = joined(material.read_text(encoding="utf-8"), ours)
    target = site / STYLE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(minify.string("text/css", style) + "\n", encoding="utf-8")


def _publish_scripts(theme: Path, site: Path) -> Iterator[Problem]:
    """Write every script without what only its writers read; a comment that begins with /*! stays.

    Small ones for many kinds of pages are one file, that a reader's first page brings for all.
    Gives the place where a script stops that no browser could run.
    """
    minify.config({"js-version": OLDEST_SCRIPT})
    for script in sorted((theme / OWN_SCRIPTS).glob("*.js")):
        yield from _publish_script([script], theme, site / OWN_SCRIPTS / script.name)
    small = sorted((theme / SMALL_SCRIPTS).glob("*.js"))
    yield from _publish_script(small, theme, site / JOINED_SCRIPT)


def _publish_script(sources: Iterable[Path], theme: Path, target: Path) -> Iterator[Problem]:
    """Write some scripts as one; gives what is wrong with any, told of its place in `theme`."""
    lean = []
    for source in sources:
        try:
            script = source.read_text(encoding="utf-8")
            lean.append(minify.string("application/javascript", script))
        except (minify.MinifyError, UnicodeDecodeError) as error:
            yield _broken_script(error, f"theme/{source.relative_to(theme).as_posix()}")
    # A script may end without the sign that parts it from the next.
    target.write_text(";\n".join(lean) + "\n", encoding="utf-8")


def _broken_script(error: Exception, file: str) -> Problem:
    if isinstance(error, UnicodeDecodeError):
        return Problem(file, "not-utf8")
    place = AT_LINE.match(str(error))
    why, line = (place[1], int(place[2])) if place else (str(error), None)
    return Problem(file, "script-broken", {"why": why}, line=line)


def _shell_source(section: str) -> str:
    holes = f"title: '{TITLE}'\ndescription: '{DESCRIPTION}'\nhead: '{HEAD}'"
    return f"---\n{holes}\nsection: {section}\n---\n{ARTICLE}\n"


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, in its own words."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    @contextmanager
    def listening(self) -> Iterator["_Warnings"]:
        """Hear MkDocs for as long as the context lasts."""
        logging.getLogger("mkdocs").addHandler(self)
        try:
            yield self
        finally:
            logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings.append(record.getMessage())


class PreviewServer(LiveReloadServer):
    """MkDocs' live preview of `folder`/site; while `faulty`, every page is `folder`/loi.html."""

    faulty = False

    def run(self) -> None:
        """Answer until the officer presses Ctrl+C."""
        LiveReloadServer.serve(self)

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer one request; the way of live reload itself is left alone."""
        path = environ["PATH_INFO"]
        if not path.startswith("/livereload/"):
            shows_fault = self.faulty and path.endswith(("/", ".html"))
            environ["PATH_INFO"] = "/loi.html" if shows_fault else f"/site{path}"
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer
