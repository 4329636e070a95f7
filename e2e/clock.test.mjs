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
        await visitor.sees('Meeting');
        await visitor.audit();
      }
      await visitor.follow('Meeting, and the report');
      await visitor.sees('pairs placed', 'pairs met', 'What good mentoring needs');
      await visitor.audit();
      // What one would hand to trustees: two pages, also with the round before beside it.
      const paper = (await visitor.page.pdf({ format: 'A4' })).toString('latin1');
      assert.ok(paper.match(/\/Type\s*\/Page[^s]/g).length <= 2, 'the report prints on two pages');
      await visitor.page.emulateMedia({ colorScheme: 'light' });
      await visitor.press('today');
      await visitor.sees('Hello Priya');
      await visitor.follow('Second round');
      await visitor.sees('Open');
      await visitor.audit();
    });
  });
}
