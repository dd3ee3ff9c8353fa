/* eslint-disable jest/no-export, jest/no-disabled-tests, jest/expect-expect, jest/valid-title -- a suite for others, whose harness names what is skipped */

/** Hundreds of requests over real HTTP take their time on a busy machine. */
const TIMEOUT_MS = 60_000;

/** What a suite has to know of its harness. */
interface Tested<F extends string> {
  /** Why a feature is not there; its tests are skipped by name. */
  readonly lacks?: Partial<Record<F, string>>;
  readonly secrets: readonly string[];
}

/** What a test works with. */
interface StartedRig {
  /** All that it showed to people. */
  shown(): string;
  stop(): Promise<void>;
}

/** Registers tests. Each has a rig of its own, and in the end nothing it showed may hold a secret. */
export const testsWith =
  <F extends string, R extends StartedRig, O = never>(
    { lacks, secrets }: Tested<F>,
    start: (option?: O) => Promise<R>,
  ) =>
  (
    sentence: string,
    needs: readonly F[],
    run: (rig: R) => Promise<void>,
    option?: O,
  ): void => {
    const reason = needs.map(need => lacks?.[need]).find(Boolean);
    const test = async () => {
      const rig = await start(option);
      try {
        await run(rig);
        const shown = rig.shown();
        expect(secrets.filter(secret => shown.includes(secret))).toEqual([]);
      } finally {
        await rig.stop();
      }
    };
    if (reason) it.skip(`${sentence} (${reason})`, test, TIMEOUT_MS);
    else it(sentence, test, TIMEOUT_MS);
  };
