/**
 * The frontend of Plimsoll needs no configuration of its own: tiers, scorecards and the choice of
 * services are read by the backend (see the `config.d.ts` of the backend package) and reach the browser
 * through its API. The interface is declared so that frontend keys have their place when they come.
 */
export interface Config {}
