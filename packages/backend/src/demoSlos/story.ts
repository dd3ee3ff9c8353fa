import { RootConfigService } from '@backstage/backend-plugin-api';
import { HOUR } from './traffic';

/** The source that the SLO files of the demo company name. */
const SOURCE = 'metrics';

/** How the demo tells of its SLOs. */
export interface Story {
  /** Folder of the SLO files, relative to packages/backend. */
  readonly files: string;
  /** When the story begins, milliseconds since the epoch. */
  readonly since: number;
  /** Whether a Prometheus is there; otherwise everything is pushed. */
  readonly scraped: boolean;
}

/**
 * Reads `demoSlos`; undefined where it is absent. Without `since`, which `npm start` sets, the story begins in
 * the hour of `now`.
 */
export function readStory(
  config: RootConfigService,
  now: number,
): Story | undefined {
  const files = config.getOptionalString('demoSlos.files');
  if (!files) return undefined;
  const since = Date.parse(config.getOptionalString('demoSlos.since') ?? '');
  const sources =
    config.getOptionalConfigArray('reliability.slo.sources') ?? [];
  const source = sources.find(each => each.getString('name') === SOURCE);
  return {
    files,
    since: Number.isNaN(since) ? Math.floor(now / HOUR) * HOUR : since,
    scraped: source?.getString('type') === 'prometheus',
  };
}
