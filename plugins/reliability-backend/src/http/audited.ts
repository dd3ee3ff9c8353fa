import { AuditorService } from '@backstage/backend-plugin-api';

type Event = Pick<
  Parameters<AuditorService['createEvent']>[0],
  'eventId' | 'request' | 'meta'
>;

/** Does something that is no mere read, and leaves an audit event that says how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  what: Event,
  run: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({ ...what, severityLevel: 'medium' });
  try {
    const result = await run();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
