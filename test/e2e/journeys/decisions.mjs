import assert from 'node:assert/strict';
import { eventually } from '../portal.mjs';
import { checkAccessibility, open } from '../runner.mjs';
import { checklistOf } from './answers.mjs';
import { levelOf, serviceOf, signInAs, standingOf, tab } from './places.mjs';
import { button, dayIn, failing, programme } from './programmeParts.mjs';

/** Its error budget burns from before the first start on. */
const HELD = 'fare-engine';
const PROOF = [{ title: 'Record', url: 'https://kittiwake.example/record' }];

const gateOf = portal => portal.get(`/gate/component/default/${HELD}`);

const outcomeOf = async (portal, service, id) =>
  (await standingOf(portal, service)).checks.find(check => check.id === id)
    .outcome;

/** An item of the checklist that nobody has answered. */
async function openItem(portal, service) {
  const { items } = await portal.get(checklistOf(service));
  return items.find(
    ({ automatic, state }) => !automatic && state === 'unanswered',
  );
}

async function makeCampaign(page, { title, item }) {
  await button(page, 'New campaign').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Title/).fill(title);
  await dialog.getByRole('combobox', { name: /^Run by/ }).fill('gus');
  await page.getByRole('option', { name: /Gus Harrow/ }).click();
  await dialog.getByLabel(/^Last day/).fill(dayIn(30));
  await dialog.getByLabel('Find a check or item').fill(item.title);
  await dialog.getByRole('checkbox', { name: item.title }).check();
  await dialog.getByText(/services match now/).waitFor();
  await checkAccessibility(page, '[role=dialog]');
  await button(dialog, 'Store as draft').click();
  await page.waitForURL(/\/campaigns\/[^/]+$/);
  await button(page, 'Start now').click();
  await button(page.getByRole('dialog'), 'Start now').click();
  await page.getByText('The campaign runs.').waitFor();
}

const campaignOf = (portal, page) =>
  portal.get(`/campaigns/${page.url().split('/').pop()}`);
const filled = ({ totals: { done, total } }) => `${done} of ${total} done`;

/** Asks on the page of the service, as whoever is signed in at first. */
async function askForExemption(page, portal, service, check) {
  await open(page, portal, tab(service));
  await page
    .locator('button[aria-expanded]')
    .filter({ hasText: check.title })
    .first()
    .click();
  await button(page, `Ask for an exemption from “${check.title}”`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('It moves to the new place first');
  await dialog.getByLabel(/^Last day/).fill(dayIn(5));
  await checkAccessibility(page, '[role=dialog]');
  await button(dialog, 'Ask').click();
  await page.getByText(/You asked for an exemption; it waits/).waitFor();
}

async function approve(page, portal, service, check) {
  await open(page, portal, programme('/exemptions'));
  const { title } = await portal.get(serviceOf(service));
  await button(page, `Decide on ${check.title} of ${title}`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Asked by').waitFor();
  await checkAccessibility(page, '[role=dialog]');
  await button(dialog, 'Approve').click();
  await page
    .getByText('The exemption is approved; the service was assessed anew.')
    .waitFor();
}

/**
 * What a lead decides, and what comes of it.
 *
 * @param service - without a level and hardly answered
 */
export const decisionJourneys = service => ({
  'starts a campaign and watches it fill': async ({ page, portal }) => {
    const item = await openItem(portal, service);
    const title = `Nobody leaves out: ${item.title} (${service})`;
    await open(page, portal, programme('/campaigns'));
    await makeCampaign(page, { title, item });
    const before = await campaignOf(portal, page);
    assert.equal(before.state, 'running');
    await page.getByText(filled(before)).first().waitFor();
    await checkAccessibility(page);

    const { version } = (await portal.get(checklistOf(service))).items.find(
      ({ id }) => id === item.id,
    );
    await portal.put(`${checklistOf(service)}/items/${item.id}`, {
      answer: 'yes',
      evidence: PROOF,
      version,
    });
    const after = { ...before.totals, done: before.totals.done + 1 };
    await page.reload();
    await page
      .getByText(filled({ totals: after }))
      .first()
      .waitFor();
    await open(page, portal, programme('/campaigns'));
    await page.getByRole('link', { name: title }).waitFor();
  },

  'asks for an exemption that another person grants, and sees one end': async ({
    page,
    portal,
  }) => {
    const { nextLevel } = await standingOf(portal, service);
    const checks = await failing(portal, service);
    const asked = checks.find(({ id }) => nextLevel.blocking.includes(id));
    const short = checks.filter(({ id }) => id !== asked.id).pop();
    await askForExemption(page, portal, service, asked);
    const ends = new Date(Date.now() + 60_000).toISOString();
    await portal.post('/exemptions', {
      entityRef: `component:default/${service}`,
      scorecard: 'reliability',
      check: short.id,
      reason: 'Only for a minute, to see it end',
      until: ends,
    });
    await signInAs(page, 'gus.harrow');
    await approve(page, portal, service, short);
    assert.equal(await outcomeOf(portal, service, short.id), 'exempt');
    await approve(page, portal, service, asked);
    assert.equal(await outcomeOf(portal, service, asked.id), 'exempt');
    await checkAccessibility(page);

    await eventually('the exemption to end', async () => {
      const outcome = await outcomeOf(portal, service, short.id);
      return outcome === 'fail';
    });
    assert.equal(await outcomeOf(portal, service, asked.id), 'exempt');
    await open(
      page,
      portal,
      programme(`/exemptions?show=over&service=component:default/${service}`),
    );
    await page.getByText('Only for a minute, to see it end').waitFor();
    await page
      .getByText(/^Over since/)
      .first()
      .waitFor();
  },

  'asks the load line, which holds, and warns once somebody waived it': async ({
    page,
    portal,
  }) => {
    assert.equal((await gateOf(portal)).decision, 'hold');
    await open(page, portal, tab(HELD));
    await button(page, 'Waive').click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel(/^Why it must go now/)
      .fill('It takes back what burns');
    await checkAccessibility(page, '[role=dialog]');
    await button(dialog, 'Waive').click();
    await page.getByText(/^Waived until/).waitFor();
    await page.getByText('Held, but waived').first().waitFor();
    const { decision, state } = await gateOf(portal);
    assert.deepEqual([decision, state], ['warn', 'waived']);
    await checkAccessibility(page);

    await page.getByRole('button', { name: /^End now: the waiver of/ }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Why it ends now/)
      .fill('It is out');
    await button(page.getByRole('dialog'), 'End it').click();
    await page.getByText('The waiver has ended.').waitFor();
    assert.equal((await gateOf(portal)).decision, 'hold');
    assert.equal(await levelOf(portal, HELD), 'bronze');
  },
});
