// The panel beside the phones: what just happened, one line each. Lines may be told anew.

import { element } from "./bubbles.js";

const NEAR = 60;

export class Panel {
  constructor() {
    this.list = document.getElementById("happened");
    this.lines = new Map();
    this.zone = "UTC";
    this.follows = true;
    this.list.addEventListener("scroll", () => {
      const left = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight;
      this.follows = left < NEAR;
    });
    new ResizeObserver(() => this.toEnd()).observe(this.list);
  }

  take(lines) {
    for (const line of lines) {
      const item = this.draw(line);
      this.lines.get(line.id)?.replaceWith(item);
      if (!item.isConnected) this.list.append(item);
      this.lines.set(line.id, item);
    }
    this.toEnd();
  }

  toEnd() {
    if (this.follows) this.list.scrollTop = this.list.scrollHeight;
  }

  draw(line) {
    const item = element("li", `tone-${line.tone}`);
    const show = new Intl.DateTimeFormat("en-GB", {
      weekday: "short", hour: "2-digit", minute: "2-digit", timeZone: this.zone,
    });
    const time = element("time", "", show.format(new Date(line.at)));
    time.dateTime = line.at;
    item.append(time, element("span", "", line.text));
    return item;
  }
}
