/** An address that a browser may open; null for anything else, whoever wrote it. */
export function webAddress(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

/** A link that writes to somebody; null where there is nothing to write to. */
export function mailAddress(email: string | null): string | null {
  if (!email || !/^[^\s@<>?&]+@[^\s@<>?&]+$/.test(email)) return null;
  return `mailto:${email.split('@').map(encodeURIComponent).join('@')}`;
}
