// A running demo: the built program, on a free port, with a data folder of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../target/debug/duet', import.meta.url));

/**
 * Starts `duet demo` and waits until it has printed its address.
 * The program is `DUET_BIN`, or else what `cargo build` made.
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startDemo() {
  const data = await mkdtemp(join(tmpdir(), 'duet-e2e-'));
  const child = spawn(process.env.DUET_BIN ?? BUILT, ['demo', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => child.kill();
  process.once('exit', kill);
  const ended = once(child, 'exit');
  ended.catch(() => {}); // a program that cannot start is reported by `address`
  const stop = async () => {
    process.off('exit', kill);
    child.kill();
    const impatience = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended.catch(() => {});
    clearTimeout(impatience);
    await rm(data, { recursive: true, force: true });
  };
  try {
    return { url: await address(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function address(child) {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const found = /http:\/\/localhost:\d+/.exec(line);
      if (found) resolve(found[0]);
    });
    lines.on('close', () => reject(new Error('the demo ended without printing http://localhost:PORT')));
    child.on('error', reject);
  });
}
