import { ContractFeature, OncallProviderHarness } from './harness';
import { Rig } from './Rig';
import { testsWith } from './testsWith';

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

export const suiteOf = (harness: OncallProviderHarness): Suite => ({
  harness,
  test: testsWith(harness, () => Rig.start(harness)),
});
