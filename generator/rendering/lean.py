"""Templates compiled to leaner Python than Jinja's own, for the pages of which there are many.

Jinja keeps every door open in every expression: an attribute may be an item or missing, a function
may want the context, a macro may be called in ten ways. Here an attribute is an attribute, a macro
is a function, a component is fetched once, and nothing is written piece by piece. What this cannot
do, or finds at fault, stops with one of `UNABLE`; then Jinja's own way is asked, which does it or
tells what is wrong (see `Renderer`). So both ways give the same bytes, and faults are told by one.

It builds on how Jinja 3.1 writes Python, which no other module knows; tests/test_rendering.py holds
the two ways against each other.
"""

import keyword
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.idtracking import VAR_LOAD_ALIAS, VAR_LOAD_RESOLVE
from jinja2.nodes import EvalContext
from jinja2.utils import missing
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escaped
except ImportError:
    from markupsafe._native import _escape_inner as escaped

UNABLE = (AttributeError, LookupError, TemplateError, TypeError)
COMPILER = blake2b(Path(__file__).read_bytes(), digest_size=4).hexdigest()  # marks what it compiled
BROUGHT = ("as_function", "as_parameters", "escaped", "marked", "shown")  # to every template
KEPT = 10_000  # days, hours and names of places that are written on many pages
PARAMETER = "l_1_{}"  # how Jinja names the parameters of a macro at the top of a file
CALLER = PARAMETER.format("caller")
marked = partial(str.__new__, Markup)  # text that is HTML already; faster than the class itself


def shown(value: object) -> str:
    """The HTML of a value that is no plain text: HTML already, a number, a word of a list."""
    if isinstance(value, Markup):
        return value
    return escape(value) if hasattr(value, "__html__") else escaped(str(value))


class Round:
    """A round of a loop: its number, and whether it is the last."""

    __slots__ = ("index", "last")
    index: int
    last: bool


def counted(values: Iterable[Any], undefined: type) -> Iterator[tuple[Any, Round]]:
    """The values with the round that each is in, which is the same thing all the time."""
    every = values if isinstance(values, (list, tuple)) else list(values)
    number, now = len(every), Round()
    for now.index, value in enumerate(every, 1):
        now.last = now.index == number
        yield value, now


def as_parameters(given: Mapping[str, object]) -> dict[str, object]:
    """Arguments under the names that the function of a macro has for them."""
    return {PARAMETER.format(name): value for name, value in given.items()}


def as_function(macro: Callable[..., str], undefined: type, names: int, has_caller: bool) -> Any:
    """The function of a macro, which gives HTML; what a call leaves out is `missing` in it."""
    caller = (undefined("No caller defined", name="caller"),) if has_caller else ()
    macro.__defaults__ = (missing,) * names + caller
    return macro


def _root(node: nodes.Node) -> str:
    """The name with which an expression begins: `links` of `links.to`."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


class LeanCode(CodeGenerator):
    """Python of a template in which whatever is the same for all pages is done once."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Fetch what does not depend on a page when the template is loaded."""
        for name in BROUGHT:
            self.writeline(f"{name} = environment.{name}")
        if any(name.name == "words" for name in node.find_all(nodes.Name)):
            self.writeline("words = environment.globals['words']")
        self._macros = {
            *(one.name for one in node.find_all(nodes.Macro)),
            *(one.target for one in node.find_all(nodes.Import)),
            "caller",
        }
        self._shown: nodes.Expr | None = None
        super().visit_Template(node, frame)

    # ---- names ---------------------------------------------------------------------------------

    def enter_frame(self, frame: Frame) -> None:
        """Take the wording as it is; write a page to a list, which is faster than bit by bit."""
        for target, (action, name) in frame.symbols.loads.items():
            if action == VAR_LOAD_RESOLVE and name == "words":
                frame.symbols.loads[target] = (VAR_LOAD_ALIAS, "words")
        super().enter_frame(frame)
        if frame.rootlevel:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """Give out the whole page at its end."""
        if frame.rootlevel:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def get_resolve_func(self) -> str:
        """A name that no page gave is undefined from the beginning."""
        return "context.resolve"

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        """Ask whether a name is defined only where it may have become so on the way."""
        ref = frame.symbols.ref(node.name)
        load = frame.symbols.find_load(ref)
        is_given = load is not None and (load[0] == VAR_LOAD_RESOLVE or load[1] == "words")
        if node.ctx == "load" and (is_given or self._is_macro(node, frame)):
            self.write(ref)
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute, and never an item."""
        if keyword.iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """An item, where it is one of the wording or one written here, and so no attribute."""
        is_written = isinstance(node.arg, nodes.Const) and not self._is_macro(node.node, frame)
        if is_written or _root(node.node) == "words":
            self.visit(node.node, frame)
            self.write("[")
            self.visit(node.arg, frame)
            self.write("]")
        else:
            super().visit_Getitem(node, frame)

    # ---- macros --------------------------------------------------------------------------------

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:
        """The component, fetched from what was loaded already."""
        self.writeline(f"{frame.symbols.ref(node.target)} = environment.component(", node)
        self.visit(node.template, frame)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The function just written, without an object around it."""
        names, has_caller = len(macro_ref.node.args), macro_ref.accesses_caller
        has_any = names or has_caller
        self.write(f"as_function(macro, undefined, {names}, {has_caller})" if has_any else "macro")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A macro or a method, called directly; no function here asks for the context."""
        is_macro = self._is_macro(node.node, frame)
        is_text = is_macro and node is not self._shown and not forward_caller
        self.write("marked(" if is_text else "")
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for one in node.kwargs:
            self.write(f"{PARAMETER.format(one.key) if is_macro else one.key}=")
            self.visit(one.value, frame)
            self.write(", ")
        if forward_caller:
            self.write(f"{CALLER}=caller, ")
        self._write_arguments_in_bulk(node, frame, is_macro)
        self.write("))" if is_text else ")")

    def _write_arguments_in_bulk(self, node: nodes.Call, frame: Frame, is_macro: bool) -> None:
        if node.dyn_args is not None:
            self.fail("too many ways to give arguments", node.lineno)
        if node.dyn_kwargs is not None:
            self.write("**as_parameters(" if is_macro else "**(")
            self.visit(node.dyn_kwargs, frame)
            self.write(")")

    def _is_macro(self, called: nodes.Expr, frame: Frame) -> bool:
        """Whether it is one of a component or of this file, not hidden by a name nearer by."""
        name = _root(called)
        return name in self._macros and frame.symbols.ref(name) in (f"l_0_{name}", CALLER)

    # ---- loops ---------------------------------------------------------------------------------

    def write_commons(self) -> None:
        """Count loops in a way that looks no further than the next round."""
        super().write_commons()
        self.writeline("LoopContext = environment.counted")

    # ---- text ----------------------------------------------------------------------------------

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """HTML of a macro is written as it is, everything else is escaped."""
        if isinstance(node, nodes.Call) and self._is_macro(node.node, frame):
            self._shown = node
            self.write("(")
        else:
            self.write("(escaped(it) if (it := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Plain text, most of all by far, is spared a function in Python."""
        self.write(")" if node is self._shown else ").__class__ is str else shown(it))")


