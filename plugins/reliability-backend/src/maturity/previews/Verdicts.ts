import {
  CompiledScorecard,
  compareRules,
  enforcementOf,
  ReportedCheck,
  RuledResult,
  whatIf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { levelRef } from '../present';
import { outcomeOf } from '../reportRow';
import { ChangedRules } from './changedRules';
import { PreviewRow } from './PreviewStore';

/** A service under one set of rules. */
export interface Standing {
  /** One letter for each check. */
  readonly outcomes: string;
  /** Index, -1 below the first. */
  readonly level: number;
  /** Per mille. */
  readonly score: number;
}

/** What of a row says nothing of the service itself. */
export type Verdict = Pick<
  PreviewRow,
  'change' | 'before' | 'after' | 'causes' | 'missingScore' | 'flips'
>;

const NOTHING_TICKED: ReadonlySet<string> = new Set();

/** The checks of a scorecard but for their outcomes, which the letters bring. */
function checksReader(
  scorecard: CompiledScorecard,
  now: number,
): (outcomes: string) => ReportedCheck[] {
  const checks = scorecard.checks.map(check => ({
    id: check.definition.id,
    level: check.definition.level,
    weight: check.definition.weight,
    enforcement: enforcementOf(check, now),
  }));
  return outcomes =>
    checks.map((check, index) => ({
      ...check,
      outcome: outcomeOf(outcomes[index]),
    }));
}

/** Compares services under the rules in force and those that are tried; services with the same outcomes share it. */
export class Verdicts {
  private readonly known = new Map<string, Verdict>();
  private readonly titles: ReadonlyMap<string, string>;
  private readonly checksBefore: (outcomes: string) => ReportedCheck[];
  private readonly checksAfter: (outcomes: string) => ReportedCheck[];

  /** @param now - milliseconds since the epoch */
  constructor(
    private readonly rules: Pick<ChangedRules, 'before' | 'after'>,
    now: number,
  ) {
    const { before, after } = rules;
    this.checksBefore = checksReader(before, now);
    this.checksAfter = checksReader(after, now);
    this.titles = new Map(
      [...before.checks, ...after.checks].map(({ definition }) => [
        definition.id,
        definition.title,
      ]),
    );
  }

  /** A service with such outcomes under the rules in force. */
  inForce(outcomes: string): Standing {
    const { levels } = this.rules.before.definition;
    const checks = this.checksBefore(outcomes);
    const { level, score } = whatIf({ levels, checks }, NOTHING_TICKED);
    return { outcomes, level, score };
  }

  /**
   * @param then - under the rules in force
   * @param outcomes - of the checks that are tried, a letter for each
   */
  of(then: Standing, outcomes: string): Verdict {
    const key = `${then.level} ${then.score} ${then.outcomes} ${outcomes}`;
    let verdict = this.known.get(key);
    if (!verdict) {
      verdict = this.compare(then, outcomes);
      this.known.set(key, verdict);
    }
    return verdict;
  }

  private compare(then: Standing, outcomes: string): Verdict {
    const { before, after } = this.rules;
    const { levels } = after.definition;
    const checks = this.checksAfter(outcomes);
    const found = whatIf({ levels, checks }, NOTHING_TICKED);
    const result: RuledResult = { levels, checks, ...found };
    const { change, causes, flips } = compareRules(
      {
        levels: before.definition.levels,
        level: then.level,
        score: then.score,
        checks: this.checksBefore(then.outcomes),
      },
      result,
    );
    const outcomeIn = (id: string) => {
      const check = checks.find(candidate => candidate.id === id);
      return check?.enforcement === 'enforced' ? check.outcome : null;
    };
    return {
      change,
      before: { level: levelRef(before, then.level), score: then.score },
      after: { level: levelRef(after, found.level), score: found.score },
      causes: causes.map(id => ({
        id,
        title: this.titles.get(id) ?? id,
        outcome: outcomeIn(id),
      })),
      missingScore: found.nextLevel?.missingScore ?? 0,
      flips,
    };
  }
}
