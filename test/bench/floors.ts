import { Environment } from '@marcbachmann/cel-js';
import { Knex } from 'knex';
import { resolveTier } from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '@plimsoll/backstage-plugin-reliability-backend/src/config/config';
import { Stores } from '@plimsoll/backstage-plugin-reliability-backend/src/database/stores';
import { factsOf } from '@plimsoll/backstage-plugin-reliability-backend/src/maturity/factsOf';

const COPY = 'reliability_copy';
const ROWS_PER_STATEMENT = 500;

type Row = Record<string, unknown>;

/** The rows of all reports, and an empty table of the same columns and key without any other index. */
export async function copyReports(knex: Knex): Promise<Row[]> {
  await knex.schema.dropTableIfExists(COPY);
  await knex.raw(
    'create table reliability_copy as select * from reliability_reports where 1 = 0',
  );
  await knex.raw(
    'create unique index reliability_copy_key on reliability_copy (scorecard_id, entity_ref)',
  );
  return knex('reliability_reports').select();
}

/** The floor of writing: knex, 500 rows a statement, one transaction, nothing else. */
export async function upsertCopies(
  knex: Knex,
  rows: readonly Row[],
): Promise<void> {
  await knex.transaction(async tx => {
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      await tx(COPY)
        .insert(rows.slice(start, start + ROWS_PER_STATEMENT))
        .onConflict(['scorecard_id', 'entity_ref'])
        .merge();
    }
  });
}

/** The floor of assessing: the parsed rules over facts that are there already, and the outcomes thrown away. */
export async function evaluateAll(
  knex: Knex,
  stores: Stores,
  config: ReliabilityConfig,
) {
  const refs = await stores.services.refs(knex);
  const pushed = await stores.facts.of(knex, refs);
  const contexts: Row[] = [];
  for (const ref of refs) {
    const service = (await stores.services.get(knex, ref))!;
    const tier = resolveTier(service.declaredTier, undefined, config.tiers);
    const context: Record<string, Row> = { entity: {}, tier: {}, facts: {} };
    for (const group of factsOf(service, tier, {
      pushed: pushed.get(ref) ?? [],
      confirmedAt: Date.now(),
    })) {
      Object.assign(context[group.root], group.values);
    }
    contexts.push(context);
  }
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
  });
  const rules = config.scorecards[0].definition.checks.map(({ pass }) =>
    environment.parse(pass),
  );
  return {
    evaluate: () => {
      let passed = 0;
      for (const context of contexts) {
        for (const rule of rules) {
          try {
            if (rule(context) === true) passed += 1;
          } catch {
            // A fact that is absent: the outcome is unknown.
          }
        }
      }
      return passed;
    },
  };
}
