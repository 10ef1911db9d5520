/* The key / leads to the box for searching, as many know it; elsewhere the box is a plain form. */
(function () {
  "use strict";

  document.addEventListener("keydown", function (event) {
    var box = document.querySelector("[data-search] input") || document.querySelector("[role=search] input");
    var isTyping = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && box && !isTyping && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      box.focus();
    }
  });
}());
