"""Where a template of the theme stopped, told to whoever changed it last."""

from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError

from generator.problems import Problem


def broken_template(error: TemplateError, theme: Path) -> Problem:
    """The place of an error below the folder of the theme, as far as it can be told."""
    places = [
        (Path(frame.filename).relative_to(theme).as_posix(), frame.lineno)
        for frame in extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(theme)
    ]
    if isinstance(error, TemplateSyntaxError) and not places:
        places.append((error.name or "", error.lineno))
    name, line = places[-1] if places else ("base.html", None)
    return Problem(f"theme/{name}", "template-broken", {"why": error.message or ""}, line=line)
