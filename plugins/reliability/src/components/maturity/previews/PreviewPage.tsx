/** What if. */
export function PreviewPage() {
  return null;
}
