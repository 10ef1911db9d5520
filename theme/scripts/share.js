/* Nút "Chia sẻ trang này" ở chân trang, chỉ khi trang nằm trên mạng: địa chỉ trên ổ đĩa thì gửi cho ai
   cũng không mở được. Điện thoại mở bảng gửi của máy; máy khác chép địa chỉ, không chép được thì đưa
   địa chỉ ra cho người đọc tự chép. Không gửi gì cho ai khác. Viết theo ES5. */
(function () {
  "use strict";

  var place = document.querySelector("[data-share]");
  if (!place || !/^http/.test(location.protocol)) {
    return;
  }
  var words = place.getAttribute("data-share").split("|"); // khi chép được, khi không
  var told = place.appendChild(document.createElement("label"));
  var box = document.createElement("input");

  function copy() {
    var isCopied = false;
    place.appendChild(box);
    box.value = location.href;
    box.select();
    try {
      isCopied = document.execCommand("copy");
    } catch (refused) { // địa chỉ đã được chọn sẵn
    }
    told.textContent = words[isCopied ? 0 : 1];
  }

  box.id = told.htmlFor = "dia-chi-trang";
  box.readOnly = true;
  told.setAttribute("aria-live", "polite");
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
