"""What Hugo shows of a record: a template for each kind that names its fields, in two ways.

`Ids` shows ids as they are written. `Words` shows the same words as our pages: a link has the title
of what it leads to, a page says which records name its own, and Markdown is rendered. For that Hugo
walks once over all pages and keeps a ready link to each (`KNOWN`), so that a link is one look-up;
asking for the page at each link takes as long, and tells nothing of links back.
"""

from html import escape

from benchmarks.records import NAMED_BY

Shape = dict[str, "Shape"] | list["Shape"] | frozenset[str | None]  # what a field may hold

MARKDOWN = {"calls": ("text",), "materials": ("answer", "body")}  # the fields that hold it
KNOWN = """\
{{- $known := newScratch -}}
{{- range site.RegularPages -}}
  {{- $id := .File.ContentBaseName -}}
  {{- $title := htmlEscape .Title -}}
  {{- $link := safeHTML (printf `<a href="../%s/%s.html">%s</a>` .Section $id $title) -}}
  {{- $known.SetInMap .Section $id $link -}}
  {{- range .Params.named -}}{{- $known.Add . (slice $link) -}}{{- end -}}
{{- end -}}
{{- return $known.Values -}}
"""  # by kind the links by id; by kind and id the links to whoever names that record


class Ids:
    """Links are put together from ids, and Markdown stays text."""

    partials: tuple[tuple[str, str], ...] = ()
    leads_back = False  # whether pages tell who names their records

    def __init__(self, kind: str, shape: Shape) -> None:
        """Show records of a kind that all have their place in `shape`."""
        self.kind = kind
        self._shape = shape

    def article(self) -> str:
        """What stands in the article of a record's page."""
        fields = f"{{{{ with .Params.record }}}}{self._any('', self._shape)}{{{{ end }}}}"
        return f"{self.before()}<h1>{{{{ .Title }}}}</h1>{fields}{self.after()}"

    def before(self) -> str:
        """What the template does first."""
        return ""

    def after(self) -> str:
        """What follows the fields."""
        return ""

    def text(self, field: str, kinds: frozenset[str | None]) -> str:
        """Text, or a link where all values are ids; where only some are, ids have no blank."""
        named = [kind for kind in kinds if kind]
        if not named:
            return "{{ . }}"
        link = f'<a href="../{named[0]}/{{{{ . }}}}.html">{{{{ . }}}}</a>'
        if None not in kinds:
            return link
        return f'{{{{ if strings.Contains . " " }}}}{{{{ . }}}}{{{{ else }}}}{link}{{{{ end }}}}'

    def _any(self, field: str, shape: Shape) -> str:
        """The template that writes a value of a shape as HTML."""
        if isinstance(shape, dict):
            return "<dl>" + "".join(self._field(*one) for one in shape.items()) + "</dl>"
        if isinstance(shape, list):
            parts = "".join(self._any(field, part) for part in shape)
            return f"<ul>{{{{ range . }}}}<li>{parts}</li>\n{{{{ end }}}}</ul>"
        return self.text(field, shape)

    def _field(self, name: str, shape: Shape) -> str:
        shown = self._any(name, shape)
        return f"{{{{ with .{name} }}}}<dt>{escape(name)}</dt><dd>{shown}</dd>\n{{{{ end }}}}"


class Words(Ids):
    """Links have titles and lead back too, and Markdown is rendered."""

    partials = (("known.html", KNOWN),)
    leads_back = True

    def before(self) -> str:
        """Find what is known of all pages."""
        return '{{ $known := partialCached "known.html" "" }}'

    def after(self) -> str:
        """Links to whoever names the record."""
        if self.kind not in NAMED_BY:
            return ""
        own = f'(printf "{self.kind}/%s" .File.ContentBaseName)'
        each = "{{ range . }}<li>{{ . }}</li>\n{{ end }}"
        return f"{{{{ with index $known {own} }}}}<ul>{each}</ul>{{{{ end }}}}"

    def text(self, field: str, kinds: frozenset[str | None]) -> str:
        """A link with the title of a record that has a page; else the text."""
        if field in MARKDOWN.get(self.kind, ()):
            return "{{ markdownify . }}"
        named = [kind for kind in kinds if kind]
        if not named:
            return "{{ . }}"
        return f"{{{{ or (index $known.{named[0]} .) . }}}}"
