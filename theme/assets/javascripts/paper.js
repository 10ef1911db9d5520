/* Tờ để in: nút In, và ngày in. Không có mã này thì in bằng trình đơn của máy, ngày viết bằng bút.
   Viết theo ES5. */
(function () {
  "use strict";

  function each(sign, act) {
    Array.prototype.forEach.call(document.querySelectorAll(sign), act);
  }

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  each("[data-print]", function (button) {
    button.hidden = false;
    button.onclick = function () { window.print(); };
  });
  each("[data-printed-on]", function (place) {
    var now = new Date();
    place.textContent = two(now.getDate()) + "/" + two(now.getMonth() + 1) + "/" + now.getFullYear();
  });
}());
