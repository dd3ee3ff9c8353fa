import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bytesPerService } from './bytesPerService';
import { Figure, get } from './client';
import { measure, measureBeside, summarise } from './measure';
import { Engine, Portal, startPortal } from './portal';
import { evaluations, idsOf } from './sloEvaluations';
import { fleetWithSlos, sloSection } from './sloFleet';
import { PUSHED, pushing } from './sloPushes';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** SLOs whose daily history is computed. */
const WITH_HISTORY = 5;

/** Daily history from nothing, of some SLOs. */
async function history(portal: Portal, now: () => number): Promise<Figure> {
  const { knex, services } = portal;
  const ids = await idsOf(portal, 'prom');
  await knex('reliability_slo_states').update({
    history_due_at: new Date(now() + 24 * HOUR),
  });
  await knex('reliability_slo_states')
    .whereIn('slo_id', ids.slice(0, WITH_HISTORY))
    .update({ history_due_at: new Date(now()) });
  const started = performance.now();
  const count = await services.slo.sloHistory.workDue('prom');
  const ms = (performance.now() - started) / count;
  const [{ days }] = await knex('reliability_slo_days').count({ days: '*' });
  return {
    name: `history of one SLO from nothing, ${Number(days) / count} days`,
    thing: summarise([ms]),
  };
}

async function main() {
  const [engine, services, port, runs] = process.argv.slice(2);
  const count = Number(services);
  const url = process.env.PLIMSOLL_BENCH_PROMETHEUS!;
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-bench-'));
  const started = performance.now();
  // The samples end now; the time of the portal goes from two hours ago on, a minute for each evaluation.
  let clock = Number(process.env.PLIMSOLL_BENCH_UNTIL) - 2 * HOUR;
  const now = () => clock;
  const portal = await startPortal({
    engine: engine as Engine,
    services: count,
    directory,
    port: Number(port),
    reliability: sloSection(url),
    entities: fleetWithSlos(count, path.join(directory, 'files')),
    now,
  });
  const ready = performance.now() - started;
  const plain = get(portal, 'plain');
  const reading = performance.now();
  await portal.services.slo.sloDefinitions.readDue();
  const read = performance.now() - reading;
  const { figures, counts } = await evaluations(
    portal,
    url,
    Number(runs),
    () => (clock += MINUTE),
  );
  let round = 0;
  const push = pushing(portal, count, () => ++round);
  const pushAgain = pushing(portal, count, () => round);
  const slo = 'component~default~service-77~availability';
  const result = {
    part: 'slo',
    engine,
    services: count,
    secondsUntilReady: Math.round(ready / 1000),
    figures: [
      { name: 'reading the files of all', thing: summarise([read]) },
      ...figures,
      await history(portal, now),
      {
        name: `push ${PUSHED} samples that replace others`,
        thing: await measure(Number(runs), push),
      },
      {
        name: `push ${PUSHED} samples that are there already`,
        thing: await measure(Number(runs), pushAgain),
      },
      {
        name: 'page of 50 SLOs, worst first / plain authenticated route',
        ...(await measureBeside(
          Number(runs) * 20,
          get(portal, 'reliability/slos?limit=50'),
          plain,
        )),
      },
      {
        name: 'one SLO / plain authenticated route',
        ...(await measureBeside(
          Number(runs) * 20,
          get(portal, `reliability/slos/${slo}`),
          plain,
        )),
      },
    ],
    counts,
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
