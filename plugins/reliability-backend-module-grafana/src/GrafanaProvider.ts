import {
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  OncallProvider,
  OncallReadOptions,
  ProviderHealth,
  ProviderRuntime,
  readableRefs,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { GrafanaConfig } from './config';
import { Directory } from './Directory';
import { GrafanaClient } from './GrafanaClient';
import { readChains } from './readChains';
import { readSchedules } from './readSchedules';
import { ScheduleShifts } from './ScheduleShifts';

/** final_shifts answers for at most 365 days, and a day more is asked for at each end. */
const MOST_MS = 360 * 24 * 3600_000;

const ID = /^[A-Za-z0-9]{1,64}$/;

const KINDS: readonly RotationKind[] = ['schedule', 'escalation'];

/** One account at Grafana OnCall or Grafana Cloud IRM. */
export class GrafanaProvider implements OncallProvider {
  readonly account: string;
  readonly type = 'grafana';
  readonly kinds = KINDS;
  private readonly client: GrafanaClient;
  private readonly directory: Directory;

  constructor(
    private readonly config: GrafanaConfig,
    runtime: ProviderRuntime,
  ) {
    this.account = config.name;
    this.client = new GrafanaClient(config, runtime);
    this.directory = new Directory(this.client, runtime, config.name);
  }

  /** There are none for OnCall; those for dashboards and alerts name other things. */
  rotationsOf(): Pick<RotationRef, 'kind' | 'id'>[] {
    return [];
  }

  async *read(
    refs: readonly RotationRef[],
    { window: asked, signal }: OncallReadOptions,
  ): AsyncIterable<RotationReading | RotationFailure> {
    signal.throwIfAborted();
    const window = {
      ...asked,
      to: Math.min(asked.to, asked.from + MOST_MS),
    };
    const { good, refused } = readableRefs(refs, {
      account: this.account,
      product: 'Grafana',
      kinds: KINDS,
      wrongId: ({ id }) =>
        ID.test(id) ? undefined : 'is no id of Grafana, such as SBM7DV7BKFUYU',
    });
    yield* refused;
    const of = (kind: RotationKind) => good.filter(ref => ref.kind === kind);
    const context = {
      account: this.account,
      directory: this.directory,
      shifts: new ScheduleShifts(this.client, window, signal),
      window,
      signal,
      urlOf: (ref: RotationRef) => this.urlOf(ref),
    };
    // Chains announce their schedules before any schedule is asked for.
    const schedules = of('schedule');
    context.shifts.announce(schedules.map(({ id }) => id));
    yield* readChains(context, of('escalation'));
    yield* readSchedules(context, schedules);
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private urlOf({ kind, id }: RotationRef): string | undefined {
    const { stackUrl, app } = this.config;
    const page = kind === 'schedule' ? 'schedules' : 'escalations';
    return (
      stackUrl &&
      `${stackUrl.replace(/\/+$/, '')}/a/grafana-${app}-app/${page}/${id}`
    );
  }
}
