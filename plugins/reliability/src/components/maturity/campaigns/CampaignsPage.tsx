/** Campaigns. */
export function CampaignsPage() {
  return null;
}
