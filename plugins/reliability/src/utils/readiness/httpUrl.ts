/** Whether a text is an address that a person may follow: http or https, nothing else. */
export function isHttpUrl(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text.trim()).protocol);
  } catch {
    return false;
  }
}
