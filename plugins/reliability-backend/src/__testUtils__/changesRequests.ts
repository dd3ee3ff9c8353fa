import { BEST, get, NEVER, noService, RouteRequests } from './requests';

const PAIR = 'from=2026-11-18&to=2026-11-19';

/** The routes of why levels and scores moved. */
export const changesRequests = {
  getServiceAsOf: {
    ok: get(`${BEST}/as-of?day=2026-11-20`),
    refusals: {
      400: [get(`${BEST}/as-of?day=2027-01-01`), /^day: .* in the future/],
      404: [get(`${NEVER}/as-of?day=2026-11-20`), noService],
    },
  },
  getServiceChanges: {
    ok: get(`${BEST}/changes?from=2026-11-18`),
    refusals: {
      400: [get(`${BEST}/changes?from=soon`), /^from: expected a day such as/],
      404: [get(`${NEVER}/changes?${PAIR}`), noService],
    },
  },
  listScoreChanges: {
    ok: get(`/score-changes?${PAIR}&owner=group:default/red&limit=1`),
    refusals: {
      400: [
        get('/score-changes?from=2026-11-19&to=2026-11-18'),
        /^from: expected a day before 2026-11-18/,
      ],
      404: [get(`/score-changes?${PAIR}&scorecard=x`), /no scorecard "x"/],
    },
  },
} satisfies Record<string, RouteRequests>;
