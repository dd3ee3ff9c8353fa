import {
  BusinessHours,
  RotaDefinition,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime, Duration } from 'luxon';
import { STATIC_ACCOUNT } from '../oncall/static/staticAccount';
import { KEY, Problems, repeated } from './problems';
import { Raw } from './schema';

/** An account at a provider of on-call rotations, as it is known before anything is asked of it. */
export interface OncallAccount {
  readonly name: string;
  readonly type: string;
  /** Its rotations are only compared with those of another account, and count for nothing. */
  readonly mirror: boolean;
  /** Whether references that name only the type are for it. */
  readonly default: boolean;
}

/** Where who is on call is read, and how. Durations are milliseconds. */
export interface OncallConfig {
  readonly syncEveryMs: number;
  /** How far ahead shifts are asked for. */
  readonly lookaheadMs: number;
  /** A rotation that was not read for this long is stale. */
  readonly staleAfterMs: number;
  readonly businessHours: BusinessHours;
  /** Those configured, and at the end the one of the configuration itself. */
  readonly accounts: readonly OncallAccount[];
  readonly rotas: readonly RotaDefinition[];
}

const HOUR = 3_600_000;

const milliseconds = (iso: string) => Duration.fromISO(iso).toMillis();

/** Twice the same type may be the default only once. */
function repeatedDefaults(
  accounts: Raw['oncall']['accounts'],
  at: string,
): Problems {
  const types = new Set<string>();
  return accounts.flatMap(({ type, default: isDefault }, index) => {
    if (!isDefault) return [];
    if (!types.has(type)) {
      types.add(type);
      return [];
    }
    return [
      `${at}[${index}].default: another account of type "${type}" is the default`,
    ];
  });
}

function backwardsOverrides({ rotas }: Raw['oncall'], at: string): Problems {
  return rotas.flatMap(({ overrides = [], timeZone: zone }, rota) =>
    overrides.flatMap(({ from, to }, index) =>
      DateTime.fromISO(from, { zone }) < DateTime.fromISO(to, { zone })
        ? []
        : [`${at}[${rota}].overrides[${index}].to: expected a time after from`],
    ),
  );
}

/** Reads `reliability.oncall`. */
export function readOncall(
  { oncall }: Pick<Raw, 'oncall'>,
  problems: Problems,
): OncallConfig {
  const accountsAt = `${KEY}.oncall.accounts`;
  const rotasAt = `${KEY}.oncall.rotas`;
  problems.push(
    ...repeated(
      oncall.accounts.map(({ name }) => name),
      index => `${accountsAt}[${index}].name`,
    ),
    ...repeatedDefaults(oncall.accounts, accountsAt),
    ...repeated(
      oncall.rotas.map(({ id }) => id),
      index => `${rotasAt}[${index}].id`,
    ),
    ...backwardsOverrides(oncall, rotasAt),
  );
  const syncEveryMs = milliseconds(oncall.syncEvery);
  return {
    syncEveryMs,
    lookaheadMs: milliseconds(oncall.lookahead),
    staleAfterMs: Math.max(HOUR, 3 * syncEveryMs),
    businessHours: oncall.businessHours,
    accounts: [
      ...oncall.accounts.map(({ name, type, mirror, default: isDefault }) => ({
        name,
        type,
        mirror: mirror ?? false,
        default: isDefault ?? false,
      })),
      {
        name: STATIC_ACCOUNT,
        type: STATIC_ACCOUNT,
        mirror: false,
        default: false,
      },
    ],
    rotas: oncall.rotas.map(rota => ({
      ...rota,
      title: rota.title ?? rota.id,
    })),
  };
}
