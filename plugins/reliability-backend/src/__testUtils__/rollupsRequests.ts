import { get, RouteRequests } from './requests';

const noScorecard = /no scorecard "x"/;

/** The heatmap, rollups, comparisons and movers. */
export const rollupsRequests = {
  getHeatmap: {
    ok: get('/heatmap?columns=checks&owner=group:default/red&limit=1'),
    refusals: {
      400: [get('/heatmap?columns=services'), /^columns: /],
      404: [get('/heatmap?scorecard=x'), noScorecard],
    },
  },
  listRollups: {
    ok: get('/rollups?by=tier&orderBy=level&limit=2'),
    refusals: {
      400: [get('/rollups?by=system&parent=group:default/red'), /^parent: /],
      404: [get('/rollups?scorecard=x'), noScorecard],
    },
  },
  getComparison: {
    ok: get('/comparison?minServices=1&minCoverage=0'),
    refusals: {
      400: [get('/comparison?tier=gold'), /^tier: unknown tier "gold"/],
      404: [get('/comparison?scorecard=x'), noScorecard],
    },
  },
  listMovers: {
    ok: get('/movers?days=7&direction=down'),
    refusals: {
      400: [get('/movers?days=0'), /^days: /],
      404: [get('/movers?scorecard=x'), noScorecard],
    },
  },
} satisfies Record<string, RouteRequests>;
