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
  var VALUES = 7; // of a row, before those of the facets: id, title, marks, words, day, number, state
  var form = document.querySelector("[data-narrow]");
  var result = document.querySelector("[data-narrowed]");
  var found = window.pbgdplFound;
  var add = found.add;
  var files = Object.create(null); // rows by province

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
  var word = found.wording(form);
  var count = result.querySelector("[role=status]");
  var listed = result.querySelector("ol");
  var more = result.querySelector("button");
  var reset = form.querySelector("button");
  var heading = document.querySelector("h1");
  var title = heading.textContent;
  var asking = 0;

  /* ---- files ---- */

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
    var seen = Object.create(null);
    var rows = [];
    provinces.forEach(function (province) {
      (files[province] || []).forEach(function (row) {
        if (!seen[row[0]]) {
          seen[row[0]] = true;
          rows.push(row);
        }
      });
    });
    return rows;
  }

  function nameOfFile(province) {
    return province + ".js";
  }

  function isOpen(name) {
    return !!files[name.slice(0, -3)];
  }

  /* ---- choosing ---- */

  function has(row, at, value) {
    return (" " + row[VALUES + at] + " ").indexOf(" " + value + " ") >= 0;
  }

  /* The facets other than the province that a row fails, of those that were chosen. */
  function failed(row) {
    return order.filter(function (slug, at) {
      var facet = form.elements[slug];
      return facet && facet.value && !has(row, at, facet.value);
    });
  }

  function fits(row) {
    return !failed(row).length;
  }

  /* How many rows have each value of each facet, with all else as it is chosen. */
  function counted(rows) {
    var counts = {};
    order.forEach(function (slug) { counts[slug] = Object.create(null); });
    rows.forEach(function (row) {
      var lacks = failed(row);
      order.forEach(function (slug, at) {
        if (!lacks.length || lacks.length === 1 && lacks[0] === slug) {
          row[VALUES + at].split(" ").forEach(function (one) {
            counts[slug][one] = (counts[slug][one] || 0) + 1;
          });
        }
      });
    });
    return counts;
  }

  /* Says beside each value how many rows it would leave; of a province that is not open nobody
     knows it. Without rows, how many the whole list has. */
  function tell(rows) {
    var counts = rows && counted(rows);
    facets.forEach(function (facet) {
      options(facet).forEach(function (option) {
        tellOne(option, !rows ? countOf(option)
          : facet === places ? countIn(option) : counts[facet.name][option.value] || 0);
      });
    });
  }

  function countIn(option) {
    var isFree = facets.every(function (one) { return one === places || !one.value; });
    return isFree ? countOf(option) : files[option.value] ? files[option.value].filter(fits).length : -1;
  }

  function tellOne(option, many) {
    option.textContent = nameOf(option) + (many < 0 ? "" : " (" + many + ")");
    option.disabled = !many && !option.selected;
  }

  function nameOf(option) { // a count stands behind it, or did
    option.named = option.named || option.textContent.replace(/ \([0-9]+\)$/, "");
    return option.named;
  }

  function labelOf(row, at) {
    var facet = form.elements[order[at]];
    return !facet ? "" : options(facet).filter(function (one) { return has(row, at, one.value); })
      .map(nameOf).join(", ");
  }

  /* ---- showing ---- */

  function showOne(row) {
    var item = add(listed, "li");
    var link = add(item, "a", row[1]);
    var about = add(item, "p", "", "found__about");
    var isDemo = row[2].indexOf("d") >= 0;
    var state = row[6] && word("state-" + row[6]);
    var day = row[4] && word("day") + " " + row[4].split("-").reverse().join("/");
    var call;
    link.href = folder + row[0] + ".html";
    if (isDemo) {
      add(about, "span", word("demo"), "mark mark--demo");
    }
    if (row[2].indexOf("n") >= 0) {
      add(about, "span", word("draft"), "mark mark--draft");
    }
    if (state) {
      add(about, "span", state, "mark mark--" + word("colour-" + row[6]));
    }
    [labelOf(row, 0), day].filter(Boolean).forEach(function (one) {
      add(about, "span", one);
    });
    if (row[3]) {
      add(item, "p", row[3], "found__text");
    }
    if (row[5]) {
      call = add(add(item, "p"), isDemo ? "span" : "a", row[5], "call");
      if (!isDemo) {
        call.href = "tel:" + row[5].replace(/[^0-9+]/g, "");
      }
    }
  }

  /* Says something in place of rows. */
  function say(what) {
    tell(null);
    listed.textContent = "";
    more.hidden = true;
    count.textContent = word(what);
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

  /* Shows the list as it was made, or what is left of it: that is no sheet of several. */
  function showWhole(isWhole) {
    var one = result.nextElementSibling;
    result.hidden = reset.hidden = isWhole;
    heading.textContent = isWhole ? title : title.replace(/ \([0-9]+\/[0-9]+\)$/, "");
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
      tell(null);
      return;
    }
    if (!provinces.length) {
      say("first");
      return;
    }
    found.openAll(folder + "loc/", provinces.map(nameOfFile), isOpen, function (hasFailed) {
      var rows = rowsOf(provinces);
      if (mine !== asking) {
        return;
      }
      if (hasFailed) {
        say("failed");
        return;
      }
      tell(rows);
      show(rows.filter(fits));
    });
  }

  /* ---- the address ---- */

  function readAddress() {
    facets.forEach(function (one) {
      one.value = found.given(one.name);
      one.selectedIndex = Math.max(one.selectedIndex, 0);
    });
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    facets.forEach(function (one) { one.selectedIndex = 0; });
    found.note("pushState", facets);
    narrow();
    facets[0].focus();
  });
  form.addEventListener("change", function () {
    found.note("pushState", facets);
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
