import {
  OncallShift,
  OncallWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '../oncallProvider';
import { ContractShift } from './harness';

/** Time of one person at one level, the same however a provider cuts it into shifts. */
export interface Span {
  readonly level: number | null;
  readonly person: string | null;
  readonly from: number;
  readonly to: number;
}

const byPlace = (a: Span, b: Span) =>
  (a.level ?? 0) - (b.level ?? 0) ||
  (a.person ?? '').localeCompare(b.person ?? '') ||
  a.from - b.from;

/** Clips to the window, merges what touches, and sorts. */
export function spansOf(
  spans: readonly Span[],
  window: OncallWindow,
): readonly Span[] {
  const merged: Span[] = [];
  const clipped = spans
    .map(span => ({
      ...span,
      from: Math.max(span.from, window.from),
      to: Math.min(span.to, window.to),
    }))
    .filter(span => span.to > span.from)
    .sort(byPlace);
  for (const span of clipped) {
    const last = merged[merged.length - 1];
    const joins =
      last &&
      last.level === span.level &&
      last.person === span.person &&
      span.from <= last.to + 1000;
    if (joins) {
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    } else merged.push(span);
  }
  return merged;
}

/** What a provider gave; shadows and empty slots left out. */
export const givenSpans = (
  shifts: readonly OncallShift<ProviderPerson>[],
  window: OncallWindow,
): readonly Span[] =>
  spansOf(
    shifts
      .filter(({ person, shadow }) => person && !shadow)
      .map(({ level, person, start, end }) => ({
        level,
        person: person?.name ?? null,
        from: start ?? -Infinity,
        to: end ?? Infinity,
      })),
    window,
  );

/** What was put in; shadows and empty slots left out. */
export const wantedSpans = (
  shifts: readonly ContractShift[],
  window: OncallWindow,
  levels: boolean,
): readonly Span[] =>
  spansOf(
    shifts
      .filter(({ person, shadow }) => person && !shadow)
      .map(({ level, person, from, to }) => ({
        level: levels ? level : null,
        person: person?.name ?? null,
        from,
        to,
      })),
    window,
  );
