"""MkDocs as a door: `mkdocs build` and `mkdocs serve` give the whole site too."""

from collections.abc import Iterable
from pathlib import Path

from generator import build as line
from generator.catalogue import say, told
from generator.clock import day_of_environment
from generator.problems import ContentError, Fault, Problem, fault_of
from generator.project import Project
from generator.shell import Chrome, ChromePlugin, Refusal


class SitePlugin(ChromePlugin):
    """`mkdocs build` and `mkdocs serve`: the same line, entered by another door."""

    project: Project

    def begin(self, root: Path, content: Path, site: Path) -> None:
        """Note what is asked for; nothing is read yet."""
        self.project = Project(root, content, site, day_of_environment())

    def finish(self, given: Chrome) -> None:
        """Build with the chrome that MkDocs made."""
        try:
            line.build(self.project, given=given)
        except ContentError as error:
            raise Refusal(_all_told(error.problems)) from None
        except (Fault, OSError) as error:
            fault = fault_of(error)
            raise Refusal(say("vi", fault.key, fault.values)) from None


def _all_told(problems: Iterable[Problem]) -> str:
    return "\n".join(told(problem, "vi") for problem in problems)
