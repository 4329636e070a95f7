// Passkeys: fetches a question, has the browser answer it, and sends the answer in the form that was pressed.
// Forms with data-question are hidden until here: whoever has no script has an app for codes.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const PARTS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

/** Has the browser answer: with a new passkey when the question names its owner, else with one that is there. */
async function answer(asked) {
  const publicKey = { ...asked, challenge: bytes(asked.challenge) };
  const known = (all) => (all ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  if (asked.user) {
    publicKey.user = { ...asked.user, id: bytes(asked.user.id) };
    publicKey.excludeCredentials = known(asked.excludeCredentials);
  } else {
    publicKey.allowCredentials = known(asked.allowCredentials);
  }
  const call = asked.user ? 'create' : 'get';
  const { id, rawId, type, response } = await navigator.credentials[call]({ publicKey });
  const parts = PARTS.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  return JSON.stringify({ id, rawId: text(rawId), type, response: Object.fromEntries(parts) });
}

async function send(form) {
  const said = form.querySelector('.error');
  const button = form.querySelector('button');
  said.hidden = true;
  button.disabled = true;
  try {
    const reply = await fetch(form.dataset.question, { method: 'POST' });
    const { publicKey, question } = await reply.json();
    form.elements.answer.value = await answer(publicKey);
    form.elements.question.value = question;
    form.submit();
  } catch {
    said.hidden = false;
  }
  button.disabled = false;
}

for (const said of document.querySelectorAll('[data-without-script]')) said.hidden = true;
for (const form of document.querySelectorAll('form[data-question]')) {
  // A passkey belongs to the name in the address, and a bare number is none.
  const here = location.origin === form.dataset.origin && window.PublicKeyCredential;
  (here ? form : form.nextElementSibling).hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });
}
