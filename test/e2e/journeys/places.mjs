/** Addresses of pages, and what the API says, as journeys need them. */
export const tab = (name, more = '') =>
  `/catalog/default/component/${name}/reliability${more}`;
export const incidentsTab = name => tab(name, '?view=incidents');

/** @param id - as the portal calls it */
export const incidentPage = id =>
  `/reliability/incidents/${encodeURIComponent(id)}`;
export const postmortemPage = id => `${incidentPage(id)}/postmortem`;

export const serviceOf = name => `/services/component/default/${name}`;

/** The report of the shipped scorecard. */
export const standingOf = async (portal, name) =>
  (await portal.get(serviceOf(name))).reports[0];

/** Id of the level; `none` where none is attained. */
export const levelOf = async (portal, name) =>
  (await standingOf(portal, name)).level.id;

/** @param id - as the portal calls it */
export const incidentOf = (portal, id) =>
  portal.get(`/incidents/${encodeURIComponent(id)}`);

/** Signs in as another person of the demo company from the next page on, as the menu in the sidebar does. */
export const signInAs = (page, name) =>
  page.evaluate(
    person => window.localStorage.setItem('plimsoll-demo.person', person),
    name,
  );
