import { useApi } from '@backstage/core-plugin-api';
import type { WordingHint } from '@plimsoll/backstage-plugin-reliability-common';
import { useEffect, useState } from 'react';
import { reliabilityApiRef } from '../../api';
import { useDebounced } from '../useDebounced';

const PAUSE_MS = 1200;

/**
 * Sentences of a text that may blame somebody, asked for when the typing rests. Hints are help: while they
 * cannot be asked for, the last ones stay and nothing is said.
 */
export function useWordingHints(
  texts: Readonly<Record<string, string>>,
  first: readonly WordingHint[],
): readonly WordingHint[] {
  const api = useApi(reliabilityApiRef);
  const [hints, setHints] = useState(first);
  const [begun] = useState(() => JSON.stringify(texts));
  const settled = useDebounced(JSON.stringify(texts), PAUSE_MS);
  useEffect(() => {
    if (settled === begun) return undefined;
    const controller = new AbortController();
    const sections = Object.entries<string>(JSON.parse(settled)).map(
      ([id, text]) => ({ id, text }),
    );
    api
      .checkPostmortemWording({ sections }, { signal: controller.signal })
      .then(reply => !controller.signal.aborted && setHints(reply.hints))
      .catch(() => {});
    return () => controller.abort();
  }, [api, settled, begun]);
  return hints;
}
