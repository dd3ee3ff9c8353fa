import { LoggerService } from '@backstage/backend-plugin-api';
import { SloDefinitions } from './SloDefinitions';
import { SloEvaluator } from './SloEvaluator';

/** A service is not refreshed more often, whoever asks. */
const AT_MOST_EVERY = 10_000;

/** Nobody waits longer for the files and sources of a service. */
const PATIENCE = 15_000;

const REMEMBERED = 1000;

/** Reads the files of one service and evaluates its SLOs because somebody asks. */
export class SloRefresher {
  private readonly refreshed = new Map<string, number>();

  constructor(
    private readonly options: {
      readonly sloDefinitions: SloDefinitions;
      readonly sloEvaluator: SloEvaluator;
      readonly logger: LoggerService;
      readonly now: () => number;
    },
  ) {}

  /** What cannot be read or measured in time stays as it was. */
  async refresh(entityRef: string): Promise<void> {
    const { sloDefinitions, sloEvaluator, logger } = this.options;
    if (!this.isAllowed(entityRef)) return;
    const signal = AbortSignal.timeout(PATIENCE);
    try {
      await sloDefinitions.readNow(entityRef, signal);
      await sloEvaluator.evaluateService(entityRef, signal);
    } catch (error) {
      logger.error(
        `Could not refresh the SLOs of ${entityRef}`,
        error as Error,
      );
    }
  }

  private isAllowed(entityRef: string): boolean {
    const now = this.options.now();
    const last = this.refreshed.get(entityRef) ?? -Infinity;
    if (now - last < AT_MOST_EVERY) return false;
    if (this.refreshed.size >= REMEMBERED) this.refreshed.clear();
    this.refreshed.set(entityRef, now);
    return true;
  }
}
