// Every page that anybody can reach, in every view.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { audit } from './audit.mjs';
import { crawl } from './crawl.mjs';
import { ROLES, openDemo } from './journey.mjs';

let demo;
before(async () => (demo = await openDemo()));
after(() => demo?.close());

test('pages for somebody who is not signed in', { timeout: 600_000 }, async (t) => {
  await walk(t, await demo.visitor(), 'nobody');
});

test('the page for an address that does not exist', { timeout: 60_000 }, async () => {
  const visitor = await demo.visitor();
  const response = await visitor.go('/no-such-page');
  assert.equal(response.status(), 404);
  await visitor.audit();
});

for (const role of ROLES) {
  test(`pages for the ${role}`, { timeout: 600_000 }, async (t) => {
    const visitor = await demo.visitor();
    await visitor.signIn(role);
    await walk(t, visitor, role);
  });
}

test('pages in Welsh for the Coordinator', { timeout: 600_000 }, async (t) => {
  const visitor = await demo.visitor();
  await visitor.signIn('Coordinator');
  await visitor.press('Cymraeg');
  assert.equal(await visitor.page.locator('html').getAttribute('lang'), 'cy');
  await walk(t, visitor, 'Coordinator in Welsh');
});

/** Fails with all faults of all pages at once. */
async function walk(t, visitor, who) {
  const faulty = [];
  const count = await crawl(visitor, async (path, response) => {
    const faults = [...answer(response), ...(await audit(visitor.page)), ...visitor.complaints()];
    if (faults.length > 0) faulty.push([`${who} at ${path}`, ...faults].join('\n    '));
  });
  t.diagnostic(`${count} pages`);
  assert.equal(faulty.length, 0, `${faulty.length} of ${count} pages have faults\n${faulty.join('\n')}`);
}

function answer(response) {
  const faults = [];
  if (response.status() !== 200) faults.push(`answered ${response.status()}`);
  if (!response.headers()['content-security-policy']) faults.push('no Content-Security-Policy');
  return faults;
}
