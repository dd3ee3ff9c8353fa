import { Outcome } from '../assess';
import { ChangeCause, Flip } from '../history';
import { LevelDefinition, ScorecardDefinition } from '../scorecard';

/** How an outcome is written in the rows of reports and days, one letter for each check. @public */
export const outcomeLetters = {
  pass: 'p',
  fail: 'f',
  unknown: 'u',
  'not-applicable': 'n',
  exempt: 'e',
} as const satisfies Record<Outcome, string>;

const outcomes = new Map(
  Object.entries(outcomeLetters).map(([outcome, letter]) => [
    letter as string,
    outcome as Outcome,
  ]),
);

/** The outcome that a letter stands for; undefined for any other text. @public */
export const outcomeOfLetter = (letter: string): Outcome | undefined =>
  outcomes.get(letter);

/** A version of a scorecard, as far as a comparison needs it. @public */
export interface PastRules {
  readonly definition: Pick<ScorecardDefinition, 'levels' | 'checks'>;
  /** `ruleHash` by check. */
  readonly rules: Readonly<Record<string, string>>;
}

/** What was stored of one service on one scorecard at the end of a day. @public */
export interface PastReport {
  /** Index of the level in its own version of the scorecard; -1 below the first. */
  readonly level: number;
  readonly levelId: string;
  /** 0–1000. */
  readonly score: number;
  /** One letter for each check of the version; absent where it was not kept. */
  readonly outcomes?: string;
  /** Milliseconds since the epoch; with it a check with a start is known to count or not. */
  readonly assessedAt?: number;
  /** The rules that made it; absent where they are not known any more. */
  readonly version?: PastRules;
}

/** A step of the history between two days. @public */
export interface PastStep {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Who or what brought it; absent where it was not kept. */
  readonly by?: string;
  /** Absent for the first assessment. */
  readonly cause?: ChangeCause;
  readonly from?: { readonly levelId: string; readonly score: number };
  readonly to: { readonly levelId: string; readonly score: number };
  readonly flips: readonly Flip[];
  /** Whether `flips` may tell of a check, where that is cheaper to know than they are to read. */
  readonly mentions?: (check: string) => boolean;
}

/** A check of one day: how it stood, and what it weighed. @public */
export interface StoodCheck {
  readonly id: string;
  readonly outcome: Outcome;
  readonly enforced: boolean;
  readonly weight: number;
  readonly levelIndex: number;
  readonly definition: ScorecardDefinition['checks'][number];
  readonly rule: string | undefined;
}

/** A day that can be taken apart by checks. @public */
export interface StoodReport {
  readonly levels: readonly LevelDefinition[];
  readonly checks: ReadonlyMap<string, StoodCheck>;
}

const levelIndexes = new WeakMap<PastRules, Map<string, number>>();

function indexesOf(version: PastRules): Map<string, number> {
  let indexes = levelIndexes.get(version);
  if (!indexes) {
    indexes = new Map(
      version.definition.levels.map(({ id }, index) => [id, index]),
    );
    levelIndexes.set(version, indexes);
  }
  return indexes;
}

/** The checks of a day by id; undefined where too little was kept. @public */
export function stoodReport(past: PastReport): StoodReport | undefined {
  const { version, outcomes: letters, assessedAt = Infinity } = past;
  if (!version || letters === undefined) return undefined;
  const { levels, checks } = version.definition;
  if (letters.length !== checks.length) return undefined;
  const indexes = indexesOf(version);
  const stood = new Map<string, StoodCheck>();
  for (const [place, definition] of checks.entries()) {
    const { id, weight, enforceFrom, planned } = definition;
    const outcome = outcomeOfLetter(letters[place]);
    if (!outcome) return undefined;
    const starts = enforceFrom === undefined ? 0 : Date.parse(enforceFrom);
    stood.set(id, {
      id,
      outcome,
      enforced: !planned && starts <= assessedAt,
      weight,
      levelIndex: indexes.get(definition.level) ?? -1,
      definition,
      rule: version.rules[id],
    });
  }
  return { levels, checks: stood };
}
