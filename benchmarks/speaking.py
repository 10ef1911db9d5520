"""How long bulletins take to be spoken: python -m benchmarks.speaking

Makes a thousand bulletins of four hundred words and has all of them spoken by espeak-ng, two at
once. What that costs beside the voice is told as ratios to peers that get some of the same words:
the voice alone; the voice and an MP3 as loud as it happens to be; the voice and the two passes by
which ffmpeg's own `loudnorm` levels. Prints every figure and writes them to SPEAKING.md, in about
twenty minutes.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from shlex import quote

import yaml

from benchmarks.figures import Figure, at_most, figure_table, told
from benchmarks.measuring import TODAY, Contestant, Cost, cost, in_turn, medians, say, versions
from generator.intake import load
from generator.reading import values_of
from generator.records.bulletins import Bulletin
from generator.soundings import BITRATE, LOUDNESS, PEAK, RATE, sounding, text_for_voice
from tests.bulletin_sites import bulletin_site

RESULTS = Path(__file__).with_name("SPEAKING.md")
BULLETINS, OF_PEERS, ROUNDS = 1000, 24, 3
WORDS, AT_ONCE = 400, 2
PATTERN = "mien-phi"
VOICE = "espeak-ng -v vi -s 115 -f {text} -w {text}.wav"
FFMPEG = "ffmpeg -v error -nostdin -y -i {text}.wav"
MP3 = f"-ac 1 -ar {RATE} -c:a libmp3lame -b:a {BITRATE} {{text}}.mp3"
LOUDNORM = f"loudnorm=I={LOUDNESS}:TP={PEAK}"
AS_OPTIONS = r"""sed -n 's/.*"input_\([a-z]*\)" : "\(.*\)",/:measured_\1=\2/p' | tr -d '\n'"""
HEARD = f"$({FFMPEG} -v info -af {LOUDNORM}:print_format=json -f null - 2>&1 | {AS_OPTIONS})"
PEERS = {
    "the voice alone": VOICE,
    "the voice and an MP3, not levelled": f"{VOICE} && {FFMPEG} {MP3}",
    "the voice and loudnorm in two passes": (
        f"{VOICE} && heard={HEARD} && {FFMPEG} -af {LOUDNORM}$heard {MP3}"
    ),
}
OURS = "pbgdpl speak"
PAGE = """# How long bulletins take to be spoken

{date}, commit {commit}.

{figures}

Ratios hold for other machines too; seconds belong to this one: {processor}, {cores} cores,
{system}, Python {python}.

