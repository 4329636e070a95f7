// A coordinator's first hour: from a spreadsheet with strange headings to published pairs in at most six screens, then
// yes, a session, the report. And before any of it: dropping a spreadsheet on the demo's first page.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDemo } from './journey.mjs';

const SHEET = fileURLToPath(new URL('../crates/duet/src/demo/applications.csv', import.meta.url));
const MOST_SCREENS = 6;

for (const javaScript of [true, false]) {
  describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    let demo;
    before(async () => (demo = await openDemo()));
    after(() => demo?.close());

    test('somebody drops their own spreadsheet before any set-up', { timeout: 120_000 }, async () => {
      const visitor = await demo.visitor({ javaScript });
      await visitor.go('/');
      await visitor.audit();
      await visitor.press('Match them');
      await visitor.sees('There is a problem', 'Choose a file');
      await visitor.audit();
      await visitor.fill({ 'Your spreadsheet': SHEET });
      await visitor.press('Match them');
      await visitor.sees('mentees have a mentor in this plan', 'Proven: no better plan exists', 'What would help:');
      await visitor.audit();
      const before = await visitor.page.locator('.pairing h3').allTextContents();
      await visitor.page.locator('select[name="use-0-6"]').selectOption('out');
      await visitor.press('Match again');
      const now = await visitor.page.locator('.pairing h3').allTextContents();
      assert.notDeepEqual(now, before, 'other columns make other pairs');
      await visitor.go('/try');
      await visitor.audit();
    });

    test('from a spreadsheet with strange headings to the report', { timeout: 180_000 }, async () => {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await priya.go('/rounds');
      await priya.follow('Open a round');
      const screens = countScreens(priya.page);
      await priya.fill({ 'Name of the round': 'Spring round' });
      await fillDate(priya, 'When do pairs begin to meet?', 0);
      await fillDate(priya, 'When does the round end?', 1);
      await priya.press('Open a round');
      await priya.fill({ 'Or one file with both': SHEET });
      await priya.press('Look at them first');
      await priya.sees('11 new');
      await priya.audit();
      await priya.press('Bring them in');
      await priya.press('Propose pairs');
      await priya.sees('Proven: no better plan exists', 'Nobody has been told');
      await priya.audit();
      await priya.follow('Go on to telling them');
      await priya.press('Tell them now');
      // Where telling led is past the last screen she needed.
      const needed = screens().slice(0, -1);
      assert.ok(needed.length <= MOST_SCREENS, `${needed.length} screens: ${needed.join(', ')}`);

      await priya.sees('letters wait to be sent');
      const pia = await comeIn(demo, priya, 'Pia Lorne', javaScript);
      await pia.follow('See who it is');
      const asked = await pia.page.getByText(/^Would you like to work with /).first().textContent();
      const mentor = /work with (.+)\?/.exec(asked)[1];
      await pia.press('Yes, I would');
      const other = await comeIn(demo, priya, mentor, javaScript);
      await other.follow('See who it is');
      await other.press('Yes, I would');
      await other.go('/');
      await other.follow('Log a session');
      await other.fill({ 'How long, in minutes?': '60', 'By video': true });
      await other.press('Save the session');
      await other.sees('Saved', '1 session');
      await other.audit();
      await priya.go('/rounds');
      await priya.follow('Spring round');
      await priya.follow('Meeting, and the report');
      await priya.sees('pair met', '1 in all');
      await priya.audit();
    });
  });
}

/** The screens somebody is on from now, this one first: every page shown, whichever way they came to it. */
function countScreens(page) {
  const seen = [new URL(page.url()).pathname];
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) seen.push(new URL(frame.url()).pathname);
  });
  return () => seen.slice();
}

async function fillDate(visitor, legend, years) {
  const today = new Date();
  const boxes = visitor.page.getByRole('group', { name: legend });
  await boxes.getByLabel('Day').fill(String(Math.min(today.getDate(), 28)));
  await boxes.getByLabel('Month').fill(String(today.getMonth() + 1));
  await boxes.getByLabel('Year').fill(String(today.getFullYear() + years));
}

async function comeIn(demo, priya, name, javaScript) {
  await priya.go('/letters');
  await priya.follow(name);
  await priya.press('Make a sign-in link');
  const link = await priya.page.locator('.notice code').textContent();
  const visitor = await demo.visitor({ javaScript });
  await visitor.go(new URL(link).pathname);
  await visitor.press(`Sign in as ${name}`);
  await visitor.press('Go on');
  return visitor;
}
