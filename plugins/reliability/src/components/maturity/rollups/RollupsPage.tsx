/** Teams. */
export function RollupsPage() {
  return null;
}
