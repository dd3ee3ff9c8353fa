import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = fs.readFileSync(
  require.resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Chromium as root and offline: without these it asks for hosts that are not there. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args });

/** Outcomes go to the file that the caller of the journeys reads, one line each. */
export class Results {
  constructor(file) {
    this.file = file;
    this.failed = 0;
  }

  add(name, status, reason) {
    if (status === 'failed') this.failed += 1;
    const mark = { passed: '✓', failed: '✗', skipped: '–' }[status];
    process.stdout.write(`  ${mark} ${name}${reason ? `: ${reason}` : ''}\n`);
    if (this.file) {
      fs.appendFileSync(
        this.file,
        `${JSON.stringify({ name, status, reason })}\n`,
      );
    }
  }
}

/**
 * Runs journeys one after the other, each in a context of its own. One that fails leaves a screenshot.
 *
 * @param suite - name put before every journey
 * @param journeys - functions of `{ page, portal, check }`, by sentence
 */
export async function runJourneys(
  suite,
  journeys,
  { browser, portal, results, folder },
) {
  process.stdout.write(`${suite}\n`);
  for (const [sentence, journey] of Object.entries(journeys)) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const problems = [];
    page.on('pageerror', error =>
      problems.push(`page error: ${error.message}`),
    );
    try {
      await journey({ page, portal, context });
      assert.deepEqual(problems, []);
      results.add(`${suite} ${sentence}`, 'passed');
    } catch (error) {
      fs.mkdirSync(folder, { recursive: true });
      const file = path.join(
        folder,
        `${suite} ${sentence}.png`.replace(/[^\w.]+/g, '-'),
      );
      await page.screenshot({ path: file, fullPage: true }).catch(() => {});
      const cause = error.cause ? ` (${error.cause})` : '';
      const reason = `${error.message}${cause}`
        .split('\n')
        .slice(0, 12)
        .join('\n    ');
      results.add(
        `${suite} ${sentence}`,
        'failed',
        `${reason}\n    see ${path.relative(process.cwd(), file)}`,
      );
    } finally {
      await context.close();
    }
  }
}

/** Fails with every violation of WCAG 2 A and AA within an element (or the page) that axe finds. */
export async function checkAccessibility(page, within) {
  // A list is dimmed while a newer page of it is on its way.
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async selector => {
    // The tabs above a page are Backstage's own and name panels that are not there.
    const scope =
      selector && document.querySelector(selector)
        ? { include: [selector] }
        : { exclude: ['[role=tablist]', 'nav'] };
    const result = await window.axe.run(scope, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    });
    return result.violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .map(node => node.target.join(' '))
          .slice(0, 3)
          .join('; ')})`,
    );
  }, within);
  assert.deepEqual(violations, [], 'accessibility');
}

/** Fails when the page can be scrolled sideways. */
export async function checkFits(page) {
  const [inner, scroll] = await page.evaluate(() => [
    window.innerWidth,
    document.documentElement.scrollWidth,
  ]);
  assert.ok(
    scroll <= inner,
    `the page is ${scroll} px wide in a window of ${inner}`,
  );
}

/** Opens a page of the portal, which signs its guest in by itself. */
export async function open(page, portal, route) {
  await page.goto(`${portal.url}${route}`);
}
