/* A problem leads to its field: opens the tab and the panel it stands in, and puts the cursor there. */
(() => {
  const FIELD = 'input:not([type="hidden"]):not([disabled]), textarea, select, [contenteditable="true"], button';

  const reveal = (place) => {
    const tab = place.closest('[role="tabpanel"]');
    if (tab && tab.hidden) {
      document.querySelector(`[role="tab"][href="#${tab.id}"]`)?.click();
    }
    for (let folded = place.closest('[hidden="until-found"]'); folded; folded = folded.parentElement.closest('[hidden="until-found"]')) {
      document.querySelector(`[aria-controls="${folded.id}"]`)?.click();
    }
  };

  /* A list of parts (byline, topics) has no content path: its button to add one is where to mend it. */
  const placeOf = (name) =>
    document.querySelector(`form[data-edit-form] [data-contentpath="${name}"]`) ||
    document.getElementById(`id_${name}-OPEN_MODAL`) ||
    document.getElementById(`id_${name}-ADD`);

  const focus = (place) => {
    const field = place.matches(FIELD) ? place : place.querySelector(FIELD) || place;
    place.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-nd-leads-to]');
    const place = link && placeOf(link.dataset.ndLeadsTo);
    if (!place) return;
    event.preventDefault();
    reveal(place);
    requestAnimationFrame(() => focus(place));
  });
})();
