/** The handover packet of one service. */
export function HandoverPage(_props: { entityRef: string }) {
  return null;
}
