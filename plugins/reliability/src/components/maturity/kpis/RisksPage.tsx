/** Risks. */
export function RisksPage() {
  return null;
}
