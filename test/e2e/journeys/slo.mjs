import assert from 'node:assert/strict';
import fs from 'node:fs';
import { checkAccessibility, checkFits, open } from '../runner.mjs';
import { eventually } from '../portal.mjs';
import { bringYes } from './answers.mjs';
import { serviceOf, standingOf, tab } from './places.mjs';

const slosTab = name => tab(name, '?view=slos');
const sloOf = (portal, name) =>
  portal.get(`/slos/component~default~${name}~orders`);

const today = () => new Date().toISOString().slice(0, 10);

const document = name => `apiVersion: plimsoll.dev/v1
kind: SLO
name: orders
title: Orders are taken
target: 99.9
window: 30d
bad: sum(kiosk_orders_total{kiosk="${name}",result="failed"})
total: sum(kiosk_orders_total{kiosk="${name}"})
source: kiosks
routes: [Kiosk team]
reviewedOn: ${today()}
`;

/** A second SLO, whose query has no end. */
const broken = name => `---
apiVersion: plimsoll.dev/v1
kind: SLO
name: receipts
target: 99
bad: sum(kiosk_orders_total{kiosk="${name}",result="failed")
total: sum(kiosk_orders_total{kiosk="${name}"})
source: kiosks
`;

/** The button that has the portal read a service and its files now. */
async function refresh(page, portal, name) {
  await open(page, portal, tab(name));
  const button = page.getByRole('button', { name: 'Refresh' });
  await button.waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse(
      response =>
        response.url().endsWith('/refresh') &&
        response.request().method() === 'POST',
    ),
    button.click(),
  ]);
  assert.equal(answer.status(), 200);
}

/** Commits a file and has catalog and portal read it. @returns what the service has then */
async function commit({ page, portal }, kiosks, name, text, isRead) {
  kiosks.commit(name, text);
  await portal.readAgain(`component:default/${name}`);
  return eventually('the portal to have read the change', async () => {
    await refresh(page, portal, name);
    const found = await portal.get(`${serviceOf(name)}/slos`);
    return isRead(found) ? found : undefined;
  });
}

/** Opens a part of the card that is closed at first. */
const disclose = (page, title) =>
  page.getByRole('button', { name: new RegExp(`^${title}`) }).click();

