"""Machines' voices say what nobody recorded, each into a file named after its words and its voice.

A voice makes a WAV; ffmpeg levels it as broadcasters do, and makes an MP3 that is the same whenever
the words and the voice are. A file is there whole or not at all.
"""

import asyncio
import os
import re
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator import broadcasts
from generator.library import Library
from generator.loudspeaker import AUDIO, ESPEAK, TEXT, Voice
from generator.problems import Fault, Problem, in_order
from generator.project import Project
from generator.recordings import audio_of
from generator.records.bulletins import Bulletin
from generator.records.files import SPOKEN_AT
from generator.soundings import BITRATE, LOUDNESS, PEAK, RATE, text_for_voice
from generator.sounds import seconds_of
from generator.writing import replace_bytes

FFMPEG = "ffmpeg"
FROM_DEBIAN = (ESPEAK.words[0], FFMPEG)  # programs that are packages of the same name
LONGEST = 600  # seconds that a voice may take for one bulletin
AS_READ = 0.1  # by this part a sound may be longer or shorter than the reading
SLOWEST, FASTEST = 0.85, 1.2  # tempo within which a voice still sounds like itself
LIMIT = PEAK - 1.5  # dBFS at which waves are held down: between samples, and in MP3, they rise
NEAR_ENOUGH = 0.5  # LU
MOST_TRIES = 4
MOST_FAILURES = 3  # bulletins, where none was said yet
LEAST_LEFT = 0.5  # of a voice's sound that is there when silence is cut off and the tempo changed
OF_A_VOICE = re.compile(r"[0-9a-f]{32}\.mp3")  # a name that only `soundings` gives
LOWEST = -69.0  # LUFS below which ebur128 hears nothing
HELD_DOWN = 0.4  # of what stands out over the limit, as a part: how much quieter that makes it
QUIET_ENDS = "silenceremove=start_periods=1:start_silence=0.3:start_threshold=-50dB"
TRIMMED = f"{QUIET_ENDS},areverse,{QUIET_ENDS},areverse"
MEASURE = "ebur128=framelog=verbose:peak=sample"
MEASURED = re.compile(r"^ +(I|Peak): +(-?[0-9.]+|-inf|nan) ", re.MULTILINE)
SAME_BYTES = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact")
AS_MP3 = ("-ac", "1", "-ar", str(RATE), "-c:a", "libmp3lame", "-b:a", BITRATE)
QUICK = ("-compression_level", "7")  # half the time, and speech has bits to spare
NO_HEADERS = ("-write_xing", "0", "-id3v2_version", "0", "-f", "mp3")


class Wish(NamedTuple):
    """What a voice is to say into which file; `seconds` is how long who reads it takes."""

    source: str
    text: str
    voice: Voice
    target: Path
    seconds: int


class Loudness(NamedTuple):
    """How loud a sound is, in LUFS, and its highest sample, in dBFS."""

    integrated: float
    peak: float


class Unspoken(Exception):
    """A voice, or ffmpeg, did not do its work; `why` is what it said of that, if anything."""

    def __init__(self, why: str) -> None:
        """Keep what it said."""
        super().__init__(why)
        self.why = why


def say_all(
    library: Library, project: Project, workers: int, progress: Callable[[int], None]
) -> tuple[int, list[Problem]]:
    """Say what was not said yet; how many bulletins that were, and what is to be told of any."""
    those = list({one.target: one for one in wishes(library)}.values())
    said, problems = speak(those, workers, progress)
    if not any(one.stops for one in problems):  # a voice that fails today may speak tomorrow
        forget_unsaid(library, project.files)
    return said, in_order(problems)


# ---- what is to be said ------------------------------------------------------------------------


def wishes(library: Library) -> Iterator[Wish]:
    """Every bulletin on air that nobody recorded, and that no voice has said yet."""
    voices = {one.name: one for one in library.loudspeaker.voices}
    for one in broadcasts.on_air(library):
        found = library.sounding(one.id)
        if found and found.path and not audio_of(library, one.id):
            bulletin = library.get(Bulletin, one.id)
            yield Wish(
                source=bulletin.file,
                text=text_for_voice(bulletin, library.abbreviations()),
                voice=voices[found.voice],
                target=library.offered_file(found.path),
                seconds=found.seconds,
            )


def forget_unsaid(library: Library, files: Path) -> None:
    """Delete what voices said and no bulletin on air says any more; other files are somebody's."""
    on_air = [library.sounding(one.id) for one in broadcasts.on_air(library)]
    said = {Path(one.path).name for one in on_air if one and one.path and not one.own}
    for path in (files / SPOKEN_AT).glob("*"):
        if OF_A_VOICE.fullmatch(path.name) and path.name not in said:
            path.unlink()


# ---- saying it ---------------------------------------------------------------------------------


def speak(
    those: Sequence[Wish], workers: int, progress: Callable[[int], None]
) -> tuple[int, list[Problem]]:
    """Let voices say all of it, several at once; how many were said, and what is to be told.

    Raises `Fault` where a program is missing, and `OSError` where no file can be written.
    """
    _look_for_programs(those)
    try:
        return asyncio.run(_speak(those, workers, progress)) if those else (0, [])
    except* OSError as several:
        first = several.exceptions[0]
    raise first


