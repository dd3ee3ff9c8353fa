import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { ItemPath } from './answerRules';
import { AnswerService } from './AnswerService';
import { ProposalService } from './proposals/ProposalService';
import { ReadinessService } from './ReadinessService';

export interface ReadinessServices {
  readonly readiness: ReadinessService;
  readonly answers: AnswerService;
  readonly proposals: ProposalService;
}

const itemOf = (
  entityRef: string,
  { id, itemId }: Readonly<Record<string, string>>,
): ItemPath => ({ entityRef, checklistId: id, itemId });

/** Checklists of one service and their answers. */
export function addReadinessRoutes(on: Endpoint, services: ReadinessServices) {
  const { readiness, answers, proposals } = services;

  on(routes.listChecklists, () => readiness.checklists());
  on(routes.getServiceChecklists, ({ entityRef, credentials }) =>
    readiness.list(entityRef, credentials),
  );
  on(routes.getServiceChecklist, ({ entityRef, params, credentials }) =>
    readiness.get(entityRef, params.id, credentials),
  );
  on(routes.putAnswer, ({ entityRef, params, body, credentials }) =>
    answers.answer(itemOf(entityRef, params), body, credentials),
  );
  on(routes.contestItem, ({ entityRef, params, body, credentials }) =>
    answers.contest(itemOf(entityRef, params), body, credentials),
  );
  on(routes.settleItem, ({ entityRef, params, query, credentials }) =>
    answers.settle(itemOf(entityRef, params), query.version, credentials),
  );
  on(routes.getItemHistory, ({ entityRef, params, query, credentials }) =>
    answers.history(itemOf(entityRef, params), query, credentials),
  );
  on(routes.listProposals, ({ entityRef, params, credentials }) =>
    proposals.list({ entityRef, checklistId: params.id }, credentials),
  );
  on(routes.proposeAnswer, ({ entityRef, params, body, credentials }) =>
    proposals.propose(itemOf(entityRef, params), body, credentials),
  );
  on(routes.dismissProposal, ({ entityRef, params, credentials }) =>
    proposals.dismiss(
      itemOf(entityRef, params),
      params.proposalId,
      credentials,
    ),
  );
}