async function downloaded(page, kind) {
  await page.getByRole('button', { name: kind, exact: true }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  return fs.readFileSync(await (await waiting).path(), 'utf8');
}

const until = (portal, name, status) =>
  eventually(`${name} to be ${status}`, async () => {
    const slo = await sloOf(portal, name);
    return slo.status === status ? slo : undefined;
  });

/** A team promises something, and breaks the promise, while a real Prometheus counts. */
export const sloJourneys = (service, kiosks) => ({
  'says what an SLO is where a service has none': async ({ page, portal }) => {
    await bringYes(portal, service);
    await open(page, portal, slosTab(service));
    await page.getByText('No SLO yet').waitFor();
    await page.getByText('plimsoll.dev/slo').first().waitFor();
    await checkAccessibility(page);
  },

  'shows budget and burn as soon as an SLO file is committed': async ({
    page,
    portal,
  }) => {
    await open(page, portal, slosTab(service));
    await page.getByText('No SLO yet').waitFor();
    await commit(
      { page, portal },
      kiosks,
      service,
      document(service),
      ({ slos }) => slos.length === 1,
    );
    const slo = await until(portal, service, 'healthy');
    // One in five thousand fails, one in a thousand may.
    assert.ok(Math.abs(slo.sli - 0.9998) < 1e-6, `SLI ${slo.sli}`);
    assert.ok(Math.abs(slo.remaining - 0.8) < 1e-3, `left ${slo.remaining}`);
    await page.getByRole('link', { name: 'SLOs', exact: true }).click();
    await page.getByText('Orders are taken').first().waitFor();
    await page.getByText('Healthy').first().waitFor();
    await page.getByText('80 % left').first().waitFor();
    await page.getByText('Promised: 99.9 %').waitFor();
    await page.getByRole('table', { name: 'Burn rate by window' }).waitFor();
    await page.getByText('Page: off').first().waitFor();
    await disclose(page, 'Show the query');
    await page.getByText('SLI = 1 − bad ÷ total').first().waitFor();
    await page.getByText('Queries as they were sent last').waitFor();
    await checkAccessibility(page);
  },

  'fills the days before the SLO was written': async ({ page, portal }) => {
    const route = `/slos/component~default~${service}~orders/history`;
    const { items } = await eventually('the history', async () => {
      const history = await portal.get(route);
      return history.items.length >= 28 ? history : undefined;
    });
    assert.ok(items.every(({ bad, total }) => bad / total < 0.00025));
    await open(page, portal, slosTab(service));
    await page.getByText('Burn-down').first().waitFor();
    await page.getByRole('button', { name: 'As a table' }).click();
    await page.getByRole('table', { name: /^Budget by day/ }).waitFor();
    await checkAccessibility(page);
  },

  'gives rules that promtool takes, and tests of them that pass': async ({
    page,
    portal,
  }) => {
    await open(page, portal, slosTab(service));
    await disclose(page, 'Rules and files');
    const rules = await downloaded(page, 'Prometheus rules');
    const tests = await downloaded(page, 'Tests for promtool');
    const files = { 'plimsoll-rules.yaml': rules, 'tests.yaml': tests };
    const checked = await kiosks.checkRules(
      ['check', 'rules', 'plimsoll-rules.yaml'],
      files,
    );
    assert.match(checked, /SUCCESS: \d+ rules found/);
    const tested = await kiosks.checkRules(
      ['test', 'rules', 'tests.yaml'],
      files,
    );
    assert.match(tested, /SUCCESS/);
    await checkAccessibility(page);
  },

  'names line and column of a wrong document beside the good SLO': async ({
    page,
    portal,
  }) => {
    const line = document(service).split('\n').length + 5;
    const { files, slos } = await commit(
      { page, portal },
      kiosks,
      service,
      `${document(service)}${broken(service)}`,
      found => found.files[0].diagnostics.length > 0,
    );
    assert.equal(files[0].diagnostics[0].line, line);
    const [{ column, message }] = files[0].diagnostics;
    assert.ok(column > 1, `column ${column}`);
    assert.deepEqual(
      slos.map(({ name, status }) => [name, status]),
      [['orders', 'healthy']],
    );
    await open(page, portal, slosTab(service));
    await page.getByText(`${line}:${column}`, { exact: true }).waitFor();
    await page.getByText(message).first().waitFor();
    await page.getByText('Healthy').first().waitFor();
    await checkAccessibility(page);
    await commit(
      { page, portal },
      kiosks,
      service,
      document(service),
      found => found.files[0].diagnostics.length === 0,
    );
  },

  'burns when the service breaks, and says why the page goes out': async ({
    page,
    portal,
  }) => {
    kiosks.break(service, 20);
    const slo = await until(portal, service, 'burning');
    const firing = slo.evaluations[0].alerts.filter(
      ({ severity, state }) => severity === 'page' && state === 'firing',
    );
    assert.ok(firing.length > 0);
    assert.ok(slo.remaining > 0 && slo.remaining < 0.8, `${slo.remaining}`);
    await open(page, portal, slosTab(service));
    await page.getByText('Burning').first().waitFor();
    await page.getByText('Page: on').first().waitFor();
    // "On: the last 1h burn at 33× and the last 5m at 400×, both above 14.4×."
    await page
      .getByText(/^On: the last .+×.+ both above 14\.4×/)
      .first()
      .waitFor();
    await checkAccessibility(page);
  },

  'loses its level, and places in the ranking, when the budget is spent':
    async ({ page, portal }) => {
      const before = await standingOf(portal, service);
      assert.equal(before.level.id, 'silver');
      kiosks.break(service, 2000);
      const slo = await until(portal, service, 'breached');
      assert.ok(slo.remaining < 0);
      const after = await standingOf(portal, service);
      assert.equal(after.level.id, 'bronze');
      assert.ok(after.rank > before.rank, `${before.rank} → ${after.rank}`);
      await open(page, portal, slosTab(service));
      await page.getByText('Breached').first().waitFor();
      await page
        .getByText(/% spent/)
        .first()
        .waitFor();
      await checkAccessibility(page);
      await open(page, portal, tab(service));
      await page
        .getByText(`${after.rank} of ${after.rankedTotal}`)
        .first()
        .waitFor();
      await page
        .getByText('No error budget is overspent')
        .first()
        .waitFor({ state: 'attached' });
      await checkAccessibility(page);
    },

  'stands before the healthy SLOs of the company then': async ({
    page,
    portal,
  }) => {
    const { items } = await portal.get('/slos?limit=500');
    const of = item => item.entityRef === `component:default/${service}`;
    const healthy = items.findIndex(({ status }) => status === 'healthy');
    assert.ok(items.some(of));
    assert.ok(healthy < 0 || items.findIndex(of) < healthy);
    await open(page, portal, '/reliability/slos');
    await page.getByText('Orders are taken').first().waitFor();
    await checkAccessibility(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await checkFits(page);
    await open(page, portal, slosTab(service));
    await page.getByText('Breached').first().waitFor();
    await checkFits(page);
    kiosks.break(service, 0);
  },
});
