import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { WaiverDebtResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { useMorePages } from '../../../hooks/useMorePages';
import { useCall } from '../../../hooks/useCall';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, errorText } from '../../async';
import { ExportButton, SmallButton } from '../../common';
import { Section } from '../Section';
import { DebtTable } from './DebtTable';
import type { ExemptionAddress } from './exemptionAddress';

const useStyles = makeStyles(theme => ({
  help: { marginTop: theme.spacing(1), maxWidth: '90ch' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
  },
}));

const PAGE = 20;

/** What teams owe: how much is exempt, for how long, and what happened meanwhile. */
export function DebtSection(props: {
  address: ExemptionAddress;
  /** Changes whenever something was decided. */
  version: number;
}) {
  const { address, version } = props;
  const { nested } = address.params;
  const classes = useStyles();
  const call = useCall();
  const { t } = useTranslation();
  const load = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      call(
        'listWaiverDebt',
        { query: { nested: String(nested), limit: PAGE, cursor } },
        { signal },
      ),
    // What was decided changes the debt.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [call, nested, version],
  );
  const debt = useMorePages<
    WaiverDebtResponse['items'][number],
    WaiverDebtResponse
  >(load, 'debt');
  const { moreState } = debt;
  return (
    <Section
      title={t('exemptions.debt.title')}
      actions={
        <div className={classes.actions}>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                color="primary"
                checked={nested}
                onChange={(_, checked) => address.change({ nested: checked })}
              />
            }
            label={
              <Typography variant="body2">
                {t('exemptions.debt.nested')}
              </Typography>
            }
          />
          <ExportButton
            route="listWaiverDebt"
            input={{ query: { nested: String(nested) } }}
            name="waiver-debt"
          />
        </div>
      }
    >
      <Async state={debt.first}>
        {({ total }) =>
          debt.items.length === 0 ? (
            <Typography variant="body2">{t('exemptions.debt.none')}</Typography>
          ) : (
            <>
              <DebtTable
                items={debt.items}
                total={total}
                onChoose={owner =>
                  address.change({ owner: [owner], service: [] })
                }
              />
              {debt.hasMore && (
                <SmallButton
                  disabled={moreState.kind === 'running'}
                  onClick={debt.loadMore}
                >
                  {t('exemptions.debt.more')}
                </SmallButton>
              )}
              <div role="alert">
                {moreState.kind === 'failed' &&
                  t('exemptions.debt.moreFailed', {
                    message: errorText(moreState.error),
                  })}
              </div>
              <Typography
                variant="caption"
                color="textSecondary"
                component="p"
                className={classes.help}
              >
                {t('exemptions.debt.help')}
              </Typography>
            </>
          )
        }
      </Async>
    </Section>
  );
}
