/** Tiers. */
export function TierHonestyPage() {
  return null;
}
