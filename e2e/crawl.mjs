// Walking through all pages somebody can reach by links.

const MOST_PAGES = 120;
const MOST_OF_A_SHAPE = 2;

/** What a browser saves instead of showing. */
const DOWNLOADS = /\.(csv|eml|ics|pdf|json|zip|toml|txt|sqlite)$/;

/**
 * Visits pages breadth first from `/`, and calls `visit(path, response)` on each while it is open.
 * Paths that differ in their ids only are of one shape, of which a few are visited.
 * @param {object} visitor as `openDemo().visitor()` gives
 * @returns {Promise<number>} how many pages there were
 */
export async function crawl(visitor, visit) {
  const shapes = new Map();
  const waiting = ['/'];
  const known = new Set(waiting);
  let visited = 0;
  while (waiting.length > 0 && visited < MOST_PAGES) {
    const path = waiting.shift();
    const count = shapes.get(shape(path)) ?? 0;
    if (count === MOST_OF_A_SHAPE) continue;
    shapes.set(shape(path), count + 1);
    const response = await visitor.go(path);
    visited += 1;
    for (const link of await links(visitor.page)) {
      if (!known.has(link)) waiting.push(link);
      known.add(link);
    }
    await visit(path, response);
  }
  return visited;
}

/** Links of the same origin as paths, without downloads and places on a page. */
async function links(page) {
  const all = await page.locator('a[href]:not([download])').evaluateAll((anchors) => anchors.map(({ href }) => href));
  const { origin } = new URL(page.url());
  const ours = all.map((href) => new URL(href)).filter((url) => url.origin === origin && !DOWNLOADS.test(url.pathname));
  return [...new Set(ours.map((url) => url.pathname + url.search))];
}

/** The path with its ids taken out, and of a query only the names. */
export function shape(path) {
  const url = new URL(path, 'http://localhost');
  const parts = url.pathname.split('/').map((part) => (/\d/.test(part) ? '*' : part));
  return `${parts.join('/')}?${[...url.searchParams.keys()].join('&')}`;
}
