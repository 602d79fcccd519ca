// The clock above the phones: shows the time where each of them lives, moves it on.

import { element } from "./bubbles.js";
import { post } from "./phones.js";

const LEAP = 90_000;
const WHIRL = 900;
const HOUR = { hour: "2-digit", minute: "2-digit" };
const DATE = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

// A place's formats of hour and date, made once: where the hands run there is a drawing each frame.
const formats = new Map();

function formatsOf(zone) {
  if (!formats.has(zone)) {
    const made = [HOUR, DATE].map((how) => new Intl.DateTimeFormat("en-GB", { ...how, timeZone: zone }));
    formats.set(zone, made);
  }
  return formats.get(zone);
}

export class Clock {
  constructor() {
    this.said = document.getElementById("said");
    this.times = document.getElementById("times");
    this.places = [];
    this.now = Date.now();
    this.told = performance.now();
    for (const button of document.querySelectorAll("[data-jump]")) {
      button.addEventListener("click", () => this.jump(button.dataset.jump));
    }
    setInterval(() => this.draw(), 1000);
  }

  // Where the phones live: [{role, zone}].
  live(places) {
    this.places = places;
    this.draw();
  }

  set(moment) {
    const from = this.shown();
    const target = Date.parse(moment);
    this.now = target;
    this.told = performance.now();
    if (calm.matches || Math.abs(target - from) < LEAP || !this.places.length) this.draw();
    else this.whirl(from);
  }

  // The hands run to the new time, so that one sees that time has passed.
  whirl(from) {
    const began = performance.now();
    const turn = () => {
      const part = Math.min(1, (performance.now() - began) / WHIRL);
      const eased = 1 - (1 - part) ** 3;
      this.draw(from + (this.shown() - from) * eased);
      if (part < 1) this.turning = requestAnimationFrame(turn);
      else this.turning = 0;
    };
    cancelAnimationFrame(this.turning);
    this.turning = requestAnimationFrame(turn);
  }

  shown() {
    return this.now + performance.now() - this.told;
  }

  draw(moment) {
    if (moment === undefined && this.turning) return;
    const at = new Date(moment ?? this.shown());
    const zones = new Map();
    for (const { role, zone } of this.places) zones.set(zone, [...(zones.get(zone) || []), role]);
    const lines = [...zones].map(([zone, roles]) => {
      const line = element("p", "time");
      const [hour, date] = formatsOf(zone);
      line.append(
        element("b", "", hour.format(at)),
        element("span", "date", date.format(at)),
        element("span", "zone", zones.size > 1 ? `${roles.join(" and ")}, ${zone}` : zone),
      );
      return line;
    });
    const text = lines.map((line) => line.textContent).join("|");
    if (this.times.dataset.text === text) return;
    this.times.dataset.text = text;
    this.times.replaceChildren(...lines);
  }

  button(how) {
    return document.querySelector(`[data-jump="${how}"]`);
  }

  async jump(how) {
    const button = this.button(how);
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    this.said.textContent = "";
    try {
      const answer = await post(`/demo/clock/${how}`);
      this.set(answer.now);
      if (!answer.found) this.said.textContent = "No prompt is planned yet.";
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  // Waits until what was sent is written down: only then can words belong to a question.
  settle() {
    return post("/demo/clock/now");
  }
}
