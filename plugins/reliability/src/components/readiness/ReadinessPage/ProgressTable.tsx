import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceProgress } from '@plimsoll/backstage-plugin-reliability-common';
import { useReadinessLink } from '../../../hooks/readiness/useReadinessLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { ProgressMeter } from '../parts';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 860 },
  title: { fontWeight: 600 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  quiet: { color: theme.palette.text.secondary },
}));

const columns = [
  'service',
  'owner',
  'tier',
  'progress',
  'required',
  'expired',
  'contested',
  'signOff',
] as const;

/** Services and how far they are; each leads to its checklist, at the item in question where there is one. */
export function ProgressTable(props: {
  services: readonly ServiceProgress[];
  checklist: string;
  item?: string;
}) {
  const { services, checklist, item } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const linkTo = useReadinessLink();
  const caption = t('organisation.list.caption');
  return (
    <ScrollRegion label={caption}>
      <table className={classes.table} aria-label={caption}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`organisation.list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map(service => (
            <tr key={service.entityRef}>
              <th scope="row" className={classes.title}>
                <Link to={linkTo(service.entityRef, { checklist, item })}>
                  {service.title}
                </Link>
              </th>
              <td>
                {service.owner ? (
                  <EntityRefLink
                    entityRef={service.owner}
                    hideIcon
                    disableTooltip
                  />
                ) : (
                  <span className={classes.quiet}>
                    {t('ranking.table.noOwner')}
                  </span>
                )}
              </td>
              <td>{service.tier.name}</td>
              <td>
                <ProgressMeter progress={service.progress} />
              </td>
              <td className={classes.number}>
                {t('organisation.list.of', {
                  met: String(service.requiredMet),
                  total: String(service.requiredTotal),
                })}
              </td>
              <td className={classes.number}>{service.expired}</td>
              <td className={classes.number}>{service.contested}</td>
              <td>
                {service.signedOff && service.signedOffAt
                  ? t('organisation.list.signedOff', {
                      date: dayText(service.signedOffAt),
                    })
                  : t('organisation.list.notSignedOff')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
