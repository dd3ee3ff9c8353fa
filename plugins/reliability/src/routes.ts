import { createRouteRef } from '@backstage/core-plugin-api';

/** The ranking; `standards` and `data-problems` lie below it. */
export const rootRouteRef = createRouteRef({ id: 'reliability' });
