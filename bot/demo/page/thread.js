// The messages on one phone: drawn in place, day by day, scrolled to what is new.

import { bubble, element } from "./bubbles.js";

const DAY = { weekday: "long", day: "numeric", month: "long" };
const NEAR = 80;
const GAP = 10;

export class Thread {
  constructor(phone, holder, newest) {
    this.phone = phone;
    this.holder = holder;
    this.newest = newest;
    this.messages = new Map();
    this.follows = true;
    this.top = 0;
    newest.addEventListener("click", () => this.toEnd());
    holder.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => this.follows && this.toEnd()).observe(holder);
  }

  live(zone) {
    this.calendar = new Intl.DateTimeFormat("en-GB", { ...DAY, timeZone: zone });
    for (const message of this.messages.values()) this.draw(message);
    this.days();
  }

  // Takes what changed; returns how many messages of the bot are new.
  take(messages) {
    let fresh = 0;
    let moved = false;
    for (const message of messages) {
      const known = this.messages.has(message.message_id);
      moved ||= !known || message.deleted;
      if (!known && message.from_bot && !message.deleted) fresh += 1;
      this.messages.set(message.message_id, message);
      this.draw(message);
    }
    if (moved) this.days(); // one that is only edited keeps its day
    return fresh;
  }

  draw(message) {
    const old = this.item(message.message_id);
    if (message.deleted) {
      old?.remove();
      return;
    }
    const item = bubble(message, this.phone);
    item.querySelector("img")?.addEventListener("load", () => this.follows && this.toEnd());
    if (!old) {
      const later = [...this.holder.querySelectorAll(".message")].find(
        (other) => Number(other.dataset.message) > message.message_id,
      );
      this.holder.insertBefore(item, later || null);
      item.classList.add("arriving");
      return;
    }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(item);
    if (focused) {
      const same = [...item.querySelectorAll(".key")].find(
        (key) => key.textContent === focused.textContent,
      );
      (same || item).focus({ preventScroll: true });
    }
  }

  days() {
    for (const line of this.holder.querySelectorAll(".day")) line.remove();
    let last = "";
    for (const item of this.holder.querySelectorAll(".message")) {
      const message = this.messages.get(Number(item.dataset.message));
      const day = this.calendar.format(new Date(message.date * 1000));
      if (day !== last) item.before(element("p", "day", day));
      last = day;
    }
  }

  item(id) {
    return this.holder.querySelector(`[data-message="${id}"]`);
  }

  // The newest messages of the bot, newest first.
  newestOf(count) {
    const shown = [...this.messages.values()].filter((one) => one.from_bot && !one.deleted);
    return shown.sort((one, other) => other.message_id - one.message_id).slice(0, count);
  }

  newestOwn() {
    const own = [...this.messages.values()].filter((one) => !one.from_bot && !one.service);
    return Math.max(0, ...own.map((one) => one.message_id));
  }

  begun() {
    return [...this.messages.values()].some((message) => !message.from_bot);
  }

  scrolled() {
    // Only scrolling up is a wish to stay: pictures and menus move the end by themselves.
    const left = this.holder.scrollHeight - this.holder.scrollTop - this.holder.clientHeight;
    if (left < NEAR) this.follows = true;
    else if (this.holder.scrollTop < this.top) this.follows = false;
    this.top = this.holder.scrollTop;
    if (this.follows) this.newest.hidden = true;
  }

  // To the newest message; one that is taller than the phone is shown from its first line.
  toEnd() {
    this.follows = true;
    const last = this.holder.lastElementChild;
    const top = last ? last.offsetTop - this.holder.offsetTop - GAP : 0;
    this.holder.scrollTop = Math.min(top, this.holder.scrollHeight - this.holder.clientHeight);
    this.top = this.holder.scrollTop;
    this.newest.hidden = true;
  }
}
