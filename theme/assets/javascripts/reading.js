/* Đọc trước micrô: độ dài theo nhịp của người đọc, và chữ tự chạy theo nhịp ấy. Không có mã này thì
   trang vẫn đủ lời, độ dài theo nhịp chung. Nhịp khác thường đã chọn được máy của người đọc nhớ cho bản
   tin sau; máy không cho nhớ thì chọn vẫn được. Máy xin bớt chuyển động thì chữ không trôi mà nhảy từng
   phần. Viết theo ES5. */
(function () {
  "use strict";

  var place = document.querySelector("[data-reading]");
  var MINUTE = 60000, LONGEST = 1000; // ms; máy ngủ lâu hơn thế thì chữ đợi
  var EYE = 0.3, LOWEST = 0.75; // chỗ mắt đọc và chỗ thấp nhất của câu đang đọc, trên màn
  var TURNED = 3; // px: xa hơn thế là người đọc tự cuộn
  var KEPT = "pbgdpl-nhip"; // terminal.js xóa nó ở màn hình chung
  var FREE = /^(A|BUTTON|INPUT|SELECT|TEXTAREA|SUMMARY)$/; // phím cách ở đó là của chính chúng
  var button, bar, left, words, still, before;
  var lines = [], all = 0; // các câu, và số tiếng
  var pace, said = 0, last = 0, put = 0, running = false, marked = null;

  function each(parent, sign, act) {
    Array.prototype.forEach.call(parent.querySelectorAll(sign), act);
  }

  function syllablesIn(line) {
    var count = 0;
    each(line, ".say__words", function (group) {
      count += group.textContent.trim().split(/\s+/).length;
    });
    return count;
  }

  function measure() {
    each(place, ".say__part", function (part) {
      var opens = true;
      each(part, ".say__speaker, .say__sentence", function (one) {
        var count = syllablesIn(one);
        lines.push({element: one, from: all, until: all + count, opens: opens});
        all += count;
        opens = false;
      });
    });
  }

  function length(seconds) {
    var told = place.getAttribute("data-length").split("|")[seconds < 60 ? 0 : seconds % 60 ? 1 : 2];
    return told.replace("{minutes}", Math.floor(seconds / 60)).replace("{seconds}", seconds % 60);
  }

  function seconds(count) {
    return Math.round(count * 60 / pace);
  }

  function topOf(line) {
    return line.element.getBoundingClientRect().top + window.pageYOffset;
  }

  function lineAt(count) {
    return lines.filter(function (line) { return line.until > count; })[0] || lines[lines.length - 1];
  }

  /* Chỗ của tiếng thứ `count`, tính từ đầu trang. */
  function placeOf(count) {
    var line = lineAt(count), part = (count - line.from) / Math.max(1, line.until - line.from);
    return topOf(line) + Math.min(1, part) * line.element.offsetHeight;
  }

  /* Ngược lại: tới chỗ ấy là tiếng thứ mấy. */
  function countAt(top) {
    var found = 0;
    lines.forEach(function (line) {
      var part = (top - topOf(line)) / Math.max(1, line.element.offsetHeight);
      if (part >= 0) { found = line.from + Math.min(1, part) * (line.until - line.from); }
    });
    return found;
  }

  function eye() {
    return window.pageYOffset + window.innerHeight * EYE;
  }

  function goTo(top) {
    window.scrollTo(0, Math.max(0, top));
    put = window.pageYOffset;
  }

  function glide() {
    if (Math.abs(window.pageYOffset - put) > TURNED) { said = countAt(eye()); }
    goTo(placeOf(said) - window.innerHeight * EYE);
  }

  /* Đứng yên tới khi sang phần mới, hoặc câu đang đọc không còn nằm gọn trên màn. */
  function jump() {
    var line = lineAt(said), box = line.element.getBoundingClientRect();
    var isLow = box.bottom > window.innerHeight * LOWEST && box.top > window.innerHeight * EYE;
    var isHigh = box.bottom < bar.offsetHeight;
    if (marked !== line && (isLow || isHigh || line.opens)) {
      goTo(topOf(line) - bar.offsetHeight * 2);
    }
  }

  function mark(line) {
    if (marked) { marked.element.classList.remove("say__sentence--now"); }
    if (line) { line.element.classList.add("say__sentence--now"); }
    marked = line;
  }

  function tell() {
    var text = running ? length(seconds(all - said)) : "";
    if (left.textContent !== text) { left.textContent = text; }
  }

  function step(now) {
    if (!running) { return; }
    said = Math.min(all, said + (last ? Math.min(now - last, LONGEST) : 0) * pace / MINUTE);
    last = now;
    if (still.matches) { jump(); } else { glide(); }
    mark(lineAt(said));
    tell();
    if (said < all) { requestAnimationFrame(step); } else { stop(); }
  }

  /* Từ câu đang ở chỗ mắt đọc; còn ở đầu trang, hay đã hết, thì từ câu đầu. */
  function start() {
    running = true;
    said = countAt(eye());
    if (said >= all) { said = 0; }
    last = 0;
    put = window.pageYOffset;
    button.textContent = words[1];
    place.classList.add("say--running");
    requestAnimationFrame(step);
  }

  function stop() {
    running = false;
    button.textContent = words[0];
    mark(null);
    tell();
  }

  function turn() {
    if (running) { stop(); } else { start(); }
  }

  function onKey(event) {
    var isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === "Escape" && running) { stop(); }
    if (event.key === " " && isPlain && !FREE.test(event.target.tagName)) {
      event.preventDefault();
      turn();
    }
  }

  function keptPace() {
    try {
      return localStorage.getItem(KEPT);
    } catch (refused) { // không được nhớ
      return null;
    }
  }

  function keep(input) {
    try {
      if (input.defaultChecked) { // nhịp chung thì không có gì để nhớ
        localStorage.removeItem(KEPT);
      } else {
        localStorage.setItem(KEPT, input.value);
      }
    } catch (refused) { // trang đang mở vẫn đổi
    }
  }

  function choose(input) {
    pace = Number(input.value);
    place.querySelector("[data-pace]").textContent = input.value;
    place.querySelector("[data-total]").textContent = length(seconds(all));
  }

  if (!place) { return; }
  button = place.querySelector("[data-run]");
  bar = place.querySelector(".say__bar");
  left = place.querySelector("[data-left]");
  words = place.getAttribute("data-words").split("|");
  still = matchMedia("(prefers-reduced-motion: reduce)");
  before = keptPace();
  measure();
  each(place, "input[type=radio]", function (input) {
    input.onchange = function () { choose(input); keep(input); };
    if (input.value === before) { input.checked = true; }
  });
  each(place, "input[type=radio]", function (input) {
    if (input.checked) { choose(input); }
  });
  each(place, "[data-with-script]", function (one) { one.hidden = false; });
  button.onclick = turn;
  document.addEventListener("keydown", onKey);
}());
