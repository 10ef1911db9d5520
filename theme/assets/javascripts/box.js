/* The key / leads to the box for searching, as many know it; elsewhere the box is a plain form.
   A page that was opened from the screen in a commune's office gets what terminal.js does. */
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
  if (/man-hinh=/.test(location.search)) {
    document.head.appendChild(document.createElement("script")).src =
      document.currentScript.src.replace("box.js", "terminal.js");
  }
}());
