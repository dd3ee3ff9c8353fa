// The browser journeys: the real demo portal in both frontend systems, driven as a person would.
// node test/e2e/run.mjs [app|app-classic [company|oncall|incidents|slos|programme|restart …]]
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MonitoredKiosks } from './monitored.mjs';
import { Pagers } from './pagers.mjs';
import { buildFrontend, Portal } from './portal.mjs';
import { launch, Results, runJourneys } from './runner.mjs';
import { journeys } from './journeys/journeys.mjs';
import { incidentJourneys } from './journeys/incidents.mjs';
import { recordedJourneys } from './journeys/incidentsHere.mjs';
import { oncallJourneys } from './journeys/oncall.mjs';
import { programmeIsThere, programmeJourneys } from './journeys/programme.mjs';
import { restartJourney } from './journeys/restart.mjs';
import { sloJourneys } from './journeys/slo.mjs';

const folder = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  'screenshots',
);
const results = new Results(process.env.PLIMSOLL_RESULTS);
const [only, ...parts] = process.argv.slice(2);
const isAsked = part => parts.length === 0 || parts.includes(part);

/** Both share one backend, so each mends a service of its own. */
const frontends = {
  app: {
    suite: 'new frontend:',
    untiered: 'voucher-service',
    unready: 'pricing-console',
    kiosk: 'ticket-kiosk',
    paged: 'gangway-control',
    struck: 'pilot-roster',
    led: 'loyalty',
  },
  'app-classic': {
    suite: 'classic frontend:',
    untiered: 'weather-feed',
    unready: 'currency-rates',
    kiosk: 'parking-kiosk',
    paged: 'mooring-lines',
    struck: 'tide-tables',
    led: 'terminal-displays',
  },
};

/** The journeys of one frontend, by part. */
const partsOf = (
  { suite, untiered, unready, kiosk, paged, struck, led },
  world,
) => ({
  company: tools => runJourneys(suite, journeys(untiered, unready), tools),
  oncall: tools =>
    runJourneys(suite, oncallJourneys(paged, world.pagers), tools),
  incidents: tools =>
    runJourneys(
      suite,
      {
        ...incidentJourneys(struck, world.pagers),
        ...recordedJourneys(struck, world.pagers),
      },
      tools,
    ),
  programme: async tools => {
    await programmeIsThere(tools.portal);
    await runJourneys(suite, programmeJourneys(led), tools);
  },
  slos: tools => runSloJourneys(suite, kiosk, world.kiosks, tools),
});

async function runSloJourneys(suite, kiosk, kiosks, tools) {
  if (kiosks.reason) {
    results.add(`${suite} SLOs on a real Prometheus`, 'skipped', kiosks.reason);
  } else {
    await runJourneys(suite, sloJourneys(kiosk, kiosks), tools);
  }
}

async function main() {
  const portal = await Portal.create();
  const browser = await launch();
  const all = Object.values(frontends);
  const pagers = await Pagers.create(
    all.flatMap(({ paged, struck }) => [paged, struck]),
  );
  const kiosks = await MonitoredKiosks.create(
    Object.fromEntries(
      all.map(({ kiosk }) => [kiosk, pagers.addService(kiosk)]),
    ),
  );
  try {
    for (const [app, names] of Object.entries(frontends)) {
      if (only && only !== app) continue;
      await buildFrontend(app);
      await portal.start(app, pagers.addTo(kiosks.config));
      await portal.ranked();
      const tools = { browser, portal, results, folder };
      const runs = partsOf(names, { pagers, kiosks });
      for (const [part, run] of Object.entries(runs)) {
        if (isAsked(part)) await run(tools);
      }
      if (app === 'app' && isAsked('restart')) {
        await runJourneys(names.suite, restartJourney, tools);
      }
      await portal.stop();
    }
  } finally {
    await browser.close();
    await portal.stop().catch(() => {});
    await kiosks.stop();
    await pagers.stop();
    portal.remove();
  }
}

main()
  .catch(error => {
    results.add('the portal', 'failed', error.message);
  })
  .finally(() => process.exit(results.failed > 0 ? 1 : 0));
