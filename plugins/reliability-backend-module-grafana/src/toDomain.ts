import { OncallShift } from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import { ShiftAnswer, shiftSchema, StepAnswer, UserAnswer } from './answers';

type Shift = OncallShift<ProviderPerson>;

const NO_NAME = 'Somebody without a name';

const personOf = (
  id: string,
  username: string | null | undefined,
  address: string | null | undefined,
): ProviderPerson => {
  const email = address?.toLowerCase();
  return { id, name: username ?? email ?? NO_NAME, ...(email && { email }) };
};

/** A user; one who is not known has an id only. */
export const toPerson = (id: string, user?: UserAnswer): ProviderPerson =>
  personOf(id, user?.username, user?.email);

/** Where shifts of a schedule stand in a rotation. */
export interface Place {
  readonly level: number | null;
  readonly schedule?: string;
}

/** A final shift, parsed; undefined: it cannot be understood. */
export function toEntry(item: unknown): ShiftAnswer | undefined {
  const { data } = shiftSchema.safeParse(item);
  const times = data && [data.shift_start, data.shift_end].map(Date.parse);
  return times?.some(Number.isNaN) ? undefined : data;
}

/** Final shifts tell neither levels nor overrides. */
export const toShift = (
  entry: ShiftAnswer,
  { level, schedule }: Place,
): Shift => ({
  start: Date.parse(entry.shift_start),
  end: Date.parse(entry.shift_end),
  level,
  person: personOf(entry.user_pk, entry.user_username, entry.user_email),
  source: 'rotation',
  shadow: false,
  ...(schedule && { schedule }),
});

/** Who is paged directly is always. */
export const toDirect = (person: ProviderPerson, level: number): Shift => ({
  start: null,
  end: null,
  level,
  person,
  source: 'direct',
  shadow: false,
});

/** Whom a level of a chain pages. */
export interface ChainLevel {
  /** Ids. */
  readonly schedules: readonly string[];
  /** Ids. */
  readonly people: readonly string[];
}

/** What the steps of a chain come to. */
export interface ChainPlan {
  readonly levels: readonly ChainLevel[];
  /** `unknown`: some step may page people whom nobody names here; `estimated`: some are left out at times. */
  readonly gaps: 'exact' | 'estimated' | 'unknown';
  readonly warnings: readonly string[];
}

const CONDITIONS = ['notify_if_time_from_to', 'notify_if_num_alerts_in_window'];
const UNNAMED = ['notify_user_group', 'notify_team_members'];
const NAMED = [
  'notify_on_call_from_schedule',
  'notify_persons',
  'notify_person_next_each_time',
];
const PAGE_NOBODY = [
  'wait',
  'notify_whole_channel',
  'trigger_webhook',
  'declare_incident',
  'repeat_escalation',
  'resolve',
];
const KNOWN = [...CONDITIONS, ...UNNAMED, ...NAMED, ...PAGE_NOBODY];

const targetsOf = (step: StepAnswer): ChainLevel | undefined => {
  switch (step.type) {
    case 'notify_on_call_from_schedule':
      return {
        schedules: step.notify_on_call_from_schedule
          ? [step.notify_on_call_from_schedule]
          : [],
        people: [],
      };
    case 'notify_persons':
      return { schedules: [], people: step.persons_to_notify };
    case 'notify_person_next_each_time':
      return { schedules: [], people: step.persons_to_notify_next_each_time };
    default:
      return UNNAMED.includes(step.type ?? '')
        ? { schedules: [], people: [] }
        : undefined;
  }
};

const join = (a: ChainLevel, b: ChainLevel): ChainLevel => ({
  schedules: [...new Set([...a.schedules, ...b.schedules])],
  people: [...new Set([...a.people, ...b.people])],
});

const SAYS = {
  unnamed:
    'a step pages a group whose members Grafana does not tell; who is on call may not be complete',
  strange:
    'a step is of a type that is not known here; who is on call may not be complete',
  conditional:
    'some steps are taken at certain times or under a condition only; they are shown as if they always were',
  lost: 'a step names no schedule any more',
};

/**
 * Levels of a chain: steps that page people, in their order; those with no wait between them page at the same
 * time, and are one level.
 */
export function planOf(steps: readonly StepAnswer[]): ChainPlan {
  const levels: ChainLevel[] = [];
  const types = steps.map(({ type }) => type ?? '');
  let waited = true;
  for (const step of [...steps].sort((a, b) => a.position - b.position)) {
    const targets = targetsOf(step);
    if (targets) {
      const last = waited ? undefined : levels.pop();
      levels.push(last ? join(last, targets) : targets);
      waited = false;
    } else if (step.type === 'wait') waited = true;
  }
  const some = (among: readonly string[]) =>
    types.some(type => among.includes(type));
  const unnamed = some(UNNAMED);
  const strange = types.some(type => !KNOWN.includes(type));
  const conditional = some(CONDITIONS);
  const lost = steps.some(
    ({ type, notify_on_call_from_schedule: schedule }) =>
      type === 'notify_on_call_from_schedule' && !schedule,
  );
  const exact = conditional ? 'estimated' : 'exact';
  return {
    levels,
    gaps: unnamed || strange ? 'unknown' : exact,
    warnings: [
      ...(unnamed ? [SAYS.unnamed] : []),
      ...(strange ? [SAYS.strange] : []),
      ...(conditional ? [SAYS.conditional] : []),
      ...(lost ? [SAYS.lost] : []),
    ],
  };
}
