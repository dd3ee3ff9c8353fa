import { Severity } from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { KEY, Problems, repeated } from './problems';
import { Raw } from './schema';

/** An account at a provider of incidents, as it is known before anything is asked of it. */
export interface IncidentAccount {
  readonly name: string;
  readonly type: string;
  /** Whether references that name only the type are for it. */
  readonly default: boolean;
  /** Levels by what it calls them; before those of all accounts. */
  readonly severities: Readonly<Record<string, Severity>>;
}

/** One section of the template of a postmortem. */
export interface PostmortemSectionConfig {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
}

/** Where incidents are read, and what is made of them. Durations are milliseconds. */
export interface IncidentConfig {
  readonly syncEveryMs: number;
  /** How far back an account is read at first. */
  readonly historyMs: number;
  /** Levels by what providers call them; before the shipped ones. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Of the levels 1 to 5, in this order. */
  readonly severityNames: readonly string[];
  readonly repeatWithinMs: number;
  readonly pages: {
    readonly noisyCount: number;
    readonly noisyWithinMs: number;
  };
  readonly postmortem: {
    readonly reviewBySomebodyElse: boolean;
    /** Absent: the shipped ones. */
    readonly sections?: readonly PostmortemSectionConfig[];
  };
  readonly ledger: {
    /** Of the budget of a window; 1 is all of it. */
    readonly darkBurnShare: number;
  };
  /** Beside the shipped ones. */
  readonly blamelessWords: readonly string[];
  /** Those configured; `portal` is not among them. */
  readonly accounts: readonly IncidentAccount[];
}

const NAMES = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'];

const milliseconds = (iso: string) => Duration.fromISO(iso).toMillis();

/** Names that differ only by case would be one, and the later one would win without a word. */
function repeatedSeverities(
  severities: Readonly<Record<string, Severity>>,
  at: string,
): Problems {
  const names = Object.keys(severities);
  return repeated(
    names.map(name => name.trim().toLocaleLowerCase('en-US')),
    index => `${at}["${names[index]}"]`,
  );
}

function repeatedDefaults(
  accounts: Raw['incidents']['accounts'],
  at: string,
): Problems {
  return accounts.flatMap(({ type, default: isDefault }, index) => {
    const before = accounts.slice(0, index);
    return isDefault &&
      before.some(other => other.default && other.type === type)
      ? [
          `${at}[${index}].default: another account of type "${type}" is the default`,
        ]
      : [];
  });
}

function problemsOf({ incidents }: Pick<Raw, 'incidents'>): Problems {
  const at = `${KEY}.incidents`;
  const { accounts, severities, postmortem } = incidents;
  return [
    ...repeated(
      accounts.map(({ name }) => name),
      index => `${at}.accounts[${index}].name`,
    ),
    ...repeatedDefaults(accounts, `${at}.accounts`),
    ...repeated(
      (postmortem.sections ?? []).map(({ id }) => id),
      index => `${at}.postmortem.sections[${index}].id`,
    ),
    ...repeatedSeverities(severities, `${at}.severities`),
    ...accounts.flatMap((account, index) =>
      repeatedSeverities(
        account.severities,
        `${at}.accounts[${index}].severities`,
      ),
    ),
  ];
}

/** Reads `reliability.incidents`. */
export function readIncidents(
  { incidents }: Pick<Raw, 'incidents'>,
  problems: Problems,
): IncidentConfig {
  problems.push(...problemsOf({ incidents }));
  const { pages, postmortem, ledger, severities, blamelessWords } = incidents;
  return {
    syncEveryMs: milliseconds(incidents.syncEvery),
    historyMs: milliseconds(incidents.history),
    severities,
    severityNames: NAMES.map(
      (name, index) => incidents.severityNames[index] ?? name,
    ),
    repeatWithinMs: milliseconds(incidents.repeatWithin),
    pages: {
      noisyCount: pages.noisyCount,
      noisyWithinMs: milliseconds(pages.noisyWithin),
    },
    postmortem,
    ledger,
    blamelessWords,
    accounts: incidents.accounts.map(account => ({
      name: account.name,
      type: account.type,
      default: account.default ?? false,
      severities: account.severities,
    })),
  };
}
