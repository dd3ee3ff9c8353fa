import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';

/** Where the water stands: above the line, below it with so much room, or nobody knows. */
export type Water =
  | { kind: 'over' }
  | { kind: 'room'; room: number }
  | { kind: 'unknown' };

/** The water follows the decision: what holds is over the line, whatever room a single thing leaves. */
export function waterOf(answer: Pick<GateAnswer, 'decision' | 'gauge'>): Water {
  if (answer.decision === 'hold') return { kind: 'over' };
  const { line } = answer.gauge;
  return line === null ? { kind: 'unknown' } : { kind: 'room', room: line };
}

/** Per mille as whole percent; only nothing is 0, and only all is 100. */
export function wholePercent(perMille: number): number {
  if (perMille <= 0 || perMille >= 1000) return perMille <= 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round(perMille / 10)));
}
