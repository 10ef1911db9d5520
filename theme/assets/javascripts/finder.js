/* Judges the answers by the rules of the groups, as generator/eligibility.py does: what is not known
   stays open and excludes nobody. The groups lie in a file beside the page, which is opened with the
   first answer; nothing is kept and nothing is sent.
   ES5, for browsers as old as Chromium 72; a plain script, for pages opened from a disk. */
(function () {
  "use strict";

  var YES = "yes", OPEN = "open", NO = "no";
  var finder = document.querySelector("[data-finder]");
  var result = document.querySelector("[data-result]");
  if (!finder || !result) {
    return;
  }
  var blankCard = document.querySelector("[data-card]");
  var root = finder.getAttribute("data-finder");
  var isTouched = false; // by whoever sits here now
  var waiting = null; // what is done when the file of groups has been opened

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function has(list, one) {
    return list.indexOf(one) >= 0;
  }

  function isMarked(mark) {
    return function (input) { return input.hasAttribute(mark); };
  }

  /* ---- the rules ---- */

  function given() {
    var told = Object.create(null);
    all(finder, "[data-question]").forEach(function (question) {
      var checked = all(question, "input:checked");
      told[question.getAttribute("data-question")] = {
        answers: checked.map(function (input) { return input.value; }),
        unknown: checked.some(isMarked("data-unknown")),
        contrary: checked.length > 1 && checked.some(isMarked("data-alone"))
      };
    });
    return told;
  }

  function ofAnswer(named, told) {
    var question = told[named[0]];
    if (!isAnswered(question)) {
      return OPEN;
    }
    return has(question.answers, named[1]) ? YES : question.unknown ? OPEN : NO;
  }

  function isAnswered(question) {
    return question && question.answers.length && !question.contrary;
  }

  function ofCondition(condition, told) {
    var verdicts = condition.any_of.map(function (named) { return ofAnswer(named, told); });
    return has(verdicts, YES) ? YES : has(verdicts, OPEN) ? OPEN : NO;
  }

  function judged(group, told) {
    var met = group.conditions.map(function (condition) { return ofCondition(condition, told); });
    var whole = met.length && !has(met, NO) && !has(met, OPEN);
    return {
      group: group,
      verdict: has(met, NO) ? NO : whole && !group.doubt ? YES : OPEN,
      near: whole || group.conditions.some(function (condition, index) {
        return met[index] === YES && !condition.hardship;
      }),
      missing: missing(group.conditions, told)
    };
  }

  /* The questions, by id, on which the open conditions still wait. */
  function missing(conditions, told) {
    var names = [];
    conditions.forEach(function (condition) {
      if (ofCondition(condition, told) === OPEN) {
        condition.any_of.forEach(function (named) {
          if (ofAnswer(named, told) === OPEN) {
            names.push(named[0]);
          }
        });
      }
    });
    return names;
  }

  /* ---- what is shown ---- */

  function questionsOf(names) {
    return all(finder, "[data-question]").filter(function (question) {
      return has(names, question.getAttribute("data-question"));
    });
  }

  function item(list, address, text) {
    var link = document.createElement("a");
    link.href = address;
    link.textContent = text;
    list.appendChild(document.createElement("li")).appendChild(link);
  }

  function cardOf(one) {
    var card = blankCard.cloneNode(true);
    var place = card.querySelector("[data-missing]");
    ["label", "demo", "draft", "law", "clause", "who", "doubt"].forEach(function (name) {
      card.querySelector("[data-" + name + "]").textContent = one.group[name];
    });
    card.querySelector("a").href = root + one.group.address;
    card.querySelector(".doubt").hidden = !one.group.doubt;
    card.querySelector("[data-demo]").hidden = !one.group.demo;
    card.querySelector("[data-draft]").hidden = !one.group.draft;
    one.group.evidence.forEach(function (paper) {
      addPaper(card.querySelector("[data-evidence]"), paper[0], paper[1]);
    });
    place.hidden = !one.missing.length;
    questionsOf(one.missing).forEach(function (question) {
      item(place.querySelector("ul"), "#" + question.id,
        question.querySelector("[data-text]").textContent);
    });
    card.hidden = false;
    return card;
  }

  function addPaper(list, text, basis) {
    var paper = list.appendChild(document.createElement("li"));
    paper.textContent = basis ? text + " " : text;
    if (basis) {
      paper = paper.appendChild(document.createElement("span"));
      paper.className = "small";
      paper.textContent = "(" + basis + ")";
    }
  }

  function showCards(place, those) {
    place.textContent = "";
    those.forEach(function (group) { place.appendChild(cardOf(group)); });
  }

  function showOthers(place, those) {
    var list = place.querySelector("ul");
    list.textContent = "";
    place.hidden = !those.length;
    those.forEach(function (one) {
      item(list, root + one.group.address, one.group.label);
    });
  }

  /* Offers the questions left blank that could still tell something; true when there are any. */
  function showUnanswered(place, those, told) {
    var asked = [];
    those.forEach(function (group) { asked = asked.concat(group.missing); });
    all(place, "[data-about]").forEach(function (link) {
      var name = link.getAttribute("data-about");
      link.hidden = !has(asked, name) || isAnswered(told[name]);
    });
    place.hidden = !place.querySelector("[data-about]:not([hidden])");
    return !place.hidden;
  }

  function showFar(place, those, isOpen) {
    showOthers(place, those);
    place.open = isOpen;
    place.querySelector("[data-count]").textContent = those.length;
  }

  function fill(outcome, place, those, told) {
    var open = those.filter(function (group) { return group.verdict === OPEN; });
    var near = open.filter(function (group) { return group.near; });
    var far = open.filter(function (group) { return !group.near; });
    var isUnanswered;
    if (outcome === YES) {
      showCards(place.querySelector("[data-cards]"), those.filter(function (group) {
        return group.verdict === YES;
      }));
      showOthers(place.querySelector("[data-others]"), near);
    } else if (outcome === OPEN) {
      isUnanswered = showUnanswered(place.querySelector("[data-unanswered]"), open, told);
      place.querySelector("[data-near]").hidden = !near.length;
      showCards(place.querySelector("[data-cards]"), near);
      showFar(place.querySelector("[data-others]"), far, !isUnanswered); /* then they are what to ask */
    }
  }

  function outcomeOf(those) {
    var verdicts = those.map(function (group) { return group.verdict; });
    if (!finder.querySelector("input:checked")) {
      return "empty";
    }
    return has(verdicts, YES) ? YES : has(verdicts, OPEN) ? OPEN : "none";
  }

  /* Opens the file of groups, once; where it did not open, the next time tries again. */
  function openGroups(then) {
    var script;
    if (window.PBGDPL_GROUPS) {
      then();
    } else if (waiting) {
      waiting.push(then);
    } else {
      waiting = [then];
      script = document.head.appendChild(document.createElement("script"));
      script.onload = script.onerror = function () {
        var those = waiting;
        waiting = null;
        those.forEach(function (one) { one(); });
      };
      script.src = finder.getAttribute("data-groups");
    }
  }

  function show() {
    var told = given();
    var groups = window.PBGDPL_GROUPS;
    var those = (groups || []).map(function (group) { return judged(group, told); });
    var outcome = groups ? outcomeOf(those) : "torn";
    all(result, "[data-outcome]").forEach(function (place) {
      place.hidden = place.getAttribute("data-outcome") !== outcome;
      if (!place.hidden) {
        fill(outcome, place, those, told);
      }
    });
    result.hidden = false;
    result.scrollIntoView();
    all(result, "[data-outcome='" + outcome + "'] h2").filter(function (heading) {
      return heading.offsetParent;
    })[0].focus();
  }

  function hide() {
    result.hidden = true; /* an answer to other answers would mislead */
  }

  /* "None of these" and one of these cannot both be true: the last one chosen stays. */
  function keepApart(event) {
    var chosen = event.target;
    if (chosen.checked) {
      all(finder, "input:checked").forEach(function (input) {
        if (input.name === chosen.name && input !== chosen &&
            (isMarked("data-alone")(chosen) || isMarked("data-alone")(input))) {
          input.checked = false;
        }
      });
    }
  }

  function clear() {
    all(finder, "input").forEach(function (input) { input.checked = false; });
    hide();
  }

  /* A page that is loaded anew begins without the answers of whoever sat here before: browsers put
     them back, and HTML has no word against that for choices. On a weak line the first answer may
     come before the page is whole, and stays. */
  function forget(event) {
    if (!event.persisted && !isTouched) {
      clear();
    }
  }

  function again() {
    clear();
    finder.querySelector("input").focus();
  }

  finder.querySelector("[data-show]").addEventListener("click", function () { openGroups(show); });
  finder.querySelector("[data-again]").addEventListener("click", again);
  finder.addEventListener("change", function () { isTouched = true; });
  finder.addEventListener("change", keepApart);
  finder.addEventListener("change", hide);
  finder.addEventListener("change", function () { openGroups(function () {}); }); /* before it is needed */
  window.addEventListener("pageshow", forget);
  finder.hidden = false;
}());
