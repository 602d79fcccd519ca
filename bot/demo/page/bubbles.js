// Draws one message. Text from the bot only ever becomes text nodes: nothing here parses HTML.

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function safeAddress(address) {
  try {
    const url = new URL(address.includes("://") ? address : `https://${address}`);
    return ["http:", "https:"].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function startLink(url, phone) {
  const here = url.hostname === "t.me" && url.pathname === `/${phone.bot}`;
  return here && url.searchParams.has("start");
}

function wrap(entity, text, phone) {
  if (entity.type === "bot_command") {
    const command = element("button", "inline-command");
    command.type = "button";
    command.addEventListener("click", () => phone.say(text));
    return command;
  }
  if (entity.type === "spoiler") {
    const spoiler = element("button", "spoiler");
    spoiler.type = "button";
    spoiler.setAttribute("aria-label", "Hidden text, press to read");
    spoiler.addEventListener("click", () => {
      spoiler.classList.add("open");
      spoiler.removeAttribute("aria-label");
    });
    return spoiler;
  }
  if (entity.type === "url" || entity.type === "text_link") {
    const url = safeAddress(entity.url || text);
    if (!url) return element("span");
    const link = element("a");
    link.href = url.href;
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    if (startLink(url, phone)) {
      link.title = phone.hands ? `Open on ${phone.hands}'s phone` : "Open";
      link.addEventListener("click", (event) => {
        event.preventDefault();
        phone.openLink(url.href);
      });
    }
    return link;
  }
  return element(TAGS[entity.type] || "span");
}

// Entities count UTF-16 units, as JavaScript strings do. They are nested or apart, never crossed.
export function marked(text, entities, phone) {
  const whole = document.createDocumentFragment();
  const fill = (parent, from, to, inner) => {
    let at = from;
    while (inner.length) {
      const entity = inner.shift();
      const begin = Math.max(entity.offset, at);
      const end = Math.min(entity.offset + entity.length, to);
      if (end <= begin) continue;
      parent.append(text.slice(at, begin));
      const within = [];
      while (inner.length && inner[0].offset < end) within.push(inner.shift());
      const node = wrap(entity, text.slice(begin, end), phone);
      fill(node, begin, end, within);
      parent.append(node);
      at = end;
    }
    parent.append(text.slice(at, to));
  };
  fill(whole, 0, text.length, entities.map((entity) => ({ ...entity })));
  return whole;
}

function attachment(message) {
  const address = `/person/file/${encodeURIComponent(message.file.id)}`;
  if (message.file.mime.startsWith("image/")) {
    const link = element("a", "picture");
    link.href = address;
    link.target = "_blank";
    const picture = element("img");
    picture.src = address;
    picture.alt = message.text ? `Picture: ${message.text}` : `Picture ${message.file.name}`;
    link.append(picture);
    return link;
  }
  const link = element("a", "document");
  link.href = address;
  link.download = message.file.name;
  const size = Math.max(1, Math.round(message.file.size / 1024));
  link.append(element("span", "name", message.file.name), element("span", "size", `${size} KB`));
  return link;
}

function keyboard(message, phone) {
  const rows = element("div", "keyboard");
  for (const row of message.buttons) {
    const line = element("div", "keys");
    for (const key of row) {
      if (key.url) {
        const link = element("a", "key", key.text);
        const url = safeAddress(key.url);
        if (url) {
          link.href = url.href;
          link.target = "_blank";
          link.rel = "noopener noreferrer";
          if (startLink(url, phone)) {
            link.addEventListener("click", (event) => {
              event.preventDefault();
              phone.openLink(url.href);
            });
          }
        }
        line.append(link);
        continue;
      }
      const button = element("button", "key", key.text);
      button.type = "button";
      button.addEventListener("click", () => phone.press(message, key, button));
      line.append(button);
    }
    rows.append(line);
  }
  return rows;
}

export function bubble(message, phone) {
  const item = element("div", `message ${message.from_bot ? "theirs" : "own"}`);
  item.dataset.message = message.message_id;
  item.tabIndex = -1;
  if (message.service) {
    item.className = "message service";
    item.append(element("span", "", message.service));
    return item;
  }
  const body = element("div", "bubble");
  if (message.file) body.append(attachment(message));
  else if (message.media) body.append(element("span", "media", `[${message.media}]`));
  if (message.text) {
    const text = element("div", "text");
    // Phones show the start of a chat without its token.
    const begins = !message.from_bot && message.text.startsWith("/start ");
    text.append(marked(begins ? "/start" : message.text, message.entities, phone));
    body.append(text);
  }
  const foot = element("span", "when", phone.time(message.date));
  if (message.edited_at) foot.prepend(element("span", "edited", "edited "));
  body.append(foot);
  item.append(body);
  if (message.buttons.length) item.append(keyboard(message, phone));
  return item;
}
