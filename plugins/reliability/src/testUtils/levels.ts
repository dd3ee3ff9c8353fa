/** The time at which everything in the builders happened. */
export const NOW = '2026-11-20T09:00:00.000Z';

export const noLevel = { id: 'none', name: 'No level', index: -1 };
export const bronze = { id: 'bronze', name: 'Bronze', index: 0 };
export const silver = { id: 'silver', name: 'Silver', index: 1 };
export const gold = { id: 'gold', name: 'Gold', index: 2 };
