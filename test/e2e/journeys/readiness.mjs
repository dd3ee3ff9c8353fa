import assert from 'node:assert/strict';
import { checkAccessibility, checkFits, open } from '../runner.mjs';
import { bringYes, checklistOf } from './answers.mjs';
import { signInAs, standingOf, tab } from './places.mjs';

const CHECKLIST = 'production-readiness';

/** Required of every tier, and answered by hand below. */
const BY_HAND = ['data-known', 'backups-run', 'limits-set'];

/** Taken back until less than four of five required items are met, which is what a check asks for. */
const SPARE = ['secrets-renewable', 'vulnerabilities-mended', 'access-least'];

const readinessTab = name => tab(name, '?view=readiness');

async function takeBack(portal, name, ids) {
  const { items } = await portal.get(checklistOf(name));
  for (const { id, version, answer } of items) {
    if (answer && ids.includes(id)) {
      await portal.put(`${checklistOf(name)}/items/${id}`, {
        answer: null,
        version,
      });
    }
  }
}

/** All but a few answers, as a spreadsheet would bring them. */
async function bringAnswers(portal, name) {
  await takeBack(portal, name, BY_HAND);
  await bringYes(portal, name, BY_HAND);
  for (const id of SPARE) {
    const { requiredMet, requiredTotal } = await portal.get(checklistOf(name));
    if (requiredMet * 5 >= requiredTotal * 4) {
      await takeBack(portal, name, [id]);
    }
  }
}

const row = (page, id) => page.locator(`li[data-item="${id}"]`);
const answers = (page, id) => row(page, id).getByRole('group').first();
const phase = (page, title) =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`\\d\\. ${title}`) });
const stateOf = async (portal, name, id) =>
  (await portal.get(checklistOf(name))).items.find(item => item.id === id);

