/* Cỡ chữ và tương phản mà người đọc đã chọn ở "Cách xem". Tệp này chạy trước khi trang hiện ra, nên
   trang không hiện một kiểu rồi đổi sang kiểu khác. Điều đã chọn chỉ ở trên máy của người đọc; máy
   không cho nhớ thì chọn vẫn được, cho trang đang mở. Các nút do mã đặt vào, bằng những chữ đứng sẵn
   trong trang; nút "Đọc to" cũng vậy, còn mã để đọc (aloud.js) thì ai bấm mới tải. Viết theo ES5. */
(function () {
  "use strict";

  var KEY = "cach-xem";
  var KNOWN = {size: ["usual", "large", "largest"], contrast: ["usual", "high"]};
  var root = document.documentElement;
  var chosen = {};
  var terminal = null; // mã của màn hình lớn ở xã, cho trang mở từ đó

  function kept() {
    var told, found = {};
    try {
      told = JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (refused) { // không được nhớ, hoặc điều nhớ được không phải của trang này
      return chosen;
    }
    Object.keys(KNOWN).forEach(function (name) {
      if (KNOWN[name].indexOf(told[name]) >= 0) { found[name] = told[name]; }
    });
    return found;
  }

  function keep() {
    try {
      if (Object.keys(chosen).length) {
        localStorage.setItem(KEY, JSON.stringify(chosen));
      } else {
        localStorage.removeItem(KEY);
      }
    } catch (refused) { // trang đang mở vẫn đổi
    }
  }

  /* Điều có sẵn khi chưa chọn gì: máy có thể đã đặt tương phản cao cho mọi trang. */
  function usual(name) {
    return name === "contrast" && matchMedia("(prefers-contrast: more)").matches ? "high" : "usual";
  }

  function dress() {
    root.setAttribute("data-size", chosen.size || "usual");
    if (chosen.contrast) {
      root.setAttribute("data-contrast", chosen.contrast);
    } else {
      root.removeAttribute("data-contrast");
    }
  }

  function add(parent, tag, text) {
    var element = document.createElement(tag);
    element.textContent = text;
    return parent.appendChild(element);
  }

  function addKey(parent, text, pressed) {
    var key = add(parent, "button", text);
    key.type = "button";
    key.onclick = pressed;
    return key;
  }

  /* ---- Cách xem ---- */

  function open() {
    var box = document.querySelector(".viewing");
    var panel = add(box, "div", "");
    var keys = [];

    function show() {
      dress();
      keys.forEach(function (key) {
        key.setAttribute("aria-pressed", key.value === (chosen[key.name] || usual(key.name)));
      });
    }

    function choose() {
      chosen[this.name] = this.value;
      if (this.value === usual(this.name)) { delete chosen[this.name]; }
      keep();
      show();
    }

    /* Bảng nằm đè lên trang: đi chỗ khác thì nó đóng, để không che chỗ đang đứng. */
    function leave(event) {
      if (!box.contains(event.target)) { box.open = false; }
    }

    panel.className = "viewing__panel";
    Object.keys(KNOWN).forEach(function (name) {
      var words = box.getAttribute("data-" + name).split("|");
      var group = add(panel, "fieldset", "");
      add(group, "legend", words[0]);
      KNOWN[name].forEach(function (value, place) {
        var key = addKey(group, words[place + 1], choose);
        key.name = name;
        key.value = value;
        keys.push(key);
      });
    });
    box.onkeydown = function (event) {
      if (event.key === "Escape" && box.open) {
        box.open = false;
        box.querySelector("summary").focus();
      }
    };
    document.addEventListener("click", leave);
    document.addEventListener("focusin", leave);
    window.addEventListener("pageshow", function () { // quay lại một trang: ở trang kia có thể đã chọn khác
      chosen = kept();
      show();
    });
    show();
  }

  /* ---- Đọc to ---- */

  /* Chỉ giọng tiếng Việt có sẵn trong máy: giọng lấy từ mạng thì chữ trên trang phải rời máy. */
  function voice() {
    return Array.prototype.filter.call(speechSynthesis.getVoices(), function (one) {
      return one.localService === true && /^vi(?![a-z])/i.test(one.lang);
    })[0];
  }

  function offer(bar) {
    var words = bar.getAttribute("data-words").split("|");
    var key = addKey(bar, words[0], function () {
      var script = document.createElement("script");
      key.onclick = null; // một lần tải là đủ
      script.src = bar.getAttribute("data-aloud");
      script.onload = function () { window.PBGDPL_ALOUD(bar, key, voice); };
      script.onerror = function () { key.textContent = words[words.length - 1]; };
      document.head.appendChild(script);
    });
    key.className = "key";
    speechSynthesis.onvoiceschanged = function () { bar.hidden = !voice(); };
    bar.hidden = !voice();
  }

  chosen = kept();
  dress();
  if (/[?&]man-hinh=[a-z0-9-]+(?:&|$)/.test(location.search)) {
    // Trang mở từ màn hình lớn ở xã hiện ra với dáng của màn hình ấy ngay; thanh để quay lại thì
    // terminal.js đặt sau, vào chỗ để dành (20-terminal.css).
    root.classList.add("terminal", "terminal--waits");
    terminal = document.createElement("script");
    terminal.src = document.currentScript.src.replace("viewing.js", "terminal.js");
    window.addEventListener("load", function () {
      if (!window.pbgdplTerminal) { // bản chép thiếu terminal.js
        root.classList.remove("terminal", "terminal--waits");
      }
    });
  }
  document.addEventListener("DOMContentLoaded", function () {
    var bar = document.querySelector("[data-aloud]");
    open();
    if (terminal) { document.head.appendChild(terminal); }
    if (bar && window.speechSynthesis) { offer(bar); }
  });
}());
