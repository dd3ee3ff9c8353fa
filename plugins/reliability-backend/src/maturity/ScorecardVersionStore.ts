import {
  CompiledScorecard,
  ScorecardDefinition,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Db } from '../database/sql';

/** A version of a scorecard as history needs it. */
export interface ScorecardVersion {
  readonly definition: ScorecardDefinition;
  /** `ruleHash` by check. */
  readonly rules: Readonly<Record<string, string>>;
  /** Fact paths that each check reads. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** Every fact path, in the order in which reports keep the values. */
  readonly facts: readonly string[];
}

const TABLE = 'reliability_scorecard_versions';

const versions = new WeakMap<CompiledScorecard, ScorecardVersion>();

/** The version that a compiled scorecard is. */
export function versionOf(scorecard: CompiledScorecard): ScorecardVersion {
  const known = versions.get(scorecard);
  if (known) return known;
  const version = makeVersion(scorecard);
  versions.set(scorecard, version);
  return version;
}

function makeVersion(scorecard: CompiledScorecard): ScorecardVersion {
  const { checks, definition } = scorecard;
  return {
    definition,
    rules: Object.fromEntries(
      checks.map(check => [check.definition.id, check.ruleHash]),
    ),
    paths: Object.fromEntries(
      checks.map(check => [
        check.definition.id,
        [...(check.when?.paths ?? []), ...check.pass.paths].map(
          path => path.text,
        ),
      ]),
    ),
    facts: scorecard.paths.map(path => path.text),
  };
}

/** Every version of a scorecard that was in force. */
export class ScorecardVersionStore {
  /** A version never changes, so it is read once. */
  private readonly cache = new Map<string, ScorecardVersion>();

  async get(db: Db, hash: string): Promise<ScorecardVersion | undefined> {
    const cached = this.cache.get(hash);
    if (cached) return cached;
    const row = await db(TABLE).where({ hash }).first();
    if (!row) return undefined;
    const version = JSON.parse(row.definition) as ScorecardVersion;
    this.cache.set(hash, version);
    return version;
  }

  /** Keeps the versions in force; one that is known stays as it is. */
  async keep(
    db: Db,
    scorecards: readonly CompiledScorecard[],
    now: number,
  ): Promise<void> {
    for (const scorecard of scorecards) {
      const version = versionOf(scorecard);
      this.cache.set(scorecard.hash, version);
      await db(TABLE)
        .insert({
          hash: scorecard.hash,
          scorecard_id: scorecard.definition.id,
          definition: JSON.stringify(version),
          first_used_at: new Date(now),
        })
        .onConflict('hash')
        .ignore();
    }
  }
}
