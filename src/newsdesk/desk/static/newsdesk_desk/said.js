/* Beside the field of how a word is said: a button that says it. */
(() => {
  const token = () => document.querySelector('[name=csrfmiddlewaretoken]').value;

  const listen = async (field, told) => {
    const body = new FormData();
    body.append('said', field.value);
    body.append('language', document.querySelector('[name=language]')?.value || '');
    const answer = await fetch(field.dataset.ndWord, { method: 'POST', body, headers: { 'X-CSRFToken': token() } }).catch(() => null);
    if (answer?.ok) new Audio(URL.createObjectURL(await answer.blob())).play();
    else told.textContent = answer?.status === 422 ? await answer.text() : '–';
  };

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-nd-word]').forEach((field) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button button-small button-secondary';
      button.textContent = field.dataset.ndListenWords;
      const told = document.createElement('span');
      told.setAttribute('role', 'status');
      button.onclick = () => listen(field, told);
      field.after(button, told);
    });
  });
})();
