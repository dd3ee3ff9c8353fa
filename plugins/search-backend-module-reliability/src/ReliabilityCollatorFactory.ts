import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { Readable } from 'node:stream';
import { CollatorConfig } from './config';
import {
  incidentDocuments,
  postmortemDocuments,
  ReliabilityDocument,
  serviceDocument,
} from './documents';
import { ReliabilityClient } from './ReliabilityClient';

const DAY = 24 * 60 * 60 * 1000;

/** Collects services with their levels, incidents and published postmortems. */
export class ReliabilityCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'reliability';
  /** Asked for the entity of each document that a reader would find. */
  readonly visibilityPermission = catalogEntityReadPermission;

  constructor(
    private readonly options: {
      readonly client: ReliabilityClient;
      readonly config: Pick<
        CollatorConfig,
        'path' | 'days' | 'locationTemplate'
      >;
      readonly now: () => number;
    },
  ) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.collect());
  }

  private async *collect(): AsyncGenerator<ReliabilityDocument> {
    const { client, config, now } = this.options;
    for await (const service of client.services()) {
      yield serviceDocument(service, config.locationTemplate);
    }
    const since = new Date(now() - config.days * DAY).toISOString();
    for await (const incident of client.incidents(since)) {
      yield* incidentDocuments(incident, config.path);
    }
    for await (const postmortem of client.publishedPostmortems()) {
      yield* postmortemDocuments(postmortem, config.path);
    }
  }
}
