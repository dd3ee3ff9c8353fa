import { LoggerService } from '@backstage/backend-plugin-api';
import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { FactSource, FactSourceReadOptions } from './factSource';
import { PluginReader } from './PluginReader';

/** What facts of some services are made of. @public */
export interface PluginFactsRequest {
  /** Full references of the services, in lower case; at least one. */
  readonly entityRefs: readonly string[];
  /** What the route answered that tells whether the plugin is installed. */
  readonly overview: unknown;
  /**
   * Asks another route of the plugin; undefined where it answers 404.
   *
   * @param body - sent as JSON by POST; absent: GET
   * @throws ResponseError when it answers with another failure
   */
  ask(path: string, body?: object): Promise<unknown>;
}

/** How the facts of one plugin of the portal are read. @public */
export interface PluginFacts {
  /** Name of the source in CEL, and id of the module. */
  readonly name: string;
  /** Id of the plugin that is read. */
  readonly pluginId: string;
  /** A route that answers wherever the plugin is installed. */
  readonly overview: string;
  /** What the log says once where the plugin is not installed. */
  readonly absent: string;
  /** How many services are read together. */
  readonly servicesAtOnce: number;
  /**
   * Facts of some services. What it leaves out stays as it is, with its age.
   *
   * @throws Error when the plugin answers with something else than expected
   */
  read(request: PluginFactsRequest): Promise<PushFactsRequest['facts']>;
}

/** Reads the facts of one plugin, some services after the other; of a plugin that is not installed none. */
export class PluginFactSource implements FactSource {
  readonly name: string;
  private wasAbsent = false;

  constructor(
    private readonly options: {
      readonly plugin: PluginFacts;
      readonly reader: PluginReader;
      readonly logger: LoggerService;
    },
  ) {
    this.name = options.plugin.name;
  }

  async *read({
    entityRefs,
    signal,
  }: FactSourceReadOptions): AsyncIterable<PushFactsRequest['facts']> {
    const { plugin, reader } = this.options;
    const ask = (path: string, body?: object) =>
      reader.read(path, { signal, body });
    const overview = await ask(plugin.overview);
    this.tell(overview === undefined);
    if (overview === undefined) return;
    const step = plugin.servicesAtOnce;
    for (let start = 0; start < entityRefs.length; start += step) {
      const batch = entityRefs.slice(start, start + step);
      const facts = await plugin.read({ entityRefs: batch, overview, ask });
      if (facts.length > 0) yield facts;
    }
  }

  private tell(isAbsent: boolean): void {
    const { plugin, logger } = this.options;
    if (isAbsent && !this.wasAbsent) logger.info(plugin.absent);
    this.wasAbsent = isAbsent;
  }
}
