// Dresses the browser's own audio element, once somebody has pressed play: controls, the sentence that is read, the place
// where listening stopped (on this device only), and what a lock screen shows.
// https://www.w3.org/TR/mediasession/ and https://www.w3.org/TR/css-highlight-api-1/

const STEP = 15; // seconds
const NEAR = 10; // as near to an end, a place is not worth remembering

export function dress(player) {
  const audio = player.querySelector("audio");
  const controls = player.querySelector("template").content.firstElementChild.cloneNode(true);
  audio.controls = false;
  player.querySelector(".listen").replaceWith(controls);
  bind(controls, audio);
  remember(audio);
  announce(audio);
  playOn(player, audio);
  if (audio.closest("article")) follow(audio, player.dataset.times);
  controls.querySelector("button").focus({ preventScroll: true });
}

function bind(controls, audio) {
  const [toggle] = controls.querySelectorAll("[data-act=toggle]");
  const range = controls.querySelector("input");
  const acts = {
    toggle: () => (audio.paused ? audio.play() : audio.pause()),
    back: () => move(audio, audio.currentTime - STEP),
    on: () => move(audio, audio.currentTime + STEP),
  };
  controls.addEventListener("click", (event) => acts[event.target.closest("[data-act]")?.dataset.act]?.());
  controls.querySelector("select").onchange = (event) => (audio.playbackRate = Number(event.target.value));
  range.oninput = () => move(audio, range.valueAsNumber);
  const names = [toggle.getAttribute("aria-label"), toggle.dataset.other];
  const show = () => {
    const [now, all] = [audio.currentTime, audio.duration || 0];
    range.max = all || 1;
    range.value = now;
    range.setAttribute("aria-valuetext", `${clock(now)} / ${clock(all)}`);
    controls.querySelector(".clock").textContent = `${clock(now)} / ${clock(all)}`;
    controls.classList.toggle("playing", !audio.paused);
    toggle.setAttribute("aria-label", names[audio.paused ? 0 : 1]);
  };
  for (const name of ["play", "pause", "timeupdate", "durationchange", "seeked", "ended"]) audio.addEventListener(name, show);
  show();
}

function move(audio, seconds) {
  audio.currentTime = Math.max(0, Math.min(seconds, audio.duration || seconds));
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A file's name is its digest: another text is another file, whose beginning nobody has heard. */
function remember(audio) {
  const key = `heard:${audio.currentSrc || audio.querySelector("source").src}`;
  const store = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null; // a browser that keeps nothing
    }
  };
  const heard = Number(store((kept) => kept.getItem(key)));
  const begin = () => heard > NEAR && heard < audio.duration - NEAR && move(audio, heard);
  if (audio.readyState) begin();
  else audio.addEventListener("loadedmetadata", begin, { once: true });
  audio.addEventListener("pause", () => store((kept) => kept.setItem(key, String(Math.floor(audio.currentTime)))));
  audio.addEventListener("ended", () => store((kept) => kept.removeItem(key)));
  addEventListener("pagehide", () => audio.currentTime && store((kept) => kept.setItem(key, String(Math.floor(audio.currentTime)))));
}

/** In a queue one clip follows the other, and never do two speak at once. */
function playOn(player, audio) {
  const next = player.closest("[data-queue] > li")?.nextElementSibling?.querySelector("news-player");
  audio.addEventListener("ended", () => (next?.querySelector(".listen") ?? next?.querySelector("[data-act=toggle]"))?.click());
  audio.addEventListener("play", () => {
    for (const other of document.querySelectorAll("audio")) if (other !== audio) other.pause();
  });
}

function announce(audio) {
  if (!("mediaSession" in navigator)) return;
  const said = (property) => document.querySelector(`meta[property="${property}"]`)?.content;
  const picture = said("og:image");
  navigator.mediaSession.metadata = new MediaMetadata({
    title: audio.closest("li,section")?.querySelector("h2")?.textContent ?? said("og:title") ?? document.title,
    artist: said("og:site_name") ?? "",
    artwork: picture ? [{ src: picture }] : [],
  });
  const handle = (name, act) => navigator.mediaSession.setActionHandler(name, act);
  handle("play", () => audio.play());
  handle("pause", () => audio.pause());
  handle("seekbackward", (details) => move(audio, audio.currentTime - (details.seekOffset ?? STEP)));
  handle("seekforward", (details) => move(audio, audio.currentTime + (details.seekOffset ?? STEP)));
  handle("seekto", (details) => move(audio, details.seekTime));
}

/** Marks the sentence being read, and lets a click on one jump there. */
async function follow(audio, times) {
  if (!times || !("highlights" in CSS)) return;
  const answer = await fetch(times).catch(() => null);
  if (!answer?.ok) return;
  const { sentences } = await answer.json();
  const story = audio.closest("article");
  const said = placed(sentences, letters(story));
  const mark = new Highlight();
  CSS.highlights.set("read", mark);
  audio.addEventListener("timeupdate", () => {
    const now = said.find((one) => one.start <= audio.currentTime && audio.currentTime < one.end);
    mark.clear();
    if (now) mark.add(now.range);
  });
  story.addEventListener("click", (event) => {
    if (event.target.closest("a,button,input,select") || !getSelection().isCollapsed) return;
    const one = said.find(({ range }) => Array.from(range.getClientRects()).some((box) => holds(box, event)));
    if (one) move(audio, one.start);
  });
}

function holds(box, { clientX, clientY }) {
  return box.left <= clientX && clientX <= box.right && box.top <= clientY && clientY <= box.bottom;
}

/** Every letter of the story with its place; blanks do not count, for a theme may set them as it likes. */
function letters(story) {
  const walk = document.createTreeWalker(story, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("news-player,[aria-hidden=true]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const places = [];
  let text = "";
  while (walk.nextNode()) {
    const { data } = walk.currentNode;
    for (let at = 0; at < data.length; at++) {
      if (/\s/.test(data[at])) continue;
      text += data[at];
      places.push([walk.currentNode, at]);
    }
  }
  return { text, places };
}

/** Each sentence with its range, looked for from the end of the one before; what the page does not print has none. */
function placed(sentences, { text, places }) {
  let from = 0;
  return sentences.flatMap(([start, end, words]) => {
    const bare = words.replace(/\s+/g, "");
    const at = bare ? text.indexOf(bare, from) : -1;
    if (at < 0) return [];
    from = at + bare.length;
    const range = document.createRange();
    range.setStart(...places[at]);
    const [node, last] = places[from - 1];
    range.setEnd(node, last + 1);
    return [{ start, end, range }];
  });
}
