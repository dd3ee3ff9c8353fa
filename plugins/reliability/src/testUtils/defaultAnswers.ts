import type { Answers } from './callMock';

/** Believable answers of the routes that are reached by `call`, for tests that are about something else. */
export const defaultAnswers: Answers = {};
