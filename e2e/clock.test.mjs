// The demo's clock, and seeing it as each of the cast: one button each, above every page.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDemo } from './journey.mjs';

for (const javaScript of [true, false]) {
  describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    let demo;
    before(async () => (demo = await openDemo()));
    after(() => demo?.close());

    test('somebody sees it as each of the cast', { timeout: 90_000 }, async () => {
      const visitor = await demo.visitor({ javaScript });
      await visitor.signIn('Coordinator');
      for (const [name, words] of [
        ['Ruth Adeyemi', 'Hello Ruth'],
        ['Tom Farrow', 'Hello Tom'],
        ['Helen Marsh', 'Hello Helen'],
        ['Priya Nair', 'Hello Priya'],
      ]) {
        await visitor.fill({ 'See as': name });
        await visitor.press('Go');
        await visitor.sees(words);
        await visitor.audit();
      }
      await visitor.follow('The post');
      await visitor.audit();
    });

    test('week 6, the last day with its report, and back to today', { timeout: 180_000 }, async () => {
      const visitor = await demo.visitor({ javaScript });
      await visitor.signIn('Coordinator');
      for (const scene of ['week 6', 'the last day']) {
        await visitor.press(scene);
        await visitor.sees('Hello Priya');
        await visitor.audit();
        await visitor.follow('Second round');
        assert.equal(await stage(visitor), 'Active', 'the pairs meet');
        await visitor.audit();
      }
      await visitor.follow('Meeting, and the report');
      await visitor.sees('pairs placed', 'pairs met', 'What good mentoring needs', 'Becky Thorne, a mentee');
      await isWhole(visitor);
      await visitor.audit();
      await visitor.go('/rounds');
      await visitor.follow('First round');
      await visitor.follow('Meeting, and the report');
      await visitor.sees('left with a backbone');
      await isWhole(visitor);
      await visitor.page.emulateMedia({ colorScheme: 'light' });
      await visitor.press('today');
      await visitor.sees('Hello Priya');
      await visitor.follow('Second round');
      assert.equal(await stage(visitor), 'Open', 'people apply again');
      await visitor.audit();
    });
  });
}

/** The stage where the round of the present page stands. */
async function stage(visitor) {
  return visitor.page.locator('ol.tasks li[aria-current=step] > span').first().textContent();
}

/** What one would hand to trustees: every outcome, words that may be read, and just two sheets of paper. */
async function isWhole(visitor) {
  assert.equal(await visitor.page.locator('svg.slopes g.slope').count(), 7, 'a line for each outcome');
  assert.ok((await visitor.page.locator('figure.quote').count()) > 0, 'words of some of them');
  const paper = (await visitor.page.pdf({ format: 'A4' })).toString('latin1');
  assert.equal(paper.match(/\/Type\s*\/Page[^s]/g).length, 2, `${visitor.page.url()} prints on two pages`);
}
