import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchScorecard } from './fleet';
import { bytesPerService } from './bytesPerService';
import { agent, Figure, get } from './client';
import { evaluateAll } from './floors';
import { archiveSection } from './incidentsFleet';
import { summarise } from './measure';
import { Engine, Portal, startPortal } from './portal';
import { takeCatalog } from './portalParts';
import { seedCampaigns } from './programmeCampaigns';
import { exports } from './programmeExport';
import { seedExemptions, seedGroups, seedIncidents } from './programmeFleet';
import { askAll, questions } from './programmePages';
import { insertAll, seedPast } from './programmePast';
import { seedSlos } from './programmeSlos';

const EXEMPTIONS = 1000;
const CAMPAIGNS = 10;
const GATES = 200;

/** Two pushed facts, so that every check has something to read. */
async function pushFacts(portal: Portal, refs: readonly string[], now: number) {
  const rows = refs.flatMap((ref, index) =>
    ['coverage', 'build-minutes'].map(key => ({
      entity_ref: ref,
      source: 'ci',
      key,
      value: String(index % (key === 'coverage' ? 100 : 30)),
      observed_at: new Date(now),
    })),
  );
  await insertAll(portal, 'reliability_facts', rows);
}

async function seed(portal: Portal, now: number) {
  const { knex, services } = portal;
  const refs = await services.stores.services.refs(knex);
  const timed = async <T>(what: string, run: () => Promise<T>) => {
    const started = performance.now();
    const result = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${what}: ${seconds} s\n`);
    return result;
  };
  await timed('facts', () => pushFacts(portal, refs, now));
  await timed('groups', () => seedGroups(portal, now));
  await timed('SLOs', () => seedSlos(portal, refs, now));
  await timed('incidents', () => seedIncidents(portal, refs, now));
  const past = await timed('past', () => seedPast(portal, now));
  await timed('exemptions', () => seedExemptions(portal, EXEMPTIONS, now));
  const campaigns = await timed('campaigns', () =>
    seedCampaigns(portal, CAMPAIGNS, now),
  );
  if (portal.engine === 'postgres') await knex.raw('analyze');
  return { past, campaigns };
}

/** Gates of one service after the other, as a row of deployments asks for them. */
async function gates(portal: Portal): Promise<{
  figure: Figure;
  counts: Record<string, number>;
}> {
  const times: number[] = [];
  for (let n = 0; n < GATES; n += 1) {
    const started = performance.now();
    await get(portal, `reliability/gate/component/default/service-${n}`)();
    times.push(performance.now() - started);
  }
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.floor(GATES * share)] * 10) / 10;
  return {
    figure: {
      name: `gates of ${GATES} services, each asked once`,
      thing: summarise(times),
    },
    counts: { 'gate, p50 ms': at(0.5), 'gate, p99 ms': at(0.99) },
  };
}

async function main() {
  const [engine, services, port, runs] = process.argv.slice(2);
  const count = Number(services);
  const repeat = Number(runs);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-bench-'));
  takeCatalog(directory);
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
      incidents: { accounts: [archiveSection] },
    },
    now: Date.now,
  });
  const ready = performance.now() - started;
  const now = Date.now();
  const { past, campaigns } = await seed(portal, now);
  const { evaluate } = await evaluateAll(
    portal.knex,
    portal.services.stores,
    portal.config,
  );
  const asked = questions(portal, { runs: repeat, now, campaigns, evaluate });
  // The server has closed what stood idle while this process was busy.
  agent.destroy();
  const gated = await gates(portal);
  const { figures, strains } = await askAll(
    portal,
    asked,
    process.env.PLIMSOLL_BENCH_ONLY,
  );
  const exported = await exports(portal, repeat);
  const result = {
    part: 'programme',
    engine,
    services: count,
    secondsUntilReady: Math.round(ready / 1000),
    figures: [gated.figure, ...figures, ...exported.figures],
    counts: {
      'days of services': past.days,
      'steps of services': past.steps,
      ...gated.counts,
      ...exported.counts,
      ...Object.fromEntries(
        [...strains].flatMap(([name, { blockedMs, cpuMs }]) => [
          [`event loop blocked, ms: ${name}`, blockedMs],
          [`processor time, ms: ${name}`, cpuMs],
        ]),
      ),
    },
    bytesPerService: await bytesPerService(portal, engine as Engine, count),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.send?.(result);
  await portal.stop();
  fs.rmSync(directory, { recursive: true, force: true });
  process.exit(0);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
