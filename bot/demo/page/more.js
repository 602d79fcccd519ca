// More to see: a short story each for worksheets that are not in the first one.

function filled(act, sheet) {
  const words = (text) =>
    typeof text === "string" ? text.replace(/\{(\w+)\}/g, (_, name) => sheet[name] || "-") : text;
  return Object.fromEntries(Object.entries(act).map(([name, value]) => [name, words(value)]));
}

export class More {
  constructor(first, more, guide, player) {
    Object.assign(this, { first, more, guide });
    const menu = document.querySelector("#guide .more select");
    menu.append(new Option(more.first, ""));
    for (const { id, sheet } of more.chapters) menu.append(new Option(sheet, id));
    menu.addEventListener("change", () => {
      player.pause();
      guide.take(this.story(menu.value));
    });
  }

  // Who has not joined yet does that before.
  story(id) {
    const sheet = this.more.chapters.find((one) => one.id === id);
    if (!sheet) return this.first;
    const joining = this.joined() ? [] : this.first.chapters.slice(0, this.more.joining);
    const set = { title: "A practice is set", acts: [] };
    set.acts = [...(sheet.before || []), ...this.more.set].map((act) => filled(act, sheet));
    const chapters = [...joining, set, { title: "The worksheet", acts: sheet.acts }];
    return { chapters, end: { title: sheet.sheet, hint: this.more.end } };
  }

  joined() {
    const { who, reads } = this.more.joined;
    const said = this.guide.phones.get(who)?.thread.messages.values() || [];
    return [...said].some((one) => one.from_bot && one.text.includes(reads));
  }
}
