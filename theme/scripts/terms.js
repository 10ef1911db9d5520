/* Bấm vào một từ khó thì nghĩa hiện ngay dưới đoạn ấy; bấm lần nữa, bấm "Đóng" hay phím Esc thì thôi.
   Không có mã này thì từ ấy là đường dẫn tới trang giải thích. Viết theo ES5. */
(function () {
  "use strict";

  var box = document.getElementById("nghia");
  var links = document.querySelectorAll("a.term");
  var opened = null; // từ đang được giải thích
  if (!box) { return; }

  function close() {
    opened.setAttribute("aria-expanded", "false");
    opened.focus();
    opened = null;
    box.hidden = true;
  }

  /* Dưới một đoạn văn là ngay sau nó; trong một mục hay một ô là ở cuối mục, cuối ô ấy. */
  function bring(link) {
    var block = link.closest("p, li, dd, td");
    if (block.tagName === "P") {
      block.parentNode.insertBefore(box, block.nextSibling);
    } else {
      block.appendChild(box);
    }
  }

  function open(link) {
    if (opened) { opened.setAttribute("aria-expanded", "false"); }
    opened = link;
    box.querySelector("strong").textContent = link.getAttribute("data-title");
    box.querySelector("span").textContent = link.getAttribute("data-short");
    box.querySelector("a").href = link.href;
    bring(link);
    box.hidden = false;
    link.setAttribute("aria-expanded", "true");
    box.focus();
  }

  /* Giữ Ctrl, Shift… hay bấm nút giữa là muốn mở trang của từ ấy: cứ để trình duyệt mở. */
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) { return; }
    event.preventDefault();
    if (opened === this) { close(); } else { open(this); }
  }

  for (var i = 0; i < links.length; i++) {
    links[i].setAttribute("aria-expanded", "false");
    links[i].setAttribute("aria-controls", box.id);
    links[i].addEventListener("click", press);
  }
  box.querySelector("button").onclick = close;
  document.addEventListener("keydown", function (event) {
    if (opened && event.key === "Escape") { close(); }
  });
}());
