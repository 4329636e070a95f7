// A round, told through the browser: with JavaScript, and without.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROLES, openDemo } from './journey.mjs';

const sample = (name) => fileURLToPath(new URL(`sample/${name}`, import.meta.url));

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

    test('from two spreadsheets to a logged session and a report', { timeout: 180_000 }, async () => {
      const priya = await demo.visitor({ javaScript });
      await priya.signIn('Coordinator');
      await openRound(priya);
      await bringPeopleIn(priya);
      await pairAndTell(priya);

      // Each gets a letter; its sign-in link is made by hand, since no mail server is set.
      const nia = await comeInByLetter(demo, priya, 'Nia Parry', javaScript);
      const callum = await comeInByLetter(demo, priya, 'Callum Reid', javaScript);
      await sayYes(nia, 'Callum Reid');
      await nia.sees('What happens next: Callum Reid says yes or no');
      await sayYes(callum, 'Nia Parry');

      await logSession(nia);
      await callum.go('/');
      await callum.follow('Nia Parry');
      await callum.sees('90 minutes', 'By video', 'Logged by Nia Parry');
      await callum.audit();

      await priya.go('/rounds');
      await priya.follow('Spring round');
      await priya.sees('1 of 2 said yes', '1 session');
      await priya.audit();
      await priya.follow('Meeting, and the report');
      await priya.sees('pair placed', 'pair met', 'hours of mentoring', '1 in all, 1.0 for each pair who met');
      await priya.audit();
    });
  });
}

async function openRound(priya) {
  await priya.go('/rounds');
  await priya.follow('Open a round');
  await priya.press('Open a round');
  await priya.sees('There is a problem', 'Please fill this in');
  await priya.audit();
  const today = new Date();
  await priya.fill({ 'Name of the round': 'Spring round' });
  await fillDate(priya, 'When do pairs begin to meet?', today, 0);
  await fillDate(priya, 'When does the round end?', today, 1);
  await priya.press('Open a round');
}

async function fillDate(visitor, legend, day, years) {
  const boxes = visitor.page.getByRole('group', { name: legend });
  await boxes.getByLabel('Day').fill(String(Math.min(day.getDate(), 28)));
  await boxes.getByLabel('Month').fill(String(day.getMonth() + 1));
  await boxes.getByLabel('Year').fill(String(day.getFullYear() + years));
}

async function bringPeopleIn(priya) {
  await priya.fill({ Mentors: sample('mentors.csv') });
  await priya.press('Look at them first');
  await priya.sees('There is a problem', 'Choose a file');
  await priya.audit();
  await priya.fill({ Mentors: sample('mentors.csv'), Mentees: sample('mentees.csv') });
  await priya.fill({ 'Rules, if you have them': sample('rules.toml') });
  await priya.press('Look at them first');
  await priya.sees('Nothing has been saved yet', 'Your column', 'The law protects what this may tell');
  await priya.audit();
  await priya.press('Bring them in');
  await priya.sees('6 applications are new', 'characteristics, match with similar identity, identity to match');
  await priya.sees('3 mentors and 2 mentees can be matched', 'Wen Li', 'Mentees are HEO, SEO or Grade 7.');
  await priya.audit();
}

async function pairAndTell(priya) {
  await priya.press('Propose pairs');
  await priya.sees('2 mentees have a mentor in this plan', 'Proven: no better plan exists', 'Nobody has been told');
  await priya.page.getByText('Why these two').first().click();
  await priya.sees('Both have the same profession: Policy');
  // Freya works where Callum does: the two may not be kept together.
  await priya.fill({ Mentor: 'Freya Lund', Mentee: 'Callum Reid' });
  await priya.press('Keep together', { within: 'Your wish is kept' });
  await priya.sees('This pair cannot be made', 'These two work at the same place');
  await priya.audit();
  await priya.follow('Go on to telling them');
  await priya.sees('You are about to tell 2 pairs', 'Dear Callum Reid');
  await priya.audit();
  await priya.press('Tell them now');
  await priya.sees('5 letters wait to be sent');
  await priya.audit();
}

async function comeInByLetter(demo, priya, name, javaScript) {
  await priya.go('/letters');
  await priya.follow(name);
  await priya.press('Make a sign-in link');
  await priya.sees('A sign-in link for this person');
  const link = await priya.page.locator('.notice code').textContent();
  const visitor = await demo.visitor({ javaScript });
  await visitor.go(new URL(link).pathname);
  await visitor.sees(`This link is for ${name}`);
  await visitor.audit();
  await visitor.press(`Sign in as ${name}`);
  await visitor.sees('Before you write anything here');
  await visitor.audit();
  await visitor.press('Go on');
  await visitor.sees(`Hello ${name.split(' ')[0]}`);
  const again = await visitor.go(new URL(link).pathname);
  assert.equal(again.status(), 409, 'a link works once');
  await visitor.sees('This link or code does not work any more');
  await visitor.go('/');
  return visitor;
}

async function sayYes(visitor, other) {
  await visitor.follow('See who it is');
  await visitor.sees(`Would you like to work with ${other}?`);
  await visitor.audit();
  await visitor.press('Yes, I would');
}

async function logSession(nia) {
  await nia.go('/');
  await nia.follow('Log a session');
  await nia.fill({ 'How long, in minutes?': '0' });
  await nia.press('Save the session');
  await nia.sees('There is a problem', 'Enter a whole number from 5 to 600', 'Please choose one');
  await nia.audit();
  await nia.fill({ 'How long, in minutes?': '90', 'By video': true });
  await nia.press('Save the session');
  await nia.sees('Saved', '1 session, 1.5 hours in all');
  await nia.audit();
}
