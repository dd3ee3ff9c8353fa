/** Texts of the part of the lead's view that lies in `components/maturity/changes`. */
export const changes = {
  title: 'Changes',
} as const;
