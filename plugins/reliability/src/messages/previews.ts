/** Texts of the part of the lead's view that lies in `components/maturity/previews`. */
export const previews = {
  title: 'Previews',
} as const;
