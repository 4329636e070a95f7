// What every page must be: free of axe's violations in every view, in one column on a narrow screen, well formed.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The screens each page is looked at on. */
export const VIEWS = [390, 1280].flatMap((width) =>
  ['light', 'dark'].map((colorScheme) => ({ width, colorScheme, name: `${width} ${colorScheme}` })),
);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Everything wrong with the page as it stands, one line each. Changes the page's size, not its contents.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function audit(page) {
  return [...(await shape(page)), ...(await narrow(page)), ...(await accessibility(page))];
}

/** Shows the page as on one of the `VIEWS`. */
export async function look(page, { width, colorScheme }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}

async function shape(page) {
  const { headings, title, lang } = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    lang: document.documentElement.lang,
  }));
  const faults = [];
  if (headings !== 1) faults.push(`${headings} h1 headings`);
  if (!title.endsWith('Duet')) faults.push(`the title is "${title}", which does not end in "Duet"`);
  if (!lang) faults.push('no lang on <html>');
  return faults;
}

async function narrow(page) {
  await page.setViewportSize({ width: 320, height: 900 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return width > 320 ? [`scrolls sideways: ${width} px wide on a screen of 320`] : [];
}

async function accessibility(page) {
  await page.evaluate(`window.axe || (() => { ${AXE} })()`);
  const seen = new Map();
  for (const view of VIEWS) {
    await look(page, view);
    for (const fault of await violations(page)) seen.set(fault, [...(seen.get(fault) ?? []), view.name]);
  }
  return [...seen].map(([fault, views]) => `${fault} [${views.join(', ')}]`);
}

async function violations(page) {
  const found = await page.evaluate(
    async (values) => {
      const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false };
      const { violations } = await window.axe.run(document, options);
      return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.target.join(' ')) }));
    },
    TAGS,
  );
  return found.map(({ id, help, at }) => `axe ${id}: ${help}: ${some(at)}`);
}

/** The first few, and how many more there are. */
function some(places) {
  const first = places.slice(0, 3).join(' and ');
  return places.length > 3 ? `${first} and ${places.length - 3} more` : first;
}
