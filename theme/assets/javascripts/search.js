/* Finds records by words, in files that generator/outputs/search.py writes: the guide, then the
   files of the words that were typed, then the runs of records that promise most. Each is a plain
   script, for a page opened from a disk may load nothing else; nothing is fetched or sent, and what
   was typed stays in this browser. Words are compared as generator/vietnamese/search_words.py does.
   ES5, for browsers as old as Chromium 72. */
(function () {
  "use strict";

  var LETTERS = "0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff";
  var WORD = new RegExp("[" + LETTERS + "]+", "g");
  var SHORT_I = /^(?:[hklmst]|qu)i$/;
  var BEFORE = "(^|[^" + LETTERS + "])";
  var SHORT_YS = new RegExp(BEFORE + "([hklmst]|qu)y(?![" + LETTERS + "])", "g");
  var ZEROS = new RegExp(BEFORE + "0+(?=[0-9])", "g");
  // P8, p.8: as people write a ward that has a number.
  var WARD = new RegExp(BEFORE + "p\\.? ?([0-9]{1,2})(?![" + LETTERS + "])", "gi");
  var MARKED = /[^a-z0-9]/i; // a word that was typed with marks
  var NUMBER = /[0-9]+(?:(?:\) ?|[ .\u00a0-])[0-9]+)*/g; // with the pauses that records have in it
  var TYPED_NUMBER = /[0-9]+(?:[ .()\u00a0-]+[0-9]+)*/g; // a number, or several
  var ABROAD = /^(?:00)?840?(?=[0-9]{9,10}$)/; // +84 299 … is 0299 …
  var TELEPHONE = /^(?:0.{9,10}|1[89]00.{4,6})$/; // digits alone
  var YEAR = /\b(?:19|20)..\b/; // 22 11 2026 and 2024 2030 are no such number
  var MOST_PARTS = 15; // of such a number
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var WORTH_OF = []; // of each digit, by its number among all signs
  var REST = 32;
  var MOST_TYPED = 300; // signs; an address may bring more than the box takes
  var MOST_WORDS = 32; // of what was typed
  var MOST_LOOKED_UP = 4; // of what they mean, by which runs are chosen; records are weighed by all
  var MOST_MEANT = 4; // syllables for one that was mistyped or not typed to the end
  var MOST_UNKNOWN = 2; // words of which it is told that no page has them
  var MOST_SAID = 2; // things that are put in other words
  var MOST_OPENED = 12; // runs for one question
  var AT_ONCE = 5; // of them, and those that promise almost as much as the first
  var ALIKE = 0.7; // of what the first promises
  var LEAST = 0.2; // of what the best run promises, for another to be considered
  var PROMISING = 0.5; // of the value of the best result, for a further run to be opened
  var SHOWN = 10;
  var FEW = 3; // results: then also those are shown that have all words somewhere
  var MOST_OF_TOPIC = 4; // words; a title that was typed whole and is longer asks for nothing else
  var ENOUGH = 0.6; // of the words that the best result has, for another to be shown
  var WORTH = 0.2; // of the value of the best result, likewise
  var POOR = 0.3; // of the value of the best, below which a record stands behind demonstrations
  var PAUSE = 150; // milliseconds after the last key
  // A made-up file of words and of a run at once, of which "hỏi luật" is asked.
  var REHEARSAL = "\nhoi B B\thỏi luật\tluat B B\thỏi luật\t\t0\t\t";
  var KEPT = "pbgdpl-tim"; // under which this browser keeps what was asked
  var MOST_KEPT = 5;
  var STRONG = 1; // how much a word counts in titles and names, in texts
  var WEAK = 0.4;
  var OPTIONAL = 0.4; // the words that were typed, where others were put in their place
  var PAIR = 0.7; // two words that stand together, beside the two alone
  // What is added for, as shares of the value of all words where each stands in the title:
  var EXACT = 0.35; // words with just the marks that were typed
  var TITLE = 0.3; // a title that says nothing else
  var NAMED = 0.15; // its commune, its province or itself being named in the question
  var NEWER = 0.005; // each year after MIDDLE, and taken away for each before
  var MIDDLE = 2020;
  var MOST_NEWER = 0.05; // for it only tells apart what is else alike
  var PAST = 0.15; // taken away from what is in force no longer, closed, suspended
  var NUMBER_IN_FRONT = /^[^:]*[0-9][^:]*: /; // 84/KH-UBND: Kế hoạch …
  var KIND_OF_PLACE = /^(?:tinh|thanh pho|xa|phuong|dac khu) (?=[^0-9])/;

  var GUIDE = "muc-luc.js";
  var shared = window.pbgdplFound; // found.js
  var guide = null;
  // Maps know nothing from birth: a reader may type "constructor".
  var files = Object.create(null); // that are open, by name
  var lines = Object.create(null); // of words, as one question asks for them again
  var rehearsal = ""; // what every file says, while one is held

  /* ---- files ---- */

  window.pbgdplSearch = function (what, name, text) {
    if (what === "guide") {
      files[GUIDE] = guide = readGuide(name);
    } else if (what === "words") {
      files[nameOfFile(name)] = "\n" + text + "\n";
    } else {
      files[name + ".js"] = text;
    }
  };

  function fileNamed(name) {
    return files[name] || rehearsal;
  }

  function isOpen(name) {
    return !!fileNamed(name);
  }

  function openAll(names, then) {
    shared.openAll("tim-kiem/", names, isOpen, then);
  }

  function readGuide(told) {
    var runs = told.runs;
    told.runs = [];
    told.sections = [];
    told.share = Object.create(null);
    told.how = Object.create(null);
    runs.forEach(function (section) {
      told.share[section[0]] = 1 - section[2] / 100;
      section[1].split(" ").forEach(function (home) {
        var parts = home.split(":");
        var number;
        for (number = 0; number < +parts[1]; number += 1) {
          told.runs.push(section[0] + "-" + parts[0] + "-" + number);
          told.sections.push(section[0]);
        }
      });
    });
    told.all = told.syllables.split(" ").map(function (one) {
      var syllable = one.slice(0, -1);
      told.how[syllable] = DIGITS.indexOf(one.slice(-1)) / 2;
      return syllable;
    });
    return told;
  }

  /* ---- words ---- */

  /* A function that gives again what it gave: a run has each word many times. */
  function remembered(make) {
    var known = Object.create(null);
    return function (word) {
      if (known[word] === undefined) {
        known[word] = make(word);
      }
      return known[word];
    };
  }

  function keyOf(word) {
    return keysOf(word).join("");
  }

  function bare(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  /* A word with its marks, the tone behind the letters: hòa and hoà are spelled alike. */
  function spellingOf(word) {
    var parts = word.toLowerCase().normalize("NFD");
    return parts.replace(TONES, "") + (parts.match(TONES) || []).join("");
  }

  var key = remembered(keyOf);
  var spelled = remembered(spellingOf);

  /* Whether a word stands in a text of words, with spaces around it. */
  function has(text, word) {
    return text.indexOf(" " + word + " ") >= 0;
  }

  function wordsOf(text) {
    return text.match(WORD) || [];
  }

  /* The keys of all words of a text at once, for a run has thousands. */
  function keysOf(text) {
    return wordsOf(bare(text).replace(SHORT_YS, "$1$2i").replace(ZEROS, "$1"));
  }

  function sumOf(word) {
    var total = 0;
    var at;
    for (at = 0; at < word.length; at += 1) {
      total = (total * 31 + word.charCodeAt(at)) % 4294967296;
    }
    return total;
  }

  /* Whether one slip of a key makes one word of the other: a sign more, less, another, or two
     that changed places. */
  function isNear(one, other) {
    var short = one.length <= other.length ? one : other;
    var long = short === one ? other : one;
    var at = 0;
    if (long.length - short.length > 1) {
      return false;
    }
    while (at < short.length && short.charAt(at) === long.charAt(at)) {
      at += 1;
    }
    if (short.length < long.length) {
      return short.slice(at) === long.slice(at + 1);
    }
    return short.slice(at + 1) === long.slice(at + 1) ||
      (short.charAt(at) === long.charAt(at + 1) && short.charAt(at + 1) === long.charAt(at) &&
        short.slice(at + 2) === long.slice(at + 2));
  }

  /* The same, a short y being i in all that is looked up: "lys" is near "ly". */
  function isNearWord(one, typed) {
    return isNear(one, typed) || (SHORT_I.test(one) && isNear(one.slice(0, -1) + "y", typed));
  }

  function commonest(those) {
    return those.sort(function (one, other) { return guide.how[other] - guide.how[one]; }).slice(0, MOST_MEANT);
  }

  /* The syllables that a typed word may stand for, with how sure that is. */
  function meant(word, mayGoOn) {
    var those = [];
    if (/[0-9]/.test(word) || guide.how[word] !== undefined) {
      those.push([word, 1]);
    }
    if (mayGoOn && !/[0-9]/.test(word)) {
      commonest(guide.all.filter(function (one) { return one !== word && one.indexOf(word) === 0; }))
        .forEach(function (one) { those.push([one, those.length ? 0.6 : 0.9]); }); // the commonest, if no word is whole
    }
    if (!those.length && word.length > 1) {
      commonest(guide.all.filter(function (one) { return isNearWord(one, word); }))
        .forEach(function (one) { those.push([one, 0.6]); });
    }
    return those;
  }

  /* What people say, put as records say it, longest first; what was said may be there too, but
     need not. Gives each word, and whether it was told, or said alone, or as a part of more. */
  function inOtherWords(words) {
    var found = saidIn(words);
    var said = [];
    var put = [];
    var end = 0;
    function each(those, how) {
      return those.map(function (word) { return [word, how]; });
    }
    found.forEach(function (one) {
      put = put.concat(each(words.slice(end, one.at)), each(wordsOf(one.told), "told"));
      said = said.concat(each(words.slice(one.at, one.end), one.end - one.at > 1 ? "part" : "alone"));
      end = one.end;
    });
    return {
      words: put.concat(each(words.slice(end)), said),
      told: found.map(function (one) { return one.told; }).join("”, “")
    };
  }

  /* Which of the things that people say were said, in their order; none twice, none in another.
     Where marks were typed, they are to be those: "bảo hành" is not "bạo hành". */
  function saidIn(words) {
    var text = " " + words.map(key).join(" ") + " ";
    var found = [];
    guide.synonyms.filter(function (one) { return has(text, one[0]); })
      .sort(function (one, other) { return other[0].length - one[0].length; })
      .forEach(function (one) {
        var at = text.slice(0, text.indexOf(" " + one[0] + " ")).split(" ").length - 1;
        var end = at + one[0].split(" ").length;
        var isApart = found.every(function (other) {
          return other.told !== one[1] && (end <= other.at || at >= other.end);
        });
        var isSaid = wordsOf(one[2]).every(function (said, next) {
          return !MARKED.test(words[at + next]) || spelled(words[at + next]) === spelled(said);
        });
        if (isSaid && isApart && found.length < MOST_SAID) {
          found.push({at: at, end: end, told: one[1]});
        }
      });
    return found.sort(function (one, other) { return one.at - other.at; });
  }

  function typedWords(text) {
    return wordsOf(text).filter(key).slice(0, MOST_WORDS);
  }

  /* Groups of digits put together where they make a telephone or a code; for `replace`. */
  function joinedNumbers(groups, at, text) {
    var left = groups.match(/[0-9]+/g);
    var found = [];
    var end;
    if (wordsOf(text.charAt(at - 1) + text.charAt(at + groups.length)).length) { // of a word: H16
      return groups;
    }
    while (left.length) {
      end = Math.min(left.length, MOST_PARTS);
      while (end > 1 && !isOneNumber(left.slice(0, end))) {
        end -= 1;
      }
      found.push(left.splice(0, end).join("").replace(ABROAD, "0"));
    }
    return found.join(" ");
  }

  function isOneNumber(groups) {
    var digits = groups.join("").replace(ABROAD, "0");
    return TELEPHONE.test(digits) || (/^.{7,12}$/.test(digits) && !YEAR.test(groups.join(" ")));
  }

  /* What is asked for. Telephones are taken for one word, whatever pauses they were typed with,
     unless they are to be `apart`, as when no record has such a number. */
  function questionOf(text, apart) {
    var plain = text.replace(WARD, "$1phường $2");
    var typed = typedWords(plain);
    var joined = apart ? typed : typedWords(plain.replace(TYPED_NUMBER, joinedNumbers));
    var other = inOtherWords(joined);
    var goesOn = !/\s$/.test(text) && !other.told;
    var question = other.words.map(function (one, at) {
      return asked(one[0], goesOn && at === joined.length - 1, one[1]);
    });
    question.joined = joined.map(key).filter(function (one) { return typed.map(key).indexOf(one) < 0; });
    question.told = other.told;
    question.typed = typed.map(key).join(" ");
    question.said = " " + question.map(function (word) { return word.key; }).join(" ") + " ";
    question.opened = [];
    question.title = "=" + sumOf(question.typed).toString(16);
    return question;
  }

  function asked(word, goesOn, how) {
    var alone = key(word);
    return {
      typed: word,
      key: alone,
      spelled: how === "told" || MARKED.test(word) ? spelled(word) : "", // without marks any are meant
      isOptional: how === "part" || how === "alone",
      how: how,
      meant: meant(alone, goesOn)
    };
  }

  /* ---- runs ---- */

  DIGITS.split("").forEach(function (digit, value) { WORTH_OF[digit.charCodeAt(0)] = value; });

  function numbers(code) {
    var found = [];
    var here = -1;
    var step = 0;
    var at, digit;
    for (at = 0; at < code.length; at += 1) {
      digit = WORTH_OF[code.charCodeAt(at)];
      if (digit >= REST) {
        step = step * REST + digit - REST;
      } else {
        here += step * REST + digit;
        step = 0;
        found.push(here);
      }
    }
    return found;
  }

  /* What the files of words say of a word, alone or before another: two lists of runs. */
  function told(first, second) {
    var line = lineOf(first);
    var start = second === undefined ? 0 : line.indexOf("\t" + second + " ") + 1;
    var end = line.indexOf("\t", start);
    var parts = line.slice(start, end < 0 ? line.length : end).split(" ");
    return line && (start || second === undefined) ? [numbers(parts[1]), numbers(parts[2])] : null;
  }

  /* The line of a word; that of a common syllable is long, and asked for with each pair. */
  function lineOf(first) {
    var text = fileNamed(fileOf(first));
    var start = lines[first] === undefined ? text.indexOf("\n" + first + " ") + 1 : 0;
    lines[first] = lines[first] || (start ? text.slice(start, text.indexOf("\n", start)) : "");
    return lines[first];
  }

  function fileOf(word) {
    return nameOfFile(sumOf(word) % guide.files);
  }

  function nameOfFile(number) {
    return "chu-" + ("00" + number % guide.shelves).slice(-3) + "-" + Math.floor(number / guide.shelves) + ".js";
  }

  /* As the guide tells it, of a word that was not looked up; of numbers it tells nothing. */
  function rarityOf(word) {
    return rarity(guide.how[word] === undefined ? 1 : Math.pow(2, guide.how[word]));
  }

  function rarity(count) {
    return Math.log(1 + guide.runs.length / Math.max(count, 1)) / Math.LN2;
  }

  /* The few runs that promise most: for each word and each pair of words that they have, as much as
     it is rare, and the less the more of them they lack. */
  function promising(question, wanted) {
    var found = fewOf(promises(question), wanted);
    return found.filter(function (one) { return one.promise > found[0].promise * LEAST; });
  }

  /* `wanted` are the section and the place that a reader chose, if any. */
  function fewOf(promises, wanted) {
    var there = wanted.place ? told("@" + wanted.place) || [[], []] : null;
    var found = [];
    promises.forEach(function (value, run) {
      var isFull = found.length === MOST_OPENED;
      if (isFull && value < found[MOST_OPENED - 1].promise) {
        return;
      }
      if ((!wanted.section || guide.sections[run] === wanted.section) && (!there || there[0].indexOf(run) >= 0)) {
        found.push({name: guide.runs[run], promise: value});
        found = found.sort(byPromise).slice(0, MOST_OPENED);
      }
    });
    return found;
  }

  function byPromise(one, other) {
    return other.promise - one.promise || (one.name < other.name ? -1 : 1);
  }

  /* What each run promises that has any of the words, by its number; the question keeps by itself
     what those promise that have most of its words. */
  function promises(question) {
    var promise = [];
    var covered = [];
    var words = [];
    var total = 0;
    var most, mostWords;
    lines = Object.create(null);
    question.forEach(function (word, at) {
      word.rarity = 0;
      word.pairs = pairsOf(word, question[at + 1]);
      addUp(promise, covered, question, word, word.meant, 1).forEach(function (_, run) {
        words[run] = (words[run] || 0) + 1;
      });
      addUp(promise, covered, question, word, word.pairs, PAIR);
      word.meant.forEach(function (one) { word.rarity = Math.max(word.rarity, one[2]); });
      total += word.isOptional ? 0 : word.rarity;
    });
    most = mostOf(covered);
    mostWords = mostOf(words);
    question.full = [];
    covered.forEach(function (value, run) {
      promise[run] *= guide.share[guide.sections[run]] * value / most;
      if (words[run] === mostWords) {
        question.full[run] = promise[run];
      }
    });
    (told(question.title) || [[]])[0].forEach(function (run) { promise[run] = (promise[run] || 0) + total; });
    return promise;
  }

  function mostOf(numbers) {
    return numbers.reduce(function (most, one) { return Math.max(most, one); }, 0);
  }

  /* Adds to each run what the best meaning of a word, or of a pair, promises there, and how rare it
     is; gives the former. */
  function addUp(promise, covered, question, word, those, share) {
    var most = [];
    those.forEach(function (one) {
      var lists = question.lookedUp.indexOf(one[0]) < 0 ? null : told(one[0], one[3]);
      one[2] = lists ? rarity(lists[0].length + lists[1].length) : rarityOf(one[0]);
      (lists && !word.isOptional ? lists : []).forEach(function (list, at) {
        var value = one[1] * one[2] * share * (at ? WEAK : STRONG);
        list.forEach(function (run) { most[run] = Math.max(most[run] || 0, value); });
      });
    });
    most.forEach(function (value, run) {
      promise[run] = (promise[run] || 0) + value;
      covered[run] = (covered[run] || 0) + those[0][2] * share;
    });
    return most;
  }

  /* Each meaning of a word before each of the next: first, how sure, how rare, second. */
  function pairsOf(word, next) {
    var pairs = [];
    word.meant.forEach(function (one) {
      (next && next.isOptional === word.isOptional ? next.meant : []).forEach(function (other) {
        pairs.push([one[0], one[1] * other[1], 0, other[0]]);
      });
    });
    return pairs;
  }

  /* ---- records ---- */

  /* The records of some runs that have enough of the words; the others are not read any further,
     for that takes a weak machine longest. */
  function recordsOf(names, question) {
    var runs = names.map(function (name) { return readRun(name, question); });
    var words = question.filter(function (word) { return !word.isOptional && word.meant.length; });
    var most = 0;
    var told = [];
    var texts = [];
    words.forEach(function (word) { word.pattern = patternOf(word); });
    runs.forEach(function (run) {
      run.lines.forEach(function (line) {
        var parts = line.split("\t");
        var place = run.places[parts[5]];
        texts.push([parts[1], parts[2], parts[3], place.text, parts[4]].join(" "));
        told.push({section: run.section, parts: parts, place: place});
      });
    });
    texts = bare(texts.join("\n")).replace(/_/g, " ").split("\n"); // all at once is quicker
    told.forEach(function (one, at) {
      one.found = words.reduce(function (sum, word) {
        return sum + (word.pattern.test(texts[at]) || (word.isPlace && !one.place.text) ? word.rarity : 0);
      }, 0);
      most = Math.max(most, one.found);
    });
    return told.filter(function (one) { return one.found >= most * ENOUGH; }).map(recordOf);
  }

  /* A run's records, yet to be read, and their places; notes which words of the question name one
     of these, for what has no place holds there too. */
  function readRun(name, question) {
    var lines = fileNamed(name + ".js").split("\n");
    var places = lines.shift().split("\t").map(placeOf);
    places.forEach(function (place) {
      place.called.forEach(function (name) {
        question.forEach(function (word) {
          word.isPlace = word.isPlace || (isSaid(name, question) && has(" " + name + " ", word.key));
        });
      });
    });
    return {section: name.replace(/-[0-9a-f]{12}-[0-9]+$/, ""), lines: lines.filter(Boolean), places: places};
  }

  /* What a word may stand for, as it stands in a text without marks; digits may stand in groups. */
  function patternOf(word) {
    var those = word.meant.map(function (one) {
      return /^[0-9]+$/.test(one[0]) ? "(?:84)?" + one[0].split("").join("[) .\u00a0-]{0,2}") : one[0].replace(/i$/, "[iy]");
    }).join("|");
    var edge = /[^\u0000-\u00a0]/.test(those) ? "" : "\\b"; // which knows no letters of other scripts
    return new RegExp(edge + "0*(?:" + those + ")" + edge);
  }

  /* The place of some records: how it is told, with the ids of its areas behind. */
  function placeOf(told) {
    var parts = told.split("|");
    return {
      text: parts[0],
      areas: parts.slice(1),
      keys: keysOf(parts[0]),
      called: parts[0].split(", ").map(keysOf).map(nameOf)
    };
  }

  function recordOf(told) {
    var parts = told.parts;
    var place = told.place;
    var names = parts[2] ? parts[2].split("|") : [];
    var titleKeys = keysOf(parts[1]);
    var nameKeys = names.map(keysOf);
    return {
      section: told.section,
      address: told.section + "/" + parts[0] + ".html",
      title: parts[1],
      names: names,
      text: parts[3],
      place: place.text,
      areas: place.areas,
      called: place.called.concat(nameOf(titleKeys)),
      whole: wholeTitles(parts[1], titleKeys, place).concat(nameKeys.map(join)),
      reviewed: parts[6],
      day: parts[8] || parts[6],
      isDemo: parts[7].indexOf("d") >= 0,
      isPast: parts[7].indexOf("x") >= 0,
      stands: parts[9],
      titleKeys: titleKeys,
      strong: spaced(nameKeys.concat([titleKeys, place.keys], names.concat(place.text, parts[1]).map(wholeNumbers))),
      weak: spaced([keysOf(parts[3]), wholeNumbers(parts[3])]),
      more: " " + parts[4] + " "
    };
  }

  /* The name of a place without its kind, as it would stand in a question. */
  function nameOf(those) {
    return those.join(" ").replace(KIND_OF_PLACE, "");
  }

  /* What may be typed for all that a title says: also with its place behind it, or without the kind
     of a place or the number of a document in front. */
  function wholeTitles(title, those, place) {
    var number = NUMBER_IN_FRONT.exec(title);
    return [those, those.concat(place.keys), those.slice(number ? keysOf(number[0]).length : 0)].map(join).concat(nameOf(those));
  }

  function join(those) {
    return those.join(" ");
  }

  /* Texts of words as one in which each word has spaces around it, and none follows one of another. */
  function spaced(texts) {
    return " " + texts.map(join).join(" | ") + " ";
  }

  function newness(day) {
    var years = day ? +day.slice(0, 4) + day.slice(4, 6) / 12 + day.slice(6) / 372 - MIDDLE : 0;
    return Math.max(-MOST_NEWER, Math.min(MOST_NEWER, NEWER * years));
  }

  function wholeNumbers(text) {
    return (text.match(NUMBER) || []).filter(function (one) { return ABROAD.test(one) || /[^0-9]/.test(one); })
      .map(function (one) { return key(one.replace(/[^0-9]+/g, "").replace(ABROAD, "0")); });
  }

  /* How much a word counts where it stands best; 0 where it stands nowhere. */
  function weightOf(word, record) {
    if (record.titleKeys.indexOf(word) >= 0) {
      return STRONG;
    }
    return has(record.strong, word) ? STRONG * 0.9 :
      has(record.weak, word) ? WEAK :
        has(record.more, word) ? WEAK * 0.75 : 0;
  }

  function weightOfPair(pair, record) {
    return has(record.strong, pair) ? STRONG : has(record.weak, pair) ? WEAK : 0;
  }

  function isSaid(name, question) {
    return name && has(question.said, name);
  }

  function weigh(question, record) {
    var found = 0;
    var total = 0;
    var value = 0;
    var inTitle = 0;
    var exact = 0;
    var named = record.called.filter(function (name) { return isSaid(name, question); });
    var marked;
    question.forEach(function (word) {
      var best = 0;
      var pair = 0;
      word.meant.forEach(function (one) {
        best = Math.max(best, one[1] * one[2] * weightOf(one[0], record));
        inTitle += record.titleKeys.indexOf(one[0]) >= 0 ? 1 : 0;
      });
      word.pairs.forEach(function (one) {
        pair = Math.max(pair, one[1] * one[2] * PAIR * weightOfPair(one[0] + " " + one[3], record));
      });
      total += word.isOptional ? 0 : word.rarity;
      found += (best || (word.isPlace && !record.place)) && !word.isOptional ? word.rarity : 0;
      value += (best + pair) * (word.isOptional ? OPTIONAL : 1);
      if (best && word.spelled) {
        marked = marked || wordsOf([record.title, record.text, record.place].concat(record.names).join(" ")).map(spelled);
        exact += marked.indexOf(word.spelled) >= 0 ? word.rarity : 0;
      }
    });
    record.isWhole = record.whole.indexOf(question.typed) >= 0;
    record.found = total ? found / total : 0;
    record.promised = value * record.found * guide.share[record.section];
    record.value = record.promised && record.promised + record.found * guide.share[record.section] * (EXACT * exact + total * (
      NAMED * named.length + newness(record.day) - (record.isPast ? PAST : 0) +
      TITLE * Math.min(1, inTitle / Math.max(record.titleKeys.length, question.length))));
    return record;
  }

  /* What was typed to the last word, then what is real, then demonstrations; what is worth little
     beside the best stands behind them, for it answers nothing. */
  function sort(found) {
    var most = mostOf(found.map(function (one) { return one.value; }));
    found.forEach(function (one) { one.isPoor = one.value < most * POOR; });
    found.sort(byValue);
  }

  function byValue(one, other) {
    return other.isWhole - one.isWhole || one.isPoor - other.isPoor || one.isDemo - other.isDemo || other.value - one.value || (one.address < other.address ? -1 : 1);
  }

  /* ---- a question ---- */

  /* The files of the title, of the place that was chosen and of what is looked up: each word as it
     was typed before what else it may mean, the rarest first. */
  function filesFor(question, wanted) {
    var those = [];
    question.forEach(function (word) {
      word.meant.forEach(function (one, place) {
        those.push({syllable: one[0], order: word.isOptional + place, rarity: rarityOf(one[0])});
      });
    });
    question.lookedUp = those.sort(function (one, other) { return one.order - other.order || other.rarity - one.rarity; })
      .slice(0, MOST_LOOKED_UP).map(function (one) { return one.syllable; });
    return [question.title].concat(wanted.place ? "@" + wanted.place : [], question.lookedUp).map(fileOf);
  }

  /* Opens runs, the most promising first, until no other can hold a record that is among the best. */
  function find(text, wanted, then) {
    openAll([GUIDE], function (isTorn) {
      if (isTorn) {
        then({question: [], records: [], isTorn: true});
      } else {
        look(text.slice(0, MOST_TYPED), false, wanted, then);
      }
    });
  }

  function look(text, apart, wanted, then) {
    var question = questionOf(text, apart);
    openAll(filesFor(question, wanted), function (isTorn) {
      var order = promising(question, wanted);
      question.isTorn = isTorn;
      if (isTorn || question.joined.every(function (one) { return told(one); })) {
        openRuns(question, order, [], wanted, then);
      } else {
        look(text, true, wanted, then);
      }
    });
  }

  /* Those that have enough of the words and are worth enough beside the best. */
  function worthy(found) {
    return found.filter(function (one) {
      return one.found >= found[0].found * ENOUGH && one.value >= found[0].value * WORTH;
    });
  }

  /* The same, and where they are few, those that have all words, be it in the text of their page. */
  function shownOf(found) {
    var those = worthy(found);
    return those.length >= FEW ? those : found.filter(function (one) {
      return those.indexOf(one) >= 0 || one.found >= found[0].found;
    });
  }

  /* The runs to be opened next, if any may hold what belongs to the best; else, where little is
     found, those that have all words. */
  function nextRuns(question, order, found, wanted) {
    var best = found[0];
    var least = found.length < SHOWN ? 0 : found[SHOWN - 1].promised;
    var some = best && (best.isWhole || worthy(found).length >= SHOWN) ? [] : order.filter(function (one) {
      return one.promise * (1 + TITLE) > least && (!best || one.promise > best.promised * PROMISING);
    }).filter(function (one, at) { return at < AT_ONCE || one.promise > order[0].promise * ALIKE; });
    var isEnough = shownOf(found).length >= FEW || (best && best.isWhole && question.length > MOST_OF_TOPIC);
    return some.length || isEnough ? some : fewOf(question.full, wanted).filter(function (one) {
      return question.opened.indexOf(one.name) < 0;
    }).slice(0, AT_ONCE);
  }

  function openRuns(question, order, found, wanted, then) {
    var names = nextRuns(question, order, found, wanted).map(function (one) { return one.name; });
    if (!names.length) {
      then({question: question, records: shownOf(found), isTorn: question.isTorn});
      return;
    }
    question.opened = question.opened.concat(names);
    openAll(names.map(function (name) { return name + ".js"; }), function (isTorn) {
      question.isTorn = question.isTorn || isTorn;
      recordsOf(names, question).forEach(function (record) {
        weigh(question, record);
        if (record.value > 0 && (!wanted.place || record.areas.indexOf(wanted.place) >= 0)) {
          found.push(record);
        }
      });
      sort(found);
      openRuns(question, order.slice(names.length), found, wanted, then);
    });
  }

  /* ---- the page ---- */

  var form = document.querySelector("[data-search]");
  var box = form.querySelector("input");
  var kinds = form.querySelector("[data-kind]");
  var places = form.querySelector("[data-place]");
  var count = document.querySelector("[data-count]");
  var listed = document.querySelector("[data-found]");
  var more = document.querySelector("[data-more]");
  var none = document.querySelector("[data-none]");
  var last = document.querySelector("[data-last]");
  var below = document.querySelector("[data-waits]"); // seen when it is known how far below
  var later = 0;
  var asking = 0;
  var isNew = true; // what is asked next, for the history
  var shown = [];

  var add = shared.add;
  var word = shared.wording(form);

  /* A text with the words marked that were looked for; those that stand together in one mark, for
     each is one more thing to draw. */
  function addMarked(parent, text, question) {
    var from = 0;
    var to = 0; // of the mark that is not added yet, if any
    function addMark(next) {
      if (from < to) {
        add(parent, "mark", text.slice(from, to));
      }
      parent.appendChild(document.createTextNode(text.slice(to, next)));
    }
    text.replace(WORD, function (one, place) {
      if (isLookedFor(one, question)) {
        if (from === to || text.slice(to, place).trim()) {
          addMark(place);
          from = place;
        }
        to = place + one.length;
      }
      return one;
    });
    addMark(text.length);
  }

  function isLookedFor(one, question) {
    var here = key(one);
    return question.some(function (asked) {
      return asked.how !== "part" && asked.meant.some(function (meant) { return meant[0] === here; }) &&
        (asked.meant[0][1] < 1 || asked.meant[0][0] === here) && // a whole word: none that only begins so
        (!asked.spelled || asked.spelled === spelled(one));
    });
  }

  /* How many words of a question stand in a text. */
  function meets(text, question) {
    return question.filter(function (asked) {
      return asked.meant.some(function (one) { return has(text, one[0]); });
    }).length;
  }

  function kindOf(section) {
    var option = kinds.querySelector('option[value="' + section + '"]');
    return option && option.textContent;
  }

  function day(reviewed) {
    return reviewed && word("reviewed") + " " + +reviewed.slice(6) + "/" + +reviewed.slice(4, 6) + "/" + reviewed.slice(0, 4);
  }

  function showOne(record, question, list) {
    var item = add(list, "li");
    var link = add(item, "a");
    var about = add(item, "p", "", "found__about");
    var stands = record.stands && word("state-" + record.section + "-" + record.stands);
    var name = record.names.slice().sort(function (one, other) { return met(other) - met(one); })[0];
    function met(name) {
      return meets(spaced([keysOf(name), wholeNumbers(name)]), question);
    }
    link.href = record.address;
    addMarked(link, record.title, question);
    if (record.isDemo) {
      add(about, "span", word("demo"), "mark mark--demo");
    }
    if (stands) {
      add(about, "span", stands, "mark mark--" + (word("colour-" + record.stands) || record.stands));
    }
    [kindOf(record.section), record.place, day(record.reviewed)].filter(Boolean).forEach(function (one) {
      add(about, "span", one);
    });
    if (name && met(name)) {
      addMarked(add(item, "p", word("name") + " ", "found__name"), name, question);
    }
    if (record.text) {
      addMarked(add(item, "p", "", "found__text"), record.text, question);
    }
    if (!meets(record.strong + record.weak, question)) {
      add(item, "p", word("within") + " " + wordsWithin(record, question).join(", "), "found__name");
    }
  }

  /* The words that only the page itself tells, as they were typed: a run has them without marks. */
  function wordsWithin(record, question) {
    var told = [];
    question.forEach(function (asked) {
      var there = asked.meant.filter(function (one) { return has(record.more, one[0]); })[0];
      var said = there && (there[0] === asked.key ? asked.typed : there[0]);
      if (said && told.map(key).indexOf(key(said)) < 0) {
        told.push(said);
      }
    });
    return told;
  }

  function show(found) {
    shown = found.records;
    below.removeAttribute("data-waits");
    listed.textContent = "";
    none.hidden = shown.length > 0 || !(found.isTorn || box.value.trim());
    showMore(found);
    more.onclick = function () {
      var from = listed.children.length;
      showMore(found);
      listed.children[from].querySelector("a").focus();
    };
  }

  /* Shows the next results, and says how many stand there now. */
  function showMore(found) {
    var from = listed.children.length;
    shown.slice(from, from + SHOWN).forEach(function (one) { showOne(one, found.question, listed); });
    more.hidden = shown.length <= listed.children.length;
    count.textContent = none.hidden && !shown.length ? "" : spokenOf(found);
  }

  function spokenOf(found) {
    var question = found.question;
    return [
      shown.length ? word(more.hidden ? "some" : "many").replace("{count}", listed.children.length) : "",
      found.isTorn ? word("torn") : shown.length ? "" : word("nothing"),
      question.told ? word("as").replace("{words}", question.told) : ""
    ].concat(insteadOf(question)).filter(Boolean).join(" ");
  }

  /* Which words stand nowhere, and what was taken for them. */
  function insteadOf(question) {
    return question.filter(function (one) {
      return !one.isOptional && !(one.meant.length && one.meant[0][0].indexOf(one.key) === 0);
    }).slice(0, MOST_UNKNOWN).map(function (one) {
      var told = word(one.meant.length ? "instead" : "unknown").replace("{typed}", one.typed);
      return told.replace("{words}", one.meant.length ? one.meant[0][0] : "");
    });
  }

  function ask() {
    var text = box.value;
    var mine = asking += 1;
    if (!wordsOf(text).length) {
      show({question: [], records: []});
      showLast();
      return;
    }
    last.hidden = true;
    find(text.normalize("NFC"), {section: kinds.value, place: places.value}, function (found) {
      if (mine === asking) {
        show(found);
      }
    });
  }

  /* Answers, aside, a question from a made-up file while the first one is still being typed: a weak
     machine has then made the code ready, and its answer comes a quarter sooner. */
  function rehearse() {
    if (guide && !box.value) {
      rehearsal = REHEARSAL;
      try {
        find("hỏi luật", {}, function (found) {
          found.records.forEach(function (one) { showOne(one, found.question, listed.cloneNode()); });
        });
      } finally {
        rehearsal = "";
      }
    }
  }

  /* ---- the address, and what was asked before ---- */

  /* What is typed makes one entry in the history, from its first sign to Enter. */
  function note(isDone) {
    shared.note(isNew ? "pushState" : "replaceState", [box, kinds, places]);
    isNew = isDone;
  }

  function readAddress() {
    [box, kinds, places].forEach(function (one) {
      one.value = shared.given(one.name);
      one.selectedIndex = Math.max(one.selectedIndex, 0); // of those with options
    });
  }

  function kept() {
    try { // whatever lies there, as pages of others on the same disk may put anything
      return [].concat(JSON.parse(localStorage.getItem(KEPT)) || []).map(String);
    } catch (error) {
      return [];
    }
  }

  function keep(those) {
    try {
      localStorage.setItem(KEPT, JSON.stringify(those));
    } catch (error) { // nothing may be kept here
    }
  }

  function noteAsked() {
    var text = box.value.trim().slice(0, 100);
    if (text && shown.length) {
      keep([text].concat(kept().filter(function (one) { return one !== text; })).slice(0, MOST_KEPT));
    }
  }

  function showLast() {
    var list = last.querySelector("ul");
    list.textContent = "";
    kept().forEach(function (text) {
      var link = add(add(list, "li"), "a", text);
      link.href = "?q=" + encodeURIComponent(text);
    });
    last.hidden = !list.children.length;
  }

  function commit() {
    clearTimeout(later);
    note(true);
    ask();
  }

  function move(event) {
    var links = [box].concat([].slice.call(listed.querySelectorAll("a")));
    var at = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey ? -1 : links.indexOf(event.target);
    var to = {ArrowDown: links[at + 1], ArrowUp: links[at - 1], Escape: box}[event.key];
    if (at >= 0 && to) {
      to.focus();
      if (event.key === "Escape") {
        box.select();
      } else {
        event.preventDefault();
      }
    }
  }

  form.onsubmit = function () {
    commit();
    return false;
  };
  box.oninput = function () {
    clearTimeout(later);
    later = setTimeout(function () {
      note(false);
      ask();
    }, PAUSE);
  };
  kinds.onchange = places.onchange = commit;
  document.addEventListener("keydown", move);
  listed.onclick = noteAsked;
  last.querySelector("button").onclick = function () {
    keep([]);
    showLast();
    box.focus();
  };
  window.onpopstate = function () {
    isNew = true;
    readAddress();
    ask();
  };
  document.querySelector("[data-with-script]").hidden = false;
  document.querySelector("[data-without-script]").hidden = true;
  readAddress();
  document.addEventListener("DOMContentLoaded", function () { // then the guide is here
    ask();
    setTimeout(rehearse, PAUSE);
  });

  /* For tests and measurements. */
  window.pbgdplFind = find;
  find.keysOf = keysOf;
  find.wholeNumbers = wholeNumbers;
  find.sumOf = sumOf;
}());
