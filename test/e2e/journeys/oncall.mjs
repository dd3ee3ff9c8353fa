import assert from 'node:assert/strict';
import { eventually } from '../portal.mjs';
import { nextWeekend } from '../pagers.mjs';
import { checkAccessibility, checkFits, open } from '../runner.mjs';
import { bringYes } from './answers.mjs';
import { serviceOf, standingOf, tab } from './places.mjs';

const oncallTab = name => tab(name, '?view=oncall');
const oncallOf = (portal, name) => portal.get(`${serviceOf(name)}/oncall`);

/** "Sat 28 Nov 09:00–17:00", as the pages write it. */
function words({ from, to }) {
  const part = (at, options) =>
    new Date(at).toLocaleString('en-US', { hourCycle: 'h23', ...options });
  const day = ['weekday', 'month'].map(name => part(from, { [name]: 'short' }));
  const clock = at =>
    part(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day[0]} ${new Date(from).getDate()} ${day[1]} ${clock(
    from,
  )}–${clock(to)}`;
}

/**
 * Has the portal ask the vendor of a service, with the button on its page, until it has the answer. Nobody may ask
 * again within a minute.
 */
async function askAgain({ page, portal }, name, hasIt) {
  await open(page, portal, oncallTab(name));
  return eventually(
    'the vendor to be asked again',
    async () => {
      const button = page.getByRole('button', {
        name: 'Ask the providers again',
      });
      await page.getByText('On call now').first().waitFor();
      if (!(await button.isVisible())) {
        await page.waitForTimeout(3000);
        await page.reload();
        return undefined;
      }
      await Promise.all([
        page.waitForResponse(
          response =>
            response.url().endsWith('/refresh') &&
            response.request().method() === 'POST',
        ),
        button.click(),
      ]);
      const found = await oncallOf(portal, name);
      return hasIt(found.cover) ? found : undefined;
    },
    150,
  );
}

const nobodyThen = page => page.getByRole('button', { name: /^Nobody, / });

/** Somebody is looked for, and their pager is left lying next weekend. */
export const oncallJourneys = (service, pagers) => ({
  'finds who is on call in the directory, and one keystroke opens the service':
    async ({ page, portal }) => {
      await bringYes(portal, service);
      await eventually('the pagers to be read', async () => {
        const { cover } = await oncallOf(portal, service);
        return cover.state === 'covered';
      });
      await open(page, portal, '/reliability/oncall');
      const search = page.getByLabel('Search on-call');
      await search.waitFor();
      // The search has the focus already: one types, and presses Enter.
      await page.waitForFunction(
        () => document.activeElement?.tagName === 'INPUT',
      );
      await page.keyboard.type(service.slice(0, 7));
      // The new frontend mounts the page anew when its address changes: what is pressed at that moment is lost.
      await page.waitForURL(/[?&]q=/);
      await page.getByRole('link', { name: service, exact: true }).waitFor();
      await page.getByText(pagers.onCall(0)).first().waitFor();
      await checkAccessibility(page);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`${service}.*view=oncall`));
      await page.getByText('On call now').first().waitFor();
      const levels = page.getByRole('list', { name: 'On call now, by level' });
      for (const level of [0, 1]) {
        await levels.getByText(pagers.onCall(level)).first().waitFor();
      }
      await page.getByText('Covered').first().waitFor();
      await page.getByText('No gap: somebody can be paged').waitFor();
      assert.equal(await nobodyThen(page).count(), 0);
      await checkAccessibility(page);
    },

  'sees the gap next weekend, and that it costs the service its level': async ({
    page,
    portal,
  }) => {
    const gap = nextWeekend();
    const before = await standingOf(portal, service);
    assert.equal(before.level.id, 'silver');
    pagers.leaveOpen(service, gap);
    const { cover } = await askAgain(
      { page, portal },
      service,
      ({ gaps }) => gaps.length > 0,
    );
    assert.equal(cover.requiredGapHours, 8);
    await page
      .getByRole('list', { name: 'Gaps' })
      .getByText(`${words(gap)}, 8 h`)
      .waitFor();
    await page.getByText('Gap within 14 days').first().waitFor();
    // One on the lane of either level.
    assert.equal(await nobodyThen(page).count(), 2);
    await nobodyThen(page).first().hover();
    await page
      .getByText(new RegExp(`Nobody.*${words(gap)}`))
      .first()
      .waitFor();
    await checkAccessibility(page);
    const after = await standingOf(portal, service);
    assert.equal(after.level.id, 'bronze');
    assert.ok(after.rank > before.rank, `${before.rank} → ${after.rank}`);
    await open(page, portal, tab(service));
    await page
      .getByText(`${after.rank} of ${after.rankedTotal}`)
      .first()
      .waitFor();
    await page
      .getByText('Somebody is on call whenever the tier wants it')
      .first()
      .waitFor({ state: 'attached' });
    await checkAccessibility(page);
  },

  'lists the next gap first in the directory, also on a phone': async ({
    page,
    portal,
  }) => {
    const list = `/reliability/oncall?q=${service}&orderBy=gap&finding=gap`;
    const seen = page.getByText(`Next gap: ${words(nextWeekend())}, 8 h`);
    await open(page, portal, list);
    await seen.first().waitFor();
    await checkAccessibility(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, portal, list);
    await seen.first().waitFor();
    await checkFits(page);
    await open(page, portal, oncallTab(service));
    await page.getByText('Gap within 14 days').first().waitFor();
    await checkFits(page);
    await checkAccessibility(page);
  },

  'has its level and its place back when somebody takes the shift': async ({
    page,
    portal,
  }) => {
    const gone = await standingOf(portal, service);
    pagers.fill(service);
    await askAgain({ page, portal }, service, ({ gaps }) => gaps.length === 0);
    await page.getByText('No gap: somebody can be paged').waitFor();
    assert.equal(await nobodyThen(page).count(), 0);
    const back = await standingOf(portal, service);
    assert.equal(back.level.id, 'silver');
    assert.ok(back.rank < gone.rank, `${gone.rank} → ${back.rank}`);
    await open(page, portal, tab(service));
    await page
      .getByText(`${back.rank} of ${back.rankedTotal}`)
      .first()
      .waitFor();
    await checkAccessibility(page);
  },
});
