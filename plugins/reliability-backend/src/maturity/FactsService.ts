import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  PushedFact,
  pushedFactSchema,
  PushFactsResponse,
  reliabilityFactsPushPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Duration } from 'luxon';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { describeIssues } from '../http/describeIssues';
import { summariseVerdicts } from '../http/summariseVerdicts';
import { FactWrite, isNews } from './FactStore';
import { RankingService } from './RankingService';
import { Reassessor } from './Reassessor';
import { reassessBatches } from './ReportStore';

type Verdict = PushFactsResponse['results'][number];

/** A fact that was read, with its place in the request. */
type Candidate = FactWrite & { readonly index: number };

/** Clocks differ; a fact from further ahead is a mistake. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** The last time that both databases can hold, with room to spare. */
const LATEST = Date.parse('9999-01-01T00:00:00Z');

const nameOf = (fact: FactWrite) =>
  `${fact.entityRef}|${fact.source}|${fact.key}`;

/** Facts that other systems push. */
export class FactsService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly reassessor: Reassessor;
      readonly ranking: RankingService;
      readonly now: () => number;
    },
  ) {}

  /**
   * Stores facts and reassesses the services that they are about. Every fact has its own verdict: a bad one
   * does not keep the others out. Facts and reports of one service change in one transaction; pushing the
   * same request again changes nothing.
   */
  async push(
    request: { source: string; facts: readonly unknown[] },
    credentials: BackstageCredentials,
  ): Promise<PushFactsResponse> {
    await this.options.access.require(
      reliabilityFactsPushPermission,
      credentials,
    );
    return this.store(request);
  }

  /** The same for sources that Plimsoll reads itself. */
  async store(request: {
    source: string;
    facts: readonly unknown[];
  }): Promise<PushFactsResponse> {
    const { ranking, now } = this.options;
    const verdicts: Verdict[] = [];
    const candidates: Candidate[] = [];
    request.facts.forEach((raw, index) => {
      const read = this.read(raw, index, request.source, now());
      if ('status' in read) verdicts.push(read);
      else candidates.push(read);
    });
    const refs = [...new Set(candidates.map(({ entityRef }) => entityRef))];
    for (const batch of reassessBatches(refs.sort())) {
      const inBatch = new Set(batch);
      const facts = candidates.filter(({ entityRef }) =>
        inBatch.has(entityRef),
      );
      verdicts.push(...(await this.saveBatch(batch, facts, request.source)));
    }
    ranking.changed();
    return summariseVerdicts(verdicts, ({ index }) => index);
  }

  private read(
    raw: unknown,
    index: number,
    source: string,
    now: number,
  ): Candidate | Verdict {
    const rejected = (reason: string): Verdict => ({
      index,
      status: 'rejected',
      reason,
    });
    const parsed = pushedFactSchema.safeParse(raw);
    if (!parsed.success) return rejected(describeIssues(parsed.error));
    const { entityRef, key, value, at, ttl } = parsed.data;
    const ref = fullRef(entityRef);
    if (!ref) {
      return rejected(
        `entityRef: expected a reference such as component:default/pay, not "${entityRef}"`,
      );
    }
    const observed = at === undefined ? now : Date.parse(at);
    if (observed > now + CLOCK_SKEW_MS) {
      return rejected(`at: ${at} is in the future`);
    }
    const lifetime =
      ttl === undefined
        ? this.options.config.defaultTtlMs
        : Duration.fromISO(ttl).toMillis();
    const expiresAt = observed + lifetime;
    if (expiresAt > LATEST) {
      return rejected('ttl: the fact would never go stale');
    }
    return {
      index,
      entityRef: ref,
      source,
      key,
      value: value ?? undefined,
      at: observed,
      expiresAt,
    };
  }

  private async saveBatch(
    refs: readonly string[],
    candidates: readonly Candidate[],
    source: string,
  ): Promise<Verdict[]> {
    const { knex, stores, reassessor, now } = this.options;
    return knex.transaction(async tx => {
      const services = await stores.services.lock(tx, refs);
      const known = new Set(services.map(({ entityRef }) => entityRef));
      const stored = await stores.facts.of(tx, refs, source);
      const { verdicts, writes } = decide(candidates, known, write =>
        stored.get(write.entityRef)?.find(({ key }) => key === write.key),
      );
      await stores.facts.save(tx, writes);
      const touched = [...new Set(writes.map(({ entityRef }) => entityRef))];
      await reassessor.reassess(tx, touched, now(), `source:facts/${source}`);
      return verdicts;
    });
  }
}

function fullRef(text: string): string | undefined {
  // PostgreSQL cannot even be asked for a text with a NUL in it.
  if (text.includes('\0')) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    return undefined;
  }
}

/** Which facts are new, and what each of them is told. Of several with one name in a request, the newest counts, then the last. */
function decide(
  candidates: readonly Candidate[],
  known: ReadonlySet<string>,
  storedFor: (write: FactWrite) => PushedFact | undefined,
): { verdicts: Verdict[]; writes: FactWrite[] } {
  const newest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const rival = newest.get(nameOf(candidate));
    if (!rival || candidate.at >= rival.at) {
      newest.set(nameOf(candidate), candidate);
    }
  }
  const writes: FactWrite[] = [];
  const verdicts = candidates.map((candidate): Verdict => {
    const { index, entityRef, ...fact } = candidate;
    if (!known.has(entityRef)) {
      return {
        index,
        status: 'rejected',
        reason: `entityRef: ${entityRef} is not a service`,
      };
    }
    const wins = newest.get(nameOf(candidate)) === candidate;
    if (!wins || !isNews(candidate, storedFor(candidate))) {
      return { index, status: 'unchanged' };
    }
    writes.push({ entityRef, ...fact });
    return { index, status: 'stored' };
  });
  return { verdicts, writes };
}
