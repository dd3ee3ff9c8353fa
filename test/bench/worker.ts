import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { projectedFields } from '@plimsoll/backstage-plugin-reliability-backend/src/catalog/projectEntity';
import { reassessBatches } from '@plimsoll/backstage-plugin-reliability-backend/src/maturity/ReportStore';
import { bytesPerService } from './bytesPerService';
import { Figure, get, walk } from './client';
import { copyReports, evaluateAll, upsertCopies } from './floors';
import { measure, measureBeside, summarise } from './measure';
import { Engine, Portal, startPortal } from './portal';

/** Another text each time. */
function search(portal: Portal) {
  let count = 0;
  return () => {
    count += 1;
    return get(portal, `reliability/services?limit=50&q=service-${count}`)();
  };
}

async function pages(portal: Portal, runs: number): Promise<Figure[]> {
  const plain = get(portal, 'plain');
  const routes = {
    'ranking page, 50 rows': 'reliability/services?limit=50',
    'ranking page, tier filter, by title':
      'reliability/services?limit=50&tier=tier-1&orderBy=title',
    'ranking page, owner filter, by score':
      'reliability/services?limit=50&owner=group:default/team-7&orderBy=score&order=desc',
    'ranking page, failing check':
      'reliability/services?limit=50&check=check-5&outcome=fail',
    'ranking page, text': 'reliability/services?limit=50&q=service-77',
    'one service': 'reliability/services/component/default/service-77',
  };
  const figures: Figure[] = [];
  for (const [name, route] of Object.entries(routes)) {
    figures.push({
      name: `${name} / plain authenticated route`,
      ...(await measureBeside(runs, get(portal, route), plain)),
    });
  }
  const first = {
    'each page of the ranking in turn': walk(
      portal,
      routes['ranking page, 50 rows'],
    ),
    'each page of a tier, by title': walk(
      portal,
      routes['ranking page, tier filter, by title'],
    ),
    'each page of a failing check': walk(
      portal,
      routes['ranking page, failing check'],
    ),
    'another text each time': search(portal),
  };
  for (const [name, ask] of Object.entries(first)) {
    figures.push({
      name: `ranking page, first asked, ${name} / plain authenticated route`,
      ...(await measureBeside(runs, ask, plain)),
    });
  }
  figures.push({
    name: 'ranking page, 50 rows, gzip / plain authenticated route',
    ...(await measureBeside(
      runs,
      get(portal, routes['ranking page, 50 rows'], 'gzip'),
      plain,
    )),
  });
  return figures;
}

async function pushCoverage(portal: Portal, refs: readonly string[]) {
  const facts = refs.map((entityRef, index) => ({
    entityRef,
    key: 'coverage',
    value: index % 100,
  }));
  for (let start = 0; start < facts.length; start += 10_000) {
    const request: PushFactsRequest = {
      source: 'ci',
      facts: facts.slice(start, start + 10_000),
    };
    await portal.services.facts.push(request, portal.credentials);
  }
}

async function reassessment(portal: Portal, runs: number): Promise<Figure[]> {
  const { knex, services, config } = portal;
  const refs = await services.stores.services.refs(knex);
  await pushCoverage(portal, refs);
  const reassessAll = async () => {
    for (const batch of reassessBatches(refs)) {
      await knex.transaction(tx =>
        services.reassessor.reassess(tx, batch, Date.now()),
      );
    }
  };
  // A hash that no report has makes every report outdated, as a changed rule would.
  const outdate = () =>
    knex('reliability_reports').update({ scorecard_hash: 'outdated' });
  const rows = await copyReports(knex);
  const subjects = await evaluateAll(knex, services.stores, config);
  const rewriting: number[] = [];
  const evaluating: number[] = [];
  const upserting: number[] = [];
  const clock = async (into: number[], run: () => unknown) => {
    const start = performance.now();
    await run();
    into.push(performance.now() - start);
  };
  for (let i = 0; i <= runs; i++) {
    await outdate();
    await clock(rewriting, reassessAll);
    await clock(evaluating, subjects.evaluate);
    await clock(upserting, () => upsertCopies(knex, rows));
  }
  const after = (durations: number[]) => summarise(durations.slice(1));
  const floors = evaluating.map((time, index) => time + upserting[index]);
  const one = [refs[Math.floor(refs.length / 2)]];
  let coverage = 0;
  const oneService = await measureBeside(
    runs * 20,
    () =>
      knex.transaction(async tx => {
        coverage += 1;
        await services.stores.facts.save(tx, [
          {
            entityRef: one[0],
            source: 'ci',
            key: 'coverage',
            value: coverage % 97,
            at: Date.now(),
          },
        ]);
        await services.reassessor.reassess(tx, one, Date.now());
      }),
    () => upsertCopies(knex, rows.slice(0, 1)),
  );
  return [
    { name: 'CEL of every check (floor)', thing: after(evaluating) },
    { name: 'bulk upsert of the same rows (floor)', thing: after(upserting) },
    {
      name: 'full reassessment, every report rewritten / both floors',
      thing: after(rewriting),
      floor: after(floors),
    },
    {
      name: 'full reassessment, nothing changed / both floors',
      thing: await measure(runs, reassessAll),
      floor: after(floors),
    },
    { name: 'one service, a fact changed / upsert of one row', ...oneService },
  ];
}

async function projection(portal: Portal, runs: number): Promise<Figure[]> {
  const { services, catalog, config, credentials } = portal;
  const plainStream = async () => {
    let count = 0;
    const stream = catalog.streamEntities(
      { query: config.servicesFilter, fields: projectedFields, pageSize: 500 },
      { credentials },
    );
    for await (const page of stream) count += page.length;
    return count;
  };
  return [
    {
      name: 'catalog sweep, nothing changed / plain catalog stream',
      ...(await measureBeside(runs, () => services.sync.sweep(), plainStream)),
    },
  ];
}

async function main() {
  const [engine, services, port, runs] = process.argv.slice(2);
  const count = Number(services);
  const repeat = Number(runs);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-bench-'));
  const started = performance.now();
  const portal = await startPortal({
    engine: engine as Engine,
    services: count,
    directory,
    port: Number(port),
  });
  const ready = performance.now() - started;
  const figures = [
    ...(await reassessment(portal, repeat)),
    ...(await pages(portal, repeat * 20)),
    ...(await projection(portal, repeat)),
  ];
  await portal.knex.schema.dropTableIfExists('reliability_copy');
  const result = {
    part: 'ranking',
    engine,
    services: count,
    secondsUntilReady: Math.round(ready / 1000),
    bytesPerService: await bytesPerService(portal, engine as Engine, count),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    figures,
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
