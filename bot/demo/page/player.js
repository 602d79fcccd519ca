// Plays the story by itself: types, presses and moves the clock as a person would, at a pace one
// can read. What to do next it asks the guide; it stops at once when somebody takes over.

const READING = 14; // milliseconds a character
const LONGEST = 2600;
const SHORTEST = 900;
const KEYSTROKE = 34;
const TOUCH = 420;
const PATIENCE = 12_000;
const LOST = 4000;
const TICK = 40;
const TYPED = 4; // seconds that typing is said to have taken, at any pace

class Stopped extends Error {}

export class Player {
  constructor(guide, choose, clock) {
    this.guide = guide;
    this.choose = choose;
    this.clock = clock;
    this.speed = 1;
    this.turn = 0;
    this.playing = false;
    this.onChange = () => {};
  }

  toggle() {
    return this.playing ? this.pause() : this.play();
  }

  pause() {
    if (!this.playing) return;
    this.turn += 1;
    this.playing = false;
    this.onChange();
  }

  // One act only.
  step() {
    return this.run((act) => act && this.perform(act));
  }

  play() {
    return this.run(async (first) => {
      for (let act = first; act && !act.ended; act = await this.following(act)) {
        await this.rest(this.reading(act));
        await this.perform(act);
      }
    });
  }

  async run(what) {
    const turn = (this.turn += 1);
    this.playing = true;
    this.onChange();
    try {
      await what(this.guide.next() || (await this.following(null)));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      if (turn === this.turn) {
        this.playing = false;
        this.onChange();
      }
    }
  }

  // Waits until the guide knows another act than the one just done; null if none comes.
  async following(done) {
    for (let waited = 0; waited < PATIENCE; waited += TICK) {
      await this.rest(TICK * this.speed);
      const next = this.guide.calm ? this.guide.next(waited > LOST) : null;
      if (next && next.key !== done?.key) return next;
    }
    return null;
  }

  reading(act) {
    const length = act.message ? act.message.text.length : 60;
    return Math.min(LONGEST, Math.max(SHORTEST, length * READING));
  }

  async perform(act) {
    if (act.phone) this.choose(act.who);
    if (!act.element) return;
    if (act.do === "say") return this.type(act.phone, act.text);
    act.element.scrollIntoView({ block: "nearest" });
    act.element.classList.add("touched");
    await this.rest(TOUCH);
    act.element.classList.remove("touched");
    if (act.do === "start") await act.phone.begin();
    else if (act.do === "clock") await this.clock.jump(act.by);
    else await act.phone.press(act.message, act.button, act.element);
  }

  async type(phone, text) {
    try {
      for (let end = 1; end <= text.length; end += 1) {
        phone.write(text.slice(0, end));
        await this.rest(KEYSTROKE);
      }
      await this.clock.settle();
      await this.rest(TOUCH);
    } finally {
      phone.write("");
    }
    await phone.say(text, TYPED);
  }

  async rest(milliseconds) {
    const turn = this.turn;
    await new Promise((done) => setTimeout(done, milliseconds / this.speed));
    if (turn !== this.turn) throw new Stopped();
  }
}
