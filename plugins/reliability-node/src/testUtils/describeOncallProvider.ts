import { faultTests } from './faultTests';
import { OncallProviderHarness } from './harness';
import { readingTests } from './readingTests';
import { suiteOf } from './testing';
import { volumeTests } from './volumeTests';

/**
 * The tests that every provider of on-call rotations passes: those of this project, and those that a company
 * writes for itself. They run under Jest. The harness brings a stand-in for the vendor, which answers over
 * real HTTP; the suite puts rotations into it, lets it fail in the ways that vendors do, and reads.
 * What a vendor cannot tell is declared in `lacks` with the reason, and shows as a skipped test.
 *
 * Time is simulated: a provider sleeps and reads the clock only through the runtime that it is given.
 *
 * ```ts
 * describeOncallProvider('my pager', {
 *   factory: myFactory,
 *   kind: 'schedule',
 *   secrets: ['my-token'],
 *   callsFor120: 5,
 *   lacks: { shadow: 'it has no shadows' },
 *   start: async now => new MyStandIn(now).start(),
 * });
 * ```
 *
 * @public
 */
export function describeOncallProvider(
  name: string,
  harness: OncallProviderHarness,
): void {
  describe(`${name} as a provider of on-call rotations`, () => {
    const suite = suiteOf(harness);
    describe('when all is well', () => {
      readingTests(suite);
    });
    describe('in numbers', () => {
      volumeTests(suite);
    });
    describe('when something is wrong', () => {
      faultTests(suite);
    });
  });
}
