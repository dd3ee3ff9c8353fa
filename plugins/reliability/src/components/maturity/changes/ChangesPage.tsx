/** What changed. */
export function ChangesPage() {
  return null;
}
