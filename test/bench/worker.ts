import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectedFields } from '@plimsoll/backstage-plugin-reliability-backend/src/catalog/projectEntity';
import { bytesPerService } from './bytesPerService';
import { Figure, get, walk } from './client';
import { measureBeside } from './measure';
import { Engine, Portal, startPortal } from './portal';
import { takeCatalog } from './portalParts';
import { reassessment } from './reassessment';

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
  takeCatalog(directory);
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
