import {
  KnownRotation,
  OncallPerson,
  OncallWindow,
  RotationKind,
  RotationState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { OncallAccount } from '../config/oncall';
import { RotationReads, RotationRecord, toKnownRotation } from './rotationRow';

/** A rotation as it is told to readers: how it does, and what was read of it last. */
export interface RotationView {
  readonly id: string;
  readonly account: string;
  readonly kind: RotationKind;
  /** Type of the account. */
  readonly provider: string;
  /** Whether it is only compared and counts for nothing. */
  readonly mirror: boolean;
  /** Its id at the provider until something was read. */
  readonly title: string;
  readonly state: RotationState;
  /** In words for people. */
  readonly error?: string;
  /** When it was last asked for; milliseconds since the epoch. */
  readonly triedAt?: number;
  /** Absent: nothing was ever read. */
  readonly known?: KnownRotation;
}

/** How a rotation does, from how its reads went. */
export function rotationStateOf(
  { fetchedAt, failure }: Pick<RotationReads, 'fetchedAt' | 'failure'>,
  freshAfter: number,
): RotationState {
  if (failure === 'not-found') return 'missing';
  if (fetchedAt === undefined) return failure ? 'failing' : 'pending';
  if (fetchedAt < freshAfter) return 'stale';
  return failure ? 'failing' : 'ok';
}

/** What rotations are looked at with. */
export interface ViewOptions {
  readonly accounts: ReadonlyMap<string, OncallAccount>;
  /** Rotations that were read before are stale. */
  readonly freshAfter: number;
  /** For which shifts were read; history is known before what the provider was asked for last. */
  readonly period?: OncallWindow;
}

function reachingBack(
  known: KnownRotation,
  period: OncallWindow | undefined,
): KnownRotation {
  const from = Math.min(known.window.from, period?.from ?? Infinity);
  return { ...known, window: { from, to: known.window.to } };
}

/** A rotation as readers see it. */
export function viewOf(
  record: RotationRecord,
  { accounts, freshAfter, period }: ViewOptions,
): RotationView {
  const { account, kind } = record.ref;
  const known = toKnownRotation(record, accounts);
  return {
    id: record.id,
    account,
    kind,
    provider: accounts.get(account)?.type ?? account,
    // An account that is not configured any more counts for nothing.
    mirror: accounts.get(account)?.mirror ?? true,
    title: record.title,
    state: rotationStateOf(record, freshAfter),
    error: record.error,
    triedAt: record.triedAt,
    known: known && reachingBack(known, period),
  };
}

/** Whether it says something of the service: it is no mirror, and it is there. */
export const isOwn = ({ mirror, state }: RotationView): boolean =>
  !mirror && state !== 'missing';

/** Whether it counts for the cover: it is more than the members of a team. */
export const isCounting = (view: RotationView): boolean =>
  isOwn(view) && view.kind !== 'group';

/** What was read of those that count. */
export const countingOf = (views: readonly RotationView[]): KnownRotation[] =>
  views.filter(isCounting).flatMap(({ known }) => known ?? []);

/** The accounts whose rotations can be compared, mirrors last; none where there is only one. */
export function comparableAccounts(views: readonly RotationView[]): string[] {
  const planned = views.filter(({ kind }) => kind !== 'group');
  const accounts = [
    ...planned.filter(({ mirror }) => !mirror),
    ...planned.filter(({ mirror }) => mirror),
  ].map(({ account }) => account);
  const distinct = [...new Set(accounts)];
  return distinct.length > 1 ? distinct : [];
}

/** Everybody who stands in what was read. */
export const peopleIn = (views: readonly RotationView[]): OncallPerson[] =>
  views.flatMap(({ known }) => [
    ...(known?.shifts ?? []).flatMap(({ person }) => person ?? []),
    ...(known?.roster ?? []).flatMap(({ people }) => people),
  ]);
