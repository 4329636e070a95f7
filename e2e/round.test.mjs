// A round, told through the browser: with JavaScript, and without.

import { after, before, describe, test } from 'node:test';
import { ROLES, openDemo } from './journey.mjs';

for (const javaScript of [true, false]) {
  describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    let demo;
    before(async () => (demo = await openDemo()));
    after(() => demo?.close());

    for (const role of ROLES) {
      test(`the ${role} signs in and out`, { timeout: 60_000 }, async () => {
        const visitor = await demo.visitor({ javaScript });
        await visitor.signIn(role);
        await visitor.signOut();
        await visitor.signIn(role);
        await visitor.audit();
      });
    }
  });
}
