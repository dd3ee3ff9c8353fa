import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  PushSamplesResponse,
  reliabilitySloPushPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { groupBy } from '../database/groupBy';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { summariseVerdicts } from '../http/summariseVerdicts';
import { LoadedSlo, sourceOf } from './loadedSlo';
import { PUSHED_SOURCE } from './PushedSource';
import {
  Candidate,
  decideSamples,
  rangesOf,
  rejected,
  SampleVerdict,
} from './decideSamples';
import { readSample } from './readSample';
import { SloSampleRecord } from './samples';
import { SliSources } from './SliSources';
import { sloIdOf } from './sloId';

/** Younger days are computed again anyway. */
const RECOMPUTED_MS = 24 * 60 * 60 * 1000;

/** Services that are locked at once. */
const BATCH = 500;

/** Counts of events that other systems push. */
export class SampleService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly sources: SliSources;
      readonly now: () => number;
    },
  ) {}

  /**
   * Stores samples, and has the SLOs that they are for evaluated soon. Every sample has its own verdict: a
   * bad one does not keep the others out. Pushing the same request again changes nothing.
   */
  async push(
    request: { source: string; samples: readonly unknown[] },
    credentials: BackstageCredentials,
  ): Promise<PushSamplesResponse> {
    const { access, config, now } = this.options;
    await access.require(reliabilitySloPushPermission, credentials);
    const limits = { now: now(), oldest: now() - config.sloSampleRetentionMs };
    const verdicts: SampleVerdict[] = [];
    const candidates: Candidate[] = [];
    request.samples.forEach((raw, index) => {
      const read = readSample(raw, limits);
      if (typeof read === 'string') verdicts.push(rejected(index, read));
      else {
        const sloId = sloIdOf(read.entityRef, read.slo);
        candidates.push({ ...read, index, sloId });
      }
    });
    const byService = groupBy(candidates, ({ entityRef }) => entityRef);
    for (const refs of inBatches([...byService.keys()].sort(), BATCH)) {
      const batch = refs.flatMap(ref => byService.get(ref)!);
      verdicts.push(...(await this.saveBatch(refs, batch, request.source)));
    }
    return summariseVerdicts(verdicts, ({ index }) => index);
  }

  private async saveBatch(
    refs: readonly string[],
    batch: readonly Candidate[],
    source: string,
  ): Promise<SampleVerdict[]> {
    const { knex, stores, now } = this.options;
    return knex.transaction(async tx => {
      // Of two pushes at once, the second must see the samples of the first.
      const services = await stores.services.lock(tx, refs);
      const known = new Set(services.map(({ entityRef }) => entityRef));
      const verdicts: SampleVerdict[] = [];
      const good: Candidate[] = [];
      const loaded = new Map(
        (await stores.slos.ofServices(tx, refs)).map(slo => [slo.id, slo]),
      );
      for (const candidate of batch) {
        const problem = this.problemOf(candidate, known, loaded);
        if (problem === undefined) good.push(candidate);
        else verdicts.push(rejected(candidate.index, problem));
      }
      const stored = await stores.sloSamples.near(tx, source, rangesOf(good));
      const decided = decideSamples(good, stored, source);
      await stores.sloSamples.save(tx, decided.writes, now());
      await this.measureAgain(tx, loaded, decided.writes);
      return [...verdicts, ...decided.verdicts];
    });
  }

  /** Has the SLOs of new samples evaluated soon, and their days that were closed before computed again. */
  private async measureAgain(
    tx: Knex.Transaction,
    loaded: ReadonlyMap<string, LoadedSlo>,
    writes: readonly SloSampleRecord[],
  ): Promise<void> {
    const { stores, now } = this.options;
    const bySlo = groupBy(writes, ({ sloId }) => sloId);
    await stores.sloStates.markDue(tx, [...bySlo.keys()], now());
    const filled: string[] = [];
    for (const [sloId, samples] of bySlo) {
      const from = samples.reduce((t, { start }) => Math.min(t, start), now());
      const to = samples.reduce((t, { end }) => Math.max(t, end), from);
      if (from < now() - RECOMPUTED_MS) {
        const slo = loaded.get(sloId)!;
        await stores.sloDays.reopen(tx, slo, { from, to }, now());
        filled.push(sloId);
      }
    }
    await stores.sloStates.forgetCoverage(tx, filled);
  }

  /** What keeps a sample out that is right by itself. */
  private problemOf(
    { entityRef, slo: name, sloId }: Candidate,
    known: ReadonlySet<string>,
    loaded: ReadonlyMap<string, LoadedSlo>,
  ): string | undefined {
    if (!known.has(entityRef)) {
      return `entityRef: ${entityRef} is not a service`;
    }
    const found = loaded.get(sloId);
    if (!found) return `slo: ${entityRef} has no SLO "${name}"`;
    const { slo } = found;
    const names = slo.objectives.map(objective =>
      sourceOf({ ...slo, objectives: [objective] }),
    );
    const isPushed = names.some(
      source => this.options.sources.find(source)?.type === PUSHED_SOURCE,
    );
    return isPushed
      ? undefined
      : `slo: "${name}" is measured by the source "${names[0]}"; samples are for SLOs of the source "pushed"`;
  }
}
