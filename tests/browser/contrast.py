"""How well text stands out from its ground (WCAG 2.2, 1.4.3 and 1.4.6), reckoned in the browser.

axe-core looks at a page as it comes. Here it is also looked at as it would be if every link had
been followed, or everything were pointed at or focused: what the stylesheet says of such a state is
made to hold everywhere.
"""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

LEAST, OF_BODY_TEXT = 4.5, 7  # to one
OF_A_STATE = {
    "visited": (r":visited", ":any-link"),
    "pointed at": (r":hover", ":not(.nowhere)"),
    "focused": (r":focus(?!-)", ":not(.nowhere)"),
}  # what takes the place of a state in selectors, of the same weight

PUT_ON = """sheet => {
    const style = document.createElement("style");
    style.textContent = sheet + "* { transition: none !important; }";
    for (const one of document.querySelectorAll("link[rel=stylesheet], style")) one.remove();
    document.head.append(style);
}"""

FAINT = """([least, ofBodyText]) => {
    const BODY_TEXT = "main :is(p, li, td, th, dd, dt)";

    function parts(colour) {
        const found = /^rgba?\\(([^)]+)\\)$/.exec(colour);
        if (!found) throw new Error(`what colour is ${colour}?`);
        const [red, green, blue, opacity = 1] = found[1].split(/[ ,/]+/).map(Number);
        return {rgb: [red, green, blue], opacity};
    }

    function over(above, below) {
        return below.map((one, n) => above.rgb[n] * above.opacity + one * (1 - above.opacity));
    }

    function luminance(rgb) {
        const [red, green, blue] = rgb.map(one => one / 255).map(
            one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    function laidOn(below, style) {
        if (style.backgroundImage !== "none" || style.opacity !== "1")
            throw new Error("text on a picture, or that shines through, is not reckoned with");
        return over(parts(style.backgroundColor), below);
    }

    const grounds = new Map(); // of elements, as each is asked for by all that stands in it
    function groundOf(element) {
        if (!element) return [255, 255, 255]; // below everything is white paper
        if (!grounds.has(element)) {
            const below = groundOf(element.parentElement);
            grounds.set(element, laidOn(below, getComputedStyle(element)));
        }
        return grounds.get(element);
    }

    function contrast(colour, ground) {
        const [dark, light] = [over(parts(colour), ground), ground]
            .map(luminance).sort((one, other) => one - other);
        return (light + 0.05) / (dark + 0.05);
    }

    // Each text of an element, with what it is written in and what lies between it and the element.
    function* textsOf(element) {
        const own = [...element.childNodes].filter(one => one.nodeType === Node.TEXT_NODE);
        yield [own.map(one => one.data).join(""), getComputedStyle(element), ground => ground];
        for (const place of ["::placeholder", "::before", "::after"]) {
            const style = getComputedStyle(element, place);
            const said = /^"(.*)"$/.exec(style.content);
            const text = place === "::placeholder" ? element.placeholder : said && said[1];
            yield [text || "", style, ground => laidOn(ground, style)];
        }
    }

    for (const one of document.querySelectorAll("details")) one.open = true;
    const faint = new Set();
    for (const element of document.querySelectorAll("body, body *")) {
        if (!element.getClientRects().length || element.closest("svg")) continue;
        const wanted = element.closest(BODY_TEXT) ? ofBodyText : least;
        for (const [text, style, laid] of textsOf(element)) {
            if (!text.trim()) continue;
            const ratio = contrast(style.color, laid(groundOf(element)));
            const tag = element.cloneNode(false).outerHTML;
            if (ratio < wanted) faint.add(`${ratio.toFixed(2)}: ${tag} ${text.trim()}`);
        }
    }
    return [...faint];
}"""


def in_each_state(page: Page, sheet: str) -> Iterator[str]:
    """Bring a page with this stylesheet into one state after the other, and say into which."""
    page.evaluate(PUT_ON, sheet)  # for the last state before may have been another
    yield "as it comes"
    for state, (written, instead) in OF_A_STATE.items():
        page.evaluate(PUT_ON, re.sub(written, instead, sheet))
        yield state


def faint(page: Page) -> list[str]:
    """The texts of a page that do not stand out: how much they do, element, words."""
    found: list[str] = page.evaluate(FAINT, [LEAST, OF_BODY_TEXT])
    return found
