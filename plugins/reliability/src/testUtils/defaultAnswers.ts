import { campaignAnswers } from './campaigns';
import type { Answers } from './callMock';
import { exemptionAnswers } from './exemptions';
import { gateAnswers } from './gate';
import { promiseAnswers } from './promises';
import { proposalAnswers } from './proposals';
import { rollupAnswers } from './rollups';

/** Believable answers of the routes that are reached by `call`, for tests that are about something else. */
export const defaultAnswers: Answers = {
  ...exemptionAnswers,
  ...gateAnswers,
  ...promiseAnswers,
  ...proposalAnswers,
  ...rollupAnswers,
  ...campaignAnswers,
};
