// What a coordinator does beside the plain way from a sheet to pairs: asks the plan and reads its proof; enters what somebody
// said on the telephone, and takes letters out for a mail merge; moves a round on, lets somebody in and reads the report; brings
// in what was before.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { openDemo } from './journey.mjs';

const GWEN = 'gwen.morris@morwen.example';
const sheet = (text) => ({ name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

for (const javaScript of [true, false]) {
  describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    let demo;
    before(async () => (demo = await openDemo()));
    after(() => demo?.close());

    async function coordinator(round = 'Second round') {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await priya.follow(round);
      return priya;
    }

    test('she asks the plan, gives a mentor one place more, and reads the proof', { timeout: 120_000 }, async () => {
      const priya = await coordinator();
      await priya.follow('Pairs');
      const out = (await priya.page.locator('.leftout h3').first().textContent()).split(',')[0].trim();
      await priya.follow(`Whom else could ${out} have?`);
      await priya.sees('No mentor in this plan.', 'What would place them');
      await priya.audit();
      const give = await priya.page.locator('article.leftout button').first().textContent();
      await priya.press(give.trim());
      await priya.sees('Proven: no better plan exists');
      await priya.seesNo(`Whom else could ${out} have?`);
      await priya.follow('See the proof');
      await priya.sees('This plan is worth exactly that.');
      await priya.audit();
      const proof = JSON.parse(await priya.download('Get the file'));
      assert.equal(proof.format, 'duet-proof-1');
      assert.ok(!JSON.stringify(proof).includes(out), 'no names are in it');
    });

    test('she enters what somebody said on the telephone, and takes letters out for a mail merge', { timeout: 120_000 }, async () => {
      const priya = await coordinator();
      await priya.follow('People');
      await priya.follow('Enter an application');
      await priya.audit();
      await priya.fill({
        'Their name': 'Mair Llwyd',
        'Their mail address': 'mair.llwyd@ynys.example',
        'Where they work': 'Ynys Libraries',
        'A mentee': true,
        English: true,
        'head of service': 'yes',
      });
      await priya.press('Enter it for them');
      await priya.sees('Entered by Priya Nair for Mair Llwyd');
      await priya.audit();
      await priya.go('/letters');
      await priya.audit();
      const [file] = await Promise.all([
        priya.page.waitForEvent('download'),
        priya.page.getByRole('button', { name: 'Mail-merge sheet (CSV)' }).click(),
      ]);
      const rows = await readFile(await file.path(), 'utf8');
      assert.match(rows, /Mair Llwyd,mair\.llwyd@ynys\.example/);
      assert.match(rows, /\/sign-in\/[0-9a-z]{16}/);
      await priya.press('Mark all of them as sent');
      await priya.seesNo('Mark all of them as sent');
      await priya.audit();
    });

    test('she lets somebody in, moves the round on, and takes the report out', { timeout: 120_000 }, async () => {
      const priya = await coordinator();
      const round = new URL(priya.page.url()).pathname;
      await priya.go(`${round}/eligibility`);
      await priya.audit();
      const who = priya.page.locator('main details').filter({ hasText: 'anyway' }).first();
      await who.locator('summary').click();
      const name = (await who.locator('summary').textContent()).match(/^Let (.*) in anyway/)[1];
      await priya.press('Let them in', { within: name });
      await priya.sees('There is a problem', 'Say why');
      await priya.page.locator('main details[open] input[name=note]').fill('She leads one in all but name.');
      await priya.press('Let them in', { within: name });
      await priya.sees('She leads one in all but name.');
      await priya.audit();
      await priya.go(round);
      await priya.follow('Applications');
      const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
      await priya.fill({ Day: yesterday.getDate(), Month: yesterday.getMonth() + 1, Year: yesterday.getFullYear() });
      await priya.press('Keep this day');
      await priya.press('Go on to: Matching');
      await priya.sees('Tell pairs first');
      await priya.audit();
      await priya.go('/');
      await priya.follow('First round');
      await priya.follow('Meeting, and the report');
      await priya.audit();
      const [book] = await Promise.all([
        priya.page.waitForEvent('download'),
        priya.page.locator('a[href$="report.xlsx"]').click(),
      ]);
      assert.match((await readFile(await book.path())).subarray(0, 2).toString(), /PK/);
    });

    test('she brings in what was before: workplaces, who evaluates whom, pairs, sessions and a matrix', { timeout: 120_000 }, async () => {
      const priya = await coordinator('First round');
      const round = new URL(priya.page.url()).pathname;
      const sheets = [
        ['Bring in workplaces', 'Workplace\nGlyn Libraries\n'],
        ['Bring in who evaluates whom', `Line manager,Email\n${GWEN},tom.farrow@harbury.example\n`],
        ['Bring in pairs of before and now', `Mentor email,Mentee email,Started,Ended\n${GWEN},aled.vaughan@glasfryn.example,1/2/2024,1/7/2024\n`],
        ['Bring in a capability matrix', `Person,Capability,Level\n${GWEN},Listen and ask,3\n`],
      ];
      for (const [kind, text] of sheets) {
        await priya.go(`${round}/import`);
        await priya.follow(kind);
        await priya.page.locator('input[type=file]').first().setInputFiles(sheet(text));
        await priya.press('Look at them first');
        await priya.sees('Nothing has been saved yet');
        await priya.audit();
        if ((await priya.page.getByRole('button', { name: 'Bring them in' }).count()) > 0) {
          await priya.press('Bring them in');
        }
      }
    });
  });
}