class Values:
    """What a page gives its template: as much of Jinja's context as `LeanCode` asks of it."""

    __slots__ = ("environment", "eval_ctx", "exported_vars", "given", "vars")

    def __init__(self, environment: "LeanEnvironment", given: Mapping[str, object]) -> None:
        """Show `given` to a template of `environment`."""
        self.environment, self.given = environment, given
        self.eval_ctx = environment.eval_ctx
        self.vars: dict[str, object] = {}
        self.exported_vars: set[str] = set()

    def resolve(self, name: str) -> object:
        """A value by its name; what nobody gave is undefined."""
        if name in self.given:
            return self.given[name]
        found = self.environment.globals.get(name, missing)
        return self.environment.undefined(name=name) if found is missing else found

    resolve_or_missing = resolve


def grouped(values: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Jinja's filter for one attribute, which is asked of each value only once."""
    pairs = sorted(((getattr(one, attribute), one) for one in values), key=itemgetter(0))
    return [(key, [one for _, one in those]) for key, those in groupby(pairs, key=itemgetter(0))]


def joined(values: Iterable[object], by: str = "") -> str:
    """Jinja's filter for plain values; what it gives is escaped as a whole."""
    return by.join(map(str, values))


def selected(values: Iterable[Any], attribute: str) -> list[Any]:
    """Jinja's filter: the values of which this attribute is true."""
    return [one for one in values if getattr(one, attribute)]


def rejected(values: Iterable[Any], attribute: str) -> list[Any]:
    """Jinja's filter: the values of which this attribute is not true."""
    return [one for one in values if not getattr(one, attribute)]


def trimmed(text: str) -> str:
    """Jinja's filter: HTML stays HTML."""
    return marked(str.strip(text)) if isinstance(text, Markup) else text.strip()


class LeanEnvironment(Environment):
    """An environment whose templates are compiled by `LeanCode`."""

    as_function = staticmethod(as_function)
    as_parameters = staticmethod(as_parameters)
    counted = staticmethod(counted)
    escaped = staticmethod(escaped)
    marked = staticmethod(marked)
    shown = staticmethod(shown)

    code_generator_class = LeanCode

    def __init__(self, *options: Any, **more: Any) -> None:
        """Take the options of Jinja's own environment."""
        super().__init__(*options, **more)
        self.filters |= {"groupby": grouped, "join": joined, "trim": trimmed}
        self.filters |= {"rejectattr": rejected, "selectattr": selected}
        self.filters["remembered"] = lru_cache(KEPT)
        self.eval_ctx = EvalContext(self)
        self.component = cache(self._component)
        self._template = cache(self._renderable)

    def rendered(self, name: str, values: Mapping[str, object]) -> str:
        """A template filled with `values`; raises one of `UNABLE` where it cannot be done so."""
        return "".join(self._template(name)(Values(self, values)))

    def _component(self, name: str) -> TemplateModule:
        return self.get_template(name).module

    def _renderable(self, name: str) -> Callable[[Any], Iterator[str]]:
        return self.get_template(name).root_render_func