def _look_for_programs(those: Iterable[Wish]) -> None:
    needed = {one.voice.words[0]: one.voice.name for one in those}
    for program, voice in {**needed, **({FFMPEG: ""} if needed else {})}.items():
        if not shutil.which(program):
            key = "program-missing" if program in FROM_DEBIAN else "voice-missing"
            raise Fault(key, program=program, voice=voice)


async def _speak(
    those: Sequence[Wish], workers: int, progress: Callable[[int], None]
) -> tuple[int, list[Problem]]:
    found: list[Problem] = []
    waiting = iter(those)
    done = 0

    async def work() -> None:
        nonlocal done
        for one in waiting:
            if not done and len(found) >= MOST_FAILURES:
                return  # a voice that never spoke will not: the same message for each helps nobody
            problem = await _problem_of(one)
            found.extend([problem] if problem else [])
            done += not (problem and problem.stops)
            progress(done)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(work())
    return done, found


async def _problem_of(one: Wish) -> Problem | None:
    """Say it; what is to be told of that, if anything."""
    try:
        with TemporaryDirectory() as folder:
            seconds = await _say(one, Path(folder))
    except Unspoken as error:
        values = {"voice": one.voice.title, "why": error.why}
        return Problem(one.source, "not-spoken" if error.why else "nothing-spoken", values)
    if abs(seconds - one.seconds) <= AS_READ * one.seconds:
        return None
    odd = {"seconds": round(seconds), "reading": one.seconds, "voice": one.voice.title}
    return Problem(one.source, "spoken-at-another-pace", odd, stops=False)


async def _say(one: Wish, folder: Path) -> float:
    """Make the file; gives its length in seconds."""
    text, wave, sound = folder / "text.txt", folder / "said.wav", folder / "said.mp3"
    text.write_text(one.text, encoding="utf-8")
    told = await _run(_command(one.voice, text, wave), _input(one))
    seconds = seconds_of(wave)
    if not seconds:
        raise Unspoken(_last_line(told))
    await _level(wave, sound, _tempo(seconds, one.seconds))
    made = seconds_of(sound) or 0
    if made < LEAST_LEFT * seconds:  # of a full disk ffmpeg says nothing
        raise Unspoken(FFMPEG)
    replace_bytes(one.target, sound.read_bytes())
    return made


def _command(voice: Voice, text: Path, wave: Path) -> list[str]:
    return [word.replace(TEXT, str(text)).replace(AUDIO, str(wave)) for word in voice.words]


def _input(one: Wish) -> bytes:
    """The text again, for a voice that reads its input."""
    return b"" if TEXT in one.voice.command else one.text.encode()


def _tempo(seconds: float, wanted: int) -> float:
    """By which the voice is to be faster, where it keeps another pace than people."""
    if abs(seconds - wanted) <= AS_READ / 2 * wanted:
        return 1
    return min(max(seconds / wanted, SLOWEST), FASTEST)


# ---- levelling -----------------------------------------------------------------------------------


async def _level(wave: Path, sound: Path, tempo: float) -> None:
    """Make an MP3 of a WAV, as loud as broadcasters have it.

    Whatever stands out is held down, which makes the whole a little quieter: by how much is guessed
    from how far it stands out, and mended once it is heard.
    """
    before = f"{TRIMMED},atempo={tempo:.4f}" if tempo != 1 else TRIMMED
    raw = await _loudness(wave, before, ("-f", "null", "-"))
    if raw.integrated < LOWEST:
        raise Unspoken("")
    standing_out = max(0.0, LOUDNESS - raw.integrated + raw.peak - LIMIT)
    gain = LOUDNESS - raw.integrated + HELD_DOWN * standing_out
    for _ in range(MOST_TRIES):
        held = f"volume={gain:.2f}dB,alimiter=level=0:limit={LIMIT}dB:attack=1:release=10"
        to_mp3 = (*SAME_BYTES, *AS_MP3, *QUICK, *NO_HEADERS, str(sound))
        now = await _loudness(wave, f"{before},{held}", to_mp3)
        if abs(now.integrated - LOUDNESS) <= NEAR_ENOUGH:
            return
        gain += 1.5 * (LOUDNESS - now.integrated)


async def _loudness(wave: Path, filters: str, output: tuple[str, ...]) -> Loudness:
    """What ffmpeg measures of a sound behind `filters`, while it brings it to `output`."""
    asked = ("-hide_banner", "-nostdin", "-nostats", "-y", "-threads", "1", "-i", str(wave))
    told = await _run([FFMPEG, *asked, "-af", f"{filters},{MEASURE}", *output])
    found = dict(MEASURED.findall(told))
    if found.keys() != {"I", "Peak"}:
        raise Unspoken(_last_line(told))
    return Loudness(float(found["I"]), float(found["Peak"]))


# ---- programs ------------------------------------------------------------------------------------


async def _run(words: Sequence[str], given: bytes = b"") -> str:
    """Run a program, and all that it begins, to its end; gives what it told on stderr."""
    process = await asyncio.create_subprocess_exec(
        *words,
        stdin=asyncio.subprocess.PIPE if given else asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(LONGEST):
            _, told = await process.communicate(given or None)
    except TimeoutError:
        raise Unspoken(f"{words[0]}: {LONGEST} s") from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
    text = told.decode(errors="replace")
    if process.returncode:
        raise Unspoken(_last_line(text) or f"{words[0]}: {process.returncode}")
    return text


def _last_line(told: str) -> str:
    """The line in which programs say why they stopped, without signs that steer a terminal."""
    return "".join(filter(str.isprintable, "".join(told.strip().splitlines()[-1:])))
