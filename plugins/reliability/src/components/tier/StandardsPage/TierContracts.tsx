import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { TiersResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { tierAnchor } from '../../../utils/anchors';
import { visuallyHidden } from '../../common';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { contractRows } from './contractRows';

const useStyles = makeStyles(theme => ({
  table: {
    borderCollapse: 'collapse',
    fontSize: '0.875rem',
    minWidth: '100%',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(1, 1.5),
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: 400,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& tbody th': {
      color: theme.palette.text.secondary,
      minWidth: 150,
      paddingLeft: 0,
    },
    '& td': { minWidth: 130 },
    [theme.breakpoints.down('xs')]: { '& tbody th': { minWidth: 116 } },
    '& thead th': { scrollMarginTop: theme.spacing(9) },
  },
  name: { fontWeight: 600, display: 'block' },
  id: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  quiet: { color: theme.palette.text.secondary },
  hidden: visuallyHidden,
}));

/** Every tier's contract, side by side. */
export function TierContracts({ tiers }: { tiers: TiersResponse['items'] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (tiers.length === 0) {
    return (
      <Typography variant="body2">{t('standards.tiers.empty')}</Typography>
    );
  }
  return (
    <ScrollRegion label={t('standards.tiers.caption')}>
      <table className={classes.table}>
        <caption className={classes.hidden}>
          {t('standards.tiers.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.hidden}>
                {t('standards.tiers.demand')}
              </span>
            </th>
            {tiers.map(tier => (
              <th
                key={tier.id}
                id={tierAnchor(tier.id)}
                scope="col"
                tabIndex={-1}
              >
                <span className={classes.name}>{tier.name}</span>
                <span className={classes.id}>{tier.id}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('standards.tiers.description')}</th>
            {tiers.map(tier => (
              <td key={tier.id} className={classes.quiet}>
                {tier.description}
              </td>
            ))}
          </tr>
          {contractRows(t).map(({ key, title, of }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {tiers.map(tier => (
                <td key={tier.id}>
                  {of(tier.contract) ?? (
                    <span className={classes.quiet}>
                      {t('standards.tiers.none')}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
