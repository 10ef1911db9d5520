/* Đọc to phần chính của trang, từng câu một. viewing.js tải tệp này khi người đọc bấm nút lần đầu, và
   đưa vào chỗ của nút, nút ấy, và cách hỏi giọng tiếng Việt có sẵn trong máy. Đọc những chỗ mang
   data-spoken; mọi lời hiện ra đứng sẵn trong trang. Viết theo ES5. */
window.PBGDPL_ALOUD = function (bar, key, voice) {
  "use strict";

  var PART = "h1, h2, h3, h4, p, li, dt, dd, blockquote, tr, div";
  var SILENT = "[hidden], nav, figure, button, .cards, .small, .more"; // dẫn đường, số liệu, căn cứ
  var LABEL = ".mark, .limits__amount"; // đứng trước một câu, cách ra bằng khoảng trống
  var TELEPHONE = /\b(?:1[89]00|0\d{2,3})(?:[ .]?\d{3,4}){1,2}\b/g;
  var words = bar.getAttribute("data-words").split("|");
  var BEGIN = words[0], HOLD = words[1], GO_ON = words[2];
  var READING = words[4], HELD = words[5], ENDED = words[6], FAILED = words[7];
  var speech = window.speechSynthesis;
  var sentences = [], at = 0, said = null, spoken = null;
  var stopKey = bar.appendChild(key.cloneNode());
  var told = bar.appendChild(document.createElement("p"));

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
    show(BEGIN, status, false);
  }

  /* Dừng giữa câu thì lần sau đọc lại cả câu: có máy đã dừng thì không nối tiếp được. */
  function pause() {
    quiet();
    show(GO_ON, HELD, true);
  }

  function speak() {
    var one = sentences[at], chosen = voice(), now;
    if (!one || !chosen) {
      stop(one ? FAILED : ENDED);
      return;
    }
    mark(one.element);
    now = said = new window.SpeechSynthesisUtterance(one.text);
    now.voice = chosen;
    now.lang = chosen.lang;
    now.onend = function () {
      if (now === said) {
        at += 1;
        speak();
      }
    };
    now.onerror = function () {
      if (now === said) { stop(FAILED); }
    };
    speech.speak(now);
  }

  function read() {
    if (!spoken) { sentences = everySentence(); }
    Array.prototype.forEach.call(document.querySelectorAll("audio, video"), function (one) { one.pause(); });
    show(HOLD, READING, true);
    quiet(); // một trang khác có thể đang đọc dở
    speak();
  }

  stopKey.className = "key key--plain";
  stopKey.textContent = words[3];
  told.className = "small";
  told.setAttribute("role", "status");
  key.onclick = function () { (said ? pause : read)(); };
  stopKey.onclick = function () { stop(""); };
  document.addEventListener("play", function () { if (said) { pause(); } }, true);
  window.addEventListener("pagehide", function () { if (spoken) { stop(""); } });
  read();
};
