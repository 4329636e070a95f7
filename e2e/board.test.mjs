// What if: a coordinator tries other rules on the board. With a script the picture follows the slider; without, a button asks.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDemo } from './journey.mjs';

for (const javaScript of [true, false]) {
  describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    let demo;
    before(async () => (demo = await openDemo()));
    after(() => demo?.close());

    test('a coordinator tries other rules and keeps them', { timeout: 120_000 }, async () => {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await priya.follow('Second round');
      await priya.follow('Pairs');
      await priya.follow('Try other rules');
      await priya.sees('Nobody’s mentor would change.');
      await priya.audit();
      const before = await ribbons(priya);

      await weigh(priya, 0, 0);
      await weigh(priya, 1, 0);
      if (!javaScript) await priya.press('See what changes');
      await priya.sees('something would change', 'Keep these rules and this plan');
      await priya.audit();
      const after = await ribbons(priya);
      assert.notDeepEqual(after, before, 'the ribbons moved');
      // The address is the question: whoever opens it sees the same.
      const asked = new URL(priya.page.url());
      assert.equal(asked.searchParams.get('weight-0'), '0');
      await priya.go(asked.pathname + asked.search);
      await priya.sees('something would change');
      assert.deepEqual(await ribbons(priya), after);

      await priya.press('Keep these rules and this plan');
      await priya.sees('Proven: no better plan exists', 'Nobody has been told');
      await priya.audit();
      await priya.follow('Try other rules');
      await priya.sees('Nobody’s mentor would change.');
    });

    test('bad numbers come back with what is wrong, and nothing changes', { timeout: 60_000 }, async () => {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await priya.follow('Second round');
      await priya.follow('Pairs');
      await priya.follow('Try other rules');
      const path = new URL(priya.page.url()).pathname;
      await priya.go(`${path}?first=count&least_fit=many`);
      await priya.sees('There is a problem');
      await priya.audit();
    });
  });
}

/** Moves a slider to a number, as the keys do. */
async function weigh(visitor, at, to) {
  const slider = visitor.page.locator(`#weight-${at}`);
  const answered = visitor.page.waitForResponse((response) => response.url().includes('/what-if?'), { timeout: 5_000 });
  answered.catch(() => {}); // without a script nothing is asked yet
  await slider.focus();
  await visitor.page.keyboard.press('Home');
  assert.equal(await slider.inputValue(), String(to));
  await answered.catch(() => {});
}

/** Where each ribbon of the picture that shows the outcome goes. */
async function ribbons(visitor) {
  // With a script they glide: the picture is read when they stand still.
  await visitor.page.waitForTimeout(700);
  return visitor.page.locator('#outcome path.ribbon').evaluateAll((all) =>
    all.map((one) => `${one.dataset.mentor ?? ''}-${one.dataset.mentee ?? ''}`).sort(),
  );
}
