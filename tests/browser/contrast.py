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

    // `styles`: of the text, and of all around it, from the inside out; below is white paper.
    function contrast(styles) {
        const ground = styles.reduceRight((below, one) => {
            if (one.backgroundImage !== "none" || one.opacity !== "1")
                throw new Error("text on a picture, or that shines through, is not reckoned with");
            return over(parts(one.backgroundColor), below);
        }, [255, 255, 255]);
        const [dark, light] = [over(parts(styles[0].color), ground), ground]
            .map(luminance).sort((one, other) => one - other);
        return (light + 0.05) / (dark + 0.05);
    }

    function stylesAround(element) {
        return element ? [getComputedStyle(element), ...stylesAround(element.parentElement)] : [];
    }

    function* textsOf(element, styles) {
        const own = [...element.childNodes].filter(one => one.nodeType === Node.TEXT_NODE);
        yield [own.map(one => one.data).join(""), styles];
        yield [element.placeholder || "", [getComputedStyle(element, "::placeholder"), ...styles]];
        for (const place of ["::before", "::after"]) {
            const style = getComputedStyle(element, place);
            const said = /^"(.*)"$/.exec(style.content);
            yield [said ? said[1] : "", [style, ...styles]];
        }
    }

    for (const one of document.querySelectorAll("details")) one.open = true;
    const faint = new Set();
    for (const element of document.querySelectorAll("body, body *")) {
        if (!element.getClientRects().length || element.closest("svg")) continue;
        const wanted = element.closest(BODY_TEXT) ? ofBodyText : least;
        for (const [text, styles] of textsOf(element, stylesAround(element))) {
            const ratio = text.trim() ? contrast(styles) : wanted;
            const tag = element.cloneNode(false).outerHTML;
            if (ratio < wanted) faint.add(`${ratio.toFixed(2)}: ${tag} ${text.trim()}`);
        }
    }
    return [...faint];
}"""


def in_each_state(page: Page, sheet: str) -> Iterator[str]:
    """Bring a page with this stylesheet into one state after the other, and say into which."""
    yield "as it comes"
    for state, (written, instead) in OF_A_STATE.items():
        page.evaluate(PUT_ON, re.sub(written, instead, sheet))
        yield state


def faint(page: Page) -> list[str]:
    """The texts of a page that do not stand out: how much they do, element, words."""
    found: list[str] = page.evaluate(FAINT, [LEAST, OF_BODY_TEXT])
    return found
