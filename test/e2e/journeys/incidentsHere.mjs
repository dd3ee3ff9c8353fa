import assert from 'node:assert/strict';
import { eventually } from '../portal.mjs';
import { checkAccessibility, open } from '../runner.mjs';
import { incidentOf, incidentsTab } from './places.mjs';

/** What stands on each list of the company, by its name in the address. */
const lists = {
  list: 'What went wrong in the services that you see',
  figures: 'Everything in this time',
  'follow-ups': 'What teams promised after incidents',
  reviews: 'Where incidents and budgets do not fit together',
  lessons: 'Checklist items that somebody proposed',
  unmapped: 'These belong to no service of the catalog yet',
  accounts: 'Where incidents come from',
};

/** What people do in the portal themselves. */
export const recordedJourneys = (service, pagers) => ({
  'declares an incident in the portal, and resolves it': async ({
    page,
    portal,
  }) => {
    const title = 'The screens at the quay are dark';
    await open(page, portal, incidentsTab(service));
    await page.getByRole('button', { name: 'Declare an incident' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Title/).fill(title);
    await dialog.getByLabel(/^Severity/).selectOption('3');
    await dialog.getByLabel('Did customers feel it?').selectOption('yes');
    await checkAccessibility(page, '[role=dialog]');
    await dialog.getByRole('button', { name: 'Declare it' }).click();
    await page.waitForURL(/\/reliability\/incidents\/portal/);
    await page.getByRole('heading', { name: title }).waitFor();
    await checkAccessibility(page);
    const press = name =>
      page.getByRole('button', { name, exact: true }).click();
    await press('Acknowledge');
    await page.getByRole('button', { name: 'Mark as mitigated' }).waitFor();
    await page.getByLabel('Add what happens now').fill('New bulbs are in');
    await press('Add');
    await page
      .getByRole('list', { name: 'What happened, the oldest first' })
      .getByText('New bulbs are in')
      .waitFor();
    await press('Resolve');
    await page.getByRole('button', { name: 'Reopen' }).waitFor();
    await checkAccessibility(page);
    const id = decodeURIComponent(page.url().split('/').pop());
    const { status, stamps, severity, postmortem } = await incidentOf(
      portal,
      id,
    );
    assert.deepEqual([status, severity.level], ['resolved', 3]);
    assert.equal(stamps.acknowledged.from, 'person');
    assert.equal(stamps.resolved.from, 'person');
    assert.equal(postmortem.state, 'not-required');
  },

  'says by a suggestion what something at the vendor is': async ({
    page,
    portal,
  }) => {
    const label = `${service.replace('-', ' ')} of the new quay`;
    const title = `Nobody knows the ${label}`;
    pagers.addStranger(label);
    const id = pagers.trigger(label, { title, priority: undefined });
    await pagers.send(portal, pagers.webhook(id));
    const incident = await eventually('it to be known', () =>
      incidentOf(portal, pagers.incidentId(id)),
    );
    assert.deepEqual(incident.services, []);
    await open(page, portal, '/reliability/incidents?tab=unmapped');
    const subject = page.getByRole('listitem').filter({ hasText: title });
    await subject.first().waitFor();
    await checkAccessibility(page);
    await page
      .getByRole('button', { name: `It is ${service}: “${label}”` })
      .click();
    await page.getByText('1 incident belongs to a service now.').waitFor();
    const mapped = await incidentOf(portal, pagers.incidentId(id));
    assert.deepEqual(
      mapped.services.map(({ entityRef }) => entityRef),
      [`component:default/${service}`],
    );
    await open(page, portal, incidentsTab(service));
    await page.getByRole('link', { name: title }).first().waitFor();
    pagers.fake.incidents.resolve(id);
    await pagers.send(portal, pagers.webhook(id));
  },

  'lists what went wrong in the company, what it took and what was learned':
    async ({ page, portal, context }) => {
      await context.addInitScript(() => localStorage.setItem('theme', 'dark'));
      for (const [name, words] of Object.entries(lists)) {
        await open(page, portal, `/reliability/incidents?tab=${name}`);
        await page.getByText(words).first().waitFor();
        await page.waitForLoadState('networkidle');
        await checkAccessibility(page);
      }
    },

  'finds a postmortem with the search of the portal': async ({
    page,
    portal,
  }) => {
    const { items } = await portal.get('/postmortems?state=published&limit=1');
    const [{ title }] = items;
    const query = encodeURIComponent(title);
    const found = page
      .locator('a[href$="/postmortem"]')
      .filter({ hasText: title });
    await eventually('the search to know it', async () => {
      await open(page, portal, `/search?query=${query}`);
      await found.first().waitFor({ timeout: 5000 });
      return true;
    });
    await page
      .getByText(/^Postmortem · /)
      .first()
      .waitFor();
    // The list around it is Backstage's own.
    await checkAccessibility(page, 'li:has(a[href$="/postmortem"]) > div');
    await found.first().click();
    await page.waitForURL(/\/reliability\/incidents\/.+\/postmortem/);
  },
});
