/** Texts of the part of the lead's view that lies in `components/maturity/reports`. */
export const reports = {
  title: 'Reports',
} as const;
