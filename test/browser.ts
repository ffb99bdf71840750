import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Nothing that talks to the network by itself, and nothing that needs a graphics card. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chrome or Chromium may be on a machine that the packed one does not fit. */
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
];

type Visit = {
  /** Of the window in CSS pixels; 1280 unless given. */
  width?: number;
  height?: number;
  /** Whether the page's scripts run; they do unless told otherwise. */
  script?: boolean;
  scheme?: 'light' | 'dark';
};

export type Visitor = {
  /** Opens the address in a window of its own and waits until it is loaded. Fails on any address that is not the site's own. */
  visit(url: string, how?: Visit): Promise<Page>;
  close(): Promise<void>;
};

/**
 * Starts a real Chromium. On Linux it is the one inside @sparticuz/chromium, unpacked once into node_modules/.cache;
 * elsewhere a Chrome or Chromium found on the machine.
 */
export async function startBrowser(): Promise<Visitor> {
  const { executablePath, env } = await findBrowser();
  const browser: Browser = await chromium.launch({ executablePath, args: flags, env });
  const contexts: BrowserContext[] = [];
  return {
    async visit(url, { width = 1280, height = 900, script = true, scheme = 'light' } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script, colorScheme: scheme });
      contexts.push(context);
      const { origin } = new URL(url);
      await context.route(
        (address) => address.protocol.startsWith('http') && address.origin !== origin,
        (route) => route.abort(),
      );
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
    },
  };
}

/** The rules of WCAG 2.0 to 2.2 at levels A and AA, and axe's best practices. */
const rules: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/**
 * What axe finds wrong with the page, one line a fault: empty when all is well.
 * axe is put in through the debugging protocol, which the page's content security policy does not govern, so the page is
 * checked under its real policy. Needs a page visited with script.
 */
export async function axe(page: Page, options: RunOptions = rules): Promise<string[]> {
  const source = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const results = (await page.evaluate(
    (run) => (globalThis as unknown as { axe: { run(options: unknown): Promise<unknown> } }).axe.run(run),
    options as Record<string, unknown>,
  )) as AxeResults;
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary?.replaceAll(/\s+/g, ' ')}`),
  );
}

type Found = { executablePath: string; env: Record<string, string> };

async function findBrowser(): Promise<Found> {
  const env = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  if (process.platform === 'linux') {
    const folder = await unpack();
    return {
      executablePath: join(folder, 'chromium'),
      env: {
        ...env,
        // What a bare machine lacks (NSS and its kin) comes with the package; its own loader would only use it on AWS.
        LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
        FONTCONFIG_PATH: existsSync('/etc/fonts') ? (env['FONTCONFIG_PATH'] ?? '/etc/fonts') : join(folder, 'fonts'),
      },
    };
  }
  const executablePath = installed.find((path) => existsSync(path));
  if (!executablePath) throw new Error('No Chrome or Chromium was found on this machine: install one to run the browser tests.');
  return { executablePath, env };
}

/**
 * Unpacks Chromium and its libraries, once for all test runs of this checkout. Whoever is first wins: the folder appears
 * under its final name only when it is complete, so that test files running side by side never see half a browser.
 */
async function unpack(): Promise<string> {
  const module = dirname(require.resolve('@sparticuz/chromium'));
  const bin = join(module, '..', 'bin');
  const { version } = JSON.parse(await readFile(join(module, '..', 'package.json'), 'utf8')) as { version: string };
  const cache = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'unpacking-'));
  const { inflate } = await import('@sparticuz/chromium');
  // The package unpacks into the folder for temporary files, which it looks up at the start of each call.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = staging;
  const parts = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((file) => inflate(join(bin, file)));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await Promise.all(parts);
  try {
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
