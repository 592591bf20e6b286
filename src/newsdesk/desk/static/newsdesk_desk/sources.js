/* The Sources panel: shows a statement's words in the text, and sends what the editor decides. */
(() => {
  const MARK = 'nd-statement';
  const ALIKE = { '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '\u00a0': ' ', '\u202f': ' ', '–': '-', '—': '-' };
  const plain = (text) => text.replace(/[“”„«»‘’\u00a0\u202f–—]/g, (sign) => ALIKE[sign]);

  const panel = () => document.querySelector('[data-nd-sources]');
  const list = () => panel()?.querySelector('[data-nd-sources-list]');
  const items = () => [...(list()?.querySelectorAll('[data-nd-item]') || [])].filter((item) => item.checkVisibility());

  /* The text as it stands in all editors: one string, and where each text node begins in it. */
  const textOf = (editors) => {
    const nodes = [];
    let text = '';
    editors.flatMap((editor) => [...editor.querySelectorAll('[data-block="true"]')]).forEach((block) => {
      if (text) text += block.matches('li + li') ? '\n' : '\n\n';
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, at: text.length });
        text += walker.currentNode.data;
      }
    });
    return { nodes, text: plain(text) };
  };

  const rangeOf = ({ nodes }, start, end) => {
    const holds = (offset) => nodes.findLast((one) => one.at <= offset);
    const range = document.createRange();
    const [first, last] = [holds(start), holds(end - 1)];
    range.setStart(first.node, start - first.at);
    range.setEnd(last.node, end - last.at);
    return range;
  };

  const common = (one, other) => {
    let count = 0;
    while (count < one.length && one[count] === other[count]) count += 1;
    return count;
  };
  const backwards = (text) => [...text].reverse().join('');

  const find = (whole, quote) => {
    const exact = plain(quote.exact);
    let best = null;
    for (let at = whole.text.indexOf(exact); exact && at >= 0; at = whole.text.indexOf(exact, at + 1)) {
      const alike =
        common(backwards(whole.text.slice(0, at)), backwards(plain(quote.prefix || ''))) +
        common(whole.text.slice(at + exact.length), plain(quote.suffix || ''));
      if (!best || alike > best.alike) best = { alike, at };
    }
    return best && rangeOf(whole, best.at, best.at + exact.length);
  };

  const editors = () => [...document.querySelectorAll('form[data-edit-form] .public-DraftEditor-content')];

  const show = (quotes) => {
    const whole = textOf(editors());
    const ranges = quotes.map((quote) => find(whole, quote)).filter(Boolean);
    CSS.highlights?.set(MARK, new Highlight(...ranges));
    ranges[0]?.startContainer.parentElement.scrollIntoView({ block: 'center' });
    return ranges.length > 0;
  };

  /* Anchors of a statement, or bare words of a problem, which has its parts joined by dots. */
  const quotesOf = ({ dataset }) =>
    dataset.quotes ? JSON.parse(dataset.quotes) : dataset.words.split(' … ').map((exact) => ({ exact }));

  /* What is selected in the text, remembered because a click on the panel takes the selection away. */
  let selected = null;
  const remember = () => {
    const selection = document.getSelection();
    const editor = selection.rangeCount && selection.anchorNode?.parentElement?.closest('.public-DraftEditor-content');
    if (!editor) return;
    const exact = selection.toString().trim();
    selected = exact ? { exact, ...around(editor, selection.getRangeAt(0), exact) } : null;
    const add = panel()?.querySelector('[data-nd-add]');
    if (add) add.disabled = !selected;
  };
  document.addEventListener('selectionchange', remember);

  const around = (editor, range, exact) => {
    const before = document.createRange();
    before.selectNodeContents(range.startContainer.parentElement.closest('[data-block="true"]') || editor);
    before.setEnd(range.startContainer, range.startOffset);
    const whole = (range.startContainer.parentElement.closest('[data-block="true"]') || editor).textContent;
    const start = before.toString().length;
    return { prefix: whole.slice(Math.max(0, start - 32), start), suffix: whole.slice(start + exact.length, start + exact.length + 32) };
  };

  /* Talking to the desk */
  const token = () => document.querySelector('[name=csrfmiddlewaretoken]')?.value || '';

  const say = (words) => {
    panel().querySelector('[data-nd-said]').textContent = words;
  };
  const wrong = (words) => {
    panel().querySelector('[data-nd-wrong]').textContent = words;
  };

  const drawn = (html, near, refused = false) => {
    list().innerHTML = html;
    const says = list().querySelector('[data-nd-says]');
    if (says) (refused ? wrong : say)(says.content.textContent);
    const waiting = list().querySelectorAll('.nd-said--proposed, .nd-said--gone').length;
    const counter = document.querySelector("[data-side-panel-toggle='sources'] [data-side-panel-toggle-counter]");
    if (counter) Object.assign(counter, { textContent: waiting, hidden: !waiting });
    if (near !== null) focusOn(items()[Math.min(near, items().length - 1)]);
  };

  const post = async (url, body) => {
    wrong('');
    try {
      const answer = await fetch(url, { method: 'POST', body, headers: { 'X-CSRFToken': token() }, credentials: 'same-origin' });
      if (![200, 409, 422].includes(answer.status)) throw new Error(answer.statusText);
      return { status: answer.status, html: await answer.text() };
    } catch {
      wrong(panel().querySelector('[data-nd-wrong]').dataset.failed);
      return null;
    }
  };

  const decide = async (act, item) => {
    const near = item ? items().indexOf(item) : null;
    const body = new FormData();
    body.set('act', act);
    if (item) body.set('item', item.dataset.ndItem);
    const answer = await post(panel().dataset.decide, body);
    if (answer) drawn(answer.html, near, answer.status === 409);
  };

  /* Mending: a dialog outside the panel, so that an autosave, which draws the panel anew, leaves it alone. */
  const dialog = () => {
    const found = document.querySelector('dialog[data-nd-dialog]');
    if (found) return found;
    const made = document.createElement('dialog');
    made.className = 'nd-dialog';
    made.dataset.ndDialog = '';
    document.body.append(made);
    return made;
  };

  const open = async (asked) => {
    wrong('');
    const answer = await fetch(`${panel().dataset.mend}?${new URLSearchParams(asked)}`, { credentials: 'same-origin' }).catch(() => null);
    if (!answer?.ok) {
      wrong(answer?.status === 409 ? await answer.text() : panel().querySelector('[data-nd-wrong]').dataset.failed);
      return;
    }
    dialog().innerHTML = await answer.text();
    dialog().showModal();
    dialog().querySelector('[data-nd-link] input:not([type=hidden])')?.focus();
  };

  const number = (form) => {
    const links = [...form.querySelectorAll('[data-nd-link]')].filter((link) => !link.hidden);
    links.forEach((link, place) => {
      link.querySelector('[name$="-ORDER"]').value = place + 1;
    });
  };

  const addLink = (form) => {
    const total = form.querySelector('[name="chain-TOTAL_FORMS"]');
    const holder = document.createElement('ol');
    holder.innerHTML = form.querySelector('[data-nd-new-link]').innerHTML.replaceAll('__prefix__', total.value);
    total.value = Number(total.value) + 1;
    const link = form.querySelector('[data-nd-links]').appendChild(holder.firstElementChild);
    number(form);
    link.querySelector('input')?.focus();
  };

  const arrange = (button) => {
    const link = button.closest('[data-nd-link]');
    const form = link.closest('form');
    if (button.matches('[data-nd-take-out]')) {
      link.querySelector('[name$="-DELETE"]').checked = true;
      link.hidden = true;
    } else if (button.matches('[data-nd-earlier]')) link.previousElementSibling?.before(link);
    else link.nextElementSibling?.after(link);
    number(form);
    (link.hidden ? form.querySelector('[data-nd-add-link]') : button).focus();
  };

  const tooLarge = (form) => [...form.querySelectorAll('[type=file]')].some(({ files }) => files[0]?.size > form.dataset.most);

  document.addEventListener('submit', async (event) => {
    const form = event.target.closest('[data-nd-mend-form]');
    if (!form) return;
    event.preventDefault();
    number(form);
    if (tooLarge(form)) { // a server may hang up on it, and then nobody could say why
      form.querySelector('[data-nd-refused]').textContent = form.dataset.tooLarge;
      return;
    }
    const answer = await post(panel().dataset.mend, new FormData(form));
    if (answer?.status === 200) {
      dialog().close();
      drawn(answer.html, null);
      focusOn(items().find((item) => item.dataset.ndItem === form.querySelector('[name=item]').value));
    } else if (answer?.status === 422) dialog().innerHTML = answer.html;
    else form.querySelector('[data-nd-refused]').textContent = answer?.html || panel().querySelector('[data-nd-wrong]').dataset.failed;
  });

  /* Names the newsroom knows, offered while one types. */
  let asked = 0;
  document.addEventListener('input', async (event) => {
    const field = event.target.closest('[data-nd-dialog] [name$="-name"]');
    if (!field) return;
    const turn = (asked += 1);
    const answer = await fetch(`${panel().dataset.known}?${new URLSearchParams({ q: field.value })}`, { credentials: 'same-origin' }).catch(() => null);
    if (!answer?.ok || turn !== asked) return;
    const { names } = await answer.json();
    const offers = document.getElementById('nd-known') || dialog().appendChild(Object.assign(document.createElement('datalist'), { id: 'nd-known' }));
    offers.replaceChildren(...names.map((one) => Object.assign(document.createElement('option'), { value: one.name })));
    field.setAttribute('list', 'nd-known');
    const known = names.find((one) => one.name === field.value);
    if (known) field.closest('[data-nd-link]').querySelector('[name$="-kind"]').value = known.kind;
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    const item = button.closest('[data-nd-item]');
    if (button.matches('[data-nd-show]')) show(quotesOf(item || button));
    else if (button.matches('[data-nd-act]')) decide(button.dataset.ndAct, item);
    else if (button.matches('[data-nd-mend]')) open({ item: item.dataset.ndItem });
    else if (button.matches('[data-nd-add]') && selected) open(selected);
    else if (button.matches('[data-nd-add-link]')) addLink(button.closest('form'));
    else if (button.matches('[data-nd-earlier], [data-nd-later], [data-nd-take-out]')) arrange(button);
    else if (button.matches('[data-nd-close]')) dialog().close();
  });

  /* By keyboard */
  const focusOn = (item) => {
    if (!item) return;
    item.focus();
    show(quotesOf(item));
  };

  const press = (item, letter) => {
    const button = [...item.querySelectorAll('[aria-keyshortcuts]')].find((one) => one.getAttribute('aria-keyshortcuts') === letter);
    button?.click();
    return Boolean(button);
  };

  document.addEventListener('keydown', (event) => {
    if (event.altKey && (event.ctrlKey || event.metaKey) && event.code === 'KeyA' && panel()) {
      event.preventDefault();
      remember(); // the event that tells of the last keys may still be on its way
      if (selected) open(selected);
      return;
    }
    const item = event.target.closest?.('[data-nd-item]');
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) focusOn(items()[items().indexOf(item) + step]);
    else if (!press(item, event.key.toUpperCase())) return;
    event.preventDefault();
  });
})();
