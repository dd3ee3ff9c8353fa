/** Overview. */
export function KpisPage() {
  return null;
}
