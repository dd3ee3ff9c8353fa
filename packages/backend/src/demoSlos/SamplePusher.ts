import { LoggerService } from '@backstage/backend-plugin-api';
import {
  PushSamplesRequest,
  PushSamplesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DemoSample, samplesOf } from './samples';
import { Stream } from './traffic';

/** Most samples of one request. */
const MOST = 10_000;

interface Pending {
  readonly stream: Stream;
  readonly take: (now: number) => DemoSample[];
  samples: DemoSample[];
  /** Whether a sample was taken; until then one is enough to ask. */
  known: boolean;
}

/** Of an earlier start whose story began at another time. */
const isThere = (reason = '') => reason.startsWith('start: overlaps');

/** Pushes what happened to streams, each sample once; what is not taken is pushed again with the next turn. */
export class SamplePusher {
  private readonly pending: readonly Pending[];
  private said = false;

  constructor(
    streams: readonly Stream[],
    private readonly options: {
      readonly since: number;
      readonly push: (
        request: PushSamplesRequest,
      ) => Promise<PushSamplesResponse>;
      readonly logger: LoggerService;
    },
  ) {
    this.pending = streams.map(stream => ({
      stream,
      take: samplesOf(stream, options.since),
      samples: [],
      known: false,
    }));
  }

  /** Pushes what ended by `now`; milliseconds since the epoch. */
  async turn(now: number): Promise<void> {
    for (const each of this.pending) each.samples.push(...each.take(now));
    for (const source of ['metrics-agent', 'archive-job']) {
      const ours = this.pending.filter(
        ({ stream }) => stream.pushed === (source === 'archive-job'),
      );
      await this.pushAll(source, ours);
    }
    const left = this.pending.filter(({ samples }) => samples.length > 0);
    if (left.length === 0 && !this.said) {
      this.said = true;
      this.options.logger.info('Pushed the past of the demo SLOs');
    }
  }

  private async pushAll(
    source: string,
    streams: readonly Pending[],
  ): Promise<void> {
    for (const each of streams) {
      while (each.samples.length > 0) {
        const samples = each.samples.slice(0, each.known ? MOST : 1);
        const { results } = await this.options.push({ source, samples });
        const refused = results.find(
          ({ status, reason }) => status === 'rejected' && !isThere(reason),
        );
        if (refused) {
          this.options.logger.debug(
            `Samples of ${each.stream.service} wait: ${refused.reason}`,
          );
          break;
        }
        each.known = true;
        each.samples.splice(0, samples.length);
      }
    }
  }
}
