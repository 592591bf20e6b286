/* The Audio panel: sends what the editor wants, plays the draft, and looks again while a clip is being made.

   Its fields stand outside the form, and an autosave leaves them alone: a file that was chosen stays chosen. */
(() => {
  const SOON = 2000; // milliseconds
  const panel = () => document.querySelector('[data-nd-audio]');
  const token = () => document.querySelector('form[data-edit-form] [name=csrfmiddlewaretoken]').value;
  const say = (mark, words) => {
    const place = panel()?.querySelector(mark);
    if (place) place.textContent = words;
  };

  const send = async (address, body) => {
    say('[data-nd-wrong]', '');
    const answer = await fetch(address, { method: 'POST', body, headers: { 'X-CSRFToken': token() } }).catch(() => null);
    if (answer?.ok || answer?.status === 422) return answer;
    say('[data-nd-wrong]', panel().querySelector('[data-nd-wrong]').dataset.failed);
    return null;
  };

  /* A button that says what it does, for as long as that takes. */
  const working = async (button, act) => {
    const label = button.querySelector('span') || button;
    const words = label.textContent;
    button.disabled = true;
    label.textContent = button.dataset.working || words;
    say('[data-nd-said]', button.dataset.working || '');
    const answer = await act();
    button.disabled = false;
    label.textContent = words;
    say('[data-nd-said]', '');
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

  const wanted = (form, act) => {
    const body = new FormData();
    form.querySelectorAll('[name]').forEach((field) => {
      if (field.type === 'file') [...field.files].forEach((file) => body.append(field.name, file));
      else body.append(field.name, field.value);
    });
    body.append('act', act);
    return body;
  };

  const wish = async (button) => {
    const form = panel().querySelector('[data-nd-wish]');
    const heavy = [...form.querySelectorAll('[data-nd-most]')].find((field) => field.files[0]?.size > Number(field.dataset.ndMost));
    if (heavy) return void say('[data-nd-wrong]', heavy.dataset.ndTooLarge);
    const answer = await working(button, () => send(form.dataset.ndWish, wanted(form, button.dataset.ndAudioAct)));
    if (!answer) return;
    const parsed = document.createRange().createContextualFragment(await answer.text());
    const told = parsed.querySelector('[data-nd-told]')?.content.textContent || '';
    panel().replaceWith(parsed.querySelector('[data-nd-audio]'));
    choose();
    look();
    say('[data-nd-said]', told);
    (panel().querySelector('.w-field--error [name]') || panel().querySelector(`[data-nd-audio-act="${button.dataset.ndAudioAct}"]`)).focus();
  };

  const listen = async (button) => {
    const answer = await working(button, () => send(button.dataset.ndListen, new FormData()));
    if (!answer) return;
    if (!answer.ok) return void say('[data-nd-wrong]', await answer.text());
    const place = panel().querySelector('[data-nd-draft]');
    const audio = document.createElement('audio');
    audio.controls = true;
    audio.ariaLabel = place.dataset.name;
    audio.src = URL.createObjectURL(await answer.blob());
    place.replaceChildren(audio);
    audio.play().catch(() => audio.focus());
  };

  /* While it waits for its voice, whether that has come; what is being played is not drawn anew. */
  let looking = 0;
  const look = () => {
    clearTimeout(looking);
    const place = panel()?.querySelector('[data-nd-heard]');
    if (place?.querySelector('[data-nd-state]').dataset.ndState === 'waiting') looking = setTimeout(refresh, SOON, place);
  };
  const refresh = async (place) => {
    const answer = document.hidden ? null : await fetch(place.dataset.ndHeard).catch(() => null);
    if (answer?.ok) {
      place.innerHTML = await answer.text();
      if (place.querySelector('audio')) say('[data-nd-said]', place.querySelector('strong').textContent);
    }
    look();
  };

  document.addEventListener('click', (event) => {
    const act = event.target.closest('[data-nd-audio] [data-nd-audio-act]');
    if (act) wish(act);
    const button = event.target.closest('[data-nd-listen]');
    if (button) listen(button);
  });
  document.addEventListener('change', (event) => event.target.name === 'audio-who' && choose());
  const begin = () => {
    choose();
    look();
  };
  document.addEventListener('DOMContentLoaded', begin);
  document.addEventListener('w-autosave:success', () => setTimeout(begin)); // the first one draws the panel
})();
