// The strip above the phones: what to do next, shown where to do it; the story that plays itself.

const SHOWN = "homework-guide";

export class Strip {
  constructor(guide, player, astray) {
    this.root = document.getElementById("guide");
    this.find = (selector) => this.root.querySelector(selector);
    this.player = player;
    this.guide = guide;
    this.astray = astray;
    guide.listeners.push((next) => this.show(next));
    player.onChange = () => this.keys();
    this.find(".play").addEventListener("click", () => player.toggle());
    this.find(".do").addEventListener("click", () => player.step());
    this.find(".hide").addEventListener("click", () => {
      this.open(false);
      this.opener.focus();
    });
    const speed = this.find(".speed select");
    speed.addEventListener("change", () => (player.speed = Number(speed.value)));
    this.opener = document.getElementById("show-guide");
    this.opener.addEventListener("click", () => {
      this.open(true);
      this.find(".play").focus();
    });
    // Whoever touches a phone or the clock has taken over.
    for (const kind of ["pointerdown", "keydown"]) {
      document.addEventListener(kind, (event) => {
        const elsewhere = !event.target.closest?.(".phones, .clock");
        if (event.isTrusted && player.playing && !elsewhere) player.pause();
      }, true);
    }
    this.open(sessionStorage.getItem(SHOWN) !== "no");
  }

  open(shown) {
    sessionStorage.setItem(SHOWN, shown ? "yes" : "no");
    this.root.hidden = !shown;
    this.opener.hidden = shown;
    if (shown) this.guide.changed();
    else {
      this.player.pause();
      this.nudge(null);
    }
  }

  show(next) {
    this.next = next;
    this.root.dataset.act = next?.key || (next?.ended ? "end" : "astray");
    if (next) {
      const count = this.guide.story.chapters.length;
      const place = `${next.number + 1} of ${count} · ${next.title}`;
      this.find(".chapter").textContent = next.ended ? this.guide.story.end.title : place;
      this.find("progress").max = count;
      this.find("progress").value = next.number;
    }
    const hint = next ? next.hint : this.astray;
    if (this.find(".hint-line").textContent !== hint) this.find(".hint-line").textContent = hint;
    this.nudge(this.root.hidden ? null : this.place(next));
    this.keys();
  }

  // Where to act; on a narrow window that may be the tab of the phone that is not shown.
  place(next) {
    const hidden = next?.phone && !next.element.checkVisibility();
    return hidden ? next.phone.tab : next?.element;
  }

  nudge(element) {
    const moved = element && !element.classList.contains("nudge");
    if (moved && !this.player.playing) element.scrollIntoView({ block: "nearest" });
    for (const one of document.querySelectorAll(".nudge")) {
      if (one === element) continue;
      one.classList.remove("nudge");
      one.removeAttribute("aria-describedby");
    }
    element?.classList.add("nudge");
    element?.setAttribute("aria-describedby", "hint-line");
  }

  keys() {
    const { playing } = this.player;
    const ended = Boolean(this.next?.ended);
    const resting = ended ? "The end" : this.guide.at > 0 ? "Play on" : "Play it for me";
    const play = this.find(".play");
    play.textContent = playing ? "Pause" : resting;
    play.disabled = ended && !playing;
    this.find(".do").disabled = playing || !this.next || ended;
    this.root.classList.toggle("playing", playing);
  }
}
