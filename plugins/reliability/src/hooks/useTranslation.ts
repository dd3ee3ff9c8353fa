import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { reliabilityTranslationRef } from '../translation';

/** The texts of this plugin in the reader's language. */
export function useTranslation() {
  return useTranslationRef(reliabilityTranslationRef);
}
