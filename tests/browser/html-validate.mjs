// By which rules of html-validate pages are judged. Whatever is not as recommended says why.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // Both are valid; the lower case is what templates have, and compresses better.
    "doctype-style": ["error", { style: "lowercase" }],

    // On a phone the rows of a table are laid out below each other as blocks. Chromium before 80,
    // which still reads the site, and Safari then forget that it is a table unless told.
    "no-redundant-role": ["error", { exclude: ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"] }],

    // Where a bar of the timeline begins is reckoned from its days, so no sheet can hold it.
    "no-inline-style": ["error", { allowedProperties: ["left"] }],

    // Documents have the titles by which they were issued; a shorter one would be another's.
    "long-title": "off",

    // The one form without a button narrows a list at once and sends nothing; a button would do
    // nothing. It is one of several techniques of WCAG (H32), and no rule of it.
    "wcag/h32": "off",

    // <img> and <img /> are the same picture; the latter is how Markdown is written out.
    "void-style": "off",

    // What an editor leaves at the end of a line changes no page.
    "no-trailing-whitespace": "off",
  },
};
