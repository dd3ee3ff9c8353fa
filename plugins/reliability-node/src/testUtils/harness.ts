import { ConfigReader } from '@backstage/config';
import {
  RotationKind,
  ShiftSource,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { OncallProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';

/** What a provider may not be able to tell; a harness that lacks one says why, and its tests are skipped by name. @public */
export type ContractFeature =
  /** Shifts have levels. */
  | 'levels'
  /** Tells a swapped shift from a planned one. */
  | 'override'
  /** Says of a slot that nobody fills it. */
  | 'empty-slot'
  /** Tells who shares the rotation by the plan. */
  | 'roster'
  /** Somebody may be on call for ever. */
  | 'permanent'
  /** Tells whoever only shadows. */
  | 'shadow'
  /** Lists come in pages. */
  | 'paging'
  /** Many rotations can be read with one call. */
  | 'batch'
  /** Its e-mail addresses may be missing. */
  | 'without-email'
  /** There is a credential that can be wrong. */
  | 'credentials'
  /** Headers tell how many calls are left, or when to come again. */
  | 'limit-headers'
  /** A shift may end before it begins. */
  | 'backwards'
  /** Answers are JSON with a shape. */
  | 'json'
  /** Companies have annotations for it already. */
  | 'annotations';

/** @public */
export interface ContractPerson {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/** A shift as the suite puts it in; the provider must give it back. Milliseconds since the epoch. @public */
export interface ContractShift {
  readonly from: number;
  readonly to: number;
  /** 1 where the rotation has one level only; a provider without levels gives null back. */
  readonly level: number;
  /** null: a slot that nobody fills. */
  readonly person: ContractPerson | null;
  /** Default: whatever is usual for the provider. */
  readonly source?: Extract<ShiftSource, 'override'>;
  readonly shadow?: boolean;
}

/** A rotation as the suite puts it in. @public */
export interface ContractRotation {
  readonly title: string;
  readonly shifts: readonly ContractShift[];
  /** People who are on call for ever, at level 1. */
  readonly permanent?: readonly ContractPerson[];
  /** People who share level 1 by the plan, shift or not; default: those of the shifts. */
  readonly roster?: readonly ContractPerson[];
}

/** Something that goes wrong at the vendor; a subset of what the fakes of this repository take. @public */
export interface ContractFault {
  /** Default: every request. */
  readonly match?: RegExp;
  /** How many requests it hits; default 1. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text stays as it is; anything else becomes JSON. */
  readonly body?: unknown;
  /** Breaks the connection before an answer. */
  readonly reset?: boolean;
  /** Breaks the connection after so many bytes of the body. */
  readonly truncate?: number;
  /** Never answers. */
  readonly hang?: boolean;
}

/** An entry of `reliability.oncall.accounts`. @public */
export type ContractConfig = NonNullable<
  ConstructorParameters<typeof ConfigReader>[0]
>;

/** A stand-in for the vendor, fresh for each test, over real HTTP. @public */
export interface ContractVendor {
  /** An entry of `reliability.oncall.accounts` that reaches the stand-in, without `name` and `type`. Asked once all rotations are put in. */
  config(): ContractConfig;
  /** The same with a wrong credential. */
  wrongConfig?(): ContractConfig;
  /** Adds a rotation. @returns the id under which it is read */
  put(rotation: ContractRotation): string;
  /** Makes the vendor answer 404, or as it does for what it does not know, for a rotation that was put in. */
  remove(id: string): void;
  fail(fault: ContractFault): void;
  /** Requests that came in so far. */
  requests(): number;
  /** From now on every page says that there is another one, with other items. */
  neverEnd?(): void;
  /** From now on every page is the first one and says that there is another one. */
  repeatPages?(): void;
  stop(): Promise<void>;
}

/** What the suite must know of a provider. @public */
export interface OncallProviderHarness {
  readonly factory: OncallProviderFactory;
  /** Of the rotations that `put` makes. */
  readonly kind: RotationKind;
  /** Texts that no message, log line or health line may hold: tokens, and addresses that are secrets. */
  readonly secrets: readonly string[];
  /** Calls that reading 120 rotations with two shifts each may take at the most. */
  readonly callsFor120: number;
  /** How the vendor says "come again in 7 seconds" with a 429; where it has headers for that. */
  readonly limited?: (now: number) => Readonly<Record<string, string>>;
  /** Annotations that name the two ids, in a comma list. */
  readonly annotations?: (
    first: string,
    second: string,
  ) => Readonly<Record<string, string>>;
  /** Features that the provider has not, each with the reason. */
  readonly lacks?: Partial<Record<ContractFeature, string>>;
  /** @param now - the vendor's clock; milliseconds since the epoch */
  start(now: () => number): Promise<ContractVendor>;
}
