import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { PreviewsApi } from './previewsRouter';

/** What the routes of what another rule, tier or piece of work would change need, and what runs beside them. */
export function createPreviews(_options: ProgrammeOptions): {
  readonly api: PreviewsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}
