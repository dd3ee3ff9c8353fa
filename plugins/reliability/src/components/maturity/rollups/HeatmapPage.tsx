/** Map. */
export function HeatmapPage() {
  return null;
}
