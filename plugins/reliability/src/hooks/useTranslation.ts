import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
import { reliabilityTranslationRef } from '../translation';

type Messages = (typeof reliabilityTranslationRef)['T'];

/** The texts of this plugin in the reader's language. */
export function useTranslation(): { t: TranslationFunction<Messages> } {
  return useTranslationRef(reliabilityTranslationRef);
}
