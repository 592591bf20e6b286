// Dresses the browser's own audio element, once somebody has pressed play: controls, the sentence that is read, the place
// where listening stopped (on this device only), and what a lock screen shows.
// https://www.w3.org/TR/mediasession/ and https://www.w3.org/TR/css-highlight-api-1/

const STEP = 15; // seconds
const NEAR = 10; // as near to an end, a place is not worth remembering
const KEPT = 20; // places remembered, the newest first

export function dress(player) {
  const audio = player.querySelector("audio");
  const controls = player.querySelector("template").content.firstElementChild.cloneNode(true);
  const focused = player.contains(document.activeElement);
  audio.controls = false;
  player.querySelector(".listen").replaceWith(controls);
  bind(controls, audio);
  keepPace(controls.querySelector("select"), audio);
  remember(audio);
  const next = following(player, audio);
  whenPlaying(audio, () => {
    hush(audio);
    announce(audio, next);
  });
  if (audio.closest("article")) follow(audio, player.dataset.times);
  if (focused) controls.querySelector("button").focus({ preventScroll: true });
}

/** It may have begun before anybody could listen for that. */
function whenPlaying(audio, act) {
  audio.addEventListener("play", act);
  if (!audio.paused) act();
}

function bind(controls, audio) {
  const [toggle] = controls.querySelectorAll("[data-act=toggle]");
  const range = controls.querySelector("input");
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
  for (const name of ["play", "pause", "timeupdate", "durationchange", "seeking", "ended"]) audio.addEventListener(name, show);
  // A screen reader says the new place as the key goes down: it cannot wait for the element's event.
  const go = (seconds) => {
    move(audio, seconds);
    show();
  };
  const acts = {
    toggle: () => (audio.paused ? audio.play() : audio.pause()),
    back: () => go(audio.currentTime - STEP),
    on: () => go(audio.currentTime + STEP),
  };
  controls.addEventListener("click", (event) => acts[event.target.closest("[data-act]")?.dataset.act]?.());
  range.oninput = () => go(range.valueAsNumber);
  const fail = () => (controls.querySelector("[role=status]").textContent = controls.dataset.failed);
  for (const place of [audio, audio.lastElementChild]) place.addEventListener("error", fail);
  if (audio.error || audio.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) fail();
  show();
}

/** Who listens fast listens fast to the next one too. */
function keepPace(select, audio) {
  const set = () => {
    audio.playbackRate = Number(select.value);
    store((kept) => kept.setItem("pace", select.value));
  };
  const pace = store((kept) => kept.getItem("pace"));
  if ([...select.options].some((option) => option.value === pace)) select.value = pace;
  audio.playbackRate = Number(select.value);
  select.onchange = set;
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
  const name = new URL(audio.querySelector("source").src).pathname;
  const places = () => store((kept) => JSON.parse(kept.getItem("heard"))) ?? [];
  const note = () => {
    const [now, others] = [Math.floor(audio.currentTime), places().filter(([one]) => one !== name)];
    const kept = now > NEAR && now < audio.duration - NEAR ? [[name, now], ...others] : others;
    store((device) => device.setItem("heard", JSON.stringify(kept.slice(0, KEPT))));
  };
  const heard = places().find(([one]) => one === name)?.[1];
  const begin = () => heard < audio.duration - NEAR && move(audio, heard);
  if (audio.readyState) begin();
  else audio.addEventListener("loadedmetadata", begin, { once: true });
  audio.addEventListener("pause", note);
  addEventListener("pagehide", () => audio.currentTime && note());
}

function store(act) {
  try {
    return act(localStorage);
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** In a queue one clip follows the other: the function that plays the next, where there is one. */
function following(player, audio) {
  const next = player.closest("[data-queue] > li")?.nextElementSibling?.querySelector("news-player");
  const play = next && (() => (next.querySelector(".listen") ?? next.querySelector("[data-act=toggle]")).click());
  if (play) audio.addEventListener("ended", play);
  return play;
}

/** Never do two speak at once. */
function hush(audio) {
  for (const other of document.querySelectorAll("audio")) if (other !== audio) other.pause();
}

function announce(audio, next) {
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
  handle("nexttrack", next ?? null);
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

/** Each sentence with its range, looked for after the one before, else anywhere: the page has its own order on top. What
 *  it prints in other words has none. */
function placed(sentences, { text, places }) {
  let from = 0;
  return sentences.flatMap(([start, end, words]) => {
    const bare = words.replace(/\s+/g, "");
    const after = text.indexOf(bare, from);
    const at = after < 0 ? text.indexOf(bare) : after;
    if (!bare || at < 0) return [];
    from = at + bare.length;
    const range = document.createRange();
    range.setStart(...places[at]);
    const [node, last] = places[from - 1];
    range.setEnd(node, last + 1);
    return [{ start, end, range }];
  });
}
