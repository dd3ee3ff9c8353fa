import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('./demoPeople'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(
  import('@plimsoll/backstage-plugin-search-backend-module-reliability'),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@plimsoll/backstage-plugin-scaffolder-backend-module-reliability'),
);
backend.add(import('./demoTemplates'));

backend.add(import('@plimsoll/backstage-plugin-reliability-backend'));
backend.add(
  import('@plimsoll/backstage-plugin-reliability-backend-module-prometheus'),
);
backend.add(
  import('@plimsoll/backstage-plugin-reliability-backend-module-pagerduty'),
);
backend.add(
  import('@plimsoll/backstage-plugin-reliability-backend-module-atlassian'),
);
backend.add(
  import('@plimsoll/backstage-plugin-reliability-backend-module-ical'),
);
backend.add(
  import('@plimsoll/backstage-plugin-reliability-backend-module-firehydrant'),
);
backend.add(
  import('@plimsoll/backstage-plugin-reliability-backend-module-statuspage'),
);
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('./demoFacts'));
backend.add(import('./demoIncidents'));
backend.add(import('./demoOncall'));
backend.add(import('./demoPast'));
backend.add(import('./demoProgramme'));
backend.add(import('./demoReadiness'));
backend.add(import('./demoSlos/demoGit'));
backend.add(import('./demoSlos'));

backend.start();
