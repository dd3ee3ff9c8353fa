import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { readTexts } from '../demoPortal/readTexts';
import {
  DemoChangePlan,
  DemoFollowUpPlan,
  DemoEnrichment,
  DemoPostmortem,
} from './learning';

/** Minutes after the incident was declared; negative: before. */
export type Minutes = number;

/** What comes again and again at one service, and is dealt with as usual. */
export interface DemoTrouble {
  /** Id of the service at PagerDuty. */
  readonly service: string;
  readonly title: string;
  /** Equal for alerts of the same trouble. */
  readonly key?: string;
  readonly priority?: string;
  /** Days before the story at which it came. */
  readonly days: readonly number[];
  /** How long it usually takes. */
  readonly minutes: number;
  /** Whether it goes away before anybody looks. */
  readonly alone?: boolean;
}

/** What somebody wrote while it went on. */
export interface DemoNote {
  readonly after: Minutes;
  readonly by: string;
  readonly text: string;
}

/** What the public was told while it went on. */
export interface DemoUpdate {
  readonly after: Minutes;
  readonly status: string;
  readonly text: string;
}

/** An incident at PagerDuty that the story tells by itself. */
export interface DemoPagerdutyIncident {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  readonly key?: string;
  readonly priority?: string;
  /** When it was declared, see `timeOf`. */
  readonly at: string;
  readonly ack?: Minutes;
  /** Who acknowledged it; default: whoever was on call. */
  readonly by?: string;
  /** Absent: it goes on. */
  readonly end?: Minutes;
  readonly notes?: readonly DemoNote[];
  /** Id of the incident under which it goes on. */
  readonly mergedInto?: string;
}

/** A follow-up that is tracked at FireHydrant. */
export interface DemoTicket {
  readonly title: string;
  readonly state: 'open' | 'in_progress' | 'done' | 'cancelled';
  readonly who?: string;
  /** Days after the incident at which it is due. */
  readonly due?: number;
}

/** A large incident; FireHydrant numbers them in this order, from 1. */
export interface DemoMajorIncident {
  readonly name: string;
  readonly summary?: string;
  readonly services: readonly string[];
  readonly severity: string;
  readonly at: string;
  /** By the slug of the milestone. */
  readonly stamps: Readonly<Record<string, Minutes>>;
  readonly customers?: number;
  readonly people?: Readonly<Record<string, string>>;
  readonly tickets?: readonly DemoTicket[];
  readonly restricted?: boolean;
  /** Days after it was resolved at which its report was published. */
  readonly report?: number;
}

/** What the public status page said. */
export interface DemoNotice {
  readonly id: string;
  readonly name: string;
  readonly impact: 'none' | 'minor' | 'major' | 'critical';
  readonly components: readonly string[];
  readonly at: string;
  readonly updates: readonly DemoUpdate[];
  /** Days after its end at which a postmortem was published. */
  readonly postmortem?: number;
}

/** A line of the table in which teams without a tool kept their incidents. */
export interface DemoRecord {
  readonly key: string;
  readonly title: string;
  readonly summary?: string;
  readonly services?: readonly string[];
  /** In place of services: what the table says. */
  readonly about?: readonly string[];
  readonly severity?: string;
  readonly at: string;
  readonly stamps?: Readonly<Record<string, Minutes>>;
  readonly cause?: string;
  readonly customerImpact?: boolean;
  /** Address of its postmortem. */
  readonly postmortem?: string;
}

/** What all files of the folder say. */
export interface DemoIncidents {
  readonly troubles: readonly DemoTrouble[];
  readonly pagerduty: readonly DemoPagerdutyIncident[];
  readonly firehydrant: readonly DemoMajorIncident[];
  readonly status: readonly DemoNotice[];
  readonly records: readonly DemoRecord[];
  readonly bridge: readonly DemoRecord[];
  readonly enrichments: readonly DemoEnrichment[];
  readonly postmortems: readonly DemoPostmortem[];
  readonly followUps: readonly DemoFollowUpPlan[];
  readonly changes: DemoChangePlan;
}

const LISTS = [
  'troubles',
  'pagerduty',
  'firehydrant',
  'status',
  'records',
  'bridge',
  'enrichments',
  'postmortems',
  'followUps',
] as const;

/**
 * Reads what several files say, each of them some of the keys.
 *
 * @throws InputError when a text is not of that shape, or a key stands in two of them
 */
export function readDemoIncidents(texts: readonly string[]): DemoIncidents {
  const all: Record<string, unknown> = {};
  for (const text of texts) {
    const file = parse(text) ?? {};
    if (typeof file !== 'object' || Array.isArray(file)) {
      throw new InputError('A file of the demo incidents is no map');
    }
    for (const [key, value] of Object.entries(file)) {
      if (key in all) {
        throw new InputError(`${key} of the demo incidents is there twice`);
      }
      all[key] = value;
    }
  }
  const wrong = LISTS.find(name => !Array.isArray(all[name] ?? []));
  if (wrong) {
    throw new InputError(`${wrong} of the demo incidents is no list`);
  }
  const lists = Object.fromEntries(LISTS.map(name => [name, all[name] ?? []]));
  return {
    changes: { every: {}, marks: [] },
    ...all,
    ...lists,
  } as unknown as DemoIncidents;
}

/**
 * Reads all files of a folder, in the order of their names.
 *
 * @throws Error when there is none
 */
export async function readIncidentFolder(
  folder: string,
): Promise<DemoIncidents> {
  return readDemoIncidents(await readTexts(folder));
}
