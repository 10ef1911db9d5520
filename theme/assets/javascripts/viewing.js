/* Cỡ chữ và tương phản mà người đọc đã chọn ở "Cách xem". Tệp này chạy trước khi trang hiện ra, nên
   trang không hiện một kiểu rồi đổi sang kiểu khác. Điều đã chọn chỉ ở trên máy của người đọc; máy
   không cho nhớ thì chọn vẫn được, cho trang đang mở. Viết theo ES5. */
(function () {
  "use strict";

  var KEY = "cach-xem";
  var KNOWN = {size: ["usual", "large", "largest"], contrast: ["usual", "high"]};
  var root = document.documentElement;
  var chosen = {};

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

  function open() {
    var box = document.querySelector(".viewing");
    var keys = box.querySelectorAll("button");

    function show() {
      dress();
      Array.prototype.forEach.call(keys, function (key) {
        key.setAttribute("aria-pressed", key.value === (chosen[key.name] || usual(key.name)));
      });
    }

    /* Bảng nằm đè lên trang: đi chỗ khác thì nó đóng, để không che chỗ đang đứng. */
    function leave(event) {
      if (!box.contains(event.target)) { box.open = false; }
    }

    Array.prototype.forEach.call(keys, function (key) {
      key.onclick = function () {
        chosen[key.name] = key.value;
        if (key.value === usual(key.name)) { delete chosen[key.name]; }
        keep();
        show();
      };
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

  chosen = kept();
  dress();
  document.addEventListener("DOMContentLoaded", open);
}());
