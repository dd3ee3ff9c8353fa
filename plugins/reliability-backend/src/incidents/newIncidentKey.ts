import { randomInt } from 'node:crypto';

/** Without those that are mistaken for others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 5;

/**
 * A key for an incident that people can say aloud, such as `inc-20261120-k3f9p`.
 *
 * @param now - milliseconds since the epoch
 */
export function newIncidentKey(now: number): string {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '');
  const random = Array.from(
    { length: LENGTH },
    () => LETTERS[randomInt(LETTERS.length)],
  );
  return `inc-${day}-${random.join('')}`;
}
