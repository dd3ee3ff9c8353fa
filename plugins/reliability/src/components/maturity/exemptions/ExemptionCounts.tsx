import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ListExemptionsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { wholeNumber } from '../../../utils/wholeNumber';
import { exemptionViews, type ExemptionAddress } from './exemptionAddress';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  views: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** What the list shows, as buttons with the number behind each; and whose it is narrowed to. */
export function ExemptionCounts(props: {
  counts: ListExemptionsResponse['counts'];
  address: ExemptionAddress;
}) {
  const { counts, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const only = [...params.service, ...params.owner];
  return (
    <div className={classes.root}>
      <div
        className={classes.views}
        role="group"
        aria-label={t('exemptions.list.show')}
      >
        {exemptionViews.map(view => (
          <SmallButton
            key={view}
            aria-pressed={view === params.show}
            onClick={() => change({ show: view })}
          >
            {t(`exemptions.list.${view}`, {
              number: wholeNumber(counts[view]),
            })}
          </SmallButton>
        ))}
      </div>
      {only.length > 0 && (
        <span>
          {t('exemptions.list.only', {
            what: (
              <>
                {only.map((ref, index) => (
                  <span key={ref}>
                    {index > 0 && ', '}
                    <EntityDisplayName entityRef={ref} hideIcon />
                  </span>
                ))}
              </>
            ),
          })}{' '}
          <SmallButton quiet onClick={() => change({ service: [], owner: [] })}>
            {t('exemptions.list.clear')}
          </SmallButton>
        </span>
      )}
    </div>
  );
}
