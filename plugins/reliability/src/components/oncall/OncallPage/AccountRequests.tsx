import type { OncallAccountItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';

/** How often an account was asked, and what its provider thinks of that. */
export function AccountRequests({ account }: { account: OncallAccountItem }) {
  const { requests, failures, waits, remaining } = account;
  const { t } = useTranslation();
  if (requests === 0) return null;
  return (
    <>
      <span title={t('oncalls.accounts.requestsHelp')}>
        {t('oncalls.accounts.requests', { count: requests })}
      </span>
      {failures > 0 && (
        <span>{t('oncalls.accounts.failedRequests', { count: failures })}</span>
      )}
      {waits > 0 && (
        <span>{t('oncalls.accounts.waits', { count: waits })}</span>
      )}
      {remaining !== null && (
        <span>{t('oncalls.accounts.remaining', { count: remaining })}</span>
      )}
    </>
  );
}
