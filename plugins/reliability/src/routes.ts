import { createRouteRef } from '@backstage/core-plugin-api';

/** The ranking; `slos`, `readiness`, `standards` and the other pages lie below it. */
export const rootRouteRef = createRouteRef({ id: 'reliability' });
