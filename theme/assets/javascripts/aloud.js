/* Đọc to phần chính của trang, từng câu một, bằng giọng tiếng Việt có sẵn trong máy. Giọng lấy từ mạng
   thì không dùng: chữ trên trang sẽ phải rời máy. Không có giọng nào dùng được thì nút không hiện.
   Đọc những chỗ mang data-spoken; mọi lời hiện ra đứng sẵn trong trang. Viết theo ES5. */
(function () {
  "use strict";

  var PART = "h1, h2, h3, h4, p, li, dt, dd, blockquote, tr, div";
  var SILENT = "[hidden], nav, figure, button, .cards, .small, .more"; // dẫn đường, số liệu, căn cứ
  var LABEL = ".mark, .limits__amount"; // đứng trước một câu, cách ra bằng khoảng trống
  var TELEPHONE = /\b(?:1[89]00|0\d{2,3})(?:[ .]?\d{3,4}){1,2}\b/g;
  var bar = document.querySelector("[data-aloud]");
  var speech = window.speechSynthesis;
  var sentences = [], at = 0, said = null, spoken = null;
  if (!bar || !speech || !window.SpeechSynthesisUtterance) {
    return;
  }
  var key = bar.querySelector("[data-read]");
  var stopKey = bar.querySelector("[data-stop]");
  var told = bar.querySelector("[role=status]");
  var begin = key.textContent;

  function voice() {
    return Array.prototype.filter.call(speech.getVoices(), function (one) {
      return one.localService === true && /^vi(?![a-z])/i.test(one.lang);
    })[0];
  }

  /* ---- đọc gì ---- */

  function digits(number) {
    return number.replace(/\D/g, "").split("").join(" ");
  }

  /* Chỗ mắt thấy ngắt mà chữ không có dấu thì thêm dấu, để tai cũng nghe ra. */
  function wordsOf(text) {
    var before = text.previousSibling && text.previousSibling.nodeName === "BR" ? ". " : " ";
    var after = text.parentNode.closest(LABEL) ? ":" : "";
    return before + text.data.replace(TELEPHONE, digits) + after;
  }

  function partsOf(place) {
    var walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, null, false);
    var parts = [], last = {}, around, cell;
    while (walker.nextNode()) {
      around = walker.currentNode.parentNode;
      if (/\S/.test(walker.currentNode.data) && !around.closest(SILENT)) {
        if (last.element !== around.closest(PART)) {
          last = {element: around.closest(PART), text: ""};
          parts.push(last);
        }
        cell = around.closest("td, th");
        last.text += (last.text && cell !== last.cell ? "," : "") + wordsOf(walker.currentNode);
        last.cell = cell;
      }
    }
    return parts;
  }

  /* Câu mới bắt đầu sau dấu kết câu, bằng chữ hoa, chữ số hay dấu; "v.v. thì" vẫn là một câu. */
  function sentencesOf(part) {
    var text = part.text.replace(/\s+/g, " ").replace(/ (?=[.,;:!?)])/g, "").trim();
    return text.replace(/([.!?…][)"”]?) (?=(.))/g, function (all, end, sign) {
      return sign === sign.toUpperCase() ? end + "\n" : all;
    }).split("\n").filter(Boolean).map(function (one) { return {element: part.element, text: one}; });
  }

  function everySentence() {
    var all = [];
    Array.prototype.forEach.call(document.querySelectorAll("[data-spoken]"), function (place) {
      partsOf(place).forEach(function (part) { all = all.concat(sentencesOf(part)); });
    });
    return all;
  }

  /* ---- đọc ---- */

  function isSeen(element) {
    var box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  }

  function isWhole(element) {
    var box = element.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= window.innerHeight;
  }

  /* Trang chỉ cuộn theo lời đọc khi người đọc còn đang nhìn chỗ vừa đọc. */
  function mark(element) {
    var follows = !spoken || isSeen(spoken);
    if (spoken === element) {
      return;
    }
    unmark();
    spoken = element;
    spoken.classList.add("is-spoken");
    if (follows && !isWhole(spoken)) { spoken.scrollIntoView(); }
  }

  function unmark() {
    if (spoken) { spoken.classList.remove("is-spoken"); }
    spoken = null;
  }

  function show(word, status, isOn) {
    key.textContent = word;
    told.textContent = status;
    if (!isOn && document.activeElement === stopKey) { key.focus(); }
    stopKey.hidden = !isOn;
    document.documentElement.classList.toggle("reads-aloud", isOn);
  }

  function quiet() {
    said = null;
    speech.cancel();
  }

  function stop(status) {
    quiet();
    unmark();
    at = 0;
    show(begin, status, false);
  }

  /* Dừng giữa câu thì lần sau đọc lại cả câu: có máy đã dừng thì không nối tiếp được. */
  function pause() {
    quiet();
    show(bar.getAttribute("data-go-on"), bar.getAttribute("data-paused"), true);
  }

  function speak() {
    var one = sentences[at], chosen = voice(), words;
    if (!one || !chosen) {
      stop(bar.getAttribute(one ? "data-failed" : "data-ended"));
      return;
    }
    mark(one.element);
    words = said = new window.SpeechSynthesisUtterance(one.text);
    words.voice = chosen;
    words.lang = chosen.lang;
    words.onend = function () {
      if (words === said) {
        at += 1;
        speak();
      }
    };
    words.onerror = function () {
      if (words === said) { stop(bar.getAttribute("data-failed")); }
    };
    speech.speak(words);
  }

  function read() {
    if (!spoken) { sentences = everySentence(); }
    Array.prototype.forEach.call(document.querySelectorAll("audio, video"), function (one) { one.pause(); });
    show(bar.getAttribute("data-pause"), bar.getAttribute("data-reading"), true);
    quiet(); // một trang khác có thể đang đọc dở
    speak();
  }

  function offer() {
    bar.hidden = !voice();
    if (bar.hidden && spoken) { stop(""); }
  }

  key.onclick = function () { (said ? pause : read)(); };
  stopKey.onclick = function () { stop(""); };
  document.addEventListener("play", function () { if (said) { pause(); } }, true);
  window.addEventListener("pagehide", function () { if (spoken) { stop(""); } });
  speech.onvoiceschanged = offer;
  offer();
}());
