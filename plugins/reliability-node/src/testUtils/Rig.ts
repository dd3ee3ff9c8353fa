import { ConfigReader } from '@backstage/config';
import {
  OncallWindow,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderError, ProviderFailure } from '../http/ProviderError';
import {
  OncallProvider,
  RotationFailure,
  RotationReading,
} from '../oncallProvider';
import {
  ContractConfig,
  ContractRotation,
  ContractVendor,
  OncallProviderHarness,
} from './harness';
import { simulatedRuntime, SimulatedRuntime } from './simulation';

const DAY_MS = 24 * 3600_000;

/** A Monday noon, far from any change of clocks. */
export const NOW = Date.parse('2026-06-15T12:00:00Z');

/** As long as the backend asks for by default. */
export const WINDOW: OncallWindow = {
  from: NOW - DAY_MS,
  to: NOW + 30 * DAY_MS,
};

const ACCOUNT = 'main';

/** All that a read gave. */
export interface Outcome {
  readonly readings: readonly RotationReading[];
  readonly failures: readonly RotationFailure[];
  /** What was thrown. */
  readonly error?: unknown;
}

/** One account over one stand-in, with time simulated; made for each test. */
export class Rig {
  readonly runtime: SimulatedRuntime = simulatedRuntime(NOW);
  private readonly said: string[] = [];
  private made: OncallProvider | undefined;

  private constructor(
    private readonly harness: OncallProviderHarness,
    readonly vendor: ContractVendor,
    now: { get: () => number },
  ) {
    now.get = this.runtime.now;
  }

  static async start(harness: OncallProviderHarness): Promise<Rig> {
    const now = { get: () => NOW };
    return new Rig(harness, await harness.start(() => now.get()), now);
  }

  /** Made with the first use, after the rotations were put in. */
  get provider(): OncallProvider {
    this.made ??= this.create(this.vendor.config());
    return this.made;
  }

  create(config: ContractConfig): OncallProvider {
    const { factory } = this.harness;
    this.made = factory.create(
      new ConfigReader({ ...config, name: ACCOUNT, type: factory.type }),
      this.runtime,
    );
    return this.made;
  }

  put(rotation: ContractRotation): RotationRef {
    return this.ref(this.vendor.put(rotation));
  }

  ref(id: string): RotationRef {
    return { account: ACCOUNT, kind: this.harness.kind, id };
  }

  async read(
    refs: readonly RotationRef[],
    window: OncallWindow = WINDOW,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Outcome> {
    const readings: RotationReading[] = [];
    const failures: RotationFailure[] = [];
    let error: unknown;
    try {
      for await (const each of this.provider.read(refs, { window, signal })) {
        if (each.kind === 'reading') readings.push(each);
        else failures.push(each);
      }
    } catch (thrown) {
      error = thrown;
      this.said.push(`${thrown} ${(thrown as Error).stack}`);
    }
    this.said.push(...failures.map(failure => `${failure.error}`));
    return { readings, failures, error };
  }

  /** Reads one rotation that must be readable. */
  async reading(
    ref: RotationRef,
    window: OncallWindow = WINDOW,
  ): Promise<RotationReading> {
    const { readings, failures, error } = await this.read([ref], window);
    if (error) throw error;
    if (failures.length > 0) throw failures[0].error;
    if (readings.length !== 1) {
      throw new Error(`${readings.length} readings of one rotation`);
    }
    return readings[0];
  }

  /** All that a person or a log file could have seen. */
  shown(): string {
    const health = JSON.stringify(this.made?.health?.() ?? {});
    return [...this.said, ...this.runtime.logged, health].join('\n');
  }

  stop(): Promise<void> {
    return this.vendor.stop();
  }
}

/** The one failure by which the whole read ended; an account may throw it, or say it of every rotation. */
export function failureOf(
  { readings, failures, error }: Outcome,
  asked: number,
): ProviderFailure | string {
  if (readings.length > 0) return `${readings.length} rotations were read`;
  if (error instanceof ProviderError) return error.failure;
  if (error) return `thrown: ${error}`;
  const kinds = new Set(failures.map(each => each.error.failure));
  return failures.length === asked && kinds.size === 1
    ? [...kinds][0]
    : `${failures.length} failures: ${[...kinds].join(', ')}`;
}
