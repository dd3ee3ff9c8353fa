/** Texts of the part of the lead's view that lies in `components/maturity/campaigns`. */
export const campaigns = {
  title: 'Campaigns',
} as const;
