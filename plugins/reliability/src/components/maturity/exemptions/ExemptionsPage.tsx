/** Exemptions. */
export function ExemptionsPage() {
  return null;
}
