/* The key / leads to the box for searching, as many know it; elsewhere the box is a plain form. */
(function () {
  "use strict";

  document.addEventListener("keydown", function (event) {
    var box = document.querySelector("[type=search]"); // that of the head, or of the search itself
    var isTyping = event.target.matches("input, select, textarea");
    if (event.key === "/" && box && !isTyping && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      box.focus();
    }
  });
}());
