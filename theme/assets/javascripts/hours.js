/* Nói nơi này đang mở hay đóng, theo giờ đã đăng và đồng hồ của máy người đọc.
   Mọi chữ đứng sẵn trong trang; không có mã này thì dòng ấy không hiện. Viết theo ES5. */
(function () {
  "use strict";

  var DAY = 24 * 60, WEEK = 7 * DAY; // tính bằng phút, từ đầu thứ Hai

  function minutes(clock) {
    return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  }

  /* "01234 07:30 11:30" là năm khoảng, mỗi ngày một khoảng; 0 là thứ Hai. */
  function spansOf(words) {
    var spans = [];
    words.split(";").forEach(function (one) {
      var parts = one.split(" ");
      parts[0].split("").forEach(function (day) {
        var start = Number(day) * DAY;
        spans.push([start + minutes(parts[1]), start + minutes(parts[2])]);
      });
    });
    return spans;
  }

  function minuteOfWeek(now) {
    return ((now.getDay() + 6) % 7) * DAY + now.getHours() * 60 + now.getMinutes();
  }

  /* Các khoảng liền nhau hoặc chồng lên nhau là một: cứ nối tới khi có lúc nghỉ. */
  function closingTime(spans, minute) {
    var end = minute, found = true;
    function reaches(span) { return span[0] <= end && span[1] > end; }
    while (found) {
      found = spans.filter(reaches)[0];
      if (found) { end = found[1]; }
    }
    return end;
  }

  function waitUntilOpen(spans, minute) {
    return Math.min.apply(null, spans.map(function (span) {
      return (span[0] - minute + WEEK) % WEEK;
    }));
  }

  function clock(minute) {
    var hours = Math.floor(minute % DAY / 60), rest = minute % 60;
    return (hours < 10 ? "0" : "") + hours + ":" + (rest < 10 ? "0" : "") + rest;
  }

  function dayName(place, minute, opens) {
    var days = Math.floor(opens / DAY) - Math.floor(minute / DAY);
    var names = place.getAttribute("data-days").split("|");
    var name = names[Math.floor(opens % WEEK / DAY)];
    if (days === 0) { return place.getAttribute("data-today"); }
    if (days === 1) { return place.getAttribute("data-tomorrow"); }
    return days < 7 ? name : place.getAttribute("data-next-week").replace("{day}", name);
  }

  function show(place) {
    var spans = spansOf(place.getAttribute("data-hours"));
    var minute = minuteOfWeek(new Date());
    var closes = closingTime(spans, minute);
    var isOpen = closes > minute;
    var opens = minute + waitUntilOpen(spans, minute);
    var open = place.querySelector("[data-open]"), shut = place.querySelector("[data-shut]");
    open.hidden = !isOpen;
    shut.hidden = isOpen;
    open.querySelector("span").textContent = clock(closes);
    shut.querySelector("span").textContent = clock(opens) + " " + dayName(place, minute, opens);
    place.hidden = false;
  }

  function showAll() {
    Array.prototype.forEach.call(document.querySelectorAll("[data-hours]"), show);
  }

  showAll();
  setInterval(showAll, 20000);
}());
