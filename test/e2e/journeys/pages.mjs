import assert from 'node:assert/strict';
import { checkAccessibility, checkFits, open } from '../runner.mjs';

/** The pages and cards around the ranking. */
export const pageJourneys = {
  'documents every tier and check in force': async ({ page, portal }) => {
    await open(page, portal, '/reliability/standards');
    const { items: tiers } = await portal.get('/tiers');
    for (const tier of tiers) {
      await page.getByText(tier.name).first().waitFor();
    }
    await page.getByText('99.95 %').first().waitFor();
    const { items: scorecards } = await portal.get('/scorecards');
    for (const { checks } of scorecards) {
      for (const { title } of checks) {
        await page.getByText(title).first().waitFor({ state: 'attached' });
      }
    }
    await checkAccessibility(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await checkFits(page);
  },

  'lists what the catalog says that cannot be used': async ({
    page,
    portal,
  }) => {
    await open(page, portal, '/reliability/data-problems');
    await page
      .getByText(/"platinum"|“platinum”/)
      .first()
      .waitFor();
    const { items } = await portal.get('/data-problems');
    assert.ok(
      items.some(
        ({ entityRef }) => entityRef === 'component:default/travel-assistant',
      ),
    );
    await checkAccessibility(page);
  },

  'shows a team its services on the page of the group': async ({
    page,
    portal,
  }) => {
    await open(page, portal, '/catalog/default/group/port-systems');
    await page.getByText('Reliability of its services').waitFor();
    const { totalItems } = await portal.get(
      '/services?owner=group:default/port-systems',
    );
    await page
      .getByText(new RegExp(`${totalItems} services`))
      .first()
      .waitFor();
    await page.getByRole('link', { name: /in the ranking/ }).click();
    await page.waitForURL(/\/reliability.*owner=group/);
  },

  'shows a person their services at home': async ({ page, portal }) => {
    await open(page, portal, '/');
    await page.getByText('My services').first().waitFor();
    await page.getByText('refunds').first().waitFor();
  },

  'shows the next step on the overview of a service': async ({
    page,
    portal,
  }) => {
    await open(page, portal, '/catalog/default/component/lane-control');
    await page.getByText(/For Bronze: Description says what it does/).waitFor();
    await page.getByRole('link', { name: 'Open the reliability tab' }).click();
    await page.getByText('Level ladder').waitFor();
  },

  'is readable in the dark': async ({ page, portal, context }) => {
    await context.addInitScript(() => localStorage.setItem('theme', 'dark'));
    await open(page, portal, '/reliability');
    await page.getByText('booking-api').first().waitFor();
    await checkAccessibility(page);
    await page.goto(
      `${portal.url}/catalog/default/component/lane-control/reliability`,
    );
    await page.getByText('Level ladder').waitFor();
    await checkAccessibility(page);
  },
};
