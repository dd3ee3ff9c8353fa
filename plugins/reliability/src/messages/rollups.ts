/** Texts of the part of the lead's view that lies in `components/maturity/rollups`. */
export const rollups = {
  title: 'Rollups',
} as const;
