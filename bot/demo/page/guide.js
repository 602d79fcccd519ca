// Finds the next act of the story that is possible on the phones as they are now. It never acts.

const CALM = 350;
const ASTRAY = 1500;
const LATEST = 3;

// Acts: `start` a chat, `press` a button (its `label`, how it `begins`, or words of its `data`),
// `say` a text, move the `clock`. `asks`: words of the message it answers; what is said without
// them, such as a command, waits for its turn. `after`, `until`: what a phone reads.
function asked(act, message) {
  if (!act.asks) return Boolean(message);
  return Boolean(message) && [].concat(act.asks).some((words) => message.text.includes(words));
}

function fits(act, key) {
  if (act.label) return key.text === act.label;
  return act.begins ? key.text.startsWith(act.begins) : key.callback_data?.includes(act.data);
}

export class Guide {
  constructor(story, phones, clock) {
    this.phones = phones;
    this.clock = clock;
    this.calm = true;
    this.listeners = [];
    this.take(story);
  }

  // Begins with another story, wherever the phones are.
  take(story) {
    this.story = story;
    this.acts = story.chapters.flatMap((chapter, number) =>
      chapter.acts.map((act) => ({ ...act, number, title: chapter.title })));
    this.at = 0;
    this.shown = null;
    this.ended = false;
    this.changed();
  }

  // To be called whenever anything changed; listeners hear it once things are calm. That nothing
  // fits they hear only after a while: the bot may be about to answer.
  changed() {
    this.calm = false;
    clearTimeout(this.calming);
    this.calming = setTimeout(() => {
      this.calm = true;
      const next = this.next();
      if (next) this.tell(next);
      else this.calming = setTimeout(() => this.tell(this.next(true)), ASTRAY);
    }, CALM);
  }

  tell(next) {
    for (const listener of this.listeners) listener(next);
  }

  // The next act with its target, `{ended: true}` after the last one, or null when nothing fits.
  // The story goes forward; with `back` an earlier place will do, for who has left the path.
  next(back = false) {
    if (this.shown && this.happened(this.shown)) this.at = this.shown.index + 1;
    if (this.ended || this.done()) {
      this.ended = true;
      return { ended: true, number: this.story.chapters.length, hint: this.story.end.hint };
    }
    const before = this.acts.slice(0, this.at).map((_, index) => this.at - 1 - index);
    const after = this.acts.slice(this.at).map((_, index) => this.at + index);
    for (const index of back ? [...after, ...before] : after) {
      const act = this.acts[index];
      if (act.do === "say" && !act.asks && index !== this.at) continue;
      const target = this.target(act, back);
      if (!target) continue;
      this.at = index;
      this.shown = { ...act, ...target, index, hint: act.hint || this.words(act) };
      return this.shown;
    }
    return null;
  }

  done() {
    const { after } = this.story.end;
    return after ? this.reads(after) : this.at === this.acts.length;
  }

  // Whether the act that was shown has been done meanwhile, by whomever.
  happened(act) {
    if (act.do === "say") return act.phone.thread.newestOwn() > act.message.message_id;
    if (act.do === "press") return act.phone.pressed.has(act.name);
    return act.do === "start" && act.phone.thread.begun();
  }

  words(act) {
    if (act.do === "clock") return "Time goes by. Press “To the next prompt”.";
    if (act.do === "say") return `Type an answer, such as: ${act.text}`;
    return `Press “${act.label || act.begins}” on the ${act.who}’s phone.`;
  }

  target(act, back) {
    if (act.do === "clock") return this.clockTarget(act);
    const phone = this.phones.get(act.who);
    if (!phone?.primed) return null;
    if (act.after && !this.reads(act.after)) return null;
    const start = phone.find(".start");
    if (act.do === "start") {
      const possible = !start.hidden && phone.seat.link;
      return possible ? { phone, element: start, key: `start ${phone.seat.link}` } : null;
    }
    if (!start.hidden) return null;
    return act.do === "say" ? this.question(act, phone) : this.button(act, phone, back);
  }

  clockTarget(act) {
    if (!this.reads(act.after) || this.reads(act.until)) return null;
    return { element: this.clock.button(act.by), key: `${act.by} ${Math.round(this.clock.now / 1000)}` };
  }

  question(act, phone) {
    const [message] = phone.thread.newestOf(1);
    if (!asked(act, message) || phone.thread.newestOwn() > message.message_id) return null;
    const links = [...phone.thread.item(message.message_id).querySelectorAll(".inline-command")];
    const element = links.find((one) => one.textContent === act.text) || phone.field;
    return { phone, message, element, key: `say ${message.message_id} ${message.revision}` };
  }

  // What was asked before somebody last wrote is answered, as a rule.
  button(act, phone, back) {
    const since = back || act.back ? 0 : phone.thread.newestOwn();
    for (const message of phone.thread.newestOf(LATEST)) {
      if (message.message_id < since) continue;
      if (act.asks && !asked(act, message)) continue;
      if (!back && phone.waits(message)) continue;
      const key = message.buttons.flat().find((one) => fits(act, one));
      const name = `${message.message_id} ${key?.callback_data}`;
      if (!key || phone.pressed.get(name)?.revision === message.revision) continue;
      const element = [...phone.thread.item(message.message_id).querySelectorAll("button.key")].find(
        (one) => one.textContent === key.text,
      );
      return { phone, message, button: key, element, name, key: `press ${name}` };
    }
    return null;
  }

  reads(what) {
    const phone = this.phones.get(what.who);
    return Boolean(phone?.thread.newestOf(LATEST).some((one) => one.text.includes(what.reads)));
  }
}
