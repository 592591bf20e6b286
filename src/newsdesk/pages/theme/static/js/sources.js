// Where the text says who said something, shows the chain on the spot; loaded at the first such click (site.js).
// https://html.spec.whatwg.org/multipage/popover.html

const GAP = 8;

/** Puts the box below the words, inside the window; `position: fixed`, so these are the window's own measures. */
function place(box, words) {
  const at = words.getBoundingClientRect();
  const left = Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - GAP);
  const below = at.bottom + GAP;
  const top = below + box.offsetHeight > innerHeight ? at.top - box.offsetHeight - GAP : below;
  box.style.left = `${Math.max(GAP, left)}px`;
  box.style.top = `${Math.max(GAP, top)}px`;
}

/** Opens the chain that the link in the text leads to. */
export function show(cue) {
  const item = document.getElementById(cue.hash.slice(1));
  const box = document.createElement("div");
  box.className = "chainbox";
  box.popover = "auto";
  box.tabIndex = -1;
  for (const part of item.querySelectorAll(".chain, time")) box.append(part.cloneNode(true));
  const all = document.createElement("a");
  all.href = cue.hash;
  all.textContent = document.getElementById("how").textContent;
  box.append(all);
  all.onclick = () => box.hidePopover();
  box.ontoggle = (event) => event.newState === "closed" && box.remove();
  document.body.append(box);
  box.showPopover();
  place(box, cue);
  box.focus({ preventScroll: true });
}

