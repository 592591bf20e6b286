/* Ctrl+Enter publishes a brief from wherever one types; words.js sees to it that the last words are in the form. */
(() => {
  document.addEventListener('keydown', (event) => {
    const publish = document.querySelector('[data-nd-publish]');
    if (!publish || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    publish.click();
  }, true);
})();
