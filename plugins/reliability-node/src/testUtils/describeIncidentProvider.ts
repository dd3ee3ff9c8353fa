import { incidentChangeTests } from './incidents/changeTests';
import { incidentFaultTests } from './incidents/faultTests';
import { IncidentProviderHarness } from './incidents/harness';
import { incidentHistoryTests } from './incidents/historyTests';
import { incidentReadingTests } from './incidents/readingTests';
import { incidentSuiteOf } from './incidents/testing';
import { incidentSubjectTests } from './incidents/subjectTests';
import { incidentWebhookTests } from './incidents/webhookTests';

/**
 * The tests that every provider of incidents passes: those of this project, and those that a company writes for
 * itself. They run under Jest. The harness brings a stand-in for the vendor; the suite puts incidents into it,
 * changes them, lets it fail in the ways that vendors do, and reads as the backend would: it keeps the cursor of
 * the last batch it stored, and gives it to the next read.
 * What a vendor cannot tell is declared in `lacks` with the reason, and shows as a skipped test.
 *
 * Time is simulated: a provider sleeps and reads the clock only through the runtime that it is given.
 *
 * ```ts
 * describeIncidentProvider('my incidents', {
 *   factory: myFactory,
 *   secrets: ['my-token', 'my-webhook-secret'],
 *   statuses: ['open', 'resolved'],
 *   stamps: ['resolved'],
 *   severity: 'SEV2',
 *   callsFor300: 8,
 *   callsForNothing: 2,
 *   lacks: { pages: 'it pages nobody' },
 *   start: async now => new MyStandIn(now).start(),
 * });
 * ```
 *
 * @public
 */
export function describeIncidentProvider(
  name: string,
  harness: IncidentProviderHarness,
): void {
  describe(`${name} as a provider of incidents`, () => {
    const suite = incidentSuiteOf(harness);
    describe('when all is well', () => {
      incidentReadingTests(suite);
    });
    describe('in its history', () => {
      incidentHistoryTests(suite);
    });
    describe('when something changed', () => {
      incidentChangeTests(suite);
    });
    describe('when something is wrong', () => {
      incidentFaultTests(suite);
    });
    describe('when it is called', () => {
      incidentWebhookTests(suite);
    });
    describe('in catalog files', () => {
      incidentSubjectTests(suite);
    });
  });
}
