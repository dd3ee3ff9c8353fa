/** Texts of the part of the lead's view that lies in `components/maturity/promises`. */
export const promises = {
  title: 'Promises',
} as const;
