// Seats the phones, listens to what happens, hands it to the phones, the clock, panel and guide.

import { element } from "./bubbles.js";
import { Clock } from "./clock.js";
import { Guide } from "./guide.js";
import { More } from "./more.js";
import { Panel } from "./panel.js";
import { Phone } from "./phones.js";
import { Player } from "./player.js";
import { Strip } from "./strip.js";

const PANEL = "panel";
const phones = new Map(); // by person
const roles = new Map(); // the same by role
const tabs = new Map();
const narrow = window.matchMedia("(max-width: 820px)");
const clock = new Clock();
const panel = new Panel();
let shown = null;
let guide = null;

function seated(demo) {
  for (const seat of demo.seats) {
    const known = phones.get(seat.person);
    if (known) known.sit(seat);
    else addPhone(new Phone(seat, demo.bot, demo.name));
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
  clock.live(demo.seats);
  panel.zone = demo.seats.find((seat) => seat.role === "client")?.zone || "UTC";
  guide?.changed();
}

function addPhone(phone) {
  const { person, role } = phone.seat;
  phones.set(person, phone);
  roles.set(role, phone);
  document.getElementById("seats").append(phone.root);
  const badge = addTab(person, role.charAt(0).toUpperCase() + role.slice(1));
  phone.tab = tabs.get(person);
  phone.onUnread = (count) => {
    badge.textContent = count ? String(count) : "";
    badge.setAttribute("aria-label", count ? `${count} unread` : "");
  };
  phone.onChange = () => guide?.changed();
  // Where both are in sight, the one that is pointed at or typed into is the one looked at.
  for (const kind of ["pointerenter", "pointerdown", "focusin"]) {
    phone.root.addEventListener(kind, (event) => event.isTrusted && shown !== person && choose(person));
  }
}

function addTab(id, label) {
  const tab = element("button", "tab");
  const badge = element("span", "badge");
  tab.type = "button";
  tab.append(element("span", "", label), badge);
  tab.addEventListener("click", () => choose(id));
  document.getElementById("switch").insertBefore(tab, tabs.get(PANEL) || null);
  tabs.set(id, tab);
  return badge;
}

function choose(id) {
  shown = id;
  for (const [person, phone] of phones) {
    const here = person === id;
    phone.look(here, here || !narrow.matches);
    phone.root.classList.toggle("chosen", here);
  }
  document.getElementById("panel").classList.toggle("chosen", id === PANEL);
  for (const [one, tab] of tabs) tab.setAttribute("aria-pressed", String(one === id));
  if (narrow.matches) guide?.changed();
}

async function begin() {
  const files = ["/page/story.json", "/page/chapters.json"].map((name) => fetch(name));
  const [story, more] = await Promise.all((await Promise.all(files)).map((one) => one.json()));
  guide = new Guide(story, roles, clock);
  const player = new Player(guide, (role) => choose(roles.get(role).seat.person), clock);
  new Strip(guide, player, story.astray);
  new More(story, more, guide, player);
}

function listen() {
  const said = document.getElementById("said");
  const stream = new EventSource("/demo/events");
  const hear = (name, then) =>
    stream.addEventListener(name, (event) => then(JSON.parse(event.data)));
  hear("seats", seated);
  hear("chat", (screen) => phones.get(screen.chat)?.update(screen));
  hear("told", ({ lines }) => panel.take(lines));
  hear("clock", ({ now }) => {
    clock.set(now);
    guide?.changed();
  });
  stream.addEventListener("error", () => {
    said.textContent = "The demo has stopped. Start it again to go on.";
  });
  stream.addEventListener("open", () => (said.textContent = ""));
}

addTab(PANEL, "What happened");
narrow.addEventListener("change", () => choose(shown === PANEL ? [...phones.keys()][0] : shown));
listen();
begin();