Every contestant got the same {of_peers} texts, two at once, as whole processes in alternation with
the others; the median of {rounds} rounds counts. `pbgdpl speak` cuts silence off both ends, levels
to {loudness} LUFS, keeps the highest wave under {peak} dBTP, measures what it made, and reads the
site's records before it begins.
"""


def main() -> None:
    """Measure, print, and keep what was measured."""
    with tempfile.TemporaryDirectory() as name:
        figures = [*of_all(Path(name) / "all"), *beside_peers(Path(name) / "some")]
    text = PAGE.format(
        **versions(),
        figures=figure_table(figures),
        of_peers=OF_PEERS,
        rounds=ROUNDS,
        loudness=LOUDNESS,
        peak=PEAK,
    )
    print(text)
    RESULTS.write_text(text, encoding="utf-8")


def of_all(root: Path) -> Iterator[Figure]:
    """A thousand bulletins: their words, their sounds, and that a second run says nothing."""
    content = write_bulletins(root, BULLETINS)
    say("words")
    seconds = seconds_of_words(content)
    yield at_most(f"words of {BULLETINS:,} bulletins of {WORDS} words, wall", seconds, 5, " s")
    say(f"{BULLETINS} sounds")
    first = cost(speak(content, root))
    yield told(f"{BULLETINS:,} sounds, two at once, wall", first.wall_seconds, " s")
    made = stamps(content)
    yield Figure("files made", f"{len(made):,}", f"{BULLETINS:,}", len(made) == BULLETINS)
    say("again")
    again = cost(speak(content, root))
    yield told("a second run, wall", again.wall_seconds, " s")
    spoken = len(made ^ stamps(content))
    yield at_most("files that it made or changed", spoken, 0)


def beside_peers(root: Path) -> Iterator[Figure]:
    """What a sound costs beside what others take for less, or for the same."""
    content = write_bulletins(root, OF_PEERS)
    texts = root / "texts"
    write_texts(content, texts)
    say("peers")
    sounds = content / "files" / "giong-doc"
    ours = Contestant(OURS, speak(content, root), lambda: shutil.rmtree(sounds, ignore_errors=True))
    peers = [Contestant(name, at_once(command, texts)) for name, command in PEERS.items()]
    costs = {name: medians(all_of) for name, all_of in in_turn([ours, *peers], ROUNDS).items()}
    for name in PEERS:
        ratio = costs[OURS].wall_seconds / costs[name].wall_seconds
        yield told(f"{OURS} / {name}, wall", ratio)
    yield from (told(f"a sound by {name}, CPU", _each(one), " s") for name, one in costs.items())


def _each(one: Cost) -> float:
    return one.cpu_seconds / OF_PEERS


def speak(content: Path, root: Path) -> list[str]:
    """Our command, for a folder of content."""
    where = ["--content", str(content), "--site", str(root / "site"), "--today", str(TODAY)]
    asked = ["speak", *where, "--workers", str(AT_ONCE), "--quiet"]
    return [sys.executable, "-m", "generator", *asked]


def at_once(command: str, texts: Path) -> list[str]:
    """A peer's command for each text, as many at once as ours."""
    each = command.replace("{text}", "$1")
    run = f"ls {quote(str(texts))}/*.txt | xargs -P {AT_ONCE} -I @ bash -ec {quote(each)} bash @"
    return ["bash", "-o", "pipefail", "-ec", run]


def write_bulletins(root: Path, count: int) -> Path:
    """A folder of content with bulletins that differ, each of so many words, one a day."""
    content = bulletin_site(root).content
    folder = content / "bulletins"
    pattern = values_of((folder / f"{PATTERN}.yml").read_text(encoding="utf-8"))
    shutil.rmtree(folder)
    folder.mkdir()
    text = " ".join(one["text"] for one in pattern["segments"]).split()
    for number in range(count):
        words = [*islice(cycle(text), number % len(text), number % len(text) + WORDS)]
        segments = [{"text": " ".join(said)} for said in _in_parts(words, 80)]
        airing = {"times": ["05:30"], "from": f"2026-12-{number % 28 + 1:02}"}
        one = pattern | {"id": f"tin-{number}", "title": f"Bản tin số {number}"}
        one |= {
            "lead": f"Đây là bản tin số {number}.",
            "segments": segments,
            "schedule": [airing | {"until": airing["from"]}],
        }
        told = yaml.safe_dump(one, allow_unicode=True, sort_keys=False)
        (folder / f"tin-{number}.yml").write_text(told, encoding="utf-8")
    return content


def _in_parts(words: list[str], size: int) -> Iterator[list[str]]:
    yield from (words[at : at + size] for at in range(0, len(words), size))


def seconds_of_words(content: Path) -> float:
    """How long it takes to have the spoken words of all."""
    library, _ = load(content)
    bulletins, settings = library.every(Bulletin), library.loudspeaker
    begun = time.monotonic()
    for one in bulletins:
        sounding(one, {}, settings)
    return time.monotonic() - begun


def write_texts(content: Path, texts: Path) -> None:
    """What the voice is given, a file for each bulletin, for those who know no records."""
    texts.mkdir()
    library, _ = load(content)
    for one in library.every(Bulletin):
        (texts / f"{one.id}.txt").write_text(text_for_voice(one, {}), encoding="utf-8")


def stamps(content: Path) -> set[tuple[str, int]]:
    """What machines' voices said, each file with the time of its last change."""
    files = (content / "files" / "giong-doc").glob("*")
    return {(path.name, path.stat().st_mtime_ns) for path in files}


if __name__ == "__main__":
    main()
