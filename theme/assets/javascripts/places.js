/* Finds a commune by its name of today or of before among the names of ten-dia-phuong.js.
   Marks, the kind in front and capitals may be left out: "p8", "phuong 8" and "Phường 8" are one.
   A divided unit, or a name that several units had, is shown as a choice, as generator/places.py
   tells it; every word that is shown stands in the page. Nothing is fetched, kept or sent.
   ES5, for browsers as old as Chromium 72; a plain script, for pages opened from a disk. */
(function () {
  "use strict";

  var MOST_SHOWN = 20;
  var WHY = ["one", "divided", "shared", "district", "province"];
  var SHARES = ["", "part", "rest"];
  var KIND = /^(?:(?:thanh pho|thi tran|thi xa|dac khu|phuong|huyen|tinh|quan|xa|tp|tt|tx)(?=[ .0-9])|[pxhqt](?=\.|[ .]?[0-9]))[ .]*/;
  var seek = document.querySelector("[data-places]");
  var table = window.PBGDPL_PLACES;
  if (!seek || !table) {
    return;
  }
  var box = seek.querySelector("input");
  var count = seek.querySelector("[data-count]");
  var found = seek.querySelector("[data-found]");
  var rows = null;

  /* ---- names ---- */

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/đ/g, "d").replace(/[^a-z0-9.]+/g, " ").trim();
  }

  function plain(folded) {
    return folded.replace(/\./g, " ").replace(/\s+/g, " ").trim().replace(/\b0+(?=[0-9])/g, "");
  }

  function formsOf(text) {
    var typed = fold(text);
    var forms = [plain(typed), plain(typed.replace(KIND, ""))];
    return forms.filter(function (one, place) { return one && forms.indexOf(one) === place; });
  }

  function row(names, before, at) {
    var province = plain(fold(table.provinces[at[1]]));
    return {
      at: at,
      before: before,
      names: names.map(function (name) {
        var words = plain(fold(name.replace(/\(.*/, "")));
        return {
          whole: words,
          bare: plain(words.replace(KIND, "")),
          words: (plain(fold(name)) + " " + province).split(" "),
          own: plain(fold(name)).split(" ").length
        };
      })
    };
  }

  function allRows() {
    return table.areas.map(function (area) { return row([area[0]].concat(area.slice(3)), false, area); })
      .concat(table.before.map(function (one) { return row([one[0]], true, one); }));
  }

  /* Every typed word but the last is a whole word, in order; the last may begin one. The first is
     a word of the name; the others may also be those of the province that stands behind it. */
  function holds(name, typed) {
    var place = 0;
    return typed.every(function (word, number) {
      var mayBegin = number === typed.length - 1 && !/^[0-9]/.test(word);
      while (place < (number ? name.words.length : name.own)) {
        var one = name.words[place++];
        if (one === word || (mayBegin && one.indexOf(word) === 0)) {
          return true;
        }
      }
      return false;
    });
  }

  function rankOf(name, typed) {
    if (name.whole === typed || name.bare === typed) {
      return 0;
    }
    if (!holds(name, typed.split(" "))) {
      return 9;
    }
    return (name.bare + " ").indexOf(typed + " ") === 0 ? 1 : name.bare.indexOf(typed) === 0 ? 2 : 3;
  }

  function search(text) {
    var forms = formsOf(text);
    rows = rows || allRows();
    return rows.map(function (one, place) {
      var rank = 9;
      one.names.forEach(function (name) {
        forms.forEach(function (typed) { rank = Math.min(rank, rankOf(name, typed)); });
      });
      return {row: one, rank: rank, place: place};
    }).filter(function (one) {
      return one.rank < 9;
    }).sort(function (one, other) {
      return one.rank - other.rank || one.place - other.place;
    });
  }

  /* ---- what is shown ---- */

  function word(name) {
    return seek.getAttribute("data-" + name) || "";
  }

  function add(parent, tag, text, className) {
    var element = document.createElement(tag);
    if (text) {
      element.textContent = text;
    }
    if (className) {
      element.className = className;
    }
    parent.appendChild(document.createTextNode(" "));
    return parent.appendChild(element);
  }

  function link(parent, area) {
    add(parent, "a", area[0]).href = word("root") + area[2] + ".html";
  }

  function choice(parent, target) {
    var words = [word(SHARES[target[1]]), target[2] && word("beside").replace("{units}", target[2])];
    link(parent, table.areas[target[0]]);
    words.filter(Boolean).forEach(function (text) { add(parent, "span", "(" + text + ")", "small"); });
  }

  function showBefore(item, one) {
    var list;
    add(item, "strong", one[0]);
    add(item, "span", word("before"), "mark");
    add(item, "span", table.provinces[one[1]], "small");
    add(item, "span", word(WHY[one[3]]));
    if (one[2].length === 1) {
      choice(item, one[2][0]);
    } else {
      list = add(item, "ul");
      one[2].forEach(function (target) { choice(list.appendChild(document.createElement("li")), target); });
    }
  }

  function showOne(one) {
    var item = found.appendChild(document.createElement("li"));
    if (one.before) {
      showBefore(item, one.at);
    } else {
      link(item, one.at);
      if (one.at[0].toLowerCase() !== table.provinces[one.at[1]].toLowerCase()) {
        add(item, "span", table.provinces[one.at[1]], "small");
      }
    }
  }

  function show() {
    var those = search(box.value);
    var key = those.length > MOST_SHOWN ? "many" : those.length ? "some" : "none";
    var typed = formsOf(box.value).length > 0;
    found.textContent = "";
    count.textContent = typed ? word(key).replace("{count}", those.length).replace("{shown}", MOST_SHOWN) : "";
    (typed ? those.slice(0, MOST_SHOWN) : []).forEach(function (one) { showOne(one.row); });
  }

  box.addEventListener("keydown", function (event) {
    var first = found.querySelector("a");
    if (event.key === "Enter" && first) {
      event.preventDefault();
      first.focus();
    }
  });
  box.addEventListener("input", show);
  seek.hidden = false;
  if (box.value) {
    show();
  }
}());
