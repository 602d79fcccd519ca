// One phone: its chat, its menu, what its owner does. It talks to the people's side only.

import { bubble, element } from "./bubbles.js";

const DAY = { weekday: "long", day: "numeric", month: "long" };
const NEAR = 80;
const TOAST = 4000;
const ACTION = 5000;

export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body || {}),
  });
  return answer.json();
}

export class Phone {
  constructor(seat, bot, botName) {
    this.bot = bot;
    this.messages = new Map();
    this.unread = 0;
    this.looked = true;
    this.follows = true;
    this.top = 0;
    this.top = 0;
    this.onUnread = () => {};
    this.openLink = (link) => this.act("open", { link });
    this.hands = "";
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.root.querySelector(selector);
    this.chat = this.find(".chat");
    this.find(".bot").textContent = botName;
    this.sit(seat);
    this.wire();
  }

  sit(seat) {
    this.seat = seat;
    const role = seat.role.charAt(0).toUpperCase() + seat.role.slice(1);
    this.root.id = `seat-${seat.role}`;
    this.root.setAttribute("aria-label", `${role}'s phone`);
    this.chat.setAttribute("aria-label", `Chat on the ${seat.role}'s phone`);
    this.find("textarea").setAttribute("aria-label", `Write as ${seat.name} (${seat.role})`);
    this.find(".role").textContent = role;
    this.find(".who").textContent = seat.name === role ? "" : seat.name;
    this.clock = new Intl.DateTimeFormat("en-GB", {
      hour: "2-digit", minute: "2-digit", timeZone: seat.zone,
    });
    this.calendar = new Intl.DateTimeFormat("en-GB", { ...DAY, timeZone: seat.zone });
    this.hint();
  }

  time(seconds) {
    return this.clock.format(new Date(seconds * 1000));
  }

  act(what, body) {
    return post(`/person/${this.seat.person}/${what}`, body).then((answer) => {
      if (answer.error) this.toast(answer.error);
      return answer;
    });
  }

  say(text) {
    this.stick = true;
    const link = text.trim();
    if (link.startsWith(`https://t.me/${this.bot}?start=`)) return this.act("open", { link });
    return this.act("say", { text });
  }

  press(message, key, button) {
    button.classList.add("waiting");
    button.setAttribute("aria-busy", "true");
    setTimeout(() => this.rest(button), TOAST);
    this.stick = true;
    return this.act("press", { message_id: message.message_id, data: key.callback_data, label: key.text });
  }

  rest(button) {
    button.classList.remove("waiting");
    button.removeAttribute("aria-busy");
  }

