import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  dossierMarkdown,
  DossierResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Stores } from '../database/stores';
import { TextReply } from '../http/TextReply';
import { isIntact } from './freezeDossier';
import { ReviewService } from './ReviewService';

const ALTERED =
  '> **This copy was altered after it was approved: it does not have the hash that it was given.**\n\n';

/** The frozen copies of what was approved. Nothing writes them but an approval. */
export class DossierService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly reviews: ReviewService;
    },
  ) {}

  /** @throws NotFoundError when the review was not approved, or its service may not be seen */
  async get(
    reviewId: string,
    credentials: BackstageCredentials,
  ): Promise<DossierResponse> {
    const { knex, stores, reviews } = this.options;
    await reviews.visible(reviewId, credentials);
    const frozen = await stores.reviews.dossier(knex, reviewId);
    if (!frozen) {
      throw new NotFoundError(
        'The review was not approved, so that there is no dossier',
      );
    }
    return {
      dossier: JSON.parse(frozen.text) as DossierResponse['dossier'],
      hash: frozen.hash,
      intact: isIntact(frozen),
    };
  }

  /** The same as a file to read and print. */
  async markdown(
    reviewId: string,
    credentials: BackstageCredentials,
  ): Promise<TextReply> {
    const { dossier, hash, intact } = await this.get(reviewId, credentials);
    const { service, checklist, review } = dossier;
    const name = [
      service.entityRef.split('/')[1],
      checklist.id,
      checklist.phase.id,
      review.approvedAt.slice(0, 10),
    ].join('-');
    return new TextReply(
      `${intact ? '' : ALTERED}${dossierMarkdown(dossier, hash)}`,
      'text/markdown',
      `${name}.md`,
    );
  }
}
