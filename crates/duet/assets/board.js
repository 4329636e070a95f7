// The board: a name lights up its ribbons, and what if is asked while a slider moves. Both work without this, by reading the
// table and by pressing the button.

/** Lights up the ribbons of whoever is under the pointer or has the focus, in this picture. */
const light = (board, of) => {
  const side = of?.dataset.mentee ? 'mentee' : 'mentor';
  board.toggleAttribute('data-lit', Boolean(of));
  for (const ribbon of board.querySelectorAll('.ribbon')) {
    ribbon.classList.toggle('lit', Boolean(of) && ribbon.dataset[side] === of.dataset[side]);
  }
};
const over = (event) => {
  const of = event.target.closest?.('[data-mentor], [data-mentee]');
  const board = of?.closest('.board') ?? document.querySelector('.board');
  if (board) light(board, of);
};
document.addEventListener('pointerover', over);
document.addEventListener('focusin', over);

/** Puts the new outcome in, with each ribbon going from where it was to where it is. */
function show(place, fresh) {
  const before = new Map();
  for (const ribbon of place.querySelectorAll('path.ribbon[data-mentee]:not(.might)')) {
    before.set(ribbon.dataset.mentee, ribbon.getAttribute('d'));
  }
  const moves = [];
  for (const ribbon of fresh.querySelectorAll('path.ribbon[data-mentee]:not(.might)')) {
    const [from, to] = [before.get(ribbon.dataset.mentee), ribbon.getAttribute('d')];
    if (from && from !== to) {
      ribbon.setAttribute('d', from);
      moves.push([ribbon, to]);
    }
  }
  const open = [...place.querySelectorAll('details')].map((one) => one.open);
  place.replaceChildren(...fresh.childNodes);
  place.querySelectorAll('details').forEach((one, at) => (one.open = open[at]));
  place.getBoundingClientRect();
  for (const [ribbon, to] of moves) ribbon.setAttribute('d', to);
}

for (const form of document.querySelectorAll('form[data-live]')) {
  let asked;
  const ask = async () => {
    const fields = [...new FormData(form)].filter(([name]) => !name.startsWith('add'));
    const address = `${form.getAttribute('action')}?${new URLSearchParams(fields)}`;
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const [place, fresh] = [document, page].map((each) => each.getElementById(form.dataset.live));
      if (!place || !fresh) return;
      show(place, fresh);
      history.replaceState(null, '', address);
    } catch {
      // A newer question, or no network: the button asks again.
    }
  };
  let waits;
  form.addEventListener('input', ({ target }) => {
    if (target.name.startsWith('add')) return;
    const said = target.parentElement.querySelector('output');
    if (said) said.value = String(Math.round(target.value * 10) / 10);
    clearTimeout(waits);
    waits = setTimeout(ask, 60);
  });
}