  wire() {
    const form = this.find(".composer");
    const field = this.find("textarea");
    const grow = () => {
      field.style.height = "auto";
      field.style.height = `${Math.min(field.scrollHeight, 120)}px`;
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = field.value;
      if (!text.trim()) return;
      field.value = "";
      grow();
      this.showMenu(false);
      this.say(text);
    });
    field.addEventListener("input", grow);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    this.find(".commands").addEventListener("click", () => this.showMenu(this.find(".menu").hidden));
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.find(".menu").hidden) {
        this.showMenu(false);
        this.find(".commands").focus();
      }
    });
    this.find(".start").addEventListener("click", () => this.begin());
    this.find(".newest").addEventListener("click", () => this.toEnd());
    this.find(".pinned").addEventListener("click", () => this.toPinned());
    this.chat.addEventListener("scroll", () => {
      // Only scrolling up is a wish to stay: pictures and menus move the end by themselves.
      if (this.nearEnd()) this.follows = true;
      else if (this.chat.scrollTop < this.top) this.follows = false;
      this.top = this.chat.scrollTop;
      if (this.follows) this.find(".newest").hidden = true;
    });
    new ResizeObserver(() => this.follows && this.toEnd()).observe(this.chat);
    const file = this.find(".file");
    this.find(".attach").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      if (file.files.length) this.sendFile(file.files[0]);
      file.value = "";
    });
  }

  begin() {
    if (this.blocked) return this.act("unblock");
    if (this.seat.link) return this.act("open", { link: this.seat.link });
    return this.say("/start");
  }

  async sendFile(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    const kind = file.type.startsWith("image/") ? "photo" : "document";
    this.stick = true;
    await this.act("send", { kind, name: file.name, mime: file.type, file: btoa(text) });
  }

  // What changed, from the stream. Messages are drawn anew in place; focus stays where it was.
  update(screen) {
    const follow = this.stick || this.follows;
    this.stick = false;
    let fresh = 0;
    for (const message of screen.messages) {
      const known = this.messages.has(message.message_id);
      if (!known && message.from_bot && !message.deleted) fresh += 1;
      this.messages.set(message.message_id, message);
      this.draw(message);
    }
    for (const answer of screen.answers) this.answered(answer);
    if (this.primed && fresh) this.arrived(fresh, follow);
    this.primed = true;
    this.blocked = screen.blocked;
    this.pin(screen.pinned);
    this.menu(screen.menu);
    this.doing(screen.action);
    this.hint();
    if (follow) this.toEnd();
  }

  doing(action) {
    this.find(".doing").textContent = action ? `${action.replace("_", " ")}…` : "bot";
    clearTimeout(this.ending);
    if (action) this.ending = setTimeout(() => this.doing(""), ACTION);
  }

  draw(message) {
    const old = this.chat.querySelector(`[data-message="${message.message_id}"]`);
    if (message.deleted) {
      old?.remove();
      return this.days();
    }
    const item = bubble(message, this);
    item.querySelector("img")?.addEventListener("load", () => this.follows && this.toEnd());
    if (!old) {
      const later = [...this.chat.querySelectorAll(".message")].find(
        (other) => Number(other.dataset.message) > message.message_id,
      );
      this.chat.insertBefore(item, later || null);
      item.classList.add("arriving");
      return this.days();
    }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(item);
    if (focused) {
      const same = [...item.querySelectorAll(".key")].find(
        (key) => key.textContent === focused.textContent,
      );
      (same || item).focus({ preventScroll: true });
    }
    return undefined;
  }

  days() {
    for (const line of this.chat.querySelectorAll(".day")) line.remove();
    let last = "";
    for (const item of this.chat.querySelectorAll(".message")) {
      const message = this.messages.get(Number(item.dataset.message));
      const day = this.calendar.format(new Date(message.date * 1000));
      if (day !== last) item.before(element("p", "day", day));
      last = day;
    }
  }

  answered(answer) {
    const item = this.chat.querySelector(`[data-message="${answer.message_id}"]`);
    for (const key of item?.querySelectorAll(".waiting") || []) this.rest(key);
    if (!answer.text || !this.primed) return;
    if (answer.alert) {
      this.find(".alert p").textContent = answer.text;
      this.find(".alert").showModal();
    } else this.toast(answer.text);
  }

  arrived(fresh, follow) {
    if (!follow) this.find(".newest").hidden = false;
    if (this.looked) return;
    this.unread += fresh;
    this.onUnread(this.unread);
  }

  look(looked) {
    this.looked = looked;
    this.root.classList.toggle("shown", looked);
    if (!looked) return;
    this.unread = 0;
    this.onUnread(0);
    this.toEnd();
  }

  toast(text) {
    const toast = this.find(".toast");
    toast.textContent = text;
    toast.classList.add("shown");
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => toast.classList.remove("shown"), TOAST);
  }

  pin(pinned) {
    const line = this.find(".pinned");
    this.pinnedId = pinned[pinned.length - 1];
    const message = this.messages.get(this.pinnedId);
    line.hidden = !message;
    if (message) line.replaceChildren(element("b", "", "Pinned"), ` ${message.text.split("\n")[0]}`);
  }

  toPinned() {
    const item = this.chat.querySelector(`[data-message="${this.pinnedId}"]`);
    item?.scrollIntoView({ block: "center" });
    item?.focus({ preventScroll: true });
  }

  menu(commands) {
    const list = this.find(".menu");
    this.find(".commands").hidden = !commands.length;
    list.replaceChildren(...commands.map((command) => {
      const item = element("li");
      const button = element("button");
      button.type = "button";
      button.append(element("b", "", `/${command.command}`), element("span", "", command.description));
      button.addEventListener("click", () => {
        this.showMenu(false);
        this.find(".commands").focus();
        this.say(`/${command.command}`);
      });
      item.append(button);
      return item;
    }));
  }

  showMenu(open) {
    this.find(".menu").hidden = !open;
    this.find(".commands").setAttribute("aria-expanded", String(open));
    if (open) this.find(".menu button")?.focus();
  }

  hint() {
    const begun = [...this.messages.values()].some((message) => !message.from_bot);
    const start = this.find(".start");
    start.hidden = begun && !this.blocked;
    start.textContent = this.blocked ? "Unblock" : "Start";
    this.find(".composer").hidden = !start.hidden;
    const waits = !begun && this.seat.role === "client" && !this.seat.link;
    this.find(".hint").hidden = !waits;
    if (waits) {
      this.find(".hint").textContent =
        "Clients join by a link. Make one on the therapist's phone with /invite and press it there.";
    }
  }

  nearEnd() {
    return this.chat.scrollHeight - this.chat.scrollTop - this.chat.clientHeight < NEAR;
  }

  toEnd() {
    this.follows = true;
    this.chat.scrollTop = this.chat.scrollHeight;
    this.find(".newest").hidden = true;
  }
}
