/**
 * What a rotation is at its provider. `service` and `team` stand for whatever is paged for them; `feed` is a
 * calendar, `rota` one that is written in the configuration, `group` the members of a Group of the catalog.
 *
 * @public
 */
export type RotationKind =
  | 'schedule'
  | 'escalation'
  | 'service'
  | 'team'
  | 'feed'
  | 'rota'
  | 'group';

/** Names one rotation at one account. @public */
export interface RotationRef {
  /** Name of an entry of `reliability.oncall.accounts`. */
  readonly account: string;
  readonly kind: RotationKind;
  /** As the provider names it. */
  readonly id: string;
}

/** Somebody on a rotation. @public */
export interface OncallPerson {
  /** Stable at the account; equal for the same person in all its rotations. */
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email?: string;
  /** Of a User in the catalog; only where one was matched. */
  readonly entityRef?: string;
  /** Page of the person at the provider. */
  readonly url?: string;
}

/** How a shift came about; `members`: nobody planned it, the person only belongs to the team. @public */
export type ShiftSource =
  | 'rotation'
  | 'override'
  | 'direct'
  | 'forwarded'
  | 'calendar'
  | 'members';

/** A time for which one person is on call at one level. @public */
export interface OncallShift<P = OncallPerson> {
  /** Milliseconds since the epoch; null: has always been, as with a person who is paged directly. */
  readonly start: number | null;
  /** Not in it any more; null: for ever. */
  readonly end: number | null;
  /** 1 is paged first; null: the provider has no levels. */
  readonly level: number | null;
  /** null: a slot of which the provider says that nobody fills it. */
  readonly person: P | null;
  readonly source: ShiftSource;
  /** Whoever shadows learns and is not paged. */
  readonly shadow: boolean;
  /** Name of the schedule that it comes from, where the rotation has several. */
  readonly schedule?: string;
}

/** A stretch of time; `to` is not in it. Milliseconds since the epoch. @public */
export interface OncallWindow {
  readonly from: number;
  readonly to: number;
}

/** Who shares a level by the plan, whether they have a shift soon or not. @public */
export interface RosterEntry<P = OncallPerson> {
  /** null: the provider has no levels. */
  readonly level: number | null;
  readonly people: readonly P[];
}

/** What is known of one rotation: what its provider said last. Shifts are in no order and may overlap. @public */
export interface Rotation<P = OncallPerson> {
  readonly ref: RotationRef;
  readonly title: string;
  /** Where to look at it, or to page it. */
  readonly url?: string;
  /** IANA name; in it nights and weekends are counted. */
  readonly timeZone?: string;
  /** The team at the provider. */
  readonly team?: string;
  /** For which time the provider was asked; nothing is known beyond it. */
  readonly window: OncallWindow;
  readonly shifts: readonly OncallShift<P>[];
  /** Absent: the provider does not tell; whoever has a shift in the window counts. */
  readonly roster?: readonly RosterEntry<P>[];
  /** How far gaps can be told: a provider without ranges can only be sampled, members are no plan at all. */
  readonly gaps: 'exact' | 'estimated' | 'unknown';
  /** What is odd although the answer is whole, in words for people. */
  readonly warnings: readonly string[];
}

/** A rotation as it is kept. @public */
export interface KnownRotation extends Rotation {
  /** `<account>:<kind>:<id>` */
  readonly id: string;
  /** Type of its account, such as `pagerduty`. */
  readonly provider: string;
  /** Whether it is only compared and counts for nothing. */
  readonly mirror: boolean;
  /** When the provider last gave a whole answer; milliseconds since the epoch. */
  readonly fetchedAt: number;
}

/** The id under which a rotation is kept and asked for. @public */
export const rotationId = ({ account, kind, id }: RotationRef): string =>
  `${account}:${kind}:${id}`;

/** The same person has one key whichever accounts know of them: user of the catalog, else e-mail, else id. @public */
export const personKey = ({
  entityRef,
  email,
  id,
}: Pick<OncallPerson, 'entityRef' | 'email' | 'id'>): string =>
  entityRef ?? email ?? id;
