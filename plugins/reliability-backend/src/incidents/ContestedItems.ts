import { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { markOf } from './followUpDoubt';
import { StoredFollowUp } from './followUpRow';

/** Finds the checklist items that follow-ups of an incident contest now. */
export class ContestedItems {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Pick<Stores, 'answers'>;
      readonly config: Pick<ReliabilityConfig, 'checklists'>;
    },
  ) {}

  /** @param refs - services that the reader may see */
  async of(
    followUps: readonly StoredFollowUp[],
    refs: readonly string[],
  ): Promise<IncidentResponse['contested']> {
    const contradicting = followUps.filter(({ contradicts }) => contradicts);
    if (contradicting.length === 0) return [];
    const { knex, stores } = this.options;
    const answers = await stores.answers.of(knex, refs);
    return contradicting.flatMap(followUp => {
      const { checklistId, itemId } = followUp.contradicts!;
      const mark = markOf(followUp);
      return refs
        .filter(ref =>
          (answers.get(ref) ?? []).some(
            answer =>
              answer.checklistId === checklistId &&
              answer.itemId === itemId &&
              answer.contest?.reason.includes(mark),
          ),
        )
        .map(entityRef => ({
          entityRef,
          checklistId,
          itemId,
          itemTitle: this.titleOf(checklistId, itemId),
          followUpId: followUp.id,
        }));
    });
  }

  private titleOf(checklistId: string, itemId: string): string {
    const checklist = this.options.config.checklists.find(
      ({ definition }) => definition.id === checklistId,
    );
    const item = checklist?.definition.items.find(({ id }) => id === itemId);
    return item?.title ?? itemId;
  }
}
