/* Finds a commune by its name of today or of before among the names of ten-dia-phuong.js.
   Marks, the kind in front and capitals may be left out: "p8", "phuong 8" and "Phường 8" are one.
   A province or a district, of today or of before, may stand behind a name and narrows what is
   found. Where all typed words find nothing, their longest beginning is looked for, and said.
   A divided unit, or a name that several units had, is shown as a choice, as generator/places.py
   tells it; every word that is shown stands in the page. Nothing is fetched, kept or sent.
   ES5, for browsers as old as Chromium 72; a plain script, for pages opened from a disk. */
(function () {
  "use strict";

  var MOST_SHOWN = 20;
  var WHY = ["one", "divided", "shared", "district", "province"];
  var DISTRICT = 3;
  var SHARES = ["", "part", "rest"];
  var KIND = /^(?:(?:thanh pho|thi tran|thi xa|dac khu|phuong|huyen|tinh|quan|xa|tp|tt|tx)(?=[ .0-9])|[pxhqt](?=\.|[ .]?[0-9]))[ .]*/;
  var KIND_BEHIND = /^(?:thanh pho|thi xa|huyen|tinh|quan|tp|tx|[hqt]) /;
  var NOWHERE = 9;
  var NARROWED = 4; // from here on, what stands behind a name is not typed to its end
  var seek = document.querySelector("[data-places]");
  var table = window.PBGDPL_PLACES;
  if (!seek || !table) {
    return;
  }
  var box = seek.querySelector("input");
  var count = seek.querySelector("[data-count]");
  var listed = seek.querySelector("[data-found]");
  var rows = null;
  var regions = null;

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
    return {
      at: at,
      before: before,
      names: names.map(function (name) {
        var words = plain(fold(name.replace(/\(.*/, "")));
        return {whole: words, bare: plain(words.replace(KIND, "")), words: plain(fold(name)).split(" ")};
      })
    };
  }

  function allRows() {
    return table.areas.map(function (area) { return row([area[0]].concat(area.slice(3)), false, area); })
      .concat(table.before.map(function (one) { return row([one[0]], true, one); }));
  }

  /* For each province what may stand behind a name in it: the province, and those and the districts
     that were there before. */
  function allRegions() {
    return table.provinces.map(function (province, number) {
      var before = table.before.filter(function (one) { return one[1] === number && one[3] >= DISTRICT; });
      return [province].concat(before.map(function (one) { return one[0]; })).map(function (name) {
        return plain(fold(name));
      });
    });
  }

  /* ---- comparing ---- */

  /* 2 where the words are names of regions, one behind the other; 1 where the last only begins. */
  function behind(typed, regions) {
    var bare = typed.replace(KIND_BEHIND, "");
    return regions.reduce(function (best, whole) {
      [[typed, whole], [bare, whole.replace(KIND_BEHIND, "")]].forEach(function (pair) {
        if (pair[0] === pair[1]) {
          best = 2;
        } else if (pair[1].indexOf(pair[0]) === 0) {
          best = Math.max(best, 1);
        } else if (pair[0].indexOf(pair[1] + " ") === 0) {
          best = Math.max(best, behind(pair[0].slice(pair[1].length + 1), regions));
        }
      });
      return best;
    }, 0);
  }

  /* The ways to read what was typed: all of it is a name, or a name with regions behind it. */
  function readings(form, regions) {
    var words = form.split(" ");
    var found = [{typed: form, words: words, isWhole: true, later: 0}];
    words.slice(1).forEach(function (word, number) {
      var how = behind(words.slice(number + 1).join(" "), regions);
      var name = words.slice(0, number + 1);
      if (how) {
        found.push({typed: name.join(" "), words: name, isWhole: false, later: how === 2 ? 0 : NARROWED});
      }
    });
    return found;
  }

  /* Every typed word but the last is a whole word, in order; the last may begin one. */
  function holds(name, reading) {
    var place = 0;
    return reading.words.every(function (word, number) {
      var mayBegin = reading.isWhole && number === reading.words.length - 1 && !/^[0-9]/.test(word);
      while (place < name.words.length) {
        var one = name.words[place++];
        if (one === word || (mayBegin && one.indexOf(word) === 0)) {
          return true;
        }
      }
      return false;
    });
  }

  function rankOf(name, reading) {
    var typed = reading.typed;
    if (name.whole === typed || name.bare === typed) {
      return reading.later;
    }
    if (!holds(name, reading)) {
      return NOWHERE;
    }
    if ((name.bare + " ").indexOf(typed + " ") === 0) {
      return reading.later + 1;
    }
    return reading.later + (name.bare.indexOf(typed) === 0 ? 2 : 3);
  }

  function ranked(one, place, those) {
    var found = {row: one, rank: NOWHERE, alone: NOWHERE, place: place};
    one.names.forEach(function (name) {
      those.forEach(function (reading) {
        var rank = rankOf(name, reading);
        found.rank = Math.min(found.rank, rank);
        found.alone = reading.isWhole ? Math.min(found.alone, rank) : found.alone;
      });
    });
    return found;
  }

  function search(text) {
    var forms = formsOf(text);
    var found, least;
    rows = rows || allRows();
    regions = regions || allRegions();
    var ways = regions.map(function (those) {
      return forms.reduce(function (all, form) { return all.concat(readings(form, those)); }, []);
    });
    found = rows.map(function (one, place) {
      return ranked(one, place, ways[one.at[1]]);
    }).sort(function (one, other) {
      return one.rank - other.rank || one.alone - other.alone || one.place - other.place;
    });
    least = found.length && found[0].rank < NARROWED ? NARROWED : NOWHERE;
    return found.filter(function (one) { return one.rank < least; });
  }

  /* What the longest beginning of the words finds among names that begin so; none is a kind alone. */
  function searchBeginning(text) {
    var words = text.trim().split(/[\s,;]+/);
    var kind = (KIND.exec(fold(text)) || [""])[0];
    var those = [];
    while (!those.length && words.pop() && fold(words.join(" ")).length > kind.length) {
      those = search(words.join(" ")).filter(function (one) { return one.rank < 2; });
    }
    return {beginning: those.length ? words.join(" ") : "", those: those};
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
    var item = listed.appendChild(document.createElement("li"));
    if (one.before) {
      showBefore(item, one.at);
    } else {
      link(item, one.at);
      if (one.at[0].toLowerCase() !== table.provinces[one.at[1]].toLowerCase()) {
        add(item, "span", table.provinces[one.at[1]], "small");
      }
    }
  }

  function told(found) {
    var key = found.those.length > MOST_SHOWN ? "many" : found.those.length ? "some" : "none";
    var words = word(key).replace("{count}", found.those.length).replace("{shown}", MOST_SHOWN);
    return !found.beginning ? words : word("beginning").replace("{found}", words)
      .replace("{words}", function () { return found.beginning; });
  }

  function show() {
    var text = box.value;
    var found = {beginning: "", those: formsOf(text).length ? search(text) : []};
    if (!found.those.length) {
      found = searchBeginning(text);
    }
    listed.textContent = "";
    count.textContent = formsOf(text).length ? told(found) : "";
    found.those.slice(0, MOST_SHOWN).forEach(function (one) { showOne(one.row); });
  }

  box.addEventListener("keydown", function (event) {
    var first = listed.querySelector("a");
    if (event.key === "Enter" && first) {
      event.preventDefault();
      first.focus();
    }
  });
  box.addEventListener("input", show);
  window.addEventListener("pageshow", function () { // a browser puts back what was typed before
    if (box.value) {
      show();
    }
  });
  seek.hidden = false;
}());
