const PLAIN = /^[A-Za-z_$][\w$-]*$/;

/** A path as people write it: `spec.objectives[0].target`, `metadata.annotations["plimsoll.dev/mode"]`. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!PLAIN.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}
