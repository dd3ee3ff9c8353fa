import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchScorecard } from './fleet';
import { bytesPerService } from './bytesPerService';
import { incidentPages } from './incidentsPages';
import {
  archiveSection,
  fleetWithIncidents,
  startVendor,
} from './incidentsFleet';
import { imports } from './incidentsImport';
import { syncs, webhooks } from './incidentsSync';
import { Engine, startPortal } from './portal';

async function main() {
  const [engine, services, port, runs] = process.argv.slice(2);
  const count = Number(services);
  const vendor = await startVendor();
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-bench-'));
  const started = performance.now();
  const portal = await startPortal({
    engine: engine as Engine,
    services: count,
    directory,
    port: Number(port),
    reliability: {
      disabledScorecards: ['reliability'],
      disabledChecklists: ['production-readiness'],
      scorecards: [JSON.parse(JSON.stringify(benchScorecard()))],
      incidents: { accounts: [archiveSection, vendor.section] },
    },
    entities: fleetWithIncidents(count),
    now: Date.now,
  });
  const ready = performance.now() - started;
  const imported = await imports(portal, count, Number(runs));
  const synced = await syncs(portal, vendor, Number(runs));
  const figures = [
    ...imported.figures,
    ...synced,
    await webhooks(portal, vendor, Number(runs) * 10),
    ...(await incidentPages(portal, count, Number(runs))),
  ];
  const result = {
    part: 'incidents',
    engine,
    services: count,
    secondsUntilReady: Math.round(ready / 1000),
    figures,
    counts: imported.counts,
    bytesPerService: await bytesPerService(portal, engine as Engine, count),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.send?.(result);
  await portal.stop();
  vendor.stop();
  fs.rmSync(directory, { recursive: true, force: true });
  process.exit(0);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
