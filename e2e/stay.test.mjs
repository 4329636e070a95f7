// Two minutes before a sign-in ends somebody is told, and can stay.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDemo } from './journey.mjs';

describe('a sign-in that soon ends', () => {
  let demo;
  before(async () => (demo = await openDemo()));
  after(() => demo?.close());

  test('says so in time, and lets whoever is there stay', { timeout: 120_000 }, async () => {
    const priya = await demo.visitor();
    await priya.page.clock.install();
    await priya.signIn('Coordinator');
    await priya.go('/schemes/new');
    await priya.fill({ 'Name of the scheme': 'Begun and not sent' });
    const dialog = priya.page.getByRole('dialog', { name: 'You will be signed out soon' });
    await priya.page.clock.fastForward('53:00');
    assert.equal(await dialog.isVisible(), false, 'not before it is time');
    await priya.page.clock.fastForward('01:30');
    await dialog.waitFor({ state: 'visible' });
    assert.match(await dialog.innerText(), /in two minutes/);
    await priya.audit();
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await priya.page.getByLabel('Name of the scheme').inputValue(), 'Begun and not sent');
    await priya.page.clock.fastForward('54:30');
    await dialog.waitFor({ state: 'visible' });
    await priya.page.clock.fastForward('02:30');
    await dialog.getByText('You have been signed out.').waitFor();
    await dialog.getByRole('button', { name: 'Close this' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
});
