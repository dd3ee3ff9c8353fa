/* eslint-disable jest/no-export, jest/no-disabled-tests, jest/expect-expect, jest/valid-title -- a suite for others, whose harness names what is skipped */
import { ContractFeature, OncallProviderHarness } from './harness';
import { Rig } from './Rig';

/** Hundreds of requests over real HTTP take their time on a busy machine. */
const TIMEOUT_MS = 60_000;

/** Registers the tests of one part of the suite. */
export interface Suite {
  readonly harness: OncallProviderHarness;
  /** Each test has a rig of its own, and in the end nothing it showed may hold a secret. */
  test(
    sentence: string,
    needs: readonly ContractFeature[],
    run: (rig: Rig) => Promise<void>,
  ): void;
}

export function suiteOf(harness: OncallProviderHarness): Suite {
  const whyNot = (needs: readonly ContractFeature[]) =>
    needs.map(need => harness.lacks?.[need]).find(reason => reason);

  return {
    harness,
    test(sentence, needs, run) {
      const reason = whyNot(needs);
      if (reason) {
        it.skip(`${sentence} (${reason})`, () => {});
        return;
      }
      it(
        sentence,
        async () => {
          const rig = await Rig.start(harness);
          try {
            await run(rig);
            const shown = rig.shown();
            expect(
              harness.secrets.filter(secret => shown.includes(secret)),
            ).toEqual([]);
          } finally {
            await rig.stop();
          }
        },
        TIMEOUT_MS,
      );
    },
  };
}
