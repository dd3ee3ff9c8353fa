import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {
  AnswerValue,
  CompiledChecklist,
  PutAnswerRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { reassessBatches } from '@plimsoll/backstage-plugin-reliability-backend/src/maturity/ReportStore';
import { bytesPerService } from './bytesPerService';
import { agent, Figure, get, walk } from './client';
import { measure, measureBeside } from './measure';
import { Engine, Portal, startPortal } from './portal';

/** A sequence that looks random and is the same in every run. */
function* numbers(): Generator<number, never> {
  let state = 7;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield Math.floor(state / 65_536);
  }
}

const DAY = 24 * 60 * 60 * 1000;
const VALUES: readonly AnswerValue[] = [
  'yes',
  'yes',
  'yes',
  'no',
  'not-applicable',
];

/** Answers two of three items of every service at some time of the last year, and assesses them all. */
async function fill(portal: Portal, checklist: CompiledChecklist) {
  const { knex, services } = portal;
  const next = numbers();
  const upTo = (limit: number) => next.next().value % limit;
  const now = Date.now();
  const items = checklist.items.filter(({ verify }) => !verify);
  const link = { title: 'Record', url: 'https://wiki.example.com/record/7' };
  const by = 'user:default/guest';
  for (const batch of reassessBatches(
    await services.stores.services.refs(knex),
  )) {
    const changes = batch.flatMap(entityRef =>
      items.flatMap(({ definition }) => {
        if (upTo(3) === 0) return [];
        const at = now - upTo(365) * DAY;
        const answer = {
          value: VALUES[upTo(VALUES.length)],
          note: 'Looked at together with the people on call.',
          evidence:
            definition.evidence === 'none'
              ? []
              : [{ ...link, addedAt: at, addedBy: by }],
          by,
          at,
        };
        const key = {
          entityRef,
          checklistId: checklist.definition.id,
          itemId: definition.id,
        };
        return {
          after: { ...key, version: 1, answer },
          action: 'imported' as const,
          reason: '',
          by,
          at: now,
        };
      }),
    );
    await knex.transaction(async tx => {
      await services.stores.answers.save(tx, changes);
      await services.reassessor.reassess(tx, batch, now);
    });
  }
}

/** Answers one item over and over, alternately with yes and no, as a person in a browser would. */
function answering(portal: Portal, route: string, version: number) {
  let current = version;
  return () =>
    new Promise<void>((resolve, reject) => {
      const request: PutAnswerRequest = {
        answer: current % 2 ? 'no' : 'yes',
        note: `Looked at ${current} times`,
        version: current,
      };
      const headers = {
        Authorization: `Bearer ${portal.userToken}`,
        'Content-Type': 'application/json',
      };
      http
        .request(
          `${portal.url}/api/${route}`,
          { method: 'PUT', agent, headers },
          response => {
            response.resume().on('end', () => {
              current += 1;
              if (response.statusCode === 200) resolve();
              else reject(new Error(`${route}: ${response.statusCode}`));
            });
          },
        )
        .on('error', reject)
        .end(JSON.stringify(request));
    });
}

async function pages(
  portal: Portal,
  checklist: CompiledChecklist,
  runs: number,
): Promise<Figure[]> {
  const plain = get(portal, 'plain');
  const { id, items } = checklist.definition;
  const manual = checklist.items.find(
    ({ definition, verify }) => !verify && definition.evidence !== 'required',
  )!.definition.id;
  const organisation = `reliability/checklists/${id}`;
  const service = `reliability/services/component/default/service-77/checklists/${id}`;
  const { stores } = portal.services;
  const [stored] = (
    await stores.answers.ofChecklist(portal.knex, id, [
      'component:default/service-77',
    ])
  ).filter(({ itemId }) => itemId === manual);
  const asks = {
    'organisation overview, items by team': get(
      portal,
      `${organisation}/overview`,
    ),
    'organisation overview of one team': get(
      portal,
      `${organisation}/overview?owner=group:default/team-7`,
    ),
    'organisation page, 50 rows': get(
      portal,
      `${organisation}/progress?limit=50`,
    ),
    'organisation page, most missing first': get(
      portal,
      `${organisation}/progress?limit=50&orderBy=missing&order=desc`,
    ),
    'organisation page, an item that is not met': get(
      portal,
      `${organisation}/progress?limit=50&item=${items[9].id}`,
    ),
    'organisation page, text': get(
      portal,
      `${organisation}/progress?limit=50&q=service-77`,
    ),
    'organisation page, each page in turn': walk(
      portal,
      `${organisation}/progress?limit=50`,
    ),
    'checklist of one service': get(portal, service),
    'one answer, with the new checklist and reports': answering(
      portal,
      `${service}/items/${manual}`,
      stored?.version ?? 0,
    ),
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

async function reassessment(portal: Portal, runs: number): Promise<Figure> {
  const { knex, services } = portal;
  const refs = await services.stores.services.refs(knex);
  return {
    name: 'full reassessment with the checklist, nothing changed',
    thing: await measure(runs, async () => {
      for (const batch of reassessBatches(refs)) {
        await knex.transaction(tx =>
          services.reassessor.reassess(tx, batch, Date.now()),
        );
      }
    }),
  };
}

async function main() {
  const [engine, services, port, runs] = process.argv.slice(2);
  const count = Number(services);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-bench-'));
  const started = performance.now();
  // What ships: the scorecard that reads the checklist, and the checklist.
  const portal = await startPortal({
    engine: engine as Engine,
    services: count,
    directory,
    port: Number(port),
    reliability: {},
  });
  const [checklist] = portal.config.checklists;
  await fill(portal, checklist);
  const ready = performance.now() - started;
  const result = {
    part: 'readiness',
    engine,
    services: count,
    items: checklist.items.length,
    secondsUntilReady: Math.round(ready / 1000),
    figures: [
      ...(await pages(portal, checklist, Number(runs) * 20)),
      await reassessment(portal, Number(runs)),
    ],
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
