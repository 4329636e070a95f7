// README's picture, the board with which the demo opens:  node e2e/picture.mjs
//
// It writes docs/board.png anew.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openDemo } from './journey.mjs';

/** Where it is kept. */
const PICTURE = fileURLToPath(new URL('../docs/board.png', import.meta.url));

/** The board of the demo's second round, as a picture. The visitor has two dots for each of the page's. */
async function picture(visitor) {
  await visitor.signIn('Coordinator');
  await visitor.follow('Second round');
  await visitor.follow('Pairs');
  await visitor.page.setViewportSize({ width: 1280, height: 900 });
  await visitor.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const board = visitor.page.locator('.board');
  await board.scrollIntoViewIfNeeded();
  const clip = await board.evaluate((one) => {
    const [around, heading] = [one.getBoundingClientRect(), one.closest('section').querySelector('h2').getBoundingClientRect()];
    const [x, y] = [around.x + scrollX - 16, heading.y + scrollY - 16];
    return { x, y, width: around.width + 32, height: around.bottom + scrollY - y + 16 };
  });
  return visitor.page.screenshot({ clip, fullPage: true });
}

/** How many dots a picture is wide and high. */
function size(png) {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const demo = await openDemo();
  try {
    const png = await picture(await demo.visitor({ scale: 2 }));
    await writeFile(PICTURE, png);
    console.log(PICTURE, size(png));
  } finally {
    await demo.close();
  }
}
