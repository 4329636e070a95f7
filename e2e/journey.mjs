// Telling a journey: open a demo, let visitors in, and have them do what people do.
//
//     const demo = await openDemo();
//     const mentor = await demo.visitor();
//     await mentor.signIn('Mentor');
//     await mentor.follow('Log a session');
//     await mentor.fill({ 'Minutes': 60, 'How did you meet?': 'By phone' });
//     await mentor.press('Save');
//     await mentor.sees('Session saved');
//     await mentor.audit();
//     await demo.close();
//
// Each visitor is a browser of their own (cookies and all), so that two people can act in turn. Whoever is
// not found, does not lead anywhere or is not to be seen within a few seconds fails the journey.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { audit } from './audit.mjs';
import { startDemo } from './demo.mjs';

/** The words on the demo's sign-in buttons. */
export const ROLES = ['Coordinator', 'Coach', 'Mentor', 'Mentee', 'Sponsor'];

const PATIENCE = 10_000;

// Each keeps the browser from something it does by itself. Playwright leaves the sandbox out too: Chromium
// cannot have one as root or in most containers, and the only pages it opens are ours.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a demo and a browser. `close()` stops both, and fails if a visitor's browser has complained. */
export async function openDemo() {
  const demo = await startDemo();
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: QUIET }).catch(async (error) => {
    await demo.stop();
    throw error;
  });
  const visitors = [];
  return {
    url: demo.url,

    /** A new person at the door. Without JavaScript, say `{ javaScript: false }`; `scale` is how fine their screen is. */
    async visitor({ javaScript = true, scale = 1 } = {}) {
      const context = await browser.newContext({ baseURL: demo.url, deviceScaleFactor: scale });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const scripts = javaScript ? undefined : await noScripts(page);
      const visitor = new Visitor(page, demo.url, scripts);
      visitors.push(visitor);
      return visitor;
    },

    async close() {
      await browser.close();
      await demo.stop();
      assert.deepEqual(visitors.flatMap((visitor) => visitor.complaints()), []);
    },
  };
}

/** Somebody with a browser. `page` is Playwright's, for whatever the words below do not say. */
class Visitor {
  #url;
  #scripts;
  #complaints = [];

  constructor(page, url, scripts) {
    this.page = page;
    this.#url = url;
    this.#scripts = scripts;
    page.on('console', (message) => this.#hear(message));
    page.on('pageerror', (error) => this.#complaints.push(`script: ${error.message}`));
    page.on('request', (request) => this.#watch(request));
  }

  /** Opens a path of the demo and gives the response. */
  async go(path) {
    return this.page.goto(path);
  }

  /** Signs in as somebody of the cast, by a word on their button: a role or a name. The first of several. */
  async signIn(who) {
    await this.go('/');
    const button = this.page.locator('form[action="/demo/sign-in"] button').filter({ hasText: word(who) });
    await this.#leave(`Signing in as ${who}`, () => button.first().click());
  }

  /** Presses the button in the header. */
  async signOut() {
    await this.#leave('Signing out', () => this.page.locator('form[action="/sign-out"] button').first().click());
  }

  /**
   * Fills fields by their labels: text, numbers and dates as typed, a choice of a list by its words,
   * `true` or `false` for a box or a radio button, `{ name, mimeType, buffer }` or a path for a file.
   */
  async fill(fields) {
    for (const [label, value] of Object.entries(fields)) {
      const exact = this.page.getByLabel(label, { exact: true });
      const field = (await exact.count()) > 0 ? exact : this.page.getByLabel(label);
      const kind = await field.evaluate((element) => element.type);
      if (typeof value === 'boolean') await field.setChecked(value);
      else if (kind === 'file') await field.setInputFiles(value);
      else if (kind === 'select-one') await field.selectOption({ label: value });
      else await field.fill(String(value));
    }
  }

  /** Presses a button by its name and waits for the next page. See `#find` for `within`. */
  async press(name, { within } = {}) {
    await this.#leave(`Pressing "${name}"`, async () => (await this.#find('button', name, within)).click());
  }

  /** Follows a link by its name and waits for the next page. See `#find` for `within`. */
  async follow(name, { within } = {}) {
    await this.#leave(`Following "${name}"`, async () => (await this.#find('link', name, within)).click());
  }

  /** Follows a link that downloads, and gives the file as text. See `#find` for `within`. */
  async download(name, { within } = {}) {
    const link = await this.#find('link', name, within);
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    return readFile(await download.path(), 'utf8');
  }

  /** Fails unless these words are to be seen. */
  async sees(...texts) {
    for (const text of texts) {
      const shown = this.page.getByText(text).filter({ visible: true }).first();
      await shown.waitFor().catch(() => assert.fail(`"${text}" is not to be seen on ${this.page.url()}`));
    }
  }

  /** Fails if these words are to be seen. */
  async seesNo(...texts) {
    for (const text of texts) {
      const shown = await this.page.getByText(text).filter({ visible: true }).count();
      assert.equal(shown, 0, `"${text}" is to be seen on ${this.page.url()}`);
    }
  }

  /** Fails with everything that is wrong with the present page, in every view. See `audit.mjs`. */
  async audit() {
    // Axe is a script: it gets its turn on the page that was made without, and then nothing runs again.
    await this.#scripts?.allow(true);
    const faults = [...(await audit(this.page)), ...this.complaints()];
    await this.#scripts?.allow(false);
    assert.equal(faults.length, 0, `${this.page.url()}\n  ${faults.join('\n  ')}`);
  }

  /** What the browser has complained of since this was last asked: errors, and requests to other hosts. */
  complaints() {
    return this.#complaints.splice(0);
  }

  /** `within` names the row, item, form or section by words in it, where several have a button of that name. */
  async #find(role, name, within) {
    const places = 'tr, li, form, article, section, fieldset';
    const place = within ? this.page.locator(places).filter({ hasText: within }) : this.page;
    const exact = place.getByRole(role, { name, exact: true });
    const found = (await exact.count()) > 0 ? exact : place.getByRole(role, { name });
    // The innermost of the places comes last, and holds the same button as those around it.
    return within ? found.last() : found;
  }

  async #leave(what, act) {
    const left = this.page.waitForEvent('framenavigated', (frame) => frame === this.page.mainFrame());
    left.catch(() => {}); // awaited below, unless the act itself fails
    await act();
    await left.catch(async () => {
      const invalid = await this.page.locator(':invalid:not(form, fieldset)').evaluateAll((fields) =>
        fields.map((field) => `${field.name}: ${field.validationMessage}`),
      );
      assert.fail([`${what} led nowhere from ${this.page.url()}`, ...invalid].join('; '));
    });
    await this.page.waitForLoadState();
  }

  #hear(message) {
    // A page that answers 404 or 422 is the journey's to judge; what a page asks for and lacks is not.
    const page = message.location().url === this.page.url() && message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !page) this.#complaints.push(`console: ${message.text()}`);
  }

  #watch(request) {
    const url = new URL(request.url());
    if (url.origin !== this.#url && url.protocol.startsWith('http')) this.#complaints.push(`request to ${url.host}`);
  }
}

/**
 * Turns JavaScript off as a person does in their settings. Playwright's `javaScriptEnabled: false` does the
 * same but for good, and would leave axe waiting.
 */
async function noScripts(page) {
  const session = await page.context().newCDPSession(page);
  const allow = (yes) => session.send('Emulation.setScriptExecutionDisabled', { value: !yes });
  await allow(false);
  return { allow };
}

/** The text as a whole word, so that "Mentor" is not found in "Mentoring coordinator". */
function word(text) {
  return new RegExp(`(?<!\\p{L})${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u');
}
