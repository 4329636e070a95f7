// Passkeys, with an authenticator that Chromium plays: setting one up, signing in by it alone, and confirming.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDemo } from './journey.mjs';

/** Gives a visitor's browser an authenticator, and says whose finger is on it. */
async function authenticator(visitor) {
  const session = await visitor.page.context().newCDPSession(visitor.page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    verifies: (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    credentials: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

describe('passkeys', () => {
  let demo;
  before(async () => (demo = await openDemo()));
  after(() => demo?.close());

  test('somebody adds one, signs in by it alone, and confirms by it', { timeout: 120_000 }, async () => {
    const priya = await demo.visitor();
    const keys = await authenticator(priya);
    await priya.signIn('Coordinator');
    await priya.go('/sign-ins');
    await priya.follow('How you sign in');
    await priya.sees('You have not set up a second step yet.');
    await priya.audit();
    await priya.follow('Add a way to sign in');
    await priya.sees('A passkey', 'An app that shows codes');
    await priya.seesNo('That did not work.', 'To use a passkey, open', 'Passkeys need JavaScript');
    await priya.audit();

    await priya.fill({ 'What do you call it?': '' });
    await priya.press('Add a passkey');
    await priya.sees('There is a problem', 'Enter a name of at most 60 characters');
    await priya.audit();
    await priya.fill({ 'What do you call it?': 'Laptop' });
    await priya.press('Add a passkey');
    await priya.sees('Recovery codes', 'They are shown only now.');
    assert.equal(await priya.page.locator('main li code').count(), 10);
    await priya.audit();
    const made = await keys.credentials();
    assert.ok(made.at(-1).isResidentCredential, 'it is found without saying who it is');
    await priya.follow('I have kept them, go on');
    await priya.go('/factors');
    await priya.sees('Passkey: Laptop', 'You have 10 recovery codes left.');
    await priya.audit();

    await priya.signOut();
    await priya.sees('Sign in with a passkey');
    await priya.audit();
    await priya.press('Sign in with a passkey');
    await priya.sees('Hello Priya');

    await priya.signOut();
    await priya.signIn('Coordinator');
    await priya.sees('One more step');
    await priya.audit();
    await priya.press('Use your passkey');
    await priya.sees('Hello Priya');

    await priya.go('/factors');
    await priya.press('Take it away', { within: 'Passkey: Laptop' });
    await priya.sees('You have not set up a second step yet.');
    await priya.signOut();
    await priya.press('Sign in with a passkey');
    await priya.sees('This passkey did not work here.');
    await priya.go('/');
    await priya.sees('Come in as someone');
  });

  test('who does not show a finger, face or PIN does not come in', { timeout: 60_000 }, async () => {
    const gwen = await demo.visitor();
    const keys = await authenticator(gwen);
    await gwen.signIn('Mentor');
    await gwen.go('/factors/new');
    await gwen.press('Add a passkey');
    await gwen.signOut();
    await gwen.seesNo('That did not work.');
    await keys.verifies(false);
    await gwen.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await gwen.sees('That did not work. Try again, or go another way.');
    await gwen.audit();
    await keys.verifies(true);
    await gwen.press('Sign in with a passkey');
    await gwen.sees('Hello Gwen');
  });

  test('a bare number for an address says where to go instead', { timeout: 60_000 }, async () => {
    const tom = await demo.visitor();
    await tom.page.goto(demo.url.replace('localhost', '127.0.0.1'));
    await tom.sees(`To use a passkey, open ${demo.url} in a browser that knows passkeys.`);
    await tom.seesNo('Sign in with a passkey');
    assert.deepEqual([...new Set(tom.complaints())], [`request to ${new URL(demo.url).host.replace('localhost', '127.0.0.1')}`]);
  });

  test('without JavaScript the app for codes is there, and the passkey says why not', { timeout: 60_000 }, async () => {
    const tom = await demo.visitor({ javaScript: false });
    await tom.go('/');
    await tom.seesNo('Sign in with a passkey');
    await tom.signIn('Mentee');
    await tom.go('/factors/new');
    await tom.sees('Passkeys need JavaScript, which is off in this browser.', 'Six digits from the app');
    await tom.seesNo('Add a passkey');
  });
});