/** A checklist from answers to a sign-off and what comes after, as two people live it. */
export const readinessJourneys = service => ({
  'answers with the keyboard, attaches evidence, and sees level and rank move without a reload':
    async ({ page, portal }) => {
      await bringAnswers(portal, service);
      const before = await standingOf(portal, service);
      await open(page, portal, readinessTab(service));
      await row(page, 'data-known').getByRole('button').first().focus();
      await page.keyboard.press('y');
      await row(page, 'data-known').getByText('Saved').waitFor();
      assert.equal((await stateOf(portal, service, 'data-known')).state, 'met');

      await answers(page, 'backups-run')
        .getByRole('button', { name: 'Yes' })
        .click();
      await row(page, 'backups-run')
        .getByLabel(/Address/)
        .fill('https://kittiwake.example/backups');
      await row(page, 'backups-run')
        .getByLabel(/Title of the link/)
        .fill('Age of the last backup');
      await row(page, 'backups-run')
        .getByRole('button', { name: /answer yes/ })
        .click();
      await row(page, 'backups-run').getByText('Saved').waitFor();
      const item = await stateOf(portal, service, 'backups-run');
      assert.equal(item.state, 'met');
      assert.equal(item.answer.by, 'user:default/maren.oake');

      const after = await standingOf(portal, service);
      assert.ok(after.score > before.score, 'the score rose');
      assert.ok(after.rank <= before.rank, 'the rank did not fall');
      await page
        .getByRole('region', { name: 'Where it stands now' })
        .getByText(`Rank ${after.rank} of ${after.rankedTotal}`)
        .waitFor();
      await checkAccessibility(page);
    },

  'refuses evidence that is no link of the web': async ({ page, portal }) => {
    await open(page, portal, `${readinessTab(service)}&item=backups-run`);
    await row(page, 'backups-run')
      .getByRole('button', { name: 'Add the link' })
      .click();
    await row(page, 'backups-run')
      .getByLabel(/Address/)
      .fill('ftp://kittiwake.example');
    await row(page, 'backups-run')
      .getByLabel(/Title of/)
      .fill('Bad');
    await row(page, 'backups-run')
      .getByRole('button', { name: 'Add the link' })
      .click();
    await page.getByText(/begins with http/).waitFor();
  },

  'shows the other answer to the second of two who edit one item': async ({
    page,
    portal,
  }) => {
    const id = 'limits-set';
    await open(page, portal, readinessTab(service));
    await answers(page, id).waitFor();
    const { version } = await stateOf(portal, service, id);
    await portal.put(`${checklistOf(service)}/items/${id}`, {
      answer: 'no',
      note: 'Not on the second node pool',
      version,
    });
    await answers(page, id).getByRole('button', { name: 'Yes' }).click();
    await row(page, id).getByText('Somebody else was faster').waitFor();
    await row(page, id).getByText('Not on the second node pool').waitFor();
    await checkAccessibility(page);
    await row(page, id).getByRole('button', { name: 'Put mine' }).click();
    await row(page, id).getByText('Saved').waitFor();
    assert.equal((await stateOf(portal, service, id)).state, 'met');
  },

  'is asked for by one person and signed off by another': async ({
    page,
    portal,
  }) => {
    await open(page, portal, readinessTab(service));
    await page.getByRole('button', { name: 'Ask for review: Design' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Note to the reviewer').fill('Ready, we think');
    await checkAccessibility(page, '[role=dialog]');
    await dialog.getByRole('button', { name: 'Ask for review' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await phase(page, 'Design').getByText('Review asked for').waitFor();

    await signInAs(page, 'lena.ostrow');
    await open(page, portal, readinessTab(service));
    await page.getByRole('button', { name: 'Review: Design' }).click();
    await page.getByText('Ready, we think').waitFor();
    await checkAccessibility(page);
    await page.getByLabel('Comment on the whole').fill('Seen the inventory');
    await page.getByRole('button', { name: 'Approve' }).click();
    await phase(page, 'Design').getByText('Signed off').waitFor();
    const { phases } = await portal.get(checklistOf(service));
    assert.equal(phases[0].signOff.by, 'user:default/lena.ostrow');
    assert.equal(phases[0].signOff.requestedBy, 'user:default/maren.oake');
  },

  'freezes a dossier that prints': async ({ page, portal }) => {
    await open(page, portal, readinessTab(service));
    await page.getByRole('link', { name: 'Open the dossier' }).click();
    await page.waitForURL(/\/reliability\/reviews\//);
    await page.getByText('Seen the inventory').waitFor();
    await page.getByText(/still has this hash/).waitFor();
    await checkAccessibility(page);
    const [{ review }] = (await portal.get(checklistOf(service))).phases;
    const { dossier, intact } = await portal.get(
      `/reviews/${review.id}/dossier`,
    );
    assert.equal(intact, true);
    assert.equal(dossier.review.approvedBy, 'user:default/lena.ostrow');
  },

  'says what changed since, and that the sign-off no longer holds': async ({
    page,
    portal,
  }) => {
    const before = await standingOf(portal, service);
    await open(page, portal, readinessTab(service));
    await answers(page, 'data-known')
      .getByRole('button', { name: 'No', exact: true })
      .click();
    await row(page, 'data-known').getByText('Saved').waitFor();
    await phase(page, 'Design').getByText('Sign-off no longer holds').waitFor();
    await page.getByRole('button', { name: /1 change since/ }).click();
    await page.getByText('Signed', { exact: true }).first().waitFor();
    const { phases } = await portal.get(checklistOf(service));
    assert.equal(phases[0].signOff.valid, false);
    assert.equal(phases[0].signOff.changes[0].itemId, 'data-known');
    const after = await standingOf(portal, service);
    await page
      .getByText(`Rank ${after.rank} of ${after.rankedTotal}`)
      .first()
      .waitFor();
    assert.ok(after.score <= before.score);
  },

  'keeps the readiness pages within a phone': async ({ page, portal }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const route of [
      readinessTab(service),
      '/reliability/readiness',
      '/reliability/tasks',
    ]) {
      await open(page, portal, route);
      await page.getByRole('heading').nth(1).waitFor();
      await page.waitForLoadState('networkidle');
      await checkFits(page);
    }
  },

  'shows the company which items fail, and who is late': async ({
    page,
    portal,
  }) => {
    await open(page, portal, '/reliability/readiness');
    const { services } = await portal.get(`/checklists/${CHECKLIST}/overview`);
    await page
      .getByText(new RegExp(`${services} services`))
      .first()
      .waitFor();
    await checkAccessibility(page);
  },

  'shows a person what their teams owe, and opens it in place': async ({
    page,
    portal,
  }) => {
    const { totalItems } = await portal.get('/readiness/tasks');
    assert.ok(totalItems > 0);
    await open(page, portal, '/reliability/tasks');
    await page.waitForLoadState('networkidle');
    await checkAccessibility(page);
    await page.locator('a[href*="view=readiness"]').first().click();
    await page.waitForURL(/view=readiness/);
  },
});
