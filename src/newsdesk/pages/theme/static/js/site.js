// Puts small parts into a page that is complete without them: the feed rail, Editors' Picks, more of a section.
// An XMLHttpRequest parses HTML without running anything in it, which needs no Trusted Types policy.
// https://xhr.spec.whatwg.org/#document-response and https://w3c.github.io/trusted-types/dist/spec/

const EVERY = 10_000;
const LONGEST = 300_000;

/** Once what the page came with has been painted: its picture and its type have the network first. */
const painted = new Promise((resolve) => {
  const soon = () => requestAnimationFrame(() => setTimeout(resolve));
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
});

/** The part that stands at `path`, or null where it is the one we have (304). Rejects where it cannot be had. */
function fetchPart(path, etag) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    request.responseType = "document";
    request.timeout = 8000;
    if (etag) request.setRequestHeader("If-None-Match", etag);
    request.onload = () => {
      const part = request.status === 200 && request.response?.querySelector("[data-part]");
      if (part) resolve({ part: document.adoptNode(part), etag: request.getResponseHeader("ETag") });
      else if (request.status === 304) resolve(null);
      else reject(new Error(`${path}: ${request.status}`));
    };
    request.onerror = request.ontimeout = () => reject(new Error(path));
    request.send();
  });
}

/** <news-part data-src>: what stands at its address, instead of the link inside it. */
class Part extends HTMLElement {
  async connectedCallback() {
    await painted;
    try {
      const { part } = await fetchPart(this.dataset.src);
      // Below a rail that is still on its way it would be moved by it.
      await this.parentElement.querySelector(":scope > news-rail")?.settled;
      // What a page shows already is not shown again as more of its section.
      for (const shown of part.querySelectorAll(`a[href="${CSS.escape(location.pathname)}"]`)) {
        shown.closest("article")?.remove();
      }
      this.replaceChildren(part);
    } catch {
      this.dataset.failed = ""; // and the link stays
    }
  }
}

/** <news-rail data-src>: a part that is asked for again while somebody looks, and never moves what is being read. */
class Rail extends HTMLElement {
  etag = null;
  pause = EVERY;
  stopped = false;
  waiting = null;
  settled = new Promise((resolve) => (this.settle = resolve));

  async connectedCallback() {
    if (this.items) this.dress();
    await painted;
    document.addEventListener("visibilitychange", this.look);
    this.addEventListener("pointerleave", this.quietly);
    if (!this.items) return void this.look();
    this.settle(); // the page came with its items
    this.timer = setTimeout(this.look, this.pause);
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.look);
    clearTimeout(this.timer);
  }

  get items() {
    return this.querySelector("[data-items]");
  }

  look = async () => {
    clearTimeout(this.timer);
    if (document.hidden || this.stopped) return;
    try {
      const answer = await fetchPart(this.dataset.src, this.etag);
      this.pause = EVERY;
      if (answer) this.take(answer);
    } catch {
      this.pause = Math.min(this.pause * 2, LONGEST);
    }
    this.settle();
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(this.look, this.pause);
  };

  take({ part, etag }) {
    this.etag = etag;
    if (!this.items) {
      this.replaceChildren(part);
      this.dress();
      return;
    }
    const known = new Set(ids(this.items));
    const next = part.querySelector("[data-items]");
    const fresh = ids(next).filter((id) => !known.has(id));
    this.waiting = { next, fresh };
    if (fresh.length) this.say(next, fresh);
    this.quietly();
  }

  /** Puts the waiting items in, unless somebody is reading here: then a button says how many there are. */
  quietly = () => {
    if (!this.waiting) return;
    const reads = this.matches(":hover") || this.contains(document.activeElement) || this.getBoundingClientRect().top < 0;
    if (reads && this.waiting.fresh.length) {
      this.button.textContent = `${this.dataset.fresh} ${this.waiting.fresh.length}`;
      this.button.hidden = false;
    } else this.put();
  };

  put() {
    const { next, fresh } = this.waiting;
    for (const id of fresh) next.querySelector(`[data-id="${CSS.escape(id)}"]`).classList.add("fresh");
    this.items.replaceWith(next);
    this.waiting = null;
    this.button.hidden = true;
  }

  say(next, fresh) {
    const newest = next.querySelector(`[data-id="${CSS.escape(fresh[0])}"] a`);
    this.status.textContent = `${this.dataset.new} ${newest.textContent}`;
  }

  /** What has a use only with scripts: the pause button, the button for new items, and the line for screen readers. */
  dress() {
    this.status = make("p", "vh", "");
    this.status.setAttribute("role", "status");
    this.toggle = make("button", "pause", this.dataset.pause);
    this.toggle.setAttribute("aria-pressed", "false");
    this.toggle.onclick = () => {
      this.stopped = !this.stopped;
      this.toggle.setAttribute("aria-pressed", String(this.stopped));
      this.look();
    };
    this.button = make("button", "newer", this.dataset.fresh);
    this.button.hidden = true;
    this.button.onclick = () => {
      this.put();
      this.items.querySelector("a")?.focus();
    };
    this.querySelector(".parthead").append(this.toggle);
    this.items.before(this.button);
    this.append(this.status);
  }
}

/** Where the text says who said something: the script that shows the chain there is loaded by who asks for it. */
document.addEventListener("click", async (event) => {
  const cue = event.target.closest("a.cue");
  if (!cue || !HTMLElement.prototype.showPopover || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const { show } = await import(document.getElementById("sources").dataset.script);
    show(cue);
  } catch {
    location.hash = cue.hash; // where the link leads anyway
  }
});

function ids(list) {
  return Array.from(list.querySelectorAll("[data-id]"), (item) => item.dataset.id);
}

function make(tag, name, words) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = words;
  if (tag === "button") made.type = "button";
  return made;
}

/** <news-player data-script>: a link to the sound, until it is pressed; what dresses the player is loaded then. */
class Player extends HTMLElement {
  connectedCallback() {
    this.querySelector(".listen").onclick = async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.dataset.on = "";
      const playing = this.querySelector("audio").play(); // while it is still this press that asks for it
      const dressed = import(this.dataset.script).then(({ dress }) => dress(this));
      await Promise.allSettled([playing, dressed.catch(() => this.classList.add("bare"))]);
    };
  }
}

customElements.define("news-player", Player);
customElements.define("news-part", Part);
customElements.define("news-rail", Rail);
