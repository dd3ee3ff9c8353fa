import assert from 'node:assert/strict';
import { eventually } from '../portal.mjs';
import { checkAccessibility, checkFits, open } from '../runner.mjs';
import { bringYes } from './answers.mjs';
import {
  incidentOf,
  incidentPage,
  incidentsTab,
  levelOf,
  postmortemPage,
  signInAs,
  standingOf,
  tab,
} from './places.mjs';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Pages are read again every minute, and what goes on every 15 s. */
const LIVE = { timeout: 100_000 };

/** What a page says of how far an incident is, in the words of its tooltip. */
const IS = {
  open: 'It goes on, and nobody took it yet.',
  acknowledged: 'It goes on, and somebody works on it.',
  resolved: 'It is over.',
};

const sections = {
  Summary: 'For 40 minutes ships were given berths that were taken.',
  Impact: 'Three ships waited outside the harbour.',
  Causes: 'The plan was read from a copy that was a day old.',
};

/** Marks the page, so that a reload shows. */
const mark = page => page.evaluate(() => (window.isSamePage = true));
const checkNoReload = async page =>
  assert.equal(await page.evaluate(() => window.isSamePage), true);

/** The rank as the tab of the service shows it, with the check that turned its level. */
async function checkStanding(page, portal, name, check) {
  const { rank, rankedTotal } = await standingOf(portal, name);
  await open(page, portal, tab(name));
  await page.getByText(`${rank} of ${rankedTotal}`).first().waitFor();
  await page.getByText(check).first().waitFor({ state: 'attached' });
  await checkAccessibility(page);
}

const sectionField = (page, title) =>
  page.getByLabel(`Text of “${title}”, in Markdown`);

