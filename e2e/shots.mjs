// Pictures of pages for people to look at:  node e2e/shots.mjs OUTDIR [ROLE:PATH…]
//
// Each page at two widths, light and dark, and as it prints. `Mentor:/sessions` is a page as a mentor sees it,
// `Nobody:/` one as seen before signing in. Without pages, everybody's first.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { VIEWS, look } from './audit.mjs';
import { ROLES, openDemo } from './journey.mjs';

const [folder, ...named] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node e2e/shots.mjs OUTDIR [ROLE:PATH…]');
  process.exit(1);
}
const wanted = named.length > 0 ? named : ['Nobody', ...ROLES].map((role) => `${role}:/`);

await mkdir(folder, { recursive: true });
const demo = await openDemo();
try {
  for (const each of wanted) await shoot(each);
} finally {
  await demo.close();
}

async function shoot(each) {
  const [role, path] = each.split(/:(.*)/s);
  const visitor = await demo.visitor();
  if (role !== 'Nobody') await visitor.signIn(role);
  await visitor.go(path);
  const name = each.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '');
  for (const view of VIEWS) {
    await look(visitor.page, view);
    await visitor.page.screenshot({ path: join(folder, `${name}-${view.width}-${view.colorScheme}.png`), fullPage: true });
  }
  await visitor.page.emulateMedia({ colorScheme: 'light' });
  await visitor.page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4' });
  console.log(each);
}
