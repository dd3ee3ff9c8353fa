/** How the makers call what the types of accounts stand for. Names are not translated. */
const names: Record<string, string> = {
  pagerduty: 'PagerDuty',
  atlassian: 'Jira Service Management',
  opsgenie: 'Opsgenie',
  jsm: 'Jira Service Management',
  'incident-io': 'incident.io',
  grafana: 'Grafana',
  rootly: 'Rootly',
  ical: 'iCal',
  firehydrant: 'FireHydrant',
  servicenow: 'ServiceNow',
  statuspage: 'Statuspage',
  generic: 'Generic intake',
};

/** The name of a provider; its type where it is one that a company wrote itself. */
export const providerName = (type: string): string => names[type] ?? type;
