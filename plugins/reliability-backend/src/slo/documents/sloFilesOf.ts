/** Most files that one service may name; more are left out. */
export const MAX_SLO_FILES = 20;

/**
 * The files that the annotation `plimsoll.dev/slo` names: separated by commas or line breaks, duplicates
 * dropped, at most 20.
 */
export function sloFilesOf(annotation: string | undefined): string[] {
  const names = (annotation ?? '')
    .split(/[,\r\n]/)
    .map(name => name.trim())
    .filter(name => name !== '');
  return [...new Set(names)].slice(0, MAX_SLO_FILES);
}
