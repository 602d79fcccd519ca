// Two phones and a clock: seats them, listens to what happens, moves the clock.

import { element } from "./bubbles.js";
import { Phone, post } from "./phones.js";

const phones = new Map();
const tabs = new Map();
const narrow = window.matchMedia("(max-width: 820px)");
let shown = null;
let now = Date.now();
let told = performance.now();

function seated(demo) {
  const holder = document.getElementById("phones");
  for (const seat of demo.seats) {
    const known = phones.get(seat.person);
    if (known) {
      known.sit(seat);
      continue;
    }
    const phone = new Phone(seat, demo.bot, demo.name);
    phones.set(seat.person, phone);
    holder.append(phone.root);
    addTab(seat, phone);
  }
  for (const phone of phones.values()) {
    const other = [...phones.values()].find((one) => one !== phone);
    if (phone.seat.role !== "therapist" || !other) continue;
    phone.hands = other.seat.role;
    phone.openLink = (link) => {
      choose(other.seat.person);
      return other.act("open", { link });
    };
  }
  if (shown === null && demo.seats.length) choose(demo.seats[0].person);
  drawClock();
}

function addTab(seat, phone) {
  const tab = element("button", "tab");
  const badge = element("span", "badge");
  tab.type = "button";
  tab.append(element("span", "", seat.role.charAt(0).toUpperCase() + seat.role.slice(1)), badge);
  tab.addEventListener("click", () => choose(seat.person));
  phone.onUnread = (count) => {
    badge.textContent = count ? String(count) : "";
    badge.setAttribute("aria-label", count ? `${count} unread` : "");
  };
  tabs.set(seat.person, tab);
  document.getElementById("switch").append(tab);
}

function choose(person) {
  shown = person;
  for (const [id, phone] of phones) {
    const here = id === person;
    phone.look(here || !narrow.matches);
    phone.root.classList.toggle("chosen", here);
    tabs.get(id).setAttribute("aria-pressed", String(here));
  }
}

function setClock(moment) {
  now = Date.parse(moment);
  told = performance.now();
  drawClock();
}

function drawClock() {
  const moment = new Date(now + performance.now() - told);
  const zones = new Map();
  for (const phone of phones.values()) {
    const roles = zones.get(phone.seat.zone) || [];
    zones.set(phone.seat.zone, [...roles, phone.seat.role]);
  }
  const lines = [...zones].map(([zone, roles]) => {
    const line = element("p", "time");
    const show = (how) => new Intl.DateTimeFormat("en-GB", { ...how, timeZone: zone }).format(moment);
    line.append(
      element("b", "", show({ hour: "2-digit", minute: "2-digit" })),
      element("span", "date", show({ weekday: "short", day: "numeric", month: "short", year: "numeric" })),
      element("span", "zone", zones.size > 1 ? `${roles.join(" and ")}, ${zone}` : zone),
    );
    return line;
  });
  const times = document.getElementById("times");
  const text = lines.map((line) => line.textContent).join("|");
  if (times.dataset.text === text) return;
  times.dataset.text = text;
  times.replaceChildren(...lines);
}

async function jump(button) {
  const said = document.getElementById("said");
  button.disabled = true;
  said.textContent = "";
  try {
    const answer = await post(`/demo/clock/${button.dataset.jump}`);
    setClock(answer.now);
    if (!answer.found) said.textContent = "No prompt is planned yet.";
  } finally {
    button.disabled = false;
    button.focus();
  }
}

for (const button of document.querySelectorAll("[data-jump]")) {
  button.addEventListener("click", () => jump(button));
}
narrow.addEventListener("change", () => choose(shown));
setInterval(drawClock, 1000);

const stream = new EventSource("/demo/events");
stream.addEventListener("seats", (event) => seated(JSON.parse(event.data)));
stream.addEventListener("chat", (event) => {
  const screen = JSON.parse(event.data);
  phones.get(screen.chat)?.update(screen);
});
stream.addEventListener("clock", (event) => setClock(JSON.parse(event.data).now));
stream.addEventListener("error", () => {
  document.getElementById("said").textContent = "The demo has stopped. Start it again to go on.";
});
stream.addEventListener("open", () => {
  document.getElementById("said").textContent = "";
});
