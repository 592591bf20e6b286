/* Nothing typed is lost: not in the moment before one saves or publishes, nor while a form opens, nor by leaving. */
(() => {
  const FORM = 'form[data-edit-form]';
  const FIELD = 'input, textarea, select, [contenteditable="true"]';
  const HANDED_OVER = 300; // milliseconds; Draftail puts its words into the form 250 after the last change
  const NOTICED = 1000; // Wagtail looks every 500 whether anything changed, and then warns by itself
  const LONGEST = 3000;

  let typed = 0;
  let saved = 0;
  let watched = false;
  let leaving = false;

  const ago = () => performance.now() - typed;

  /* Whether the form holds what the text editor shows. */
  const isHandedOver = (input) => {
    const shown = input.draftailEditor?.getEditorState().getCurrentContent();
    const held = JSON.parse(input.value)?.blocks ?? [];
    return !shown || shown.getPlainText('\n') === held.map((block) => block.text).join('\n');
  };

  const isWhole = (form) =>
    ago() > LONGEST || (ago() > HANDED_OVER && [...form.querySelectorAll('[data-draftail-input]')].every(isHandedOver));

  const whenWhole = (form, act) => (isWhole(form) ? act() : setTimeout(whenWhole, 50, form, act));

  const noteTyping = (event) => {
    if (!event.isTrusted || !event.target.closest?.(FIELD)?.closest(FORM)) return;
    typed = performance.now();
  };
  for (const kind of ['keydown', 'beforeinput', 'input', 'paste', 'drop', 'compositionend']) {
    document.addEventListener(kind, noteTyping, true);
  }

  /* Every way to save ends in a click on a button: a key, Enter in a field, a script. */
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[type="submit"]');
    const form = button?.form;
    if (!form?.matches(FORM) || !typed || isWhole(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    whenWhole(form, () => button.click());
  }, true);

  /* Wagtail takes for saved how a form is two seconds after it opened, and when the answer to an autosave comes. */
  const lookAgain = (form) => form.setAttribute('data-w-unsaved-force-value', 'true');
  document.addEventListener('w-unsaved:watch-edits', ({ target: form }) => {
    if (typed && !watched) lookAgain(form);
    watched = true;
  });
  document.addEventListener('w-autosave:save', () => {
    saved = performance.now();
  });
  document.addEventListener('w-autosave:success', ({ target: form }) => {
    if (typed > saved) lookAgain(form);
  });

  document.addEventListener('submit', (event) => {
    leaving = !event.defaultPrevented;
  });
  window.addEventListener('beforeunload', (event) => {
    if (typed && ago() < NOTICED && !leaving) event.preventDefault();
  });
})();
