import {
  CompiledChecklist,
  ItemAssessment,
  ObservedFact,
} from '@plimsoll/backstage-plugin-reliability-common';
import { letterOfState, ReadinessDetail, stateOfLetter } from './readinessRow';

/** As stored: ids of items are in the definition, not in each of ten thousand rows. */
interface StoredItems {
  /** A letter for each state, a digit for what else is true of the item. */
  readonly states: string;
  readonly flags: string;
  /** By index of the item. */
  readonly ends: Readonly<Record<number, number>>;
  readonly seen: Readonly<
    Record<number, Readonly<Record<string, ObservedFact>>>
  >;
}

const REQUIRED = 1;
const AUTOMATIC = 2;
const EXPIRING = 4;

const flagsOf = ({ required, automatic, expiring }: ItemAssessment) =>
  Number(required) * REQUIRED +
  Number(automatic) * AUTOMATIC +
  Number(expiring) * EXPIRING;

function storedItems(items: readonly ItemAssessment[]): StoredItems {
  const ends: Record<number, number> = {};
  const seen: Record<number, ItemAssessment['observed']> = {};
  items.forEach(({ expiresAt, automatic, observed }, index) => {
    if (expiresAt !== undefined) ends[index] = expiresAt;
    if (automatic) seen[index] = observed;
  });
  return {
    states: items.map(({ state }) => letterOfState(state)).join(''),
    flags: items.map(flagsOf).join(''),
    ends,
    seen,
  };
}

/** Writes a detail as a text that is equal for equal details. */
export function encodeDetail({ items, ...rest }: ReadinessDetail): string {
  return JSON.stringify({ ...rest, items: storedItems(items) });
}

/**
 * Reads back what `encodeDetail` wrote.
 *
 * @param checklist - the version of the definition that made it
 */
export function decodeDetail(
  text: string,
  checklist: CompiledChecklist,
): ReadinessDetail {
  const { items, ...rest } = JSON.parse(text) as Omit<
    ReadinessDetail,
    'items'
  > & { items: StoredItems };
  return {
    ...rest,
    items: checklist.items.map(({ definition }, index) => {
      const flags = Number(items.flags[index]);
      const expiresAt = items.ends[index];
      return {
        id: definition.id,
        required: (flags & REQUIRED) > 0,
        automatic: (flags & AUTOMATIC) > 0,
        state: stateOfLetter(items.states[index]),
        expiring: (flags & EXPIRING) > 0,
        ...(expiresAt !== undefined && { expiresAt }),
        observed: items.seen[index] ?? {},
      };
    }),
  };
}
