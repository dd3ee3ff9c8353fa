import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnerOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { visuallyHidden } from '../../common';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { LoadRow } from './LoadRow';
import { useLoadSentence } from './useLoadSentence';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 520,
    margin: theme.spacing(1, 0),
    '& .number': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
  hidden: visuallyHidden,
}));

/** How the hours are spread over people; in a sentence first. */
export function LoadTable(props: Pick<OwnerOncallResponse, 'load' | 'period'>) {
  const { load, period } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const sentence = useLoadSentence(load);
  const caption = t('oncallGroup.load.caption', {
    from: dayText(period.from),
    to: dayText(period.to),
  });
  return (
    <>
      <Typography variant="body2">{sentence}</Typography>
      {load.length > 0 && (
        <>
          <ScrollRegion label={caption}>
            <table className={classes.table}>
              <caption className={classes.hidden}>{caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('oncallGroup.load.person')}</th>
                  <th scope="col">{t('oncallGroup.load.share')}</th>
                  {(['hours', 'nights', 'weekends'] as const).map(column => (
                    <th key={column} scope="col" className="number">
                      {t(`oncallGroup.load.${column}`)}
                    </th>
                  ))}
                  <th
                    scope="col"
                    className="number"
                    title={t('oncallGroup.load.longestHelp')}
                  >
                    {t('oncallGroup.load.longest')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {load.map(item => (
                  <LoadRow key={item.person.key} item={item} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <Typography variant="caption" color="textSecondary">
            {caption}. {t('oncallGroup.load.help')}
          </Typography>
        </>
      )}
    </>
  );
}
