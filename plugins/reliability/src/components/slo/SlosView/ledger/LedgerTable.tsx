import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  LedgerLine,
  SloLedgerResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { countText, shareText } from '../../../../utils/slo/numbers';
import { rangeText } from '../../../../utils/slo/times';
import { visuallyHidden } from '../../../common';
import { plainTable } from '../../../maturity/plainTable';
import { ScrollRegion } from '../../../maturity/ScrollRegion';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    '& .number': {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  caption: visuallyHidden,
}));

/** The lines of a ledger, the newest first. */
export function LedgerTable(props: {
  window: SloLedgerResponse['window'];
  lines: readonly LedgerLine[];
}) {
  const { window, lines } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const caption = t('ledger.caption', {
    from: dayText(window.from),
    to: dayText(window.to),
  });
  const share = (line: LedgerLine) => {
    if (line.share === null) return t('ledger.noData');
    return line.share < 0
      ? t('ledger.back', { share: shareText(-line.share) })
      : shareText(line.share);
  };
  const what = ({ kind, title, incidentId, reviewId }: LedgerLine) => {
    if (incidentId) return <Link to={links.incident(incidentId)}>{title}</Link>;
    if (kind !== 'unexplained') return title;
    return (
      <>
        {t('ledger.noIncident')}
        {reviewId && (
          <>
            {' · '}
            <Link to={links.incidents('reviews')}>{t('ledger.review')}</Link>
          </>
        )}
      </>
    );
  };
  return (
    <div>
      <ScrollRegion label={caption} maxHeight={480}>
        <table className={classes.table}>
          <caption className={classes.caption}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ledger.column.kind')}</th>
              <th scope="col">{t('ledger.column.when')}</th>
              <th scope="col">{t('ledger.column.what')}</th>
              <th scope="col" className="number">
                {t('ledger.column.bad')}
              </th>
              <th scope="col" className="number">
                {t('ledger.column.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={index}>
                <th scope="row">{t(`ledger.kind.${line.kind}`)}</th>
                <td>{rangeText(line.from, line.to)}</td>
                <td>{what(line)}</td>
                <td className="number">
                  {line.bad === null ? t('ledger.noData') : countText(line.bad)}
                </td>
                <td className="number">{share(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Typography variant="caption" color="textSecondary">
        {t('ledger.help')}
      </Typography>
    </div>
  );
}
