"""A second of sound and a second of film, made here so that no recording is kept in the project."""

import io
import wave

from playwright.sync_api import Browser

RATE = 8000  # samples a second
FILM = """async () => {
    const canvas = document.createElement('canvas');
    const paint = canvas.getContext('2d');
    const kind = {mimeType: 'video/webm;codecs=vp8'};
    const recorder = new MediaRecorder(canvas.captureStream(10), kind);
    const pieces = [];
    recorder.ondataavailable = event => pieces.push(event.data);
    const stopped = new Promise(done => { recorder.onstop = done; });
    recorder.start();
    for (let frame = 0; frame < 10; frame++) {
        paint.fillStyle = frame % 2 ? 'teal' : 'white';
        paint.fillRect(0, 0, canvas.width, canvas.height);
        await new Promise(done => setTimeout(done, 100));
    }
    recorder.stop();
    await stopped;
    return Array.from(new Uint8Array(await new Blob(pieces).arrayBuffer()));
}"""


def a_second_of_sound() -> bytes:
    """A WAV file of silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        sound.writeframes(bytes([128]) * RATE)
    return out.getvalue()


def a_second_of_film(browser: Browser) -> bytes:
    """A WebM file, recorded by the browser itself."""
    page = browser.new_page()
    film: list[int] = page.evaluate(FILM)
    page.close()
    return bytes(film)
