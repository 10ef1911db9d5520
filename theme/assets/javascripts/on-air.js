/* Hôm nay loa phát gì: tính lại từ lịch phát theo ngày giờ của máy người đọc, và nói bản nào đang
   phát, bản nào tiếp theo. Lịch nằm ở tệp mã nạp sau tệp này (pbgdplOnAir); không có thì trang vẫn
   nêu ngày đã dựng. Đồng hồ chỉ trước ngày ấy là đồng hồ sai: trang giữ lịch của ngày đã dựng. Mọi chữ đứng sẵn trong trang. Viết theo ES5. */
(function () {
  "use strict";

  var place = document.querySelector("[data-on-air]");
  var ID = 0, TITLE = 1, SECONDS = 2, SCHEDULE = 3; // các cột của một bản tin
  var DAYS = 0, TIMES = 1, FIRST = 2, LAST = 3; // của một dòng lịch
  var TODAY = 0, NOW = 1, NEXT = 2, NOTHING = 3, WRONG = 4, OLD = 5; // các lời
  var DAY = 86400000; // ms
  var COLOURS = {1: "running", 2: "upcoming"};
  var words, rows;

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  function dayOf(now) {
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  /* Ngày viết như 2026-11-24 thì so chữ cũng là so ngày; "" là không định ngày cuối. */
  function isOn(line, day, weekday) {
    return line[DAYS].indexOf(weekday) >= 0 && line[FIRST] <= day && (!line[LAST] || day <= line[LAST]);
  }

  function timesOf(row, day, weekday) {
    var times = {};
    row[SCHEDULE].forEach(function (line) {
      if (isOn(line, day, weekday)) {
        line[TIMES].forEach(function (time) { times[time] = true; });
      }
    });
    return Object.keys(times);
  }

  /* Các buổi của ngày, mỗi buổi các bản tin theo thứ tự của lịch. */
  function slotsOf(now) {
    var slots = {}, day = dayOf(now), weekday = String((now.getDay() + 6) % 7);
    rows.forEach(function (row) {
      timesOf(row, day, weekday).forEach(function (time) {
        (slots[time] = slots[time] || []).push(row);
      });
    });
    return Object.keys(slots).sort().map(function (time) {
      return {time: time, rows: slots[time]};
    });
  }

  function add(parent, tag, text, name) {
    var element = document.createElement(tag);
    if (text) { element.textContent = text; }
    if (name) { element.className = name; }
    return parent.appendChild(element);
  }

  function length(seconds) {
    var told = place.getAttribute("data-length").split("|")[seconds < 60 ? 0 : seconds % 60 ? 1 : 2];
    return told.replace("{minutes}", Math.floor(seconds / 60)).replace("{seconds}", seconds % 60);
  }

  function total(some) {
    return some.reduce(function (sum, row) { return sum + row[SECONDS]; }, 0);
  }

  function secondOf(slot) {
    return (Number(slot.time.slice(0, 2)) * 60 + Number(slot.time.slice(3))) * 60;
  }

  function say(parent, text, name) {
    parent.appendChild(document.createTextNode(" "));
    add(parent, "span", text, name);
  }

  function showOne(list, row) {
    var line = add(list, "li"), link = add(line, "a", row[TITLE]);
    link.href = place.getAttribute("data-on-air") + row[ID] + ".html";
    if (document.documentElement.lang !== "vi") { link.lang = "vi"; }
    say(line, length(row[SECONDS]), "small");
  }

  function show(list, slot, state) {
    var item = add(list, "li", "", "onair__slot"), head = add(item, "p", "", "onair__time");
    var those = add(item, "ol");
    add(head, "strong", slot.time);
    say(head, length(total(slot.rows)), "small");
    if (state) { say(head, words[state], "mark mark--" + COLOURS[state]); }
    slot.rows.forEach(function (row) { showOne(those, row); });
  }

  /* Số ngày từ ngày dựng trang; âm khi đồng hồ của máy chỉ trước ngày ấy. */
  function ageOf(now) {
    var made = place.getAttribute("data-made-on").split("-");
    var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    return Math.round((today - Date.UTC(made[0], made[1] - 1, made[2])) / DAY);
  }

  function warn(text) {
    var amiss = place.querySelector("[data-amiss]");
    amiss.textContent = text;
    amiss.hidden = !text;
  }

  function showAll() {
    var now = new Date(), age = ageOf(now);
    var isOld = age > Number(place.getAttribute("data-days"));
    warn(age < 0 ? words[WRONG] : isOld ? words[OLD].replace("{days}", age) : "");
    if (age >= 0) { showDay(now); }
  }

  function showDay(now) {
    var list = place.querySelector(".onair__slots");
    var nothing = place.querySelector("[data-nothing]");
    var second = (now.getHours() * 60 + now.getMinutes()) * 60 + now.getSeconds();
    var slots = slotsOf(now), hasNext = false;
    list.textContent = "";
    slots.forEach(function (slot) {
      var ahead = secondOf(slot) - second, state = 0;
      if (ahead <= 0 && -ahead < total(slot.rows)) { state = NOW; }
      if (ahead > 0 && !hasNext) { state = NEXT; hasNext = true; }
      show(list, slot, state);
    });
    place.querySelector("[data-day]").textContent = words[TODAY] + " " + two(now.getDate()) + "/" +
      two(now.getMonth() + 1) + "/" + now.getFullYear() + ".";
    nothing.textContent = words[NOTHING];
    nothing.hidden = slots.length > 0;
  }

  /* Ai đang đứng bàn phím ở một đường dẫn của khối này thì không bị đổi dưới tay. */
  function showLater() {
    if (!place.contains(document.activeElement)) { showAll(); }
  }

  window.pbgdplOnAir = function (told) {
    if (!place) { return; }
    words = place.getAttribute("data-words").split("|");
    rows = told;
    showAll();
    setInterval(showLater, 20000);
  };
}());
