interface Verdict {
  readonly status: 'stored' | 'unchanged' | 'rejected';
}

/**
 * The verdicts about all parts of a request, as a reply tells them.
 *
 * @param placeOf - where the part stands in the request
 */
export function summariseVerdicts<V extends Verdict>(
  verdicts: readonly V[],
  placeOf: (verdict: V) => number,
) {
  const count = (wanted: Verdict['status']) =>
    verdicts.filter(({ status }) => status === wanted).length;
  return {
    stored: count('stored'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    results: [...verdicts].sort((a, b) => placeOf(a) - placeOf(b)),
  };
}
