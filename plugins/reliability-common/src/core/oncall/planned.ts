import {
  OncallPerson,
  OncallShift,
  OncallWindow,
  personKey,
  Rotation,
} from './oncall';
import { TOLERANCE_MS } from './spans';

/** A shift with a beginning and an end. @public */
export interface PlannedShift<P = OncallPerson> extends OncallShift<P> {
  readonly start: number;
  readonly end: number;
}

/** Whether two shifts of the same person may be one. */
const sameOrigin = <P>(a: OncallShift<P>, b: OncallShift<P>) =>
  a.level === b.level &&
  a.shadow === b.shadow &&
  a.source === b.source &&
  (a.schedule ?? '') === (b.schedule ?? '');

function clipped<P>(
  shift: OncallShift<P>,
  { from, to }: OncallWindow,
): PlannedShift<P> | undefined {
  // A shift that ends before it begins says nothing; clipping must not make one of it.
  if (shift.start !== null && shift.end !== null && shift.end <= shift.start) {
    return undefined;
  }
  const start = Math.max(shift.start ?? from, from);
  const end = Math.min(shift.end ?? to, to);
  if (start >= end) return undefined;
  return start === shift.start && end === shift.end
    ? (shift as PlannedShift<P>)
    : { ...shift, start, end };
}

const order = <P>(a: PlannedShift<P>, b: PlannedShift<P>) =>
  a.start - b.start ||
  (a.level ?? Infinity) - (b.level ?? Infinity) ||
  a.end - b.end;

/**
 * The shifts of a rotation in order, normalised: backwards and empty ones dropped, clipped to the window
 * (default: the rotation's), touching and overlapping ones of the same person, level and origin merged. Ends
 * within a second touch. Shadows and slots that nobody fills are kept.
 *
 * @public
 */
export function planned<
  P extends Pick<OncallPerson, 'id' | 'email' | 'entityRef'>,
>(
  rotation: Pick<Rotation<P>, 'shifts' | 'window'>,
  window: OncallWindow = rotation.window,
): PlannedShift<P>[] {
  const merged: PlannedShift<P>[] = [];
  /** By person: where in the result stands the last shift of each origin. */
  const latest = new Map<string, number[]>();
  const shifts: PlannedShift<P>[] = [];
  for (const shift of rotation.shifts) {
    const part = clipped(shift, window);
    if (part) shifts.push(part);
  }
  shifts.sort((a, b) => a.start - b.start);
  for (const shift of shifts) {
    const key = shift.person ? personKey(shift.person) : '';
    const indexes = latest.get(key) ?? [];
    if (indexes.length === 0) latest.set(key, indexes);
    const slot = indexes.findIndex(index => sameOrigin(merged[index], shift));
    const earlier = slot < 0 ? undefined : merged[indexes[slot]];
    if (earlier && shift.start - earlier.end <= TOLERANCE_MS) {
      merged[indexes[slot]] = {
        ...earlier,
        end: Math.max(earlier.end, shift.end),
      };
    } else {
      indexes[slot < 0 ? indexes.length : slot] = merged.length;
      merged.push(shift);
    }
  }
  return merged.sort(order);
}
