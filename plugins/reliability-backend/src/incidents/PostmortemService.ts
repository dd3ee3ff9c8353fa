import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  PostmortemHintsResponse,
  PostmortemResponse,
  postmortemHintsRequestSchema,
  wordingHints,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { IncidentAccess } from './IncidentAccess';
import { IncidentBrief } from './IncidentBriefStore';
import { IncidentChanges } from './IncidentChanges';
import {
  movedPostmortem,
  PostmortemRules,
  PostmortemStatusCommand,
  PutPostmortemCommand,
  writtenPostmortem,
} from './postmortemChange';
import { PostmortemPresenter } from './PostmortemPresenter';
import { StoredPostmortem } from './PostmortemStore';
import { templateOf } from './postmortemTexts';
import { shownNames } from './shownNames';

type HintsCommand = z.output<typeof postmortemHintsRequestSchema>;

/** The postmortem of one incident. */
export class PostmortemService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly incidentAccess: IncidentAccess;
      readonly incidentChanges: IncidentChanges;
      readonly postmortemPresenter: PostmortemPresenter;
      readonly now: () => number;
    },
  ) {}

  /** The postmortem, prefilled where nobody has begun. @throws NotFoundError as `requireVisible` */
  async get(
    incidentId: string,
    credentials: BackstageCredentials,
  ): Promise<PostmortemResponse> {
    const { knex, stores, incidentAccess, postmortemPresenter } = this.options;
    const incident = await incidentAccess.requireVisible(
      incidentId,
      credentials,
    );
    const found = await stores.postmortems.of(knex, [incidentId]);
    return postmortemPresenter.present(incident, found.get(incidentId), {
      canEdit: await incidentAccess.mayEdit(incident.entityRefs, credentials),
      shown: await shownNames(this.options.access, credentials),
    });
  }

  /** Writes the draft, or links one that is kept elsewhere. */
  async put(
    incidentId: string,
    command: PutPostmortemCommand,
    credentials: BackstageCredentials,
  ): Promise<PostmortemResponse> {
    return this.change(incidentId, credentials, (before, rules, incident) => {
      if (incident.isPrivate) {
        throw new InputError(
          'sections: the incident is private; nothing is written about it here',
        );
      }
      return writtenPostmortem(incidentId, before, command, rules);
    });
  }

  /** Sends it to review, publishes it or takes it back. */
  async setStatus(
    incidentId: string,
    command: PostmortemStatusCommand,
    credentials: BackstageCredentials,
  ): Promise<PostmortemResponse> {
    return this.change(incidentId, credentials, (before, rules) =>
      movedPostmortem(before, command, rules),
    );
  }

  /** Sentences that may blame somebody. */
  hints({ sections }: HintsCommand): PostmortemHintsResponse {
    const { blamelessWords } = this.options.config.incidents;
    return { hints: wordingHints(sections, blamelessWords) };
  }

  private async change(
    incidentId: string,
    credentials: BackstageCredentials,
    make: (
      before: StoredPostmortem | undefined,
      rules: PostmortemRules & { author: { by: string; at: number } },
      incident: IncidentBrief,
    ) => StoredPostmortem,
  ): Promise<PostmortemResponse> {
    const { stores, config, incidentAccess, incidentChanges, now } =
      this.options;
    await incidentAccess.requireEdit(incidentId, credentials);
    await incidentChanges.change(
      incidentId,
      async (tx, incident) => {
        const found = await stores.postmortems.of(tx, [incidentId]);
        const before = found.get(incidentId);
        const after = make(
          before,
          {
            template: templateOf(config.incidents),
            reviewBySomebodyElse:
              config.incidents.postmortem.reviewBySomebodyElse,
            author: { by: nameOf(credentials), at: now() },
          },
          incident,
        );
        if (after !== before) await stores.postmortems.save(tx, after);
      },
      nameOf(credentials),
    );
    return this.get(incidentId, credentials);
  }
}
