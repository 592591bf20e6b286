/* The Audio panel: sends what the editor wants, and plays the draft. */
(() => {
  const panel = () => document.querySelector('[data-nd-audio]');
  const token = () => document.querySelector('form[data-edit-form] [name=csrfmiddlewaretoken]').value;
  const say = (mark, words) => {
    const place = panel()?.querySelector(mark);
    if (place) place.textContent = words;
  };

  const send = async (address, body) => {
    const answer = await fetch(address, { method: 'POST', body, headers: { 'X-CSRFToken': token() } }).catch(() => null);
    if (!answer || answer.status >= 500 || answer.status === 403) {
      say('[data-nd-wrong]', panel().querySelector('[data-nd-wrong]').dataset.failed);
      return null;
    }
    return answer;
  };

  const choose = () => {
    const who = panel()?.querySelector('[name="audio-who"]')?.value;
    if (who === undefined) return;
    const shown = { because: who === '-', recording: who === '+', reader: who === '+' };
    Object.entries(shown).forEach(([name, show]) => {
      panel().querySelector(`[data-nd-field="${name}"]`).hidden = !show;
    });
  };

  const wish = async (act) => {
    const form = panel().querySelector('[data-nd-wish]');
    const body = new FormData();
    form.querySelectorAll('[name]').forEach((field) => {
      if (field.type === 'file') [...field.files].forEach((file) => body.append(field.name, file));
      else body.append(field.name, field.value);
    });
    body.append('act', act);
    const answer = await send(form.dataset.ndWish, body);
    if (!answer) return;
    const parsed = document.createRange().createContextualFragment(await answer.text());
    const told = parsed.querySelector('[data-nd-told]')?.content.textContent || '';
    panel().replaceWith(parsed.querySelector('[data-nd-audio]'));
    choose();
    say('[data-nd-said]', told);
    (panel().querySelector('.w-field--error [name]') || panel().querySelector('[data-nd-act]')).focus();
  };

  const listen = async (button) => {
    const words = button.lastChild.textContent;
    button.disabled = true;
    button.lastChild.textContent = button.dataset.working;
    say('[data-nd-wrong]', '');
    const answer = await send(button.dataset.ndListen, new FormData());
    button.disabled = false;
    button.lastChild.textContent = words;
    if (!answer) return;
    if (!answer.ok) return void say('[data-nd-wrong]', await answer.text());
    const audio = document.createElement('audio');
    audio.controls = true;
    audio.src = URL.createObjectURL(await answer.blob());
    panel().querySelector('[data-nd-draft]').replaceChildren(audio);
    audio.play().catch(() => audio.focus());
  };

  document.addEventListener('click', (event) => {
    const act = event.target.closest('[data-nd-audio] [data-nd-act]');
    if (act) wish(act.dataset.ndAct);
    const button = event.target.closest('[data-nd-listen]');
    if (button) listen(button);
  });
  document.addEventListener('change', (event) => event.target.name === 'audio-who' && choose());
  document.addEventListener('DOMContentLoaded', choose);
})();
