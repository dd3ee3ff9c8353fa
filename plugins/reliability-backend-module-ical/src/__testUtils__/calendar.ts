import {
  ProviderPerson,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  OncallShift,
  OncallWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { fileOf } from '@plimsoll/test-fakes';
import { FeedRules, toReading } from '../toReading';

const RULES: FeedRules = {
  attendees: true,
  unfilled: ['unfilled', 'nobody'],
};

/** A window from one day to another, such as `2026-03-01`. */
export const days = (from: string, to: string): OncallWindow => ({
  from: Date.parse(from),
  to: Date.parse(to),
});

/** A VEVENT; each gets a UID of its own unless it brings one. */
export const event = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  ...lines,
  ...(lines.some(line => /^UID:/.test(line))
    ? []
    : [`UID:${lines.join('|').replace(/[^\w]/g, '')}`]),
  'END:VEVENT',
];

/** A whole feed. */
export const calendar = (...parts: (string | string[])[]): string =>
  fileOf([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plimsoll//Tests//EN',
    ...parts.flat(),
    'END:VCALENDAR',
  ]);

/** What a feed says in a window. */
export const readingOf = (
  text: string | Uint8Array,
  window: OncallWindow,
  rules: Partial<FeedRules> = {},
): RotationReading =>
  toReading(
    typeof text === 'string' ? Buffer.from(text) : text,
    { account: 'team', kind: 'feed', id: 'rota' },
    { ...RULES, ...rules },
    window,
  );

const time = (at: number | null) =>
  at === null ? '…' : new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');

const line = ({ start, end, level, person }: OncallShift<ProviderPerson>) =>
  `${time(start)} ${time(end)} ${person?.name ?? '(nobody)'}${
    level === null ? '' : ` at ${level}`
  }`;

/** Shifts as lines, in order: `2026-01-05T08:00Z 2026-01-12T08:00Z Ana`. */
export const shown = ({ shifts }: RotationReading): string[] =>
  shifts.map(line).sort();
