"""The settings of the loudspeaker: what holds without a word, and what an officer may change."""

from pathlib import Path

import yaml

from generator.loudspeaker import ESPEAK, Loudspeaker, Voice, read_settings
from tests.conftest import ROOT

PIPER = Voice("piper", "piper --output_file {audio}", "giọng máy Piper", "vi")
KHMER = Voice("may-khmer", "khmer {text} {audio}", "giọng máy Khmer", "km")


def test_a_site_needs_no_settings() -> None:
    """A commune that changes nothing has the usual slot, pace and voice."""
    found, amiss = read_settings({})

    assert (found.slot_minutes, found.pace, found.voice) == (15, 140, "espeak-ng")
    assert found.voices == (ESPEAK,)
    assert amiss == []


def test_the_settings_of_this_site_are_sound() -> None:
    """What stands in mkdocs.yml, and what its remarks promise to hold, is what holds."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    given = yaml.safe_load(settings)["extra"]

    assert read_settings(given) == (Loudspeaker(), [])


def test_a_voice_of_ones_own_stands_beside_the_usual_one() -> None:
    """Whoever has a better voice names its command, and loses nothing."""
    piper = {"command": PIPER.command, "title": PIPER.title}

    found, amiss = read_settings({"loudspeaker": {"voice": "piper", "voices": {"piper": piper}}})

    assert found == Loudspeaker(voice="piper", voices=(ESPEAK, PIPER))
    assert amiss == []


def test_settings_come_back_from_their_bytes() -> None:
    """A build that asks MkDocs nothing knows the settings as well."""
    settings = Loudspeaker(20, 130, "piper", (ESPEAK, PIPER))

    assert Loudspeaker.kept(settings.to_keep()) == settings
    assert Loudspeaker.kept(b"") == Loudspeaker()


def test_no_voice_reads_a_language_that_it_does_not_speak() -> None:
    """A machine that reads Khmer by Vietnamese rules is worse than silence."""
    settings = Loudspeaker(voices=(ESPEAK, PIPER, KHMER))

    assert settings.voice_for("vi", None) == ESPEAK
    assert settings.voice_for("vi", "piper") == PIPER
    assert settings.voice_for("km", None) == KHMER
    assert settings.voice_for("km", "piper") is None
    assert settings.voice_for("tyz", None) is None


def test_every_fault_of_the_settings_is_told_at_once() -> None:
    """Whoever mends a file mends all of it: wrong numbers, names and shapes, each in its place."""
    wrong = {
        "slot_minutes": 0,
        "pace": "nhanh",
        "voice": "nobody",
        "voices": {"a": {"command": "a '{audio}", "title": "A"}, "b": "b {audio}"},
        "speed": 3,
    }

    _, amiss = read_settings({"loudspeaker": wrong})

    assert {(one.key, one.where[2:]) for one in amiss} == {
        ("number-out-of-range", ("slot_minutes",)),
        ("not-a-whole-number", ("pace",)),
        ("no-such-voice", ("voice",)),
        ("not-a-voice", ("voices", "a", "command")),
        ("not-a-mapping", ("voices", "b")),
        ("unknown-field", ("speed",)),
    }
    assert {Path(one.file).name for one in amiss} == {"mkdocs.yml"}
