import { dayBefore } from '@plimsoll/backstage-plugin-reliability-backend/src/database/dates';
import { Portal } from './portal';

const DAY = 24 * 60 * 60 * 1000;

/** Days of every service that are kept. */
export const PAST_DAYS = 60;

/** Of a table that is filled at once. */
const ROWS_PER_STATEMENT = 500;

interface ReportRow {
  readonly entity_ref: string;
  readonly level_id: string;
  readonly score: number;
  readonly coverage: number;
  readonly outcomes: string;
  readonly scorecard_hash: string;
}

/** A time in which nothing changed at a service, in days before today. */
interface Phase {
  readonly ref: string;
  /** The older end, itself in it. */
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly outcomes: string;
}

const clamp = (score: number) => Math.min(1000, Math.max(0, score));

const OUTCOMES: Readonly<Record<string, string>> = { p: 'pass', f: 'fail' };

/** The letters with another outcome of one check: what passes failed before, everything else passed. */
function flipped(outcomes: string, index: number) {
  const before = outcomes[index] === 'p' ? 'f' : 'p';
  return `${outcomes.slice(0, index)}${before}${outcomes.slice(index + 1)}`;
}

/** Two steps back from the report of today: one in the last 30 days, one before. */
function phasesOf(row: ReportRow, n: number) {
  const [last, first] = [2 + ((n * 7) % 27), 31 + ((n * 11) % 27)];
  const [one, other] = [n % 20, (n * 3 + 1) % 20];
  const middle = {
    score: clamp(row.score + ((n * 13) % 121) - 60),
    outcomes: flipped(row.outcomes, one),
  };
  const oldest = {
    score: clamp(middle.score + ((n * 17) % 121) - 60),
    outcomes: flipped(middle.outcomes, other),
  };
  const ref = row.entity_ref;
  const { score, outcomes } = row;
  const phases: Phase[] = [
    { ref, from: last - 1, to: 1, score, outcomes },
    { ref, from: first - 1, to: last, ...middle },
    { ref, from: PAST_DAYS, to: first, ...oldest },
  ];
  const steps = [
    { days: first, check: other, from: oldest, to: middle },
    { days: last, check: one, from: middle, to: { score, outcomes } },
  ];
  return { phases, steps };
}

const CAUSES = ['service', 'data', 'rule'] as const;

function historyRow(
  row: ReportRow,
  { days, check, from, to }: ReturnType<typeof phasesOf>['steps'][0],
  now: number,
) {
  const cause = CAUSES[(days + check) % 3];
  const flip = {
    check: `check-${check}`,
    from: OUTCOMES[from.outcomes[check]] ?? 'unknown',
    to: OUTCOMES[to.outcomes[check]] ?? 'unknown',
    cause,
    facts: [
      { path: 'entity.lifecycle', before: 'a', after: 'b', source: 'catalog' },
    ],
  };
  return {
    scorecard_id: 'bench',
    entity_ref: row.entity_ref,
    changed_at: new Date(now - (days - 1) * DAY),
    cause,
    level_from: row.level_id,
    level_to: row.level_id,
    score_from: from.score,
    score_to: to.score,
    coverage: row.coverage,
    flips: JSON.stringify([flip]),
    scorecard_hash: row.scorecard_hash,
    changed_by: 'source:catalog',
  };
}

/** Adds rows, 500 a statement, in one transaction. */
export async function insertAll(
  { knex }: Portal,
  table: string,
  rows: readonly object[],
): Promise<void> {
  await knex.transaction(async tx => {
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      await tx(table).insert(rows.slice(start, start + ROWS_PER_STATEMENT));
    }
  });
}

/**
 * Sixty days of every service and two steps between them, as if it had been assessed all that time: the rows of a
 * day stand together, as it is written at once. What a day has and the steps agree, so that nothing is left unexplained.
 *
 * @returns days and steps that were written
 */
export async function seedPast(portal: Portal, now: number) {
  const { knex } = portal;
  const rows: ReportRow[] = await knex('reliability_reports').select(
    'entity_ref',
    'level_id',
    'score',
    'coverage',
    'outcomes',
    'scorecard_hash',
  );
  const made = rows.map((row, index) => ({ row, ...phasesOf(row, index) }));
  await knex.schema.createTable('reliability_bench_phases', table => {
    table.text('ref');
    table.integer('from');
    table.integer('to');
    table.integer('score');
    table.text('outcomes');
  });
  await knex.schema.createTable('reliability_bench_days', table => {
    table.integer('ago');
    table.text('day');
    table.timestamp('end', { useTz: true });
  });
  const phases = made.flatMap(each => each.phases);
  await insertAll(portal, 'reliability_bench_phases', phases);
  await insertAll(
    portal,
    'reliability_bench_days',
    Array.from({ length: PAST_DAYS }, (_, index) => ({
      ago: index + 1,
      day: dayBefore(now, index + 1),
      end: new Date(`${dayBefore(now, index + 1)}T23:59:00Z`),
    })),
  );
  await knex.raw(`
    insert into reliability_daily (
      day, scorecard_id, entity_ref, level_id, level_index, score, coverage, tier_id, scorecard_hash, outcomes,
      assessed_at, owner, system, domain
    )
    select d.day, r.scorecard_id, r.entity_ref, r.level_id, r.level_index, p.score, r.coverage, r.tier_id,
      r.scorecard_hash, p.outcomes, d."end", r.owner, r.system, r.domain
    from reliability_bench_phases p
    join reliability_reports r on r.entity_ref = p.ref
    join reliability_bench_days d on d.ago <= p."from" and d.ago >= p."to"
    order by d.day, r.entity_ref`);
  await insertAll(
    portal,
    'reliability_history',
    made.flatMap(({ row, steps }) =>
      steps.map(step => historyRow(row, step, now)),
    ),
  );
  await knex.schema.dropTable('reliability_bench_phases');
  await knex.schema.dropTable('reliability_bench_days');
  const [{ days }] = await knex('reliability_daily').count({ days: '*' });
  const [{ steps }] = await knex('reliability_history').count({ steps: '*' });
  return { days: Number(days), steps: Number(steps) };
}
