import {
  KnownRotation,
  OncallPerson,
  OncallShift,
  OncallWindow,
  rotationId,
} from '../core';
import { DAY, HOUR, NOW } from './facts';

/** A time as people write it. */
export const at = (text: string): number => {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Error(`no time: ${text}`);
  return time;
};

/** Somebody of whom the provider knows no more than the name. */
export const personOf = (
  name: string,
  known: Partial<OncallPerson> = {},
): OncallPerson => ({ id: name.toLowerCase(), name, ...known });

/** Somebody in the catalog. */
export const userOf = (name: string): OncallPerson =>
  personOf(name, { entityRef: `user:default/${name.toLowerCase()}` });

/** A shift on level 1, times in hours from `NOW`; null: permanent. */
export function shiftOf(
  name: string | null,
  start: number | null,
  end: number | null,
  changed: Partial<OncallShift> = {},
): OncallShift {
  return {
    start: start === null ? null : NOW + start * HOUR,
    end: end === null ? null : NOW + end * HOUR,
    level: 1,
    person: name === null ? null : userOf(name),
    source: 'rotation',
    shadow: false,
    ...changed,
  };
}

/** The window that is read by default: a day back, 30 ahead. */
export const WINDOW: OncallWindow = { from: NOW - DAY, to: NOW + 30 * DAY };

let count = 0;

/** A rotation at PagerDuty, read now. */
export function rotationOf(
  shifts: readonly OncallShift[],
  changed: Partial<KnownRotation> = {},
): KnownRotation {
  count += 1;
  const ref = changed.ref ?? {
    account: 'pagerduty',
    kind: 'schedule' as const,
    id: `P${count}`,
  };
  return {
    ref,
    id: rotationId(ref),
    provider: 'pagerduty',
    mirror: false,
    fetchedAt: NOW,
    title: 'Payments',
    window: WINDOW,
    shifts,
    gaps: 'exact',
    warnings: [],
    ...changed,
  };
}

/** The members of a team, whom nobody planned. */
export const membersOf = (...names: string[]): KnownRotation =>
  rotationOf(
    names.map(name =>
      shiftOf(name, null, null, { level: null, source: 'members' }),
    ),
    {
      ref: { account: 'static', kind: 'group', id: 'default/payments' },
      provider: 'static',
      gaps: 'unknown',
    },
  );

/** Names of people, joined. */
export const namesOf = (people: readonly { readonly name: string }[]): string =>
  people.map(({ name }) => name).join('+');
