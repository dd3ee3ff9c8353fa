import { OncallShift } from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import {
  OncallAnswer,
  oncallSchema,
  ShiftAnswer,
  shiftSchema,
  UserAnswer,
} from './answers';
import { WithUsers } from './RootlyClient';

type Shift = OncallShift<ProviderPerson>;
type Users = ReadonlyMap<string, UserAnswer>;

const NO_NAME = 'Somebody without a name';

/** @returns milliseconds since the epoch, undefined when the text is no time */
const timeOf = (text: string): number | undefined => {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
};

/** A person by id; one whom the reply does not describe has no name. */
export function toPerson(id: string, users: Users): ProviderPerson {
  const {
    full_name: fullName,
    name,
    email: address,
  } = users.get(id)?.attributes ?? {};
  const email = address?.toLowerCase();
  return {
    id,
    name: fullName ?? name ?? email ?? NO_NAME,
    ...(email && { email }),
  };
}

/** Null: it says that there is nobody; undefined: it does not say. */
function userOf({
  attributes: { user_id: id },
  relationships,
}: {
  readonly attributes: { readonly user_id?: string | null };
  readonly relationships?: ShiftAnswer['relationships'];
}): string | null | undefined {
  const link = relationships?.user?.data;
  const nobody = id === null || link === null ? null : undefined;
  return id ?? link?.id ?? nobody;
}

/** An entry of /v1/oncalls as a shift, with what tells which it is. */
export interface Oncall {
  readonly policy: string;
  readonly policyName?: string;
  /** Whether it only notifies in silence: what is not urgent goes that way. */
  readonly quiet: boolean;
  readonly shift: Shift;
}

const shiftTimes = ({ attributes }: OncallAnswer) => {
  const { starts_at: from, ends_at: to, schedule_id: schedule } = attributes;
  // A schedule has no shift for ever.
  if (schedule && (from === null || to === null)) return undefined;
  const start = from === null ? null : timeOf(from);
  const end = to === null ? null : timeOf(to);
  return start === undefined || end === undefined ? undefined : { start, end };
};

/** @returns undefined when the entry cannot be understood */
export function toOncall({ entry, users }: WithUsers): Oncall | undefined {
  const { data } = oncallSchema.safeParse(entry);
  const times = data && shiftTimes(data);
  const user = data && userOf(data);
  if (!data || !times || !user) return undefined;
  const { attributes: own } = data;
  return {
    policy: own.escalation_policy_id,
    policyName: own.escalation_policy_name ?? undefined,
    quiet: own.notification_type === 'quiet',
    shift: {
      ...times,
      level: own.escalation_level ?? null,
      person: toPerson(user, users),
      source: own.schedule_id ? 'rotation' : 'direct',
      shadow: false,
      ...(own.schedule_name && { schedule: own.schedule_name }),
    },
  };
}

/** A shift of a schedule, which has no levels; undefined: it cannot be understood. */
export function toShift({
  entry,
  users,
}: WithUsers): { schedule: string; shift: Shift } | undefined {
  const { data } = shiftSchema.safeParse(entry);
  const user = data && userOf(data);
  if (!data || user === undefined) return undefined;
  const { attributes: own } = data;
  const start = timeOf(own.starts_at);
  const end = timeOf(own.ends_at);
  if (start === undefined || end === undefined) return undefined;
  return {
    schedule: own.schedule_id,
    shift: {
      start,
      end,
      level: null,
      person: user === null ? null : toPerson(user, users),
      source: own.is_override ? 'override' : 'rotation',
      shadow: own.is_shadow ?? false,
    },
  };
}

const keyOf = ({ start, end, level, person, schedule }: Shift) =>
  [start, end, level, person?.id, schedule].join(' ');

/** What the entries of some policies come to. */
export interface Paged {
  readonly shifts: readonly Shift[];
  /** Whether there was nothing but silent notifications. */
  readonly onlyQuiet: boolean;
}

/**
 * Shifts of policies. A policy has a path for what is urgent and may have one for what is not: the silent one counts
 * only where there is no other, as whoever is notified in silence is not paged. What both paths say is told once.
 */
export function pagedBy(oncalls: readonly Oncall[]): Paged {
  const loud = new Set(
    oncalls.filter(({ quiet }) => !quiet).map(({ policy }) => policy),
  );
  const counting = oncalls.filter(
    ({ quiet, policy }) => !quiet || !loud.has(policy),
  );
  const shifts = new Map(counting.map(({ shift }) => [keyOf(shift), shift]));
  return {
    shifts: [...shifts.values()],
    onlyQuiet: counting.length > 0 && counting.every(({ quiet }) => quiet),
  };
}
