// A spreadsheet is looked at before anything comes in: its columns are put right, each row says what it would do, and what
// cannot come in is said with its line.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDemo } from './journey.mjs';

const ROWS = [
  'Timestamp;What is your full name?;Your work email;Role;Level;Where do you work (organisation)?;Access needs or disability',
  '1;Ada Quill;ada.quill@one.example;Mentor;Grade 6;Department of Joy;ramp',
  '2;Eve Sedge;eve.sedge@two.example;Mentee;HEO;Department of Love;',
  '3;Cy Reed;cy.reed at three;Mentee;EO;Department of Hope;',
];
const sheet = (rows) => ({ name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });

for (const javaScript of [true, false]) {
  describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    let demo;
    before(async () => (demo = await openDemo()));
    after(() => demo?.close());

    test('a coordinator looks at a sheet first, and brings in what she saw', { timeout: 120_000 }, async () => {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await openRound(priya);
      const asking = new URL(priya.page.url()).pathname;
      await priya.fill({ 'Or one file with both': sheet(ROWS) });
      await priya.press('Look at them first');
      // One cell that is no address is enough for Duet to ask which column holds them.
      await priya.sees('Your columns need a word from you', 'with semicolons between cells');
      await priya.sees('The law protects what this may tell');
      await priya.audit();
      await priya.page.locator('select[name="use-0-2"]').selectOption('is:address');
      await priya.page.locator('select[name="use-0-4"]').selectOption('answer:level');
      await priya.press('Look again');
      await priya.sees('Nothing has been saved yet', 'Line 4, column 3: This is not a mail address.');
      assert.equal(await priya.page.locator('select[name="use-0-4"]').inputValue(), 'answer:level');
      await priya.audit();
      await priya.press('Bring them in');
      await priya.sees('Some rows cannot come in.');

      // The same file, put right.
      await priya.go(asking);
      await priya.fill({ 'Or one file with both': sheet(ROWS.map((row) => row.replace('cy.reed at three', 'cy.reed@three.example'))) });
      await priya.press('Look at them first');
      await priya.sees('3 new');
      await priya.seesNo('This is not a mail address');
      await priya.press('Bring them in');
      await priya.sees('3 applications are new', 'Cy Reed');
      await priya.audit();
    });

    test('somebody’s file that is right comes in whole, and twice changes nothing', { timeout: 120_000 }, async () => {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await openRound(priya);
      const asking = new URL(priya.page.url()).pathname;
      for (const [first, words] of [[true, '2 applications are new'], [false, 'Nobody new applied']]) {
        await priya.go(asking);
        await priya.fill({ 'Or one file with both': sheet(ROWS.slice(0, 3)) });
        await priya.press('Look at them first');
        if (first) await priya.sees('2 new');
        await priya.audit();
        await priya.press('Bring them in');
        await priya.sees(words, 'Ada Quill');
        await priya.seesNo('ramp');
      }
      await priya.audit();
    });
  });
}

async function openRound(priya) {
  await priya.go('/rounds');
  await priya.follow('Open a round');
  await priya.fill({ 'Name of the round': 'Spring round' });
  await fillDate(priya, 'When do pairs begin to meet?', 0);
  await fillDate(priya, 'When does the round end?', 1);
  await priya.press('Open a round');
}

async function fillDate(visitor, legend, years) {
  const boxes = visitor.page.getByRole('group', { name: legend });
  const day = new Date();
  await boxes.getByLabel('Day').fill(String(Math.min(day.getDate(), 28)));
  await boxes.getByLabel('Month').fill(String(day.getMonth() + 1));
  await boxes.getByLabel('Year').fill(String(day.getFullYear() + years));
}
