/** Texts of the part of the lead's view that lies in `components/maturity/gate`. */
export const gate = {
  title: 'Gate',
} as const;
