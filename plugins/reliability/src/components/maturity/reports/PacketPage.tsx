/** Monthly review. */
export function PacketPage() {
  return null;
}
