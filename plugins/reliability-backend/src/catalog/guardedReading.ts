import { LoggerService } from '@backstage/backend-plugin-api';
import { Annotations } from './annotationRefs';

/**
 * Guards how modules read what authors wrote: one that cannot must not stop the reading of the whole catalog. It then names
 * nothing, and the log says so once for each account.
 */
export function guardedReading(logger: LoggerService) {
  const broken = new Set<string>();
  return <T>(account: string, read: (annotations: Annotations) => T[]) =>
    (annotations: Annotations): T[] => {
      try {
        return read(annotations);
      } catch (error) {
        if (!broken.has(account)) {
          broken.add(account);
          logger.error(
            `The account "${account}" cannot read annotations`,
            error as Error,
          );
        }
        return [];
      }
    };
}
