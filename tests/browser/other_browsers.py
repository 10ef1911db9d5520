"""Browsers that Playwright does not drive: Debian's own Firefox, and a Chromium of 2018.

Both take JSON over a WebSocket, the one as WebDriver BiDi, the other as DevTools protocol.
Example: `reader.begin(base)`, `reader.go("index.html")`, `reader.press("/")`, `reader.faults`.
"""

import base64
import json
import os
import re
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from websockets.sync.client import ClientConnection, connect

from tests.browser.projects import PROJECT

PATIENCE = 20  # seconds until what does not come is missed; machines may be slow
GLANCE = 0.02  # seconds between two looks
LOADED = "document.readyState === 'complete'"
LISTENING = re.compile(r"listening on (ws://\S+)")
LARGEST = 2**26  # bytes of one answer

# Each key that is no sign: as BiDi writes it, and as Chromium numbers it.
KEYS = {
    "Enter": ("\ue007", 13),
    "Escape": ("\ue00c", 27),
    "ArrowDown": ("\ue015", 40),
}

FIREFOX_SETTINGS = {
    # Drivers loosen this one, and then a page from a disk may do what it may not do for readers.
    "security.fileuri.strict_origin_policy": True,
    # Whatever is asked for outside is noted, and still reaches nobody.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "browser.chrome.site_icons": False,  # it would ask a server for one before it read the page
}
FIREFOX_FLAGS = ("--headless", "--no-remote", "--remote-debugging-port=0")
CHROMIUM_FLAGS = (
    "--headless",
    "--remote-debugging-port=0",
    "--no-sandbox",  # not every machine lets a browser build one
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
FAULTS_OF_CHROMIUM = (
    "Log.entryAdded",
    "Page.javascriptDialogOpening",
    "Runtime.consoleAPICalled",
    "Runtime.exceptionThrown",
)


ABORTED = ("NS_BINDING_ABORTED", "net::ERR_ABORTED")  # what was still to come as a page was left


class Refused(Exception):
    """A browser could not do what it was told, as when a page is just being left."""


class Wire:
    """A connection that answers what it is told, and hands on what the browser tells unasked."""

    def __init__(self, socket: ClientConnection, noted: Callable[[str, Any], None]) -> None:
        self._socket = socket
        self._noted = noted
        self._number = 0

    def tell(self, method: str, **given: object) -> Any:
        """Have something done; what comes of it."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": given}))
        while True:
            said = json.loads(self._socket.recv(PATIENCE))
            if said.get("id") == self._number:
                if "error" in said:
                    raise Refused(said)
                return said["result"]
            if "method" in said:
                self._noted(said["method"], said["params"])


class Reader(ABC):
    """Somebody before one of these browsers; `faults` must stay empty."""

    def __init__(self, socket: ClientConnection) -> None:
        self.base = ""
        self.faults: list[str] = []
        self._wire = Wire(socket, self._note)

    @abstractmethod
    def go(self, address: str) -> None:
        """Open an address of the site, and wait until the page is there."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press and leave a key: a sign, or one of KEYS."""

    @abstractmethod
    def printed(self, width: float, height: float) -> bytes:
        """The page on paper of this size in millimetres, without margins, as PDF."""

    @abstractmethod
    def _text_of(self, script: str) -> str | None:
        """The text that an expression gives on the page."""

    @abstractmethod
    def _note(self, event: str, told: Any) -> None:
        """Look at what the browser tells unasked for what must not happen."""

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        for sign in text:
            self.press(sign)

    def begin(self, base: str) -> None:
        """Come to the site that begins there, with nothing to complain of yet."""
        self.base = base
        self.faults.clear()

    def leave(self) -> None:
        """Leave the site; by then the browser has told what it had to tell."""
        self.base = ""
        self.go("about:blank")

    def read(self, script: str) -> Any:
        """What an expression gives on the page, at once or later."""
        text = self._text_of(f"Promise.resolve({script}).then(one => JSON.stringify(one))")
        return json.loads(text) if text else None

    def wait_for(self, script: str) -> Any:
        """What an expression gives as soon as that is something."""
        last = time.monotonic() + PATIENCE
        found: object = None
        while time.monotonic() < last:
            try:
                if found := self.read(script):
                    return found
            except Refused as refused:  # one page is going, the next is not there yet
                found = refused
            time.sleep(GLANCE)
        raise AssertionError(f"{script} did not come: {found}")

    def _asks_for(self, address: str) -> None:
        if not address.startswith((self.base, "data:")):
            self.faults.append(f"asks for {address}")

    def _fails(self, what: str, why: str) -> None:
        if why not in ABORTED:
            self.faults.append(f"fails to load {what}: {why}")


class FirefoxReader(Reader):
    """Before Firefox, by WebDriver BiDi."""

    def __init__(self, socket: ClientConnection) -> None:
        super().__init__(socket)
        self._wire.tell("session.new", capabilities={})
        self._page = self._wire.tell("browsingContext.getTree")["contexts"][0]["context"]
        events = [
            "log.entryAdded",
            "network.beforeRequestSent",
            "network.fetchError",
            "browsingContext.userPromptOpened",
        ]
        self._wire.tell("session.subscribe", events=events)

    def go(self, address: str) -> None:
        """Open an address of the site, and wait until the page is there."""
        given = {"context": self._page, "url": self.base + address, "wait": "complete"}
        self._wire.tell("browsingContext.navigate", **given)

    def press(self, key: str) -> None:
        """Press and leave a key: a sign, or one of KEYS."""
        value = KEYS[key][0] if key in KEYS else key
        moves = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        actions = [{"type": "key", "id": "keys", "actions": moves}]
        self._wire.tell("input.performActions", context=self._page, actions=actions)

    def printed(self, width: float, height: float) -> bytes:
        """The page on paper of this size in millimetres, without margins, as PDF."""
        told = self._wire.tell(
            "browsingContext.print",
            context=self._page,
            page={"width": width / 10, "height": height / 10},
            margin=dict.fromkeys(("top", "bottom", "left", "right"), 0),
        )
        return base64.b64decode(told["data"])

    def _text_of(self, script: str) -> str | None:
        given = {"expression": script, "target": {"context": self._page}, "awaitPromise": True}
        told = self._wire.tell("script.evaluate", **given)
        if told["type"] == "exception":
            raise Refused(told["exceptionDetails"]["text"])
        text: str | None = told["result"].get("value")
        return text

    def _note(self, event: str, told: Any) -> None:
        if event == "network.beforeRequestSent":
            self._asks_for(told["request"]["url"])
        elif event == "network.fetchError":
            self._fails(told["request"]["url"], told["errorText"])
        else:
            self.faults.append(f"{event}: {told.get('text') or told}")


class ChromiumReader(Reader):
    """Before Chromium, by the DevTools protocol."""

    def __init__(self, socket: ClientConnection) -> None:
        super().__init__(socket)
        for part in ("Page", "Runtime", "Network", "Log"):
            self._wire.tell(f"{part}.enable")

    def go(self, address: str) -> None:
        """Open an address of the site, and wait until the page is there."""
        self.read("window.isLeft = true")
        self._wire.tell("Page.navigate", url=self.base + address)
        self.wait_for(f"!window.isLeft && {LOADED}")

    def press(self, key: str) -> None:
        """Press and leave a key: a sign, or one of KEYS."""
        given: dict[str, object] = {"key": key}
        if key in KEYS:
            given["windowsVirtualKeyCode"] = KEYS[key][1]
        text = "\r" if key == "Enter" else "" if key in KEYS else key
        down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
        self._wire.tell("Input.dispatchKeyEvent", **given, **down)
        self._wire.tell("Input.dispatchKeyEvent", **given, type="keyUp")

    def printed(self, width: float, height: float) -> bytes:
        """The page on paper of this size in millimetres, without margins, as PDF."""
        size = {"paperWidth": width / 25.4, "paperHeight": height / 25.4}
        told = self._wire.tell("Page.printToPDF", **size, preferCSSPageSize=True)
        return base64.b64decode(told["data"])

    def _text_of(self, script: str) -> str | None:
        told = self._wire.tell(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in told:
            raise Refused(told["exceptionDetails"]["text"])
        text: str | None = told["result"].get("value")
        return text

    def _note(self, event: str, told: Any) -> None:
        if event == "Network.requestWillBeSent":
            self._asks_for(told["request"]["url"])
        elif event == "Network.loadingFailed":
            self._fails(told["type"], told["errorText"])
        elif event in FAULTS_OF_CHROMIUM:
            self.faults.append(f"{event}: {json.dumps(told)}")


@contextmanager
def firefox(home: Path) -> Iterator[Reader]:
    """Somebody before the Firefox of this machine, which keeps what it must in a folder."""
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in FIREFOX_SETTINGS.items()]
    (home / "user.js").write_text("\n".join(lines), encoding="utf-8")
    program = program_of_this_machine("firefox-esr", "PBGDPL_FIREFOX")
    words = [program, *FIREFOX_FLAGS, "--profile", str(home)]
    with started(words, home) as address, connected(f"{address}/session") as socket:
        yield FirefoxReader(socket)


@contextmanager
def chromium_72(home: Path) -> Iterator[Reader]:
    """Somebody before the oldest browser that the site is made for."""
    program = program_of_this_machine("chromium-72", "PBGDPL_CHROMIUM_72")
    words = [program, *CHROMIUM_FLAGS, f"--user-data-dir={home}"]
    with started(words, home) as address, connected(page_of_chromium(address)) as socket:
        yield ChromiumReader(socket)


OTHER_BROWSERS = {"Firefox": firefox, "Chromium 72": chromium_72}


def page_of_chromium(address: str) -> str:
    """The address of a new page, for a browser that listens at this one."""
    direct = build_opener(ProxyHandler({}))
    new = Request(f"http://{urlsplit(address).netloc}/json/new", method="PUT")
    with direct.open(new, timeout=PATIENCE) as answer:
        page: str = json.load(answer)["webSocketDebuggerUrl"]
    return page


def connected(address: str) -> ClientConnection:
    """A connection to this machine, whatever proxy leads to others."""
    # Chromium 72 hangs up on a ping.
    return connect(address, max_size=LARGEST, compression=None, proxy=None, ping_interval=None)


def program_of_this_machine(name: str, named: str) -> str:
    """A browser that `make test` sees to, or the one that is named in the environment."""
    places = [f"/usr/bin/{name}", str(PROJECT / ".cache/bin" / name)]
    chosen = os.environ.get(named)
    for place in [chosen] if chosen else places:
        if os.access(place, os.X_OK):
            return place
    words = f"No {name} was found: run the tests with `make test`, or name one in {named}."
    pytest.fail(words, pytrace=False)


@contextmanager
def started(words: list[str], home: Path) -> Iterator[str]:
    """The address at which a browser listens as long as the context lasts."""
    surroundings = {**os.environ, "HOME": str(home)}
    with (
        (home / "told").open("wb") as told,
        subprocess.Popen(words, env=surroundings, stdout=told, stderr=told) as process,
    ):
        try:
            yield listening(process, home / "told")
        finally:
            process.terminate()


def listening(process: subprocess.Popen[bytes], told: Path) -> str:
    """The address that a browser tells when it is ready."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last and process.poll() is None:
        if found := LISTENING.search(told.read_text(encoding="utf-8", errors="replace")):
            return found[1]
        time.sleep(GLANCE)
    raise AssertionError(f"{process.args!r} did not start: {told.read_text(errors='replace')}")
