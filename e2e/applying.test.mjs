// Somebody applies by themselves: part by part, saved as they go, checked, sent, changed, taken back. And a coordinator asks a
// colleague by name, who comes in by the letter, and makes a link by which somebody nobody knows comes in.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDemo } from './journey.mjs';

for (const javaScript of [true, false]) {
  describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    let demo;
    before(async () => (demo = await openDemo()));
    after(() => demo?.close());

    test('somebody applies, changes it, and takes it back', { timeout: 180_000 }, async () => {
      const tom = await demo.visitor({ javaScript });
      await tom.signIn('Mentee');
      await tom.follow('Your application to Second round');
      await tom.sees('Who can take part like this', 'A mentee is a head of service now');
      await tom.audit();
      await tom.follow('Apply as a mentee');
      await tom.sees('You apply as Tom Farrow');
      await tom.audit();
      await tom.fill({ 'What you do': 'a'.repeat(201) });
      await tom.press('Save and go on');
      await tom.sees('There is a problem');
      await tom.audit();
      await tom.fill({ 'What you do': 'Head of libraries' });
      await tom.press('Save and go on');
      await choose(tom, 'Are you a head of service now?', 'No');
      await choose(tom, 'Where is your service?', 'Wales');
      await tom.audit();
      await tom.press('Save, and come back later');
      await tom.sees('Only you can see it');
      await tom.audit();

      // Another day, in another browser.
      const again = await demo.visitor({ javaScript });
      await again.signIn('Mentee');
      await again.sees('You have begun, and not sent it');
      await again.follow('Your application to Second round');
      await again.follow('Go on with it');
      await again.press('Save and go on');
      assert.equal(await again.page.getByRole('radio', { name: 'Wales' }).isChecked(), true, 'what was saved is there');
      await again.press('Save and go on');
      await again.fill({ listening: true, 'Others, with ; between them': 'a new building' });
      await again.audit();
      await again.press('Save and go on');
      await again.sees('Check before you send it', 'One rule does not fit what you wrote', 'listening; a new building');
      await again.audit();
      await again.follow('Change this : Whether you can take part');
      await choose(again, 'Are you a head of service now?', 'Yes');
      await again.press('Save and go on');
      await again.press('Save and go on');
      await again.seesNo('does not fit');
      await again.press('Send my application');
      await again.sees('Sent. Thank you.', 'You have what this round asks for');
      await again.audit();
      await again.press('Take it back : As a mentee');
      await again.sees('Taken back. It is as if you had not applied.');
    });

    test('a colleague is encouraged, comes in by the letter, and applies', { timeout: 180_000 }, async () => {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await priya.follow('Second round');
      await priya.follow('People');
      await priya.follow('Encourage a colleague');
      await priya.audit();
      await priya.fill({ 'Their name': 'Sam Reed', 'Their mail address': 'sam.reed@harbury.example' });
      await priya.press('Look at the letter');
      await priya.sees('I thought of you for Second round');
      await priya.audit();
      await priya.press('Write to them');
      await priya.sees('Sam Reed', 'Has not applied yet');
      await priya.go('/letters');
      await priya.follow('Sam Reed');
      await priya.sees('I thought of you for Second round');
      await priya.press('Make a sign-in link');
      const link = await priya.page.locator('.notice code').textContent();

      const sam = await demo.visitor({ javaScript });
      await sam.go(new URL(link).pathname);
      await sam.press('Sign in as Sam Reed');
      await sam.sees('Before you write anything here');
      await sam.press('Go on');
      await sam.follow('Apply to Second round');
      await sam.follow('Apply as a mentor');
      await sam.fill({ 'Where you work': 'Harbury Libraries', 'How many mentees could you take?': '2' });
      await sam.press('Save and go on');
      await choose(sam, 'Are you a head of service now?', 'Yes');
      await sam.press('Save and go on');
      await sam.fill({ budgets: true });
      await sam.press('Save and go on');
      await sam.audit();
      await sam.press('Send my application');
      await sam.sees('Sent. Thank you.');
      await priya.follow('Home');
      await priya.follow('Second round');
      await priya.follow('People');
      await priya.sees('Sam Reed');
      await priya.follow('What the form asks');
      await priya.audit();
      await priya.follow('Change : What would you like help with?');
      await priya.audit();
    });

    test('somebody nobody knows comes in by a link, and applies', { timeout: 180_000 }, async () => {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await priya.follow('Second round');
      await priya.follow('People');
      await priya.follow('Links that let anybody apply');
      await priya.audit();
      await priya.press('Make a link');
      await priya.sees('Here is the link', 'Copy it now');
      await priya.audit();
      const link = await priya.page.locator('.notice code').textContent();

      const address = `nia.${javaScript ? 'one' : 'two'}@aeron.example`;
      const nia = await demo.visitor({ javaScript });
      await nia.go(new URL(link).pathname);
      await nia.sees('Apply to Second round', 'Who runs it', 'What is kept');
      await nia.audit();
      await nia.fill({ 'Your name': 'Nia Bowen', 'Your mail address': 'nowhere' });
      await nia.press('Send me a code');
      await nia.sees('There is a problem');
      await nia.audit();
      await nia.fill({ 'Your mail address': address });
      await nia.press('Send me a code');
      await nia.sees(`A mail is on its way to ${address}`);
      await nia.audit();
      const post = await demo.visitor({ javaScript });
      await post.go('/demo/post');
      const subject = await post.page.locator('article.letter', { hasText: address }).first().locator('h2').textContent();
      await nia.fill({ 'The six digits': subject.slice(0, 7) });
      await nia.press('Go on to the form');
      await nia.follow('Apply as a mentor');
      await nia.sees('You apply as Nia Bowen');
      await nia.fill({ 'Where you work': 'Aeron Libraries', 'How many mentees could you take?': '1' });
      await nia.press('Save and go on');
      await choose(nia, 'Are you a head of service now?', 'Yes');
      await nia.press('Save and go on');
      await nia.fill({ budgets: true });
      await nia.press('Save and go on');
      await nia.press('Send my application');
      await nia.sees('Sent. Thank you.');
      await priya.follow('Who is eligible');
      await priya.sees('Nia Bowen');
    });
  });
}

/** Chooses one answer of a question. */
async function choose(visitor, question, answer) {
  await visitor.page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
}
