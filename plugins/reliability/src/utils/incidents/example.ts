/** Names a service at a provider of incidents. */
export const EXAMPLE_ANNOTATION = `metadata:
  annotations:
    plimsoll.dev/incidents: pagerduty:service:P1A2B3C
`;

/** Accounts in the configuration. */
export const EXAMPLE_ACCOUNTS = `reliability:
  incidents:
    accounts:
      - name: pagerduty
        type: pagerduty
        apiToken: \${PAGERDUTY_TOKEN}
        webhookSecret: \${PAGERDUTY_WEBHOOK_SECRET}
`;
