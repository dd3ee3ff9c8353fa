import { LoggerService } from '@backstage/backend-plugin-api';
import {
  failureOf,
  isProviderError,
  KnownFailure,
  placeOf,
} from './providerFailure';

const MINUTE = 60_000;

/** The scheduler stops a run a minute later. */
const LONGEST_RUN = 14 * MINUTE;

/** How long one run may read an account. */
export class RunLimit {
  /** Aborted when the time is over, or the task is stopped. */
  readonly signal: AbortSignal;
  private readonly late: AbortSignal;

  /**
   * @param stopped - aborted when the task is stopped
   * @param longest - milliseconds
   */
  constructor(
    stopped: AbortSignal | undefined,
    private readonly longest = LONGEST_RUN,
  ) {
    this.late = AbortSignal.timeout(longest);
    this.signal = stopped ? AbortSignal.any([stopped, this.late]) : this.late;
  }

  get isOver(): boolean {
    return this.late.aborted;
  }

  /** Why a run of an account came to no end. That a module broke is logged. */
  causeOf(
    error: unknown,
    account: string,
    logger: LoggerService,
  ): KnownFailure {
    if (this.isOver) {
      const minutes = Math.round(this.longest / MINUTE);
      return {
        failure: 'timeout',
        message: `The account "${account}" did not answer within ${minutes} minutes`,
      };
    }
    if (!isProviderError(error)) {
      logger.error(
        `The module that reads the account "${account}" broke: ${placeOf(
          error,
        )}`,
      );
    }
    return failureOf(error, account);
  }
}
