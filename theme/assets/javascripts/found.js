/* What the search and the lists share: opening scripts that lie beside a page, showing what was
   found, and the address that keeps what was asked. ES5, for browsers as old as Chromium 72. */
window.pbgdplFound = (function () {
  "use strict";

  var waiting = Object.create(null);

  function open(address, then) {
    var script = document.createElement("script");
    if (waiting[address]) {
      waiting[address].push(then);
      return;
    }
    waiting[address] = [then];
    script.src = address;
    script.onload = script.onerror = function () {
      var those = waiting[address];
      delete waiting[address];
      script.remove();
      those.forEach(function (one) { one(); });
    };
    document.head.appendChild(script);
  }

  /* Opens the files of a folder that are not open yet, all at once, and tells whether one stayed
     closed, being torn or gone. */
  function openAll(folder, names, isOpen, then) {
    var left = 1;
    function opened() {
      left -= 1;
      if (!left) {
        then(!names.every(isOpen));
      }
    }
    names.forEach(function (name) {
      if (!isOpen(name)) {
        left += 1;
        open(folder + name, opened);
      }
    });
    opened();
  }

  function add(parent, tag, text, className) {
    var element = parent.appendChild(document.createElement(tag));
    if (text) {
      element.textContent = text;
    }
    if (className) {
      element.className = className;
    }
    return element;
  }

  /* Gives the words that a form brings for its script. */
  function wording(form) {
    return function (name) { return form.getAttribute("data-" + name) || ""; };
  }

  /* What the address says was asked for under a name. */
  function given(name) {
    return new URLSearchParams(location.search).get(name) || "";
  }

  /* Keeps in the address what each of some fields holds; `how` is pushState or replaceState. What
     stands there already is noted once: "back" leads to something else. */
  function note(how, fields) {
    var query = fields.filter(function (one) { return one.value; }).map(function (one) {
      return one.name + "=" + encodeURIComponent(one.value);
    }).join("&");
    if ("?" + query === location.search) {
      return;
    }
    try {
      history[how](null, "", query ? "?" + query : location.pathname);
    } catch (error) { // an old browser keeps the address of a page from a disk
    }
  }

  return {openAll: openAll, add: add, wording: wording, given: given, note: note};
}());
