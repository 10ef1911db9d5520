"""Sites with bulletins, and what can be measured of their sound."""

import re
import subprocess
from pathlib import Path

from tests.conftest import ROOT, SITES, Project, make_project

VOICE = ROOT / "tests" / "sites" / "voice.py"  # a machine's voice that is there everywhere
COMMAND = f"python3 {VOICE} {{text}} {{audio}}"


def bulletin_site(root: Path, command: str = COMMAND) -> Project:
    """A project with a few bulletins, and a voice of which every test knows what it says."""
    base = ROOT / "tests" / "faults" / "_base" / "content"
    project = make_project(root, base, SITES / "bulletins" / "content")
    use_voice(project, command)
    return project


def use_voice(project: Project, command: str) -> None:
    """Let bulletins be said by a command; none keeps the voice of the settings."""
    settings = project.root / "mkdocs.yml"
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    voice = f"    voices: {{thu: {{command: '{command}', title: giọng thử}}}}\n"
    if command:
        text = re.sub(r"^    voice: .*\n(    #.*\n)*", f"    voice: thu\n{voice}", text, flags=re.M)
    settings.write_text(text, encoding="utf-8")


def spoken_files(project: Project) -> list[Path]:
    """What machines' voices said."""
    return sorted((project.content / "files" / "giong-doc").glob("*"))


def measured(sound: Path, filters: str) -> str:
    """What ffmpeg tells of a sound."""
    asked = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(sound), "-af", filters]
    run = subprocess.run([*asked, "-f", "null", "-"], capture_output=True, text=True, check=True)
    return run.stderr


def loudness(sound: Path) -> tuple[float, float]:
    """How loud a sound is, in LUFS, and its highest wave, in dBTP."""
    told = measured(sound, "ebur128=framelog=verbose:peak=true")
    found = dict(re.findall(r"^ +(I|Peak): +(-?[0-9.]+) ", told, re.MULTILINE))
    return float(found["I"]), float(found["Peak"])


def silences(sound: Path) -> list[tuple[float, float]]:
    """When a sound falls silent, and for how long, in seconds."""
    told = measured(sound, "silencedetect=n=-45dB:d=0.2")
    ends = re.findall(r"silence_end: ([0-9.]+) \| silence_duration: ([0-9.]+)", told)
    return [(float(end) - float(length), float(length)) for end, length in ends]


def length(sound: Path) -> float:
    """How long a sound takes, in seconds, as ffprobe tells."""
    return float(_probed(sound, "format=duration"))


def form(sound: Path) -> str:
    """Codec, rate and channels of a sound."""
    return _probed(sound, "stream=codec_name,sample_rate,channels")


def _probed(sound: Path, entries: str) -> str:
    words = ["ffprobe", "-v", "error", "-show_entries", entries, "-of", "csv=p=0", str(sound)]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