/** An incident from the first page to the last follow-up, and one that nobody wrote about in time. */
export const incidentJourneys = (service, pagers) => {
  const title = 'Berths are given twice';
  /** Ids at the vendor: of the one that is lived through, and of one that is told late. */
  let live;
  let late;
  const tell = (portal, id) => pagers.send(portal, pagers.webhook(id));
  const pageOf = id => incidentPage(pagers.incidentId(id));
  const read = (portal, id) => incidentOf(portal, pagers.incidentId(id));

  return {
    'shows an incident that a signed webhook brings, without a reload': async ({
      page,
      portal,
    }) => {
      await bringYes(portal, service);
      await eventually(
        'the accounts to be read',
        async () => (await levelOf(portal, service)) === 'silver',
      );
      await open(page, portal, incidentsTab(service));
      await page.getByText('Nothing is going on.').waitFor();
      await checkAccessibility(page);
      await mark(page);
      live = pagers.trigger(service, { title });
      const webhook = pagers.webhook(live);
      const forged = { ...webhook, body: `${webhook.body} ` };
      assert.equal((await pagers.send(portal, forged)).status, 401);
      assert.deepEqual(await pagers.send(portal, webhook), {
        status: 202,
        answer: { accepted: true, duplicate: false },
      });
      // The vendor sends again what it is not sure about.
      const { answer } = await pagers.send(portal, webhook);
      assert.equal(answer.duplicate, true);
      await page.getByText('1 incident goes on.').waitFor(LIVE);
      const list = page.getByRole('list', { name: 'Incidents that go on' });
      await list.getByRole('link', { name: title }).waitFor();
      await list.getByText('SEV1').waitFor();
      await list.getByTitle(IS.open).waitFor();
      await checkNoReload(page);
      await checkAccessibility(page);
      await open(page, portal, `/catalog/default/component/${service}`);
      await page.getByRole('link', { name: '1 incident goes on' }).waitFor();
    },

    'follows it until it is over, and says when its postmortem is due': async ({
      page,
      portal,
    }) => {
      await open(page, portal, incidentsTab(service));
      await page.getByRole('link', { name: title }).first().click();
      await page.getByTitle(IS.open).first().waitFor();
      await checkAccessibility(page);
      await mark(page);
      const { incidents } = pagers.fake;
      incidents.notify(live, 'U0');
      incidents.acknowledge(live, 'U0');
      incidents.note(live, 'Berths are given by hand', 'U0');
      await tell(portal, live);
      await page.getByTitle(IS.acknowledged).first().waitFor(LIVE);
      await page.getByText('Berths are given by hand').waitFor();
      incidents.resolve(live, 'U0');
      await tell(portal, live);
      await page.getByTitle(IS.resolved).first().waitFor(LIVE);
      await page
        .getByRole('link', {
          name: /^Write the postmortem until .+ \(in \d days\)/,
        })
        .waitFor();
      await checkNoReload(page);
      await checkAccessibility(page);
      const { postmortem, figures } = await read(portal, live);
      assert.equal(postmortem.state, 'missing');
      assert.ok(figures.restore >= figures.acknowledge);
      assert.equal(await levelOf(portal, service), 'silver');
    },

    'loses its level when the day of a postmortem passes': async ({
      page,
      portal,
    }) => {
      const { incidents } = pagers.fake;
      // Tier 1 wants a draft within three days: of this one in less than a minute.
      const resolved = Date.now() - 3 * DAY + 0.75 * MINUTE;
      const createdAt = resolved - 40 * MINUTE;
      const name = 'Ships wait for a berth';
      late = pagers.trigger(service, { title: name, createdAt });
      incidents.acknowledge(late, 'U1', createdAt + 4 * MINUTE);
      incidents.resolve(late, 'U1', resolved);
      await tell(portal, late);
      const { postmortem } = await eventually('it to be known', () =>
        read(portal, late),
      );
      assert.equal(postmortem.state, 'missing');
      const before = await standingOf(portal, service);
      assert.equal(before.level.id, 'silver');
      const after = await eventually('the day to pass', async () => {
        const standing = await standingOf(portal, service);
        return standing.level?.id !== 'silver' && standing;
      });
      assert.equal(after.level.id, 'bronze');
      assert.ok(after.rank > before.rank, `${before.rank} → ${after.rank}`);
      assert.equal((await read(portal, late)).postmortem.state, 'overdue');
      await open(page, portal, incidentsTab(service));
      await page.getByText('1 postmortem is overdue.').waitFor();
      await checkAccessibility(page);
      const link = new RegExp(`^Write the postmortem of .+ ${name}`);
      await page.getByRole('link', { name: link }).waitFor();
      await checkStanding(
        page,
        portal,
        service,
        'Postmortems are written in time',
      );
    },

    'has it back when the postmortem is written, and published by another person':
      async ({ page, portal }) => {
        await open(page, portal, postmortemPage(pagers.incidentId(late)));
        // What the incident itself tells stands there already.
        const timeline = await sectionField(page, 'Timeline').inputValue();
        assert.match(timeline, /Acknowledged[^]*Resolved/);
        await sectionField(page, 'Causes').fill('Magnus should have noticed.');
        await page.getByText('May blame somebody').first().waitFor();
        await checkAccessibility(page);
        for (const [name, text] of Object.entries(sections)) {
          await sectionField(page, name).fill(text);
        }
        await page.getByText('May blame somebody').waitFor({ state: 'hidden' });
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await page.getByRole('button', { name: 'Send to review' }).click();
        await page.getByText('You wrote it, so somebody else').waitFor();
        await checkAccessibility(page);
        const publish = page.getByRole('button', { name: 'Publish' });
        assert.ok(await publish.isDisabled());
        const route = `/incidents/${encodeURIComponent(
          pagers.incidentId(late),
        )}/postmortem`;
        const { version } = await portal.get(route);
        await assert.rejects(
          portal.post(`${route}/status`, { version, status: 'published' }),
          /: 400$/,
        );

        await signInAs(page, 'lena.ostrow');
        await page.reload();
        await page.getByText(sections.Causes).waitFor();
        await publish.click();
        await page.getByText('Postmortem published').first().waitFor();
        await checkAccessibility(page);
        const written = await portal.get(route);
        assert.equal(written.author, 'user:default/maren.oake');
        assert.equal(written.reviewer, 'user:default/lena.ostrow');
        assert.equal(await levelOf(portal, service), 'silver');
      },

    'loses its level by a follow-up that is overdue, and has it back when it is done':
      async ({ page, portal }) => {
        const before = await standingOf(portal, service);
        const what = 'Read the plan of today';
        await open(page, portal, pageOf(live));
        await page.getByRole('button', { name: 'Add a follow-up' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(/^What has to be done/).fill(what);
        await dialog.getByRole('combobox', { name: 'Owner' }).fill('Edda');
        await dialog.getByRole('option', { name: /Edda Finch/ }).click();
        const day = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10);
        await dialog.getByLabel(/^Due/).fill(day);
        await checkAccessibility(page, '[role=dialog]');
        await dialog.getByRole('button', { name: 'Add it' }).click();
        await dialog.waitFor({ state: 'hidden' });
        const list = page.getByRole('list', { name: 'Follow-ups' });
        await list.getByText('Edda Finch').waitFor();
        await list.getByText('Overdue').waitFor();
        await checkAccessibility(page);

        const after = await standingOf(portal, service);
        assert.equal(after.level.id, 'bronze');
        assert.ok(after.rank > before.rank, `${before.rank} → ${after.rank}`);
        const check = 'Follow-ups of incidents are done in time';
        await checkStanding(page, portal, service, check);
        await open(page, portal, incidentsTab(service));
        await page.getByText('1 follow-up is overdue.').waitFor();
        await page.getByRole('link', { name: what }).click();

        await page.getByRole('button', { name: `Done: “${what}”` }).click();
        await page.getByText('The follow-up is done.').waitFor();
        const back = await standingOf(portal, service);
        assert.equal(back.level.id, 'silver');
        assert.equal(back.rank, before.rank);
        await open(page, portal, incidentsTab(service));
        await page.getByText('Nothing is overdue.').waitFor();
        await checkStanding(page, portal, service, check);
      },

    'keeps the pages of incidents within a phone': async ({ page, portal }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      const routes = [
        [incidentsTab(service), title],
        [pageOf(live), title],
        [postmortemPage(pagers.incidentId(late)), sections.Causes],
        [`/reliability/incidents?q=${encodeURIComponent(title)}`, title],
        ['/reliability/incidents?tab=figures', 'Time to restore'],
        ['/reliability/incidents?tab=accounts', 'quay-pagers'],
      ];
      for (const [route, words] of routes) {
        await open(page, portal, route);
        await page.getByText(words).first().waitFor();
        await checkFits(page);
        await checkAccessibility(page);
      }
    },
  };
};
