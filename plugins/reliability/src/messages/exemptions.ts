/** Texts of the part of the lead's view that lies in `components/maturity/exemptions`. */
export const exemptions = {
  title: 'Exemptions',
} as const;
