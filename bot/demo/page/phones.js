// One phone: its chat, its menu, what its owner does. It talks to the people's side only.

import { element } from "./bubbles.js";
import { Thread } from "./thread.js";

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
    this.pressed = new Map(); // which buttons: the message they stood under as it was, what was newest
    this.unread = 0;
    this.looked = true;
    this.onUnread = () => {};
    this.onChange = () => {};
    this.openLink = (link) => this.act("open", { link });
    this.hands = "";
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.root.querySelector(selector);
    this.field = this.find("textarea");
    this.thread = new Thread(this, this.find(".chat"), this.find(".newest"));
    this.find(".bot").textContent = botName;
    this.sit(seat);
    this.wire();
  }

  sit(seat) {
    const moved = this.seat?.zone !== seat.zone;
    this.seat = seat;
    const role = seat.role.charAt(0).toUpperCase() + seat.role.slice(1);
    this.root.id = `seat-${seat.role}`;
    this.root.setAttribute("aria-label", `${role}'s phone`);
    this.find(".chat").setAttribute("aria-label", `Chat on the ${seat.role}'s phone`);
    this.field.setAttribute("aria-label", `Write as ${seat.name} (${seat.role})`);
    this.find(".role").textContent = role;
    this.find(".who").textContent = seat.name === role ? "" : seat.name;
    if (moved) {
      this.clock = new Intl.DateTimeFormat("en-GB", {
        hour: "2-digit", minute: "2-digit", timeZone: seat.zone,
      });
      this.thread.live(seat.zone);
    }
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

  // `after`: how many seconds later it is dated, for words that nobody really typed.
  say(text, after = 0) {
    this.stick = true;
    const link = text.trim();
    if (link.startsWith(`https://t.me/${this.bot}?start=`)) return this.act("open", { link });
    return this.act("say", { text, after });
  }

  press(message, key, button) {
    button.classList.add("waiting");
    button.setAttribute("aria-busy", "true");
    setTimeout(() => this.rest(button), TOAST);
    this.stick = true;
    const { message_id, revision } = message;
    const newest = this.thread.newestOf(1)[0].message_id;
    this.pressed.set(`${message_id} ${key.callback_data}`, { message_id, revision, newest });
    return this.act("press", { message_id: message.message_id, data: key.callback_data, label: key.text });
  }

  // Whether a button of the message was pressed, and the bot has not answered by anything one sees.
  waits(message) {
    const [newest] = this.thread.newestOf(1);
    return [...this.pressed.values()].some((press) =>
      press.message_id === message.message_id &&
      press.revision === message.revision && press.newest === newest.message_id);
  }

  rest(button) {
    button.classList.remove("waiting");
    button.removeAttribute("aria-busy");
  }

  wire() {
    const form = this.find(".composer");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.field.value;
      if (!text.trim()) return;
      this.write("");
      this.showMenu(false);
      this.say(text);
    });
    this.field.addEventListener("input", () => this.grow());
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    this.find(".commands").addEventListener("click", () => this.showMenu(this.find(".menu").hidden));
    this.root.addEventListener("keydown", (event) => this.keys(event));
    this.find(".start").addEventListener("click", () => this.begin());
    this.find(".pinned").addEventListener("click", () => this.toPinned());
    const file = this.find(".file");
    this.find(".attach").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      if (file.files.length) this.sendFile(file.files[0]);
      file.value = "";
    });
  }

  keys(event) {
    const menu = this.find(".menu");
    if (menu.hidden) return;
    if (event.key === "Escape") {
      this.showMenu(false);
      this.find(".commands").focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const items = [...menu.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    items[(at + step + items.length) % items.length].focus();
  }

  write(text) {
    this.field.value = text;
    this.grow();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 120)}px`;
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
    const follow = this.stick || this.thread.follows;
    this.stick = false;
    const fresh = this.thread.take(screen.messages);
    for (const answer of screen.answers) this.answered(answer);
    if (this.primed && fresh) this.arrived(fresh, follow);
    this.primed = true;
    this.blocked = screen.blocked;
    this.pin(screen.pinned);
    this.menu(screen.menu);
    this.doing(screen.action);
    this.hint();
    if (follow) this.thread.toEnd();
    this.onChange();
  }

  doing(action) {
    this.find(".doing").textContent = action ? `${action.replace("_", " ")}…` : "bot";
    clearTimeout(this.ending);
    if (action) this.ending = setTimeout(() => this.doing(""), ACTION);
  }

  answered(answer) {
    const item = this.thread.item(answer.message_id);
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
    this.count(this.unread + fresh);
    this.find(".phone").classList.add("rings");
  }

  count(unread) {
    this.unread = unread;
    const badge = this.find(".caption .badge");
    badge.textContent = unread ? `${unread} new` : "";
    if (!unread) this.find(".phone").classList.remove("rings");
    this.onUnread(unread);
  }

  // Somebody looks at this phone, or away from it. `shown`: it can be seen at all.
  look(looked, shown) {
    const comes = shown && !this.shown;
    this.looked = looked;
    this.shown = shown;
    if (looked && this.unread) this.count(0);
    if (comes) this.thread.toEnd();
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
    const message = this.thread.messages.get(this.pinnedId);
    line.hidden = !message;
    if (message) line.replaceChildren(element("b", "", "Pinned"), ` ${message.text.split("\n")[0]}`);
  }

  toPinned() {
    const item = this.thread.item(this.pinnedId);
    item?.scrollIntoView({ block: "center" });
    item?.focus({ preventScroll: true });
  }

  menu(commands) {
    const list = this.find(".menu");
    this.find(".commands").hidden = !commands.length;
    const told = JSON.stringify(commands);
    if (list.dataset.told === told) return; // an open menu stays as it is, focus included
    list.dataset.told = told;
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
    const begun = this.thread.begun();
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
}
