/** Texts of the part of the lead's view that lies in `components/maturity/kpis`. */
export const kpis = {
  title: 'Kpis',
} as const;
