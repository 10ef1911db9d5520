/* Narrows a list down by several things at once: province, kind, topic. What a province has stands
   in a plain script of its own (generator/outputs/narrowing.py), opened when it is asked for, for a
   page opened from a disk may load nothing else. At most fifty rows are shown at a time; nothing is
   sent anywhere. The address keeps what was chosen, so that it can be shared, and "back" works.
   ES5, for browsers as old as Chromium 72. */
(function () {
  "use strict";

  var SHOWN = 50;
  var WIDE = 720; // pixels: a narrower window first shows the list, and the filter on request
  var MOST_AT_ONCE = 1000; // rows of all provinces that are opened together
  var PROVINCE = "tinh";
  var COMMON = "chung"; // the file of a list that has no provinces
  var VALUES = 6; // of a row, before those of the facets: id, title, words, day, number, marks
  var form = document.querySelector("[data-narrow]");
  var result = document.querySelector("[data-narrowed]");
  var files = {};

  window.pbgdplList = function (province, rows) {
    files[province] = rows;
  };
  if (!form) {
    return;
  }

  var folder = form.getAttribute("data-narrow");
  var facets = [].slice.call(form.querySelectorAll("select"));
  var places = facets.filter(function (one) { return one.name === PROVINCE; })[0];
  var order = form.getAttribute("data-facets").split(" ").filter(Boolean); // as rows have them
  var count = result.querySelector("[role=status]");
  var listed = result.querySelector("ol");
  var more = result.querySelector("button");
  var asking = 0;

  function word(name) {
    return form.getAttribute("data-" + name) || "";
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

  /* ---- files ---- */

  function open(province, then) {
    var script = document.createElement("script");
    script.src = folder + "loc/" + province + ".js";
    script.onload = script.onerror = function () {
      script.parentNode.removeChild(script);
      files[province] = files[province] || [];
      then();
    };
    document.head.appendChild(script);
  }

  function openAll(provinces, then) {
    var wanted = provinces.filter(function (one) { return !files[one]; });
    var left = wanted.length;
    if (!left) {
      then();
    }
    wanted.forEach(function (one) {
      open(one, function () {
        left -= 1;
        if (!left) {
          then();
        }
      });
    });
  }

  function options(facet) {
    return [].slice.call(facet.options, 1);
  }

  function countOf(option) {
    return +option.getAttribute("data-count");
  }

  /* The files to open; none where the list is long and no province was chosen. */
  function wantedFiles() {
    var those = places ? options(places).filter(countOf) : [];
    var total = those.reduce(function (sum, one) { return sum + countOf(one); }, 0);
    if (!places) {
      return [COMMON];
    }
    if (places.value) {
      return [places.value];
    }
    return total > MOST_AT_ONCE ? [] : those.map(function (one) { return one.value; });
  }

  /* The rows of some files, each record once. */
  function rowsOf(provinces) {
    var seen = {};
    var rows = [];
    provinces.forEach(function (province) {
      files[province].forEach(function (row) {
        if (!seen[row[0]]) {
          seen[row[0]] = true;
          rows.push(row);
        }
      });
    });
    return rows;
  }

  /* ---- choosing ---- */

  function has(row, at, value) {
    return (" " + row[VALUES + at] + " ").indexOf(" " + value + " ") >= 0;
  }

  /* Whether a row has all that was chosen, leaving one facet out of account. */
  function fits(row, leftOut) {
    return order.every(function (slug, at) {
      var facet = form.elements[slug];
      return !facet || facet === leftOut || !facet.value || has(row, at, facet.value);
    });
  }

  /* How many rows each value would leave, with all else as it is chosen. */
  function tell(rows) {
    facets.forEach(function (facet) {
      var at = order.indexOf(facet.name);
      var those = at < 0 ? [] : rows.filter(function (row) { return fits(row, facet); });
      options(facet).forEach(function (option) {
        var found = at < 0 || !rows.length ? countOf(option)
          : those.filter(function (row) { return has(row, at, option.value); }).length;
        option.textContent = option.textContent.replace(/ \([0-9]+\)$/, " (" + found + ")");
        option.disabled = !found && !option.selected;
      });
    });
  }

  function labelOf(row, at) {
    var facet = form.elements[order[at]];
    return !facet ? "" : options(facet).filter(function (one) { return has(row, at, one.value); })
      .map(function (one) { return one.textContent.replace(/ \([0-9]+\)$/, ""); })[0] || "";
  }

  /* ---- showing ---- */

  function showOne(row) {
    var item = add(listed, "li");
    var link = add(item, "a", row[1]);
    var about = add(item, "p", "", "found__about");
    var call;
    link.href = folder + row[0] + ".html";
    if (row[5].indexOf("d") >= 0) {
      add(about, "span", word("demo"), "mark mark--demo");
    }
    if (row[5].indexOf("s") >= 0) {
      add(about, "span", word("stopped"), "mark mark--ended");
    }
    [labelOf(row, 0), row[3].split("-").reverse().join("/")].filter(Boolean).forEach(function (one) {
      add(about, "span", one);
    });
    if (row[2]) {
      add(item, "p", row[2], "found__text");
    }
    if (row[4]) {
      call = add(add(item, "p"), row[5].indexOf("d") >= 0 ? "span" : "a", row[4], "call");
      if (call.tagName === "A") {
        call.href = "tel:" + row[4].replace(/[^0-9+]/g, "");
      }
    }
  }

  function show(rows) {
    var from = 0;
    function next() {
      var those = rows.slice(from, from + SHOWN);
      those.forEach(showOne);
      from += those.length;
      more.hidden = from >= rows.length;
      count.textContent = word(!rows.length ? "nothing" : more.hidden ? "some" : "part")
        .replace("{count}", rows.length).replace("{shown}", from);
    }
    listed.textContent = "";
    next();
    more.onclick = function () {
      var at = from;
      next();
      listed.children[at].querySelector("a").focus();
    };
  }

  function showWhole(isWhole) {
    var one = result.nextElementSibling;
    result.hidden = isWhole;
    while (one) {
      one.hidden = !isWhole;
      one = one.nextElementSibling;
    }
  }

  function narrow() {
    var mine = asking += 1;
    var isWhole = !facets.some(function (one) { return one.value; });
    var provinces = wantedFiles();
    showWhole(isWhole);
    if (isWhole) {
      tell([]);
      return;
    }
    if (!provinces.length) {
      listed.textContent = "";
      more.hidden = true;
      count.textContent = word("first");
      return;
    }
    openAll(provinces, function () {
      var rows = mine === asking ? rowsOf(provinces) : [];
      if (mine === asking) {
        tell(rows);
        show(rows.filter(function (row) { return fits(row, null); }));
      }
    });
  }

  /* ---- the address ---- */

  function note() {
    var query = facets.filter(function (one) { return one.value; }).map(function (one) {
      return one.name + "=" + encodeURIComponent(one.value);
    }).join("&");
    try {
      window.history.pushState(null, "", query ? "?" + query : window.location.pathname);
    } catch (error) { // an old browser keeps the address of a page from a disk
    }
  }

  function readAddress() {
    var given = {};
    window.location.search.slice(1).split("&").forEach(function (one) {
      var parts = one.split("=");
      try {
        given[parts[0]] = decodeURIComponent((parts[1] || "").replace(/\+/g, " "));
      } catch (error) {
        given[parts[0]] = "";
      }
    });
    facets.forEach(function (one) {
      one.value = given[one.name] || "";
      one.selectedIndex = Math.max(one.selectedIndex, 0);
    });
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    facets.forEach(function (one) { one.selectedIndex = 0; });
    note();
    narrow();
    facets[0].focus();
  });
  form.addEventListener("change", function () {
    note();
    narrow();
  });
  window.addEventListener("popstate", function () {
    readAddress();
    narrow();
  });
  if (places) { // there is no file of a province without rows
    options(places).forEach(function (one) { files[one.value] = countOf(one) ? null : []; });
  }
  form.hidden = false;
  readAddress();
  form.querySelector("details").open = window.innerWidth >= WIDE ||
    facets.some(function (one) { return one.value; });
  narrow();
}());
