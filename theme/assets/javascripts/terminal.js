/* The screen in a commune's office: its own pages (generator/outputs/terminal_pages.py), and every
   page that is opened from them, which the address tells: "?man-hinh=" and the id of the commune.
   There box.js opens this file, and it opens its words (man-hinh/loi.js), puts a bar to come back by,
   lets links lead to pages of the site alone, keeps the commune in every address, and after four
   minutes without a touch goes back to the start screen.
   Nothing but the chosen commune is kept, by man-hinh.html alone: Firefox keeps for each file apart
   what pages from a disk leave. ES5, for browsers as old as Chromium 72; nothing is sent. */
(function () {
  "use strict";

  if (window.pbgdplTerminal) { // a screen of its own whose address tells the commune as well
    return;
  }
  window.pbgdplTerminal = true;

  var QUIET = 4 * 60; // seconds without a touch, of which the last ones warn
  var WARNING = 20;
  var NAME = "man-hinh";
  var KEPT = "pbgdpl-man-hinh";
  var TRACES = /^(?:giay-to:|pbgdpl-(?:tim|nhip)$)/; // what other scripts keep of one reader
  var AN_ID = /^[a-z0-9-]+$/;
  var CHOOSE = "#chon"; // of the door: choose again, whatever is kept
  var ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
  var TOUCHES = ["pointerdown", "touchstart", "mousedown", "wheel", "keydown", "input"];
  var told = null; // the words
  var root = document.currentScript.src.replace(/assets\/javascripts\/[^\/]*$/, "");
  var own = document.querySelector("[data-terminal]"); // on no other page
  var kind = own ? own.getAttribute("data-terminal") : "";
  var given = (new RegExp("[?&]" + NAME + "=([^&]*)").exec(window.location.search) || [])[1];
  var home = own && own.getAttribute("data-home") || (given && AN_ID.test(given) ? given : "");

  function open(address, then) {
    var script = document.createElement("script");
    script.onload = script.onerror = function () {
      script.remove();
      then();
    };
    script.src = root + address;
    document.head.appendChild(script);
  }

  function add(parent, tag, className, text) {
    var element = parent.appendChild(document.createElement(tag));
    element.className = className || "";
    element.textContent = text || "";
    return element;
  }

  function each(selector, then) {
    [].forEach.call(document.querySelectorAll(selector), then);
  }

  function startOf(id) {
    return root + NAME + "--" + id + ".html";
  }

  function filled(words, values) {
    return words.replace(/\{([a-z]+)\}/g, function (hole, name) { return values[name]; });
  }

  /* ---- the day and the hour of the machine ---- */

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  function isoDay(now) {
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  /* A machine whose battery is empty believes that it is years ago, before the data was. */
  function dateOf(now) {
    return isoDay(now) < told.today ? told.wrongClock : filled(told.date, {
      weekday: told.weekdays[(now.getDay() + 6) % 7],
      day: now.getDate(),
      month: now.getMonth() + 1,
      year: now.getFullYear()
    }) + " · " + two(now.getHours()) + ":" + two(now.getMinutes());
  }

  function showTime() {
    var words = dateOf(new Date());
    each("[data-clock]", function (one) {
      if (one.textContent !== words) {
        one.textContent = words;
      }
      one.hidden = false;
    });
  }

  function showDayOfData() {
    var day = told.today.split("-").reverse().join("/");
    each("[data-as-of]", function (one) {
      one.textContent = filled(told.asOf, {day: day});
      one.hidden = false;
    });
  }

  /* ---- choosing where the screen stands ---- */

  function kept() {
    try {
      return window.localStorage.getItem(KEPT) || "";
    } catch (refused) { // nothing may be kept here: the address of the start screen does as well
      return "";
    }
  }

  function keep(id) {
    try {
      if (id) {
        window.localStorage.setItem(KEPT, id);
      } else {
        window.localStorage.removeItem(KEPT);
      }
    } catch (refused) { // as above
    }
  }

  function isKnown(id) {
    var table = window.PBGDPL_PLACES;
    return !!table && table.areas.some(function (area) { return area[2] === id; });
  }

  /* Goes on to the start screen that was chosen, now or another day, if it is still there: the
     names of places tell, for no page may look whether a file lies beside it. */
  function openDoor() {
    var chosen = window.location.hash.slice(1);
    var id = window.location.hash === CHOOSE ? "" : chosen || kept();
    if (!AN_ID.test(id)) {
      return;
    }
    open("dia-phuong/ten-dia-phuong.js", function () {
      if (!isKnown(id)) {
        document.querySelector("[data-gone]").hidden = false;
        return;
      }
      if (chosen) {
        keep(id);
      }
      window.location.replace(startOf(id));
    });
  }

  /* ---- links ---- */

  function isPageHere(link) {
    return link.protocol === window.location.protocol && link.host === window.location.host &&
      /\.html$/.test(link.pathname);
  }

  /* A number that cannot be dialled here, a paper that would open without the bar, an address that
     no network leads to: their words stay to be read. */
  function tame() {
    each("a[href]", function (link) {
      if (!isPageHere(link)) {
        link.removeAttribute("href");
      }
    });
  }

  function follow(event) {
    var link = event.target.closest("a[href]");
    if (!link || !isPageHere(link) || (link.hash && link.pathname === window.location.pathname)) {
      return; // a place on this page is no other page
    }
    if (link.hasAttribute("data-leave")) {
      keep("");
    } else if (link.parentNode.parentNode.hasAttribute("data-choose")) {
      link.href = root + NAME + ".html#" + link.pathname.replace(/^.*--|\.html$/g, "");
    } else if (home && link.href !== startOf(home)) {
      link.search = withHome(link.search);
    }
  }

  function withHome(query) {
    return query.indexOf(NAME + "=") >= 0 ? query : (query ? query + "&" : "?") + NAME + "=" + home;
  }

  /* The search and the lists note in the address what they are asked; the commune stays there. */
  function keepHome(name) {
    var plain = window.history[name];
    window.history[name] = function (state, title, address) {
      var query = withHome(address.charAt(0) === "?" ? address : "");
      if (query !== window.location.search) {
        plain.call(window.history, state, title, query);
      }
    };
  }

  /* Whoever comes next shall not see what somebody looked for, nor which papers were ticked. */
  function forget() {
    try {
      Object.keys(window.localStorage).forEach(function (key) {
        if (TRACES.test(key)) {
          window.localStorage.removeItem(key);
        }
      });
    } catch (refused) { // then nothing was kept either
    }
  }

  /* ---- the bar ---- */

  function showBar() {
    var bar = document.createElement("nav");
    var back = add(bar, "button", "bar__key bar__back", told.back);
    add(bar, "a", "bar__key bar__start", told.start).href = startOf(home);
    back.type = "button";
    back.onclick = function () {
      if (window.history.length > 1) {
        window.history.back();
      } else {
        window.location.href = startOf(home);
      }
    };
    told.hotlines.forEach(function (number) {
      add(add(bar, "p", "bar__call", told.call + " "), "strong", "", number);
    });
    bar.className = "bar";
    bar.setAttribute("aria-label", told.label);
    document.body.insertBefore(bar, document.body.firstChild);
  }

  /* The keys of a screen of our own lead to the start screen of where the machine stands. */
  function aimKeys() {
    each("[data-back], [data-start]", function (key) {
      key.href = startOf(home);
      key.hidden = false;
    });
  }

  /* ---- keys to type with, where there is only the screen ---- */

  function showKeys(box) {
    var keys = document.createElement("div");
    var opener = document.createElement("button");
    var line = box.closest(".search__line") || box;
    function key(row, words, change, className) {
      var one = add(row, "button", "keys__key " + (className || ""), words);
      one.type = "button";
      one.onclick = function () {
        box.value = change(box.value);
        box.dispatchEvent(new Event("input", {bubbles: true}));
      };
    }
    ROWS.forEach(function (signs, number) {
      var row = add(keys, "div", "keys__row");
      signs.split("").forEach(function (sign) {
        key(row, sign, function (text) { return text + sign; });
      });
      if (number === 2) {
        key(row, told.erase, function (text) { return text.slice(0, -1); }, "keys__key--wide");
      } else if (number === 3) {
        key(row, told.space, function (text) { return text + " "; }, "keys__key--wide");
      }
    });
    keys.className = "keys";
    keys.hidden = true;
    opener.className = "keys__opener";
    opener.type = "button";
    opener.textContent = told.keys;
    opener.setAttribute("aria-expanded", "false");
    opener.onclick = function () {
      keys.hidden = !keys.hidden;
      opener.setAttribute("aria-expanded", String(!keys.hidden));
      line.scrollIntoView(); // what is typed and all keys are seen together
    };
    line.parentNode.insertBefore(keys, line.nextSibling);
    line.parentNode.insertBefore(opener, keys);
  }

  /* ---- back to the start when nobody is there ---- */

  var touched = Date.now();
  var asked = 0; // when the question came; 0 while there is none
  var question = null;
  var looking = 0;
  var before = null; // what had the focus

  function isAtStart() {
    return kind === "start" && !window.location.hash;
  }

  function isPlaying() {
    return [].some.call(document.querySelectorAll("audio, video"), function (one) {
      return !one.paused && !one.ended;
    });
  }

  function ask() {
    var panel, button;
    before = document.activeElement;
    question = add(document.body, "div", "still");
    question.setAttribute("role", "alertdialog");
    question.setAttribute("aria-modal", "true");
    question.setAttribute("aria-labelledby", "con-xem");
    question.setAttribute("aria-describedby", "con-xem-giay");
    panel = add(question, "div", "still__panel");
    add(panel, "h2", "", told.asked).id = "con-xem";
    add(panel, "p", "", filled(told.leaving, {seconds: WARNING})).id = "con-xem-giay";
    button = add(panel, "button", "still__key", told.still);
    button.type = "button";
    button.focus();
    asked = Date.now();
  }

  function stay() {
    document.body.removeChild(question);
    asked = 0;
    if (before && before.focus) {
      before.focus();
    }
  }

  /* While the question stands a touch only answers it; the page beneath must not feel it. */
  function feel() {
    touched = Date.now();
  }

  function answer() {
    feel();
    if (asked) {
      stay();
    }
  }

  function count() {
    var left = Math.ceil(WARNING - (Date.now() - asked) / 1000);
    document.getElementById("con-xem-giay").textContent =
      filled(told.leaving, {seconds: Math.max(left, 0)});
    if (left <= 0) {
      window.clearInterval(looking);
      window.location.replace(startOf(home));
    }
  }

  function look() {
    var quiet = (Date.now() - touched) / 1000;
    showTime();
    if (asked) {
      count();
    } else if (quiet < 0 || isPlaying() || isAtStart()) { // a clock may be set back
      feel();
    } else if (quiet >= QUIET - WARNING) {
      ask();
    }
  }

  function watch() {
    TOUCHES.forEach(function (name) { document.addEventListener(name, feel, true); });
    ["click", "keyup"].forEach(function (name) { document.addEventListener(name, answer, true); });
    window.addEventListener("pageshow", feel); // a page that was put aside comes back as it was
    looking = window.setInterval(look, 1000);
  }

  /* ---- what this page needs of it ---- */

  function begin() {
    var look = document.documentElement.classList;
    told = window.PBGDPL_TERMINAL;
    look.remove("terminal--waits");
    if (!told || !(own || home)) { // a torn copy: the page is as it is for others
      look.toggle("terminal", !!own);
      return;
    }
    document.addEventListener("click", follow, true);
    tame();
    new MutationObserver(tame).observe(document.body, {childList: true, subtree: true});
    showDayOfData();
    showTime();
    if (home && own) {
      aimKeys();
    } else if (home) {
      look.add("terminal");
      ["pushState", "replaceState"].forEach(keepHome);
      window.addEventListener("pagehide", forget);
      each("main input[type=search]", showKeys);
      showBar();
    }
    if (home) {
      watch();
    }
  }

  if (kind === "door") {
    openDoor();
  }
  open("man-hinh/loi.js", begin);
}());
