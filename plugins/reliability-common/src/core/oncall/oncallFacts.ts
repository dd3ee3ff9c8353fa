import { FactGroup, FactValue } from '../facts/facts';
import { shareValues } from '../facts/sharedValues';
import { ONCALL } from '../facts/oncallCatalogue';
import { OncallFindingsInput } from './findings';
import { checkPeople } from './peopleCheck';
import { ServiceCover } from './serviceCover';
import { distinctPeople } from './spans';

/** What facts need of one service. @public */
export interface OncallFactsInput extends OncallFindingsInput {
  /** Rotations that annotations name, mirrors left out, missing and pending ones included. */
  readonly linked: number;
  /** References in annotations that cannot be followed. */
  readonly problems: number;
  /** When the annotations last changed; milliseconds since the epoch. */
  readonly definedAt: number;
  /** As for the cover: that long values hold after the oldest of the rotations was read. */
  readonly staleAfterMs: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Up to the next quarter, so that no gap is nothing and a gap that goes on does not change with every look. */
const quarters = (hours: number) =>
  Math.max(0, Math.ceil(hours * 4 - 1e-6)) / 4;

const present = (values: {
  readonly [key: string]: FactValue | null | undefined;
}): FactGroup['values'] =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, FactValue] =>
        entry[1] !== undefined && entry[1] !== null,
    ),
  );

function nextGapDays({ gaps }: ServiceCover, at: number): number | undefined {
  const next = gaps.find(({ required }) => required);
  return next && Math.floor(Math.max(0, next.from - at) / DAY);
}

function peopleNow({ state, levels }: ServiceCover): number | undefined {
  if (state === 'unknown') return undefined;
  return distinctPeople(levels.flatMap(({ people }) => people)).length;
}

function rotationValues(input: OncallFactsInput): FactGroup['values'] {
  const { cover, rotations, at } = input;
  const own = rotations.filter(({ mirror }) => !mirror);
  const check = checkPeople(input);
  const { gapHours, requiredGapHours, responders } = cover;
  return present({
    accounts: [...new Set(own.map(({ ref }) => ref.account))].sort(),
    levels: cover.levelCount,
    responders: responders.length,
    now: peopleNow(cover),
    unknownPeople: check.unknown.length,
    leftPeople: check.left.length,
    outsiders: check.outside.length,
    gapHours: gapHours === null ? null : quarters(gapHours),
    requiredGapHours:
      requiredGapHours === null ? null : quarters(requiredGapHours),
    nextGapDays: nextGapDays(cover, at),
    ownerMatches: check.ownerMatches,
    singlePerson: responders.length === 1,
    membersOnly: cover.membersOnly,
  });
}

/** Of services whose annotations name no rotation, which are the same for nearly all of them. */
const NO_ROTATIONS = shareValues({
  rotations: 0,
  missing: 0,
  stale: 0,
  problems: 0,
});

/**
 * Facts about the on-call rotations of one service; in CEL `oncall.responders`. The first group is about what its
 * annotations name and never goes stale. The second is about what the rotations say; it goes stale when the
 * oldest of them was not read for `staleAfterMs`, and is not there where no rotation is named or one was never
 * read.
 *
 * @public
 */
export function oncallFacts(input: OncallFactsInput): FactGroup[] {
  const { linked, missing, problems, definedAt, cover, staleAfterMs } = input;
  const group = { root: ONCALL, source: ONCALL };
  if (linked === 0 && problems === 0) {
    return [{ ...group, at: definedAt, values: NO_ROTATIONS }];
  }
  const rotations = linked - missing.length;
  const definitions: FactGroup = {
    ...group,
    at: definedAt,
    values: {
      rotations,
      missing: missing.length,
      stale: cover.staleRotations.length,
      problems,
    },
  };
  const read = input.rotations.filter(
    ({ id, mirror }) => !mirror && !missing.includes(id),
  );
  if (rotations <= 0 || read.length < rotations) return [definitions];
  const counting = cover.membersOnly ? read : cover.counting;
  const oldest = Math.min(...counting.map(({ fetchedAt }) => fetchedAt));
  return [
    definitions,
    {
      ...group,
      at: oldest,
      expiresAt: oldest + staleAfterMs,
      values: rotationValues(input),
    },
  ];
}

/**
 * When time alone changes a fact next, at the latest at midnight UTC, when another day comes into sight.
 * Undefined: never.
 *
 * @public
 */
export function nextOncallFactChange(
  { levels, gaps, counting }: ServiceCover,
  at: number,
): number | undefined {
  if (counting.length === 0) return undefined;
  const inGap = gaps.some(gap => gap.level === null && gap.from <= at);
  const times = [
    (Math.floor(at / DAY) + 1) * DAY,
    ...(inGap ? [at + 15 * MINUTE] : []),
    ...levels.flatMap(({ until }) => until ?? []),
    ...gaps.flatMap(({ from, to }) => [from, to]),
  ];
  return Math.min(...times.filter(time => time > at));
}
