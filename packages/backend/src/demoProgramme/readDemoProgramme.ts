import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { readTexts } from '../demoPortal/readTexts';

/** Somebody of the company, by name. */
type Person = string;
/** Days from the day on which it is brought; negative: before. */
type Days = number;

/** A permission to fail one check, as far as people took it; without `decision` it waits. */
export interface DemoExemption {
  readonly service: string;
  readonly scorecard: string;
  readonly check: string;
  readonly by: Person;
  readonly reason: string;
  readonly ends: Days;
  readonly decision?: 'approve' | 'deny';
  readonly decider?: Person;
  readonly note?: string;
  /** Asked for and approved by the same people. */
  readonly renewal?: { readonly reason: string; readonly ends: Days };
}

/** A goal with a date; without `then` it stays a draft. */
export interface DemoCampaign {
  readonly title: string;
  readonly goal: string;
  readonly by: Person;
  readonly owner: string;
  readonly scorecard: string;
  readonly filter?: Readonly<Record<string, readonly string[]>>;
  readonly checks: readonly string[];
  readonly starts: Days;
  readonly due: Days;
  readonly then?: 'start' | 'end';
  readonly note?: string;
  /** Services that are done before anything is decided: until then their facts are not read. */
  readonly done?: number;
}

/** A risk that somebody wrote down. */
export interface DemoRisk {
  /** From which its id is made. */
  readonly number: number;
  readonly by: Person;
  readonly title: string;
  readonly description: string;
  readonly services?: readonly string[];
  readonly system?: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly owner: string;
  readonly mitigation: string;
  readonly review: Days;
  readonly state?: 'open' | 'mitigated' | 'accepted';
  /** The failing check of its only service that it takes over, as `scorecard/check`. */
  readonly check?: string;
}

/** A question of a pipeline about one service. */
export interface DemoQuestion {
  /** How long ago it was asked; see `demoPast`. */
  readonly days: number;
  readonly ref: string;
  readonly change?: string;
  readonly override?: { readonly by: Person; readonly reason: string };
}

/** What pipelines asked the load line about one service, and who waived it then. */
export interface DemoGate {
  readonly service: string;
  /** Nothing is asked before this is the answer: until then its facts are not read. */
  readonly wants: 'allow' | 'warn' | 'hold';
  /** Id of the level of the first scorecard that it has by then; without it the answers are not read yet. */
  readonly level: string;
  readonly asked: readonly DemoQuestion[];
  readonly waiver?: {
    readonly by: Person;
    readonly reason: string;
    readonly ends: Days;
  };
}

/** A service that one team offers to another. */
export interface DemoHandover {
  readonly service: string;
  readonly by: Person;
  readonly to: string;
  readonly note: string;
}

/** What all files of the folder say. */
export interface DemoProgramme {
  readonly exemptions: readonly DemoExemption[];
  readonly campaigns: readonly DemoCampaign[];
  readonly risks: readonly DemoRisk[];
  readonly gate: readonly DemoGate[];
  readonly handovers: readonly DemoHandover[];
}

const LISTS = [
  'exemptions',
  'campaigns',
  'risks',
  'gate',
  'handovers',
] as const satisfies readonly (keyof DemoProgramme)[];

/**
 * Reads what several files say, each of them some of the lists.
 *
 * @throws InputError when a text is not of that shape, or a list stands in two of them
 */
export function readDemoProgramme(texts: readonly string[]): DemoProgramme {
  const all: Record<string, unknown> = {};
  for (const text of texts) {
    for (const [key, value] of Object.entries(parse(text) ?? {})) {
      if (!(LISTS as readonly string[]).includes(key)) {
        throw new InputError(
          `The demo programme has no "${key}", only ${LISTS.join(', ')}`,
        );
      }
      if (key in all) {
        throw new InputError(`${key} of the demo programme is there twice`);
      }
      if (!Array.isArray(value)) {
        throw new InputError(`${key} of the demo programme is no list`);
      }
      all[key] = value;
    }
  }
  const lists = LISTS.map(name => [name, all[name] ?? []]);
  return Object.fromEntries(lists) as unknown as DemoProgramme;
}

/**
 * Reads all files of a folder.
 *
 * @throws Error when there is none
 */
export async function readProgrammeFolder(
  folder: string,
): Promise<DemoProgramme> {
  return readDemoProgramme(await readTexts(folder));
}
