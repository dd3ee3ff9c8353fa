import {
  OncallShift,
  OncallWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import {
  EntryAnswer,
  entrySchema,
  ScheduleAnswer,
  UserAnswer,
} from './answers';
import { ScheduleEntries } from './IncidentIoClient';

type Shift = OncallShift<ProviderPerson>;

const NO_NAME = 'Somebody without a name';

/** @returns milliseconds since the epoch, undefined when the text is no time */
const timeOf = (text: string): number | undefined => {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
};

/** Only addresses of the web; anything else would be a link that does something. */
export const urlOf = ({
  permalink,
}: Pick<ScheduleAnswer, 'permalink'>): string | undefined =>
  permalink && /^https?:\/\//.test(permalink) ? permalink : undefined;

/** @returns undefined when nothing tells the person from others */
export function toPerson(
  user: UserAnswer | null | undefined,
): ProviderPerson | undefined {
  const email = user?.email?.toLowerCase();
  const id = user?.id ?? email;
  if (!id) return undefined;
  return { id, name: user?.name ?? email ?? NO_NAME, ...(email && { email }) };
}

/** Where the shifts of a schedule stand. */
export interface Place {
  /** null: the schedule stands for itself. */
  readonly level: number | null;
  /** Name of the schedule, where there are several. */
  readonly schedule?: string;
  /** Only entries of this part of the schedule count; default: of all. */
  readonly rotation?: string;
}

/** Shifts, and how many entries could not be understood. */
export interface Readable {
  readonly shifts: readonly Shift[];
  readonly unreadable: number;
}

const parse = (item: unknown): EntryAnswer | undefined =>
  entrySchema.safeParse(item).data;

const sameTurn = (entry: EntryAnswer, other: EntryAnswer): boolean =>
  toPerson(entry.user)?.id === toPerson(other.user)?.id &&
  (!other.rotation_id || other.rotation_id === entry.rotation_id) &&
  Date.parse(other.start_at) < Date.parse(entry.end_at) &&
  Date.parse(entry.start_at) < Date.parse(other.end_at);

function toShift(
  entry: EntryAnswer,
  overrides: readonly EntryAnswer[],
  { level, schedule }: Place,
): Shift[] {
  const start = timeOf(entry.start_at);
  const end = timeOf(entry.end_at);
  const person = entry.user ? toPerson(entry.user) : null;
  if (start === undefined || end === undefined || person === undefined)
    return [];
  const swapped = overrides.some(other => sameTurn(entry, other));
  return [
    {
      start,
      end,
      level,
      person,
      source: swapped ? 'override' : 'rotation',
      shadow: false,
      ...(schedule && { schedule }),
    },
  ];
}

/** The shifts that a schedule comes to. An entry without a user is a slot that nobody fills. */
export function toShifts(
  { final, overrides }: ScheduleEntries,
  place: Place,
): Readable {
  const swaps = overrides.flatMap(item => parse(item) ?? []);
  const shifts: Shift[] = [];
  let unreadable = 0;
  for (const item of final) {
    const entry = parse(item);
    const elsewhere =
      entry && place.rotation && entry.rotation_id !== place.rotation;
    if (elsewhere) continue;
    const found = entry ? toShift(entry, swaps, place) : [];
    shifts.push(...found);
    if (found.length === 0) unreadable += 1;
  }
  return { shifts, unreadable };
}

/** A person whom a path pages without a schedule. */
export const directShift = (person: ProviderPerson, level: number): Shift => ({
  start: null,
  end: null,
  level,
  person,
  source: 'direct',
  shadow: false,
});

type Turn = NonNullable<
  NonNullable<NonNullable<ScheduleAnswer['config']>['rotations']>[number]
>;

/** A part of a schedule that is changed is listed once more, with the time from which it counts. */
function inForce(turns: readonly Turn[], at: number): Turn[] {
  const since = (turn: Turn) =>
    turn.effective_from ? Date.parse(turn.effective_from) : -Infinity;
  const byId = new Map<unknown, Turn>();
  for (const turn of turns) {
    const key = turn.id ?? turn;
    const other = byId.get(key);
    if (since(turn) > at) continue;
    if (!other || since(turn) >= since(other)) byId.set(key, turn);
  }
  return [...byId.values()];
}

/**
 * Who shares a schedule by the plan.
 *
 * @param at - what counts then; milliseconds since the epoch
 * @param rotation - only those of this part of it
 * @returns undefined when it is not told
 */
export function membersOf(
  { config }: ScheduleAnswer,
  at: OncallWindow['from'],
  rotation?: string,
): ProviderPerson[] | undefined {
  const turns = config?.rotations?.flatMap(turn => turn ?? []);
  if (!turns || turns.some(({ users }) => !users)) return undefined;
  const people = new Map<string, ProviderPerson>();
  for (const turn of inForce(turns, at)) {
    if (rotation && turn.id !== rotation) continue;
    for (const user of turn.users ?? []) {
      const person = toPerson(user);
      if (person) people.set(person.id, person);
    }
  }
  return [...people.values()];
}
