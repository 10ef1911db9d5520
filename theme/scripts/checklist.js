/* Giữ những dấu đã đánh trong danh sách giấy tờ, chỉ trên máy của người đọc; không gửi đi đâu.
   Không có mã này thì vẫn đánh dấu được, chỉ là mở lại trang thì mất. Viết theo ES5. */
(function () {
  "use strict";

  var boxes = document.querySelectorAll(".checklist input");
  var clear = document.querySelector(".checklist__clear");
  var key = "giay-to:" + location.pathname;
  if (!clear) { return; }

  /* Nhớ theo tên giấy: giấy đổi tên hay đổi chỗ thì không mang dấu của giấy khác. */
  function nameOf(box) {
    var name = document.querySelector("label[for='" + box.id + "'] .checklist__name");
    return name ? name.textContent : "";
  }

  function kept() {
    try {
      var names = JSON.parse(localStorage.getItem(key));
      return names instanceof Array ? names : [];
    } catch (refused) { // trình duyệt không cho nhớ
      return [];
    }
  }

  function keep() {
    var names = [], i;
    for (i = 0; i < boxes.length; i++) {
      if (boxes[i].checked) { names.push(nameOf(boxes[i])); }
    }
    clear.hidden = names.length === 0;
    try {
      if (names.length) {
        localStorage.setItem(key, JSON.stringify(names));
      } else {
        localStorage.removeItem(key);
      }
    } catch (refused) { // dấu vẫn còn trên màn hình
    }
  }

  function show(names) {
    for (var i = 0; i < boxes.length; i++) {
      boxes[i].checked = names.indexOf(nameOf(boxes[i])) >= 0;
    }
  }

  clear.onclick = function () {
    show([]);
    keep();
    boxes[0].focus(); // nút vừa ẩn đi không giữ được chỗ đứng của bàn phím
  };
  for (var i = 0; i < boxes.length; i++) {
    boxes[i].onchange = keep;
  }
  if (kept().length) { show(kept()); }
  clear.hidden = !document.querySelector(".checklist input:checked");
}());
