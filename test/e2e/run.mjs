// The browser journeys: the real demo portal in both frontend systems, driven as a person would.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFrontend, Portal } from './portal.mjs';
import { launch, Results, runJourneys } from './runner.mjs';
import { journeys } from './journeys/journeys.mjs';
import { restartJourney } from './journeys/restart.mjs';

const folder = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  'screenshots',
);
const results = new Results(process.env.PLIMSOLL_RESULTS);
const only = process.argv[2];

/** Both share one backend, so each mends a service of its own. */
const frontends = {
  app: {
    suite: 'new frontend:',
    untiered: 'voucher-service',
    unready: 'pricing-console',
  },
  'app-classic': {
    suite: 'classic frontend:',
    untiered: 'weather-feed',
    unready: 'currency-rates',
  },
};

async function main() {
  const portal = await Portal.create();
  const browser = await launch();
  try {
    for (const [app, { suite, untiered, unready }] of Object.entries(
      frontends,
    )) {
      if (only && only !== app) continue;
      await buildFrontend(app);
      await portal.start(app);
      await portal.ranked();
      const tools = { browser, portal, results, folder };
      await runJourneys(suite, journeys(untiered, unready), tools);
      if (app === 'app') await runJourneys(suite, restartJourney, tools);
      await portal.stop();
    }
  } finally {
    await browser.close();
    await portal.stop().catch(() => {});
    portal.remove();
  }
}

main()
  .catch(error => {
    results.add('the portal', 'failed', error.message);
  })
  .finally(() => process.exit(results.failed > 0 ? 1 : 0));
