/* Ctrl+Enter publishes a brief from wherever one types; the text editor hands over its last words a moment after typing. */
(() => {
  const HANDED_OVER = 300; // milliseconds; Draftail saves its state 250 after the last change

  document.addEventListener('keydown', (event) => {
    const publish = document.querySelector('[data-nd-publish]');
    if (!publish || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    setTimeout(() => publish.click(), HANDED_OVER);
  }, true);
})();
