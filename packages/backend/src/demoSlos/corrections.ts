import { CorrectionRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityClient } from '../demoPortal/ReliabilityClient';
import { DAY, HOUR, MINUTE } from './traffic';

/** A time that people of the company took out of a budget. */
export interface DemoCorrection {
  readonly sloId: string;
  /** Name of the person. */
  readonly by: string;
  readonly request: CorrectionRequest;
}

/** The corrections of the story that begins at `since`, milliseconds since the epoch. */
export function correctionsOf(since: number): readonly DemoCorrection[] {
  const begin = (Math.floor(since / DAY) - 11) * DAY + 22 * HOUR;
  return [
    {
      sloId: 'component~default~freight-booking~availability',
      by: 'casper.holt',
      request: {
        from: new Date(begin - 15 * MINUTE).toISOString(),
        to: new Date(begin + 195 * MINUTE).toISOString(),
        reason:
          'Announced maintenance: the EDI gateway moved to the new data centre. The hauliers had been told a week before.',
      },
    },
  ];
}

/**
 * Makes corrections in the name of those who asked for them.
 *
 * @returns those that were not taken, as an SLO or a person is not known yet
 */
export async function bringCorrections(
  corrections: readonly DemoCorrection[],
  client: Pick<ReliabilityClient, 'asPerson'>,
): Promise<readonly DemoCorrection[]> {
  const left: DemoCorrection[] = [];
  for (const correction of corrections) {
    const { sloId, by, request } = correction;
    try {
      const person = await client.asPerson(by);
      await person.send('POST', `/slos/${sloId}/corrections`, request);
    } catch {
      left.push(correction);
    }
  }
  return left;
}
