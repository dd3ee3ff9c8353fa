import assert from 'node:assert/strict';
import { eventually } from '../portal.mjs';
import { checkAccessibility, checkFits, open } from '../runner.mjs';

const table = page =>
  page.getByRole('table', { name: 'Services ranked by reliability' });
const rows = page => table(page).locator('tbody tr');

/** A person looks for trouble in the ranking. */
export const rankingJourneys = {
  'ranks the demo company, best first, as the API says': async ({
    page,
    portal,
  }) => {
    // After a start incidents and measurements still come in, and move services between two questions.
    await eventually(
      'the page to be in the order of the API',
      async () => {
        await open(page, portal, '/reliability');
        await rows(page).first().waitFor();
        const { items, totalItems } = await portal.get('/services?limit=50');
        await page
          .getByText(`${totalItems} services`, { exact: true })
          .first()
          .waitFor();
        const titles = await rows(page)
          .locator('td, th')
          .getByRole('link')
          .allTextContents();
        const wanted = items.map(({ title }) => title);
        const shown = titles.filter(title => wanted.includes(title));
        assert.ok(wanted.length > 0);
        assert.deepEqual([...new Set(shown)], wanted);
        return true;
      },
      60,
    );
    await checkAccessibility(page);
  },

  'filters, and the address keeps the filter through reload and back': async ({
    page,
    portal,
  }) => {
    await open(page, portal, '/reliability');
    await rows(page).first().waitFor();
    const all = await rows(page).count();
    await page.getByRole('button', { name: /^Tier:/ }).click();
    await page.getByRole('checkbox', { name: /Mission critical/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.waitForURL(/tier=tier-0/);
    const { totalItems } = await portal.get('/services?tier=tier-0');
    await page
      .getByText(`${totalItems} services`, { exact: true })
      .first()
      .waitFor();
    assert.ok((await rows(page).count()) < all);
    await page.reload();
    await page
      .getByText(`${totalItems} services`, { exact: true })
      .first()
      .waitFor();
    assert.equal(await rows(page).count(), totalItems);
    await page.goBack();
    await page.waitForURL(url => !url.search.includes('tier='));
    await rows(page)
      .nth(all - 1)
      .waitFor();
  },

  'finds by text, and says so when nothing matches': async ({
    page,
    portal,
  }) => {
    await open(page, portal, '/reliability');
    const search = page.getByRole('searchbox', { name: 'Search services' });
    await search.fill('check-in');
    await page.getByText('1 service', { exact: true }).first().waitFor();
    assert.equal(await rows(page).count(), 1);
    await search.fill('no such service anywhere');
    await page.getByText('No service matches these filters').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await rows(page).nth(5).waitFor();
  },

  'filters by the outcome of a check': async ({ page, portal }) => {
    await open(page, portal, '/reliability?check=runbook&outcome=fail');
    const { totalItems } = await portal.get(
      '/services?check=runbook&outcome=fail',
    );
    assert.ok(totalItems > 0);
    await rows(page).first().waitFor();
    assert.equal(await rows(page).count(), totalItems);
  },

  'sorts by a column and pages on the server': async ({ page, portal }) => {
    await open(page, portal, '/reliability?limit=25');
    await rows(page).nth(24).waitFor();
    assert.equal(await rows(page).count(), 25);
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText(/^26–/).first().waitFor();
    await table(page).getByRole('button', { name: /Score/ }).click();
    await page.waitForURL(/orderBy=score/);
    const { items } = await portal.get(
      '/services?orderBy=score&order=desc&limit=25',
    );
    const first = rows(page).first();
    await first.getByRole('link', { name: items[0].title }).waitFor();
  },

  'opens a service with the keyboard alone': async ({ page, portal }) => {
    await open(page, portal, '/reliability');
    await rows(page).first().waitFor();
    const link = rows(page).first().getByRole('link').first();
    await page.getByRole('searchbox', { name: 'Search services' }).focus();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      if (await link.evaluate(node => node === document.activeElement)) break;
    }
    assert.ok(
      await link.evaluate(node => node === document.activeElement),
      'the link can be reached',
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reliability$/);
    await page.getByText('Level ladder').waitFor();
  },

  'finds a service by its reliability with the search of the portal': async ({
    page,
    portal,
  }) => {
    const tab = page.locator('a[href$="/booking-api/reliability"]');
    await eventually('the search to know it', async () => {
      await open(page, portal, '/search?query=booking%20reliability');
      await tab.first().waitFor({ timeout: 5000 });
      return true;
    });
    await page.getByText('Reliability of a service').first().waitFor();
    await checkAccessibility(
      page,
      'li:has(a[href$="/booking-api/reliability"]) > div',
    );
    await tab.first().click();
    await page.getByText('Level ladder').waitFor();
  },

  'fits a phone': async ({ page, portal }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, portal, '/reliability');
    await page.getByText('booking-api').first().waitFor();
    await checkFits(page);
    await checkAccessibility(page);
  },

  'shows a failure with a way to try again': async ({ page, portal }) => {
    let broken = true;
    await page.route('**/api/reliability/services?**', route =>
      broken
        ? route.fulfill({
            status: 503,
            json: {
              error: {
                name: 'ServiceUnavailableError',
                message: 'The database is away',
              },
            },
          })
        : route.continue(),
    );
    await open(page, portal, '/reliability');
    await page.getByText('This could not be loaded').first().waitFor();
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await rows(page).first().waitFor();
  },

  'tells somebody who may not read it': async ({ page, portal }) => {
    await page.route('**/api/reliability/services?**', route =>
      route.fulfill({
        status: 403,
        json: { error: { name: 'NotAllowedError', message: 'No' } },
      }),
    );
    await open(page, portal, '/reliability');
    await page.getByText('You may not see this').first().waitFor();
  },
};
