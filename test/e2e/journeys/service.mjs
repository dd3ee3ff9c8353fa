import assert from 'node:assert/strict';
import { checkAccessibility, checkFits, open } from '../runner.mjs';

const tab = name => `/catalog/default/component/${name}/reliability`;

/**
 * A developer looks at one service and mends what is wrong.
 *
 * @param untiered - name of a service without a tier, which gets one
 */
export const serviceJourneys = untiered => ({
  'says what lifts the service, with actual against expected': async ({
    page,
    portal,
  }) => {
    await open(page, portal, tab('lane-control'));
    await page.getByText('This check lifts the service to Bronze').waitFor();
    await page.getByText('size(entity.description) >= 20').first().waitFor();
    await page.getByText('ANPR and gates').first().waitFor();
    await checkAccessibility(page);
  },

  'opens a check and shows value, source and time': async ({
    page,
    portal,
  }) => {
    await open(page, portal, tab('lane-control'));
    const check = page.getByRole('button', {
      name: /A team in the catalog owns it/,
    });
    await check.waitFor();
    assert.equal(await check.getAttribute('aria-expanded'), 'false');
    await check.focus();
    await page.keyboard.press('Enter');
    assert.equal(await check.getAttribute('aria-expanded'), 'true');
    await page.getByText('How to fix it').first().waitFor();
    await page
      .getByText(/from catalog/)
      .first()
      .waitFor();
    await checkAccessibility(page);
  },

  'refreshes and says so': async ({ page, portal }) => {
    await open(page, portal, tab('lane-control'));
    const asked = page.waitForResponse(
      response =>
        response.url().endsWith('/refresh') &&
        response.request().method() === 'POST',
    );
    await page.getByRole('button', { name: 'Refresh' }).click();
    const reply = await asked;
    assert.equal(reply.status(), 200);
    const [{ level, score }] = (await reply.json()).reports;
    const points = Math.floor(score / 10);
    await page
      .getByText(`Refreshed: ${level.name}, ${points} of 100 points`)
      .first()
      .waitFor({ state: 'attached' });
  },

  'changes the tier and sees level, score and rank move without a reload':
    async ({ page, portal }) => {
      const ref = `/services/component/default/${untiered}`;
      const before = await portal.get(ref);
      assert.equal(before.tier.id, 'untiered');
      await open(page, portal, tab(untiered));
      await page.getByRole('button', { name: 'Tier actions' }).click();
      await page.getByRole('menuitem', { name: /Override the tier/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await checkAccessibility(page, '[role=dialog]');
      await dialog.getByLabel(/^Tier/).selectOption('tier-2');
      await dialog.getByLabel(/Why/).fill('Finance works with it every day');
      await dialog.getByRole('button', { name: 'Override' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page
        .getByText(/Finance works with it every day/)
        .first()
        .waitFor();
      const after = await portal.get(ref);
      assert.equal(after.tier.id, 'tier-2');
      const [then, now] = [before.reports[0], after.reports[0]];
      assert.ok(now.score > then.score, 'the score rose');
      assert.ok(now.rank <= then.rank, 'the rank did not fall');
      await page
        .getByText(`${now.rank} of ${now.rankedTotal}`)
        .first()
        .waitFor();
      const { items } = await portal.get(`${ref}/history`);
      assert.equal(items[0].cause, 'service');
      assert.ok(
        items[0].flips.some(
          flip => flip.check === 'tier-declared' && flip.to === 'pass',
        ),
      );
    },

  'keeps a scorecard in the address, with every kind of outcome': async ({
    page,
    portal,
  }) => {
    await open(page, portal, `${tab('onboard-retail')}?scorecard=delivery`);
    await page.getByText('Level ladder').waitFor();
    const { reports } = await portal.get(
      '/services/component/default/onboard-retail',
    );
    const delivery = reports.find(report => report.scorecard.id === 'delivery');
    const outcomes = new Set(delivery.checks.map(check => check.outcome));
    assert.ok(
      outcomes.has('exempt') && outcomes.has('not-applicable'),
      [...outcomes].join(),
    );
    for (const level of ['L1', 'L2', 'L3']) {
      const rung = page.getByRole('button', { name: new RegExp(`^${level}`) });
      if ((await rung.getAttribute('aria-expanded')) === 'false') {
        await rung.click();
      }
    }
    await page
      .getByText(/^Exempt/)
      .first()
      .waitFor();
    await page.getByText('Not applicable').first().waitFor();
    await page.getByText('Planned').first().waitFor();
    await checkAccessibility(page);
  },

  'lists history and facts': async ({ page, portal }) => {
    await open(page, portal, tab('check-in'));
    await page
      .getByRole('table', { name: /Every change of level, score or outcome/ })
      .waitFor();
    await page.getByRole('button', { name: /Show all facts/ }).click();
    await page.getByRole('table', { name: /Every fact known/ }).waitFor();
    await page.getByText('entity.ownerExists').first().waitFor();
    await checkAccessibility(page);
  },

  'fits a phone': async ({ page, portal }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, portal, tab('lane-control'));
    await page.getByText('Level ladder').waitFor();
    await checkFits(page);
  },

  'says what is missing where an entity is no service': async ({
    page,
    portal,
  }) => {
    const response = await fetch(
      `${portal.url}/api/reliability/services/component/default/no-such`,
      {
        headers: { Authorization: `Bearer ${await portal.token()}` },
      },
    );
    assert.equal(response.status, 404);
    await page.route(
      '**/api/reliability/services/component/default/check-in',
      route =>
        route.fulfill({
          status: 404,
          json: {
            error: { name: 'NotFoundError', message: 'is not a service' },
          },
        }),
    );
    await open(page, portal, tab('check-in'));
    await page.getByText('Not a service').first().waitFor();
  },
});
