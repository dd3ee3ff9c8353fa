import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bytesPerService } from './bytesPerService';
import { Figure, get, walk } from './client';
import { measureBeside, summarise } from './measure';
import { BenchVendors, fleetOnCall, startVendors } from './oncallFleet';
import { copyOf, readAll } from './oncallFloors';
import { Engine, Portal, startPortal } from './portal';

/** 2,000 for 10,000 services; fewer services have fewer rotations, or each would have many. */
const rotationsFor = (services: number) => Math.max(10, services / 5);
const MB = 1024 * 1024;

const timed = async (run: () => Promise<unknown>) => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** The largest heap while something runs, in megabytes above what it was before. */
async function heapOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 20);
  await run();
  clearInterval(timer);
  return Math.round((most - before) / MB);
}

async function syncs(portal: Portal, vendors: BenchVendors, runs: number) {
  const { knex, services } = portal;
  const { oncallSync } = services;
  const sync = async () => {
    await knex('reliability_oncall_rotations').update({
      next_due_at: new Date(0),
    });
    const results = await Promise.all(
      oncallSync.accounts.map(account => oncallSync.syncDue(account)),
    );
    const read = results.reduce((sum, result) => sum + result.read, 0);
    if (read !== vendors.rotations.length) throw new Error(`Read ${read}`);
  };
  let first = 0;
  const heap = await heapOf(async () => {
    first = await timed(sync);
  });
  const asked = await vendors.requests();
  const copies = [
    await copyOf(knex, 'reliability_oncall_rotations', ['id']),
    await copyOf(knex, 'reliability_oncall_shifts', [
      'rotation_id',
      'position',
    ]),
  ];
  const beside = async (before: () => Promise<void>) => {
    const things: number[] = [];
    const floors: number[] = [];
    for (let run = 0; run < runs; run++) {
      await before();
      await vendors.requests();
      things.push(await timed(sync));
      const requests = await vendors.requests();
      floors.push(
        await timed(async () => {
          await readAll(requests);
          for (const copy of copies) await copy.upsert();
        }),
      );
    }
    return { thing: summarise(things), floor: summarise(floors) };
  };
  const figures: Figure[] = [
    {
      name: 'first sync of all rotations, titles and rosters too',
      thing: summarise([first]),
    },
    {
      name: 'sync, nothing changed / the same reads and upserts',
      ...(await beside(async () => {})),
    },
    {
      name: 'sync, everybody changed / the same reads and upserts',
      ...(await beside(() => vendors.turn())),
    },
  ];
  for (const copy of copies) await copy.drop();
  return {
    figures,
    counts: {
      rotations: vendors.rotations.length,
      'requests of the first sync': asked.flat().length,
      'heap above its start in the first sync, MB': heap,
    },
  };
}

/** Another text each time. */
function search(portal: Portal) {
  let count = 0;
  return () => {
    count += 1;
    return get(portal, `reliability/oncall?limit=50&q=service-${count}`)();
  };
}

async function pages(portal: Portal, runs: number): Promise<Figure[]> {
  const plain = get(portal, 'plain');
  const directory = 'reliability/oncall?limit=50';
  const service = 'reliability/services/component/default/service-77';
  const team = encodeURIComponent('group:default/team-7');
  const person = encodeURIComponent('user:default/person-7');
  const asks = {
    'directory, 50 rows': get(portal, directory),
    'directory, next gap first': get(portal, `${directory}&orderBy=gap`),
    'directory, one team': get(
      portal,
      `${directory}&owner=group:default/team-7`,
    ),
    'directory, each page in turn': walk(portal, directory),
    'directory, another text each time': search(portal),
    'directory, name of a person': get(portal, `${directory}&q=person%207`),
    'rotations, 50 rows': get(portal, 'reliability/rotations?limit=50'),
    accounts: get(portal, 'reliability/oncall/accounts'),
    'one service': get(portal, `${service}/oncall`),
    'calendar of one service': get(portal, `${service}/oncall.ics`),
    'one team': get(portal, `reliability/owners/${team}/oncall`),
    'one person': get(portal, `reliability/people/${person}/oncall`),
  };
  const figures: Figure[] = [];
  for (const [name, ask] of Object.entries(asks)) {
    figures.push({
      name: `${name} / plain authenticated route`,
      ...(await measureBeside(runs, ask, plain)),
    });
  }
  return figures;
}

async function main() {
  const [engine, services, port, runs] = process.argv.slice(2);
  const count = Number(services);
  const vendors = await startVendors(rotationsFor(count));
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-bench-'));
  const started = performance.now();
  const portal = await startPortal({
    engine: engine as Engine,
    services: count,
    directory,
    port: Number(port),
    reliability: {
      disabledChecklists: ['production-readiness'],
      oncall: { accounts: [...vendors.sections] },
    },
    entities: fleetOnCall(count, vendors.rotations),
    now: Date.now,
  });
  await portal.services.peopleSync.sweep();
  const ready = performance.now() - started;
  const { figures, counts } = await syncs(portal, vendors, Number(runs));
  await vendors.requests();
  const shown = await pages(portal, Number(runs) * 20);
  const asked = (await vendors.requests()).flat().length;
  if (asked > 0) throw new Error(`Pages asked the vendors ${asked} times`);
  const result = {
    part: 'oncall',
    engine,
    services: count,
    secondsUntilReady: Math.round(ready / 1000),
    figures: [...figures, ...shown],
    counts,
    bytesPerService: await bytesPerService(portal, engine as Engine, count),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.send?.(result);
  await portal.stop();
  vendors.stop();
  fs.rmSync(directory, { recursive: true, force: true });
  process.exit(0);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
