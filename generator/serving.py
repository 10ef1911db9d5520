"""The live preview: the site on this machine, made again at every change, faults shown in it."""

import tempfile
from dataclasses import replace
from pathlib import Path

from generator.build import build
from generator.catalogue import say, told
from generator.problems import ContentError, Fault, fault_of
from generator.project import Project
from generator.rendering import Renderer
from generator.shell import PreviewServer

HOST = "127.0.0.1"  # a preview is nobody else's business


def serve(project: Project, port: int, language: str) -> None:
    """Show the site on this machine until the officer presses Ctrl+C; drafts are shown too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        preview = replace(project, site=folder / "site", drafts=True, cache=folder / "cache")
        server = PreviewServer(lambda: rebuild(server, preview, folder, language), HOST, port, name)
        rebuild(server, preview, folder, language)
        for watched in (project.content, project.root / "theme", project.root / "mkdocs.yml"):
            server.watch(str(watched))
        try:
            server.run()
        except KeyboardInterrupt:
            pass  # the usual way to end a preview
        finally:
            server.shutdown()


def rebuild(server: PreviewServer, project: Project, folder: Path, language: str) -> None:
    """Make the site again, or the page that tells what is wrong with it."""
    lines = faults(project, language)
    if lines:
        page = problems_page(project, lines, language)
        (folder / "loi.html").write_text(page, encoding="utf-8")
    server.faulty = bool(lines)


def faults(project: Project, language: str) -> list[str]:
    """Build, and tell what kept the build from succeeding; nothing where it did."""
    try:
        build(project)
    except ContentError as error:
        return [told(problem, language) for problem in error.problems if problem.stops]
    except (Fault, OSError) as error:
        fault = fault_of(error)
        return [say(language, fault.key, fault.values)]
    return []


def problems_page(project: Project, lines: list[str], language: str) -> str:
    """Every problem, as a page of its own."""
    title = say(language, "preview-faults", {"count": len(lines)})
    renderer = Renderer(project.root / "theme")
    return renderer.alone("preview/problems.html", title=title, lines=lines)
