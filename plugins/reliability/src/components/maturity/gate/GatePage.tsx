/** Load line. */
export function GatePage() {
  return null;
}
