// Says two minutes before a sign-in ends that it will, and lets whoever is there stay. Without a script the foot of the page
// says when that is; either way nothing that was typed is lost.

const dialog = document.querySelector('dialog.stay');
const WARNING = 120;
const began = Date.now();
const tabs = new BroadcastChannel('stay');
let next;

/** Shows what belongs to one moment: soon, last (it cannot be put off), or over. */
function show(moment) {
  for (const part of dialog.querySelectorAll('[data-when]')) part.hidden = !part.dataset.when.split(' ').includes(moment);
  if (!dialog.open) dialog.showModal();
}

/** Waits for the warning, from a use of the sign-in that has just been. */
function wait() {
  clearTimeout(next);
  dialog.close();
  const [idle, left] = [Number(dialog.dataset.idle), Number(dialog.dataset.left) - (Date.now() - began) / 1000];
  const ends = Math.min(idle, left);
  const warn = Math.max(0, ends - WARNING);
  next = setTimeout(() => {
    show(left <= idle ? 'last' : 'soon');
    next = setTimeout(() => show('over'), (ends - warn) * 1000);
  }, warn * 1000);
}

dialog.querySelector('.stays').addEventListener('click', async () => {
  const answer = await fetch('/sign-ins', { method: 'HEAD', redirect: 'manual' }).catch(() => undefined);
  // Off to signing in: it has ended. Any other failure passes, and the button is still there.
  if (answer?.type === 'opaqueredirect') return show('over');
  if (!answer?.ok) return;
  tabs.postMessage('used');
  wait();
});
dialog.querySelector('.closes').addEventListener('click', () => dialog.close());
tabs.addEventListener('message', wait);
tabs.postMessage('used');
wait();
