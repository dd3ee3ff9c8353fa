import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ListScoreChangesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { causes } from '../../../utils/changeParams';
import { CauseChip, SmallButton, visuallyHidden } from '../../common';
import { plainTable } from '../plainTable';
import { ScrollRegion } from '../ScrollRegion';
import { wholeNumber } from '../../../utils/wholeNumber';

const SHOWN = 8;

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    '& td': { fontVariantNumeric: 'tabular-nums' },
  },
  number: { '&&': { textAlign: 'right', width: 96 } },
  why: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 1.5),
  },
  one: { display: 'inline-flex', gap: 4, whiteSpace: 'nowrap' },
  hidden: visuallyHidden,
}));

/** Which checks came out differently for how many services, and why. */
export function CheckFlipsTable({
  checks,
}: Pick<ListScoreChangesResponse, 'checks'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (checks.length === 0) {
    return <Typography variant="body2">{t('changes.checks.none')}</Typography>;
  }
  const shown = all ? checks : checks.slice(0, SHOWN);
  return (
    <>
      <ScrollRegion label={t('changes.checks.title')}>
        <table className={classes.table}>
          <caption className={classes.hidden}>
            {t('changes.checks.caption')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('changes.checks.check')}</th>
              <th scope="col" className={classes.number}>
                {t('changes.checks.lost')}
              </th>
              <th scope="col" className={classes.number}>
                {t('changes.checks.gained')}
              </th>
              <th scope="col" className={classes.number}>
                {t('changes.checks.flips')}
              </th>
              <th scope="col">{t('changes.checks.why')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ check, title, lost, gained, flips, causes: why }) => (
              <tr key={check}>
                <th scope="row">{title}</th>
                <td className={classes.number}>{wholeNumber(lost)}</td>
                <td className={classes.number}>{wholeNumber(gained)}</td>
                <td className={classes.number}>{wholeNumber(flips)}</td>
                <td>
                  <div className={classes.why}>
                    {causes
                      .filter(cause => why[cause] > 0)
                      .map(cause => (
                        <span key={cause} className={classes.one}>
                          <CauseChip cause={cause} /> {wholeNumber(why[cause])}
                        </span>
                      ))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {checks.length > shown.length && (
        <SmallButton quiet onClick={() => setAll(true)}>
          {t('changes.checks.more', { count: checks.length - shown.length })}
        </SmallButton>
      )}
    </>
  );
}
