import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { refOf } from './entities';
import { Harness } from './harness';

const scorecardOf = ({ config }: Harness) => config.scorecardIds[0];

/** The steps of a service's history on the first scorecard, oldest first. */
export async function stepsOf(harness: Harness, name: string) {
  const { items } = await harness.stores.history.steps(
    harness.knex,
    { scorecardId: scorecardOf(harness), entityRef: refOf(name) },
    { limit: 100 },
  );
  return items.reverse();
}

/** The same as `cause: from → to`, for tables. */
export async function storyOf(harness: Harness, name: string) {
  return (await stepsOf(harness, name)).map(
    ({ cause, from, to }) =>
      `${cause ?? 'first'}: ${from?.levelId ?? 'nothing'} → ${to.levelId}`,
  );
}

/** The report of a service on the first scorecard, as the portal answers it. */
export async function reportOf(harness: Harness, name: string) {
  const { reports } = await harness.services.maturity.get(
    refOf(name),
    mockCredentials.user(),
  );
  return reports.find(
    ({ scorecard }) => scorecard.id === scorecardOf(harness),
  )!;
}

/** The outcome of each check of a service, by id. */
export async function outcomesOf(harness: Harness, name: string) {
  const { checks } = await reportOf(harness, name);
  return Object.fromEntries(checks.map(({ id, outcome }) => [id, outcome]));
}

/** The ranking as a user sees it. */
export async function rankingOf(harness: Harness, query: object = {}) {
  const reply = await harness.services.ranking.list(
    { orderBy: 'rank', order: 'asc', limit: 500, ...query },
    mockCredentials.user(),
  );
  return reply.parse();
}

/** The names of the ranked services, the best first. */
export async function namesOf(harness: Harness, query: object = {}) {
  const { items } = await rankingOf(harness, query);
  return items.map(({ entityRef }) => entityRef.split('/')[1]);
}

/** Which tables an action writes to, once for each statement. */
export async function writesDuring(
  knex: Knex,
  act: () => Promise<unknown>,
): Promise<string[]> {
  const writes: string[] = [];
  const note = ({ sql }: { sql: string }) => {
    const match = /^\s*(insert into|update|delete from) ["`](\w+)/i.exec(sql);
    if (match) writes.push(match[2].replace('reliability_', ''));
  };
  knex.on('query', note);
  try {
    await act();
  } finally {
    knex.removeListener('query', note);
  }
  return writes;
}
