/* Nút "Chia sẻ trang này" ở chân trang, chỉ khi trang nằm trên mạng: địa chỉ trên ổ đĩa thì gửi cho ai
   cũng không mở được. Điện thoại mở bảng gửi của máy; máy khác chép địa chỉ, không chép được thì đưa
   địa chỉ ra cho người đọc tự chép. Không gửi gì cho ai khác. Viết theo ES5. */
(function () {
  "use strict";

  var place = document.querySelector("[data-share]");
  if (!place || !/^http/.test(location.protocol)) {
    return;
  }
  var box = place.querySelector("input");
  var told = place.querySelector("[aria-live]");

  function copy() {
    var isCopied = false;
    box.hidden = false;
    box.value = location.href;
    box.select();
    try {
      isCopied = document.execCommand("copy");
    } catch (refused) { // địa chỉ đã được chọn sẵn
    }
    told.textContent = told.getAttribute(isCopied ? "data-copied" : "data-by-hand");
  }

  place.hidden = false;
  place.querySelector("button").onclick = function () {
    if (navigator.share) {
      navigator.share({title: document.title, url: location.href})["catch"](function (error) {
        if (error.name !== "AbortError") { // người đọc thôi không gửi
          copy();
        }
      });
    } else {
      copy();
    }
  };
}());
