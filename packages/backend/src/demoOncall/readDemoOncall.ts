import { InputError } from '@backstage/errors';
import { RotaHours } from '@plimsoll/backstage-plugin-reliability-common';
import { parse } from 'yaml';

/** A stretch that differs from the turns; times are by the clock of the schedule. */
export interface DemoChange {
  /** The next such day after today, or in so many days. */
  readonly on: string | number;
  /** `HH:mm` */
  readonly from: string;
  /** How long, ISO 8601. */
  readonly for: string;
  /** Absent: nobody is on call then. */
  readonly person?: string;
}

/** Turns that never end. People are named as the catalog names its Users. */
export interface DemoSchedule {
  readonly title: string;
  readonly turns: readonly string[];
  /** Default: Europe/London */
  readonly timeZone?: string;
  /** ISO 8601. Default: P7D */
  readonly every?: string;
  /** `HH:mm`. Default: 09:00 */
  readonly at?: string;
  /** Default: all hours. */
  readonly hours?: readonly RotaHours[];
  readonly changes?: readonly DemoChange[];
}

/** Somebody whom a vendor knows other than the catalog does. */
export interface DemoStranger {
  readonly name: string;
  readonly email?: string;
  /** Whether the vendor says that the account is closed. */
  readonly left?: boolean;
}

/** The first level is paged first; ids of schedules, or names of people who are always paged. */
export type DemoLevels = readonly (readonly string[])[];

/** What stands at PagerDuty under one escalation policy. */
export interface DemoPolicy {
  readonly id: string;
  readonly title: string;
  readonly team?: string;
  readonly levels: DemoLevels;
  /** Titles by id. */
  readonly services?: Readonly<Record<string, string>>;
}

/** A team at Opsgenie, which pages its levels one after the other. */
export interface DemoTeam {
  readonly name: string;
  readonly levels: DemoLevels;
}

/** A calendar that anybody with its address can read. */
export interface DemoFeed {
  readonly id: string;
  readonly title: string;
  /** Whose way of writing calendars it is. */
  readonly form: 'google' | 'outlook' | 'pagerduty';
  /** Ids of schedules; with more than one the titles name the level. */
  readonly levels: readonly string[];
}

/** The whole file. */
export interface DemoOncall {
  readonly strangers: Readonly<Record<string, DemoStranger>>;
  readonly schedules: Readonly<Record<string, DemoSchedule>>;
  readonly pagerduty: readonly DemoPolicy[];
  readonly opsgenie: readonly DemoTeam[];
  readonly calendars: readonly DemoFeed[];
}

/** @throws InputError when the text is not of that shape */
export function readDemoOncall(text: string): DemoOncall {
  const file = parse(text);
  if (typeof file?.schedules !== 'object' || file.schedules === null) {
    throw new InputError('The demo on-call file names no schedules');
  }
  for (const list of ['pagerduty', 'opsgenie', 'calendars']) {
    if (!Array.isArray(file[list] ?? [])) {
      throw new InputError(`${list} of the demo on-call file is no list`);
    }
  }
  return {
    strangers: {},
    pagerduty: [],
    opsgenie: [],
    calendars: [],
    ...file,
  };
}
