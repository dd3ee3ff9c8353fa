import assert from 'node:assert/strict';
import { eventually } from '../portal.mjs';
import { checkAccessibility, checkFits, open } from '../runner.mjs';
import { decisionJourneys } from './decisions.mjs';
import { button, dayIn, failing, programme } from './programmeParts.mjs';

/** What a lead reads. */
const readingJourneys = {
  'finds the worst mission critical service on the map, and why': async ({
    page,
    portal,
  }) => {
    const { items } = await portal.get(
      '/services?tier=tier-0&orderBy=rank&order=desc&limit=1',
    );
    const [worst] = items;
    const name = worst.entityRef.split('/')[1];
    await open(page, portal, programme());
    await page.getByText(/targets are met/).waitFor();
    await checkAccessibility(page);
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.getByRole('button', { name: /^Tier:/ }).click();
    await page.getByRole('checkbox', { name: /Mission critical/ }).check();
    await page.keyboard.press('Escape');
    await page.waitForURL(/tier=tier-0/);
    const first = page.locator('th[scope=row] a').first();
    await first.filter({ hasText: worst.title }).waitFor();
    await checkAccessibility(page);
    await first.click();
    await page.waitForURL(new RegExp(`/${name}/reliability`));
    const [why] = await failing(portal, name);
    await page.getByText('Level ladder').waitFor();
    await page.getByText(why.title).first().waitFor();
  },

  'says what changed, and shows every part of the programme on a phone and in the dark':
    async ({ page, portal, context }) => {
      await context.addInitScript(() => localStorage.setItem('theme', 'dark'));
      const parts = {
        '': /targets are met/,
        '/map': /All \d+ that match/,
        '/teams': /Where the services stand/,
        '/changes': /Services that moved most/,
        '/campaigns': /Every tier-0 and tier-1 service has restored a backup/,
        '/exemptions': /Waiver debt by team/,
        '/risks': /Nobody is left who knows the old reservations/,
        '/preview': /Rules to try/,
        '/tiers': /currency-rates/,
        '/gate': /Went on although held/,
        '/packet': /Error budgets/,
      };
      for (const [part, words] of Object.entries(parts)) {
        await open(page, portal, programme(part));
        await page.getByText(words).first().waitFor();
        await page.waitForLoadState('networkidle');
        await checkAccessibility(page);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      for (const [part, words] of Object.entries(parts)) {
        await open(page, portal, programme(part));
        await page.getByText(words).first().waitFor({ state: 'attached' });
        await checkFits(page);
      }
    },

  'previews a stricter rule, and nothing changes': async ({ page, portal }) => {
    const levels = async () => {
      const { items } = await portal.get('/services?limit=500');
      return items.map(({ entityRef, level }) => [entityRef, level.id]);
    };
    const before = await levels();
    await open(page, portal, programme('/preview'));
    await page
      .getByLabel('Level of “Support channel is linked”')
      .selectOption('bronze');
    await button(page, 'Preview').click();
    await page.getByRole('heading', { name: /los(es|e) a level/ }).waitFor();
    await checkAccessibility(page);
    const id = new URL(page.url()).searchParams.get('preview');
    const { totals } = await portal.get(`/previews/${id}`);
    assert.ok(totals.down > 0, 'somebody loses a level');
    assert.deepEqual(await levels(), before);
    await page.reload();
    await page.getByRole('heading', { name: /los(es|e) a level/ }).waitFor();
  },

  'prints the monthly review': async ({ page, portal }) => {
    await open(page, portal, programme('/packet'));
    await page.getByRole('heading', { name: /^Reliability in/ }).waitFor();
    await checkAccessibility(page);
    await page.emulateMedia({ media: 'print' });
    assert.ok(
      await page.getByRole('heading', { name: /^Reliability in/ }).isVisible(),
    );
    for (const name of ['Print', 'Markdown']) {
      assert.equal(
        await page.getByRole('button', { name }).isVisible(),
        false,
        `${name} is not printed`,
      );
    }
    assert.equal(
      await page.getByRole('link', { name: 'Campaigns' }).isVisible(),
      false,
    );
    const pdf = await page.pdf({ format: 'A4' });
    assert.equal(pdf.subarray(0, 4).toString(), '%PDF');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length > 1, `it has ${pages.length} pages`);
  },
};

/**
 * What a lead does. Both frontends share one backend.
 *
 * @param service - without a level and hardly answered, which each frontend has for itself
 */
export const programmeJourneys = service => ({
  ...readingJourneys,
  ...decisionJourneys(service),
});

/** Waits until the company has a past, and what its leads decided is there. */
export async function programmeIsThere(portal) {
  await eventually('the past of the company', async () => {
    const { from } = await portal.get(`/score-changes?from=${dayIn(-30)}`);
    return from.source === 'snapshot';
  });
  await eventually('the tiers to be compared', async () => {
    const { counts } = await portal.get('/tier-honesty');
    return counts.inversion > 0;
  });
  await eventually('what the leads decided', async () => {
    const { counts } = await portal.get('/campaigns');
    const { totalItems } = await portal.get('/gate/waivers?state=all');
    return counts.ended > 0 && totalItems > 0;
  });
}
