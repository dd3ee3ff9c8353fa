import {
  OncallShift,
  RosterEntry,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import {
  layersEntrySchema,
  LayersScheduleAnswer,
  OncallEntry,
  oncallSchema,
  PagerdutyReference,
  PolicyAnswer,
  shiftsEntrySchema,
  ShiftsScheduleAnswer,
} from './answers';

type Shift = OncallShift<ProviderPerson>;

const NO_NAME = 'Somebody without a name';

/** @returns milliseconds since the epoch, undefined when the text is no time */
const timeOf = (text: string): number | undefined => {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
};

/** The name of whatever a reference stands for. */
export const titleOf = (
  reference: Pick<PagerdutyReference, 'name' | 'summary'> | null | undefined,
): string | undefined => reference?.name ?? reference?.summary ?? undefined;

/** Only addresses of the web; anything else would be a link that does something. */
export const urlOf = (
  reference: Pick<PagerdutyReference, 'html_url'> | null | undefined,
): string | undefined =>
  reference?.html_url && /^https?:\/\//.test(reference.html_url)
    ? reference.html_url
    : undefined;

/** The teams of a policy, schedule or service, as one text. */
export const teamOf = (
  teams: readonly (PagerdutyReference | null | undefined)[] | null | undefined,
): string | undefined =>
  teams?.flatMap(team => titleOf(team) ?? []).join(', ') || undefined;

/** @returns undefined when it has no id: then it cannot be told from others */
export function toPerson(
  user: PagerdutyReference | null | undefined,
): ProviderPerson | undefined {
  if (!user?.id) return undefined;
  const email = user.email?.toLowerCase();
  const url = urlOf(user);
  return {
    id: user.id,
    name: titleOf(user) ?? email ?? NO_NAME,
    ...(email && { email }),
    ...(url && { url }),
    ...(user.deleted_at && { left: true }),
  };
}

/** One entry of /oncalls, parsed; undefined: it cannot be understood. */
export function toEntry(item: unknown): OncallEntry | undefined {
  const parsed = oncallSchema.safeParse(item);
  return parsed.success ? parsed.data : undefined;
}

/**
 * The shift of an entry of /oncalls. An entry without a schedule pages somebody directly; without a start or an
 * end it has always been, or is for ever.
 *
 * @param levels - whether the level of the policy is that of the rotation; a schedule alone has none
 * @returns undefined when the entry cannot be understood
 */
export function toShift(
  entry: OncallEntry,
  levels: boolean,
): Shift | undefined {
  const start = entry.start === null ? null : timeOf(entry.start);
  const end = entry.end === null ? null : timeOf(entry.end);
  const person = toPerson(entry.user);
  if (start === undefined || end === undefined || !person) return undefined;
  const schedule = titleOf(entry.schedule);
  return {
    start,
    end,
    level: levels ? entry.escalation_level ?? null : null,
    person,
    source: entry.schedule ? 'rotation' : 'direct',
    shadow: false,
    ...(schedule && { schedule }),
  };
}

/** Shifts, and how many entries could not be understood. */
export interface Readable {
  readonly shifts: readonly Shift[];
  readonly unreadable: number;
}

const shiftOf = (
  start: number | undefined,
  end: number | undefined,
  person: ProviderPerson | null | undefined,
): Shift[] =>
  start === undefined || end === undefined || person === undefined
    ? []
    : [{ start, end, level: null, person, source: 'rotation', shadow: false }];

const readable = (
  items: readonly unknown[],
  read: (item: unknown) => Shift[],
): Readable => {
  const shifts = items.flatMap(read);
  return { shifts, unreadable: items.length - shifts.length };
};

/** The final schedule of a schedule of layers; undefined: the answer has none. */
export function layersShifts(
  { final_schedule: final }: LayersScheduleAnswer,
  people: ReadonlyMap<string, ProviderPerson>,
): Readable | undefined {
  if (!final) return undefined;
  return readable(final.rendered_schedule_entries, item => {
    const { data } = layersEntrySchema.safeParse(item);
    if (!data) return [];
    const person = toPerson(data.user);
    return shiftOf(
      timeOf(data.start),
      timeOf(data.end),
      person && (people.get(person.id) ?? person),
    );
  });
}

/** The final schedule of a schedule of shifts, which says of a slot that it is empty; undefined: the answer has none. */
export function shiftsShifts(
  { final_schedule: final }: ShiftsScheduleAnswer,
  people: ReadonlyMap<string, ProviderPerson>,
): Readable | undefined {
  if (!final) return undefined;
  return readable(final.computed_shift_assignments, item => {
    const { data } = shiftsEntrySchema.safeParse(item);
    if (!data) return [];
    const { type, user_id: id } = data.member;
    const person = id ? people.get(id) ?? { id, name: NO_NAME } : undefined;
    return shiftOf(
      timeOf(data.start_time),
      timeOf(data.end_time),
      type === 'empty_member' ? null : person,
    );
  });
}

/** Ids of the people in the final schedule of a schedule of shifts. */
export const assignedTo = ({
  final_schedule: final,
}: ShiftsScheduleAnswer): string[] =>
  (final?.computed_shift_assignments ?? []).flatMap(
    item => shiftsEntrySchema.safeParse(item).data?.member.user_id ?? [],
  );

/** The people who share a schedule of layers by the plan; undefined: not told. */
export const layersMembers = ({
  schedule_layers: layers,
}: LayersScheduleAnswer): ProviderPerson[] | undefined =>
  layers?.flatMap(
    layer => layer?.users?.flatMap(each => toPerson(each?.user) ?? []) ?? [],
  );

/** The same for a schedule of shifts, where members carry nothing but an id. */
export const shiftsMembers = ({
  rotations,
}: ShiftsScheduleAnswer): ProviderPerson[] | undefined =>
  rotations?.flatMap(
    rotation =>
      rotation?.events?.flatMap(
        event =>
          event?.assignment_strategy?.members?.flatMap(member =>
            member?.user_id ? { id: member.user_id, name: NO_NAME } : [],
          ) ?? [],
      ) ?? [],
  );

const isSchedule = ({ type }: PagerdutyReference) =>
  type?.startsWith('schedule') ?? false;

const targetsOf = ({ escalation_rules: rules }: PolicyAnswer) =>
  (rules ?? []).flatMap(
    rule => rule?.targets?.flatMap(target => target ?? []) ?? [],
  );

const idsOf = (targets: readonly PagerdutyReference[]) =>
  targets.flatMap(({ id }) => id ?? []);

/** Ids of all schedules that a policy names. */
export const schedulesOf = (policy: PolicyAnswer): string[] =>
  idsOf(targetsOf(policy).filter(isSchedule));

/** Ids of all people whom a policy pages directly. */
export const usersOf = (policy: PolicyAnswer): string[] =>
  idsOf(targetsOf(policy).filter(target => !isSchedule(target)));

/**
 * Who shares each level of a policy by the plan; the first rule is level 1.
 *
 * @param members - of each schedule, by id
 * @returns undefined when the members of one schedule are not known: a roster without them would be too small
 */
export function rosterOf(
  { escalation_rules: rules }: PolicyAnswer,
  members: ReadonlyMap<string, readonly ProviderPerson[]>,
): RosterEntry<ProviderPerson>[] | undefined {
  if (!rules) return undefined;
  const roster: RosterEntry<ProviderPerson>[] = [];
  for (const [index, rule] of rules.entries()) {
    const people = new Map<string, ProviderPerson>();
    for (const target of rule?.targets ?? []) {
      const found =
        target && isSchedule(target)
          ? members.get(target.id ?? '')
          : [toPerson(target)];
      if (!found) return undefined;
      for (const person of found) if (person) people.set(person.id, person);
    }
    roster.push({ level: index + 1, people: [...people.values()] });
  }
  return roster;
}
