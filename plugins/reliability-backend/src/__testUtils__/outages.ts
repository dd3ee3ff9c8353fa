import {
  SliCount,
  SliWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { CountingSource } from './countingSource';
import { Harness } from './harness';
import { incidentSection } from './incidentPortal';
import { openRankedPortal } from './portal';
import { measuredSlo, sloSection } from './sloPortal';
import { loadedOf, putSlos, sloOf } from './sloSubjects';

/** A source `prom` of one event a second, all of which are bad during outages. */
export class OutageSource extends CountingSource {
  outages: { from: number; to: number }[] = [];
  /** Windows that were asked for, in all. */
  windows = 0;

  override measure: CountingSource['measure'] = async ({ windows }) => {
    if (this.failure) throw this.failure;
    this.windows += windows.length;
    return {
      mode: 'raw',
      counts: Object.fromEntries(
        windows.map(window => [window.key, this.in(window)]),
      ),
      newestAt: null,
      queries: [],
      warnings: [],
    };
  };

  private in({ from, to }: SliWindow): SliCount {
    const bad = this.outages.reduce((sum, outage) => {
      const overlap = Math.min(to, outage.to) - Math.max(from, outage.from);
      return sum + Math.max(0, overlap);
    }, 0);
    return { total: (to - from) / 1000, bad: bad / 1000 };
  }
}

/** Bad events that 30 days of one event a second allow at 99.9 %. */
export const ALLOWED = 30 * 24 * 3600 * 0.001;

/**
 * The portal with four services of `openRankedPortal`; `best` has the SLOs `availability`, measured at `prom`, and
 * `letters`, which is pushed.
 */
export async function openLedgerPortal(
  knex: Knex,
  source: OutageSource,
): Promise<Harness> {
  const harness = await openRankedPortal(knex, {
    reliability: { ...sloSection, ...incidentSection },
    sliSources: [source],
  });
  await putSlos(knex, [
    loadedOf('best', measuredSlo('availability', { title: 'Availability' })),
    loadedOf('best', sloOf('letters')),
  ]);
  return harness;
}

/** Evaluates the SLOs and writes their closed days. */
export async function evaluate({ services, knex }: Harness): Promise<void> {
  const ids: string[] = await knex('reliability_slos').pluck('id');
  await services.slo.sloEvaluator.evaluateNow(ids);
  await knex('reliability_slo_states').update({ history_due_at: new Date(0) });
  await services.slo.sloHistory.workDue('prom');
}
