import type { SloLedgerResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { shareText } from '../../../../utils/slo/numbers';

/** How much is spent, and how much of that incidents explain. */
export function useLedgerSentence(ledger: SloLedgerResponse): string {
  const { t } = useTranslation();
  const { spent, explained, unexplained } = ledger;
  if (spent === null) return t('ledger.unknown');
  if (explained === null || unexplained === null) {
    return t('ledger.sumBare', { spent: shareText(spent) });
  }
  return t('ledger.sum', {
    spent: shareText(spent),
    explained: shareText(explained),
    unexplained: shareText(unexplained),
  });
}
