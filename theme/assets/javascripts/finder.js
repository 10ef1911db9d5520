/* Judges the answers by the rules that the groups on the page carry (data-rules), as
   generator/eligibility.py does: what is not known stays open and excludes nobody.
   Every word that is shown stands in the page; nothing is kept and nothing is sent.
   ES5, for browsers as old as Chromium 72; a plain script, for pages opened from a disk. */
(function () {
  "use strict";

  var YES = "yes", OPEN = "open", NO = "no";
  var finder = document.querySelector("[data-finder]");
  var result = document.querySelector("[data-result]");
  if (!finder || !result) {
    return;
  }
  var groups = all(document, "[data-rules]").map(function (card) {
    return {
      card: card,
      conditions: JSON.parse(card.getAttribute("data-rules")),
      doubt: card.hasAttribute("data-doubt")
    };
  });

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function has(list, one) {
    return list.indexOf(one) >= 0;
  }

  /* ---- the rules ---- */

  function given() {
    var told = Object.create(null);
    all(finder, "[data-question]").forEach(function (question) {
      var checked = all(question, "input:checked");
      told[question.getAttribute("data-question")] = {
        answers: checked.map(function (input) { return input.value; }),
        unknown: checked.some(function (input) { return input.hasAttribute("data-unknown"); })
      };
    });
    return told;
  }

  function ofAnswer(named, told) {
    var question = told[named[0]];
    if (question && has(question.answers, named[1])) {
      return YES;
    }
    return question && question.answers.length && !question.unknown ? NO : OPEN;
  }

  function ofCondition(anyOf, told) {
    var verdicts = anyOf.map(function (named) { return ofAnswer(named, told); });
    return has(verdicts, YES) ? YES : has(verdicts, OPEN) ? OPEN : NO;
  }

  function judged(group, told) {
    var met = group.conditions.map(function (anyOf) { return ofCondition(anyOf, told); });
    var sure = met.length && !group.doubt && !has(met, OPEN);
    return {
      card: group.card,
      verdict: has(met, NO) ? NO : sure ? YES : OPEN,
      near: has(met, YES),
      missing: group.conditions.filter(function (_, index) { return met[index] === OPEN; })
    };
  }

  /* ---- what is shown ---- */

  function questionsOf(conditions) {
    var names = [];
    conditions.forEach(function (anyOf) {
      anyOf.forEach(function (named) {
        if (!has(names, named[0])) {
          names.push(named[0]);
        }
      });
    });
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

  function cardOf(group) {
    var card = group.card.cloneNode(true);
    var missing = card.querySelector("[data-missing]");
    card.removeAttribute("id");
    card.removeAttribute("data-rules");
    missing.hidden = !group.missing.length;
    questionsOf(group.missing).forEach(function (question) {
      item(missing.querySelector("ul"), "#" + question.id,
        question.querySelector("[data-text]").textContent);
    });
    return card;
  }

  function showCards(place, those) {
    place.textContent = "";
    those.forEach(function (group) { place.appendChild(cardOf(group)); });
  }

  function showOthers(place, those) {
    var list = place.querySelector("ul");
    list.textContent = "";
    place.hidden = !those.length;
    those.forEach(function (group) {
      var link = group.card.querySelector("h3 a");
      item(list, link.getAttribute("href"), link.textContent);
    });
  }

  function fill(outcome, place, those) {
    var near = those.filter(function (group) { return group.verdict === OPEN && group.near; });
    var far = those.filter(function (group) { return group.verdict === OPEN && !group.near; });
    if (outcome === YES) {
      showCards(place.querySelector("[data-cards]"), those.filter(function (group) {
        return group.verdict === YES;
      }));
      showOthers(place.querySelector("[data-others]"), near);
    } else if (outcome === OPEN) {
      place.querySelector("[data-near]").hidden = !near.length;
      showCards(place.querySelector("[data-cards]"), near);
      showOthers(place.querySelector("[data-others]"), far);
    }
  }

  function outcomeOf(those) {
    var verdicts = those.map(function (group) { return group.verdict; });
    if (!finder.querySelector("input:checked")) {
      return "empty";
    }
    return has(verdicts, YES) ? YES : has(verdicts, OPEN) ? OPEN : "none";
  }

  function show() {
    var told = given();
    var those = groups.map(function (group) { return judged(group, told); });
    var outcome = outcomeOf(those);
    all(result, "[data-outcome]").forEach(function (place) {
      place.hidden = place.getAttribute("data-outcome") !== outcome;
      if (!place.hidden) {
        fill(outcome, place, those);
      }
    });
    result.hidden = false;
    result.scrollIntoView();
    result.querySelector("[data-outcome='" + outcome + "'] h2").focus();
  }

  function hide() {
    result.hidden = true; /* an answer to other answers would mislead */
  }

  function again() {
    all(finder, "input").forEach(function (input) { input.checked = false; });
    hide();
    finder.querySelector("input").focus();
  }

  finder.querySelector("[data-show]").addEventListener("click", show);
  finder.querySelector("[data-again]").addEventListener("click", again);
  finder.addEventListener("change", hide);
  finder.hidden = false;
  document.querySelector("[data-read]").hidden = false;
  document.querySelector("[data-every]").hidden = true; /* its cards are shown by the answers */
}());
