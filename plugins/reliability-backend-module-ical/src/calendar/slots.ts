import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import { CalendarEvent } from './events';

/** How people and levels are told in one feed. */
export interface SlotRules {
  /** Level of all shifts; undefined: the feed has none. */
  readonly level?: number;
  /** Read on the title; with the named groups `person` and, if wanted, `level`. */
  readonly person?: RegExp;
  /** Titles of slots that nobody fills, lower case. */
  readonly unfilled: readonly string[];
  /** Whether those who are invited are those on call. */
  readonly attendees: boolean;
}

/** What is odd about how an event tells its people. */
export type SlotOddity =
  | 'no-title'
  | 'busy'
  | 'not-a-name'
  | 'no-level'
  | 'too-many';

/** Who an event is about. */
export interface Slot {
  /** Empty: nobody fills it. */
  readonly people: readonly ProviderPerson[];
  readonly level: number | null;
  /** From `[L0]` to `[L9]` in front of the title; the highest of overlapping ones stands. */
  readonly priority: number;
  readonly oddity?: SlotOddity;
}

const LONGEST_TITLE = 300;
const LONGEST_NAME = 200;
const PRIORITY = /^\s*\[L(\d)\]\s*/i;
const FRONT = /^(on[\s-]?call(\s*[-–:]\s*|\s+for\s+)|@)/i;
const LONGEST_DESCRIPTION = 5_000;
const BETWEEN_WORDS = /[\s<>()[\]{},;:"|\\/=?&]+/;
const EMAIL = /^[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;
const MOST_PEOPLE = 50;
const BUSY = /^(busy|free|tentative|private|reserved|away|out of office)$/i;

/** One to five words, or `Family, Given`; also a handle. */
const NAME =
  /^[\p{L}][\p{L}\p{M}\p{N}'’._-]*(,? \(?[\p{L}][\p{L}\p{M}'’._-]*\)?){0,4}$/u;

const WORDS: Readonly<Record<string, number>> = {
  primary: 1,
  secondary: 2,
  tertiary: 3,
};

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const byEmail = (email: string, name?: string): ProviderPerson => {
  const lower = email.toLowerCase();
  return {
    id: lower,
    name: oneLine(name ?? lower).slice(0, LONGEST_NAME),
    email: lower,
  };
};

const byName = (text: string): ProviderPerson => {
  const name = text.slice(0, LONGEST_NAME);
  return { id: name.toLowerCase(), name };
};

/** By words: to look for an address anywhere in a text takes time by the square of its length. */
const emailsIn = (text: string) => [
  ...new Set(
    text
      .split(BETWEEN_WORDS)
      .filter(word => word.length < 255 && word.includes('@'))
      .map(word => word.replace(/^[.']+|[.']+$/g, '').toLowerCase())
      .filter(word => EMAIL.test(word)),
  ),
];

/** Invited people; undefined: nobody is, so that the title has to tell. */
function invited({ attendees }: CalendarEvent): ProviderPerson[] | undefined {
  const people = attendees.filter(({ away }) => away !== 'not-a-person');
  if (people.length === 0) return undefined;
  return people
    .filter(({ away }) => away === 'no')
    .map(({ email, name }) => (email ? byEmail(email, name) : byName(name!)));
}

function levelOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const level = WORDS[text.toLowerCase()] ?? Number(text);
  return Number.isInteger(level) && level >= 1 && level <= 99
    ? level
    : undefined;
}

type Told = Pick<Slot, 'people' | 'oddity'>;

function byTitle(title: string): Told {
  if (title === '') return { people: [], oddity: 'no-title' };
  if (BUSY.test(title)) return { people: [byName(title)], oddity: 'busy' };
  return NAME.test(title)
    ? { people: [byName(title)] }
    : { people: [byName(title)], oddity: 'not-a-name' };
}

function told(
  event: CalendarEvent,
  title: string,
  captured: string | undefined,
  rules: SlotRules,
): Told {
  const isUnfilled = (text: string) =>
    rules.unfilled.includes(text.toLowerCase());
  if (isUnfilled(title)) return { people: [] };
  const guests = rules.attendees ? invited(event) : undefined;
  if (guests) return { people: guests };
  const named = captured && oneLine(captured);
  if (named && isUnfilled(named)) return { people: [] };
  const emails = emailsIn(named || title);
  if (emails.length > 0) return { people: emails.map(each => byEmail(each)) };
  if (named) return { people: [byName(named)] };
  // A description holds all sorts of addresses; only a single one can be meant.
  const described = emailsIn(event.description.slice(0, LONGEST_DESCRIPTION));
  if (described.length === 1) return { people: [byEmail(described[0])] };
  return byTitle(title);
}

function oddityOf(
  people: number,
  captured: string | undefined,
  level: number | undefined,
): SlotOddity | undefined {
  if (people > MOST_PEOPLE) return 'too-many';
  return captured !== undefined && level === undefined ? 'no-level' : undefined;
}

/**
 * Who an event puts on call: those invited, else what the configured expression finds, else an e-mail in the
 * title or the only one in the description, else the title as a name.
 */
export function slotOf(event: CalendarEvent, rules: SlotRules): Slot {
  const whole = oneLine(event.summary.slice(0, LONGEST_TITLE));
  const groups = rules.person?.exec(whole)?.groups;
  const level = levelOf(groups?.level);
  const priority =
    level === undefined ? Number(PRIORITY.exec(whole)?.[1] ?? 0) : 0;
  const title = whole.replace(PRIORITY, '').replace(FRONT, '').trim();
  const { people, oddity } = told(event, title, groups?.person, rules);
  const odd = oddityOf(people.length, groups?.level, level) ?? oddity;
  return {
    people: people.slice(0, MOST_PEOPLE),
    level: level ?? rules.level ?? null,
    priority,
    ...(odd ? { oddity: odd } : {}),
  };
}
