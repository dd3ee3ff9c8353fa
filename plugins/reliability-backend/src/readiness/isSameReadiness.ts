import { ReadinessWrite, StoredReadiness } from './readinessRow';

/**
 * Whether what is stored needs no write. A time that only moved away is not worth one: it is looked at again earlier
 * than needed.
 */
export function isSameReadiness(
  before: StoredReadiness,
  write: ReadinessWrite,
  now: number,
): boolean {
  const { service } = write;
  const [then, next] = [before, write].map(
    ({ nextChangeAt = Infinity }) => nextChangeAt,
  );
  return (
    before.checklistHash === write.checklistHash &&
    before.applies === write.applies &&
    before.detail === write.detail &&
    before.title === service.title &&
    before.owner === service.owner &&
    before.system === service.system &&
    before.tierId === write.tierId &&
    then > now &&
    then <= next
  );
}
