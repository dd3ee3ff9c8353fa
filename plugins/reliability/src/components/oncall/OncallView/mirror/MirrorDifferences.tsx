import { makeStyles } from '@material-ui/core/styles';
import type { OncallMirrorResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  hoursBetween,
  hoursText,
  stretchText,
} from '../../../../utils/oncall/times';
import { SmallButton, visuallyHidden } from '../../../common';
import { plainTable } from '../../../maturity/plainTable';
import { ScrollRegion } from '../../../maturity/ScrollRegion';
import { useOncallWords, usePeople } from '../../common';

const SHOWN = 20;

const useStyles = makeStyles(theme => ({
  table: plainTable(theme),
  hidden: visuallyHidden,
}));

/** Where two accounts differ, the soonest first. */
export function MirrorDifferences({ value }: { value: OncallMirrorResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { listOfKeys } = usePeople();
  const { levelOf } = useOncallWords();
  const [all, setAll] = useState(false);
  const { differences, left, right } = value;
  const shown = all ? differences : differences.slice(0, SHOWN);
  const whoOf = (keys: readonly string[]) =>
    listOfKeys(keys) || t('oncall.nobody');
  const caption = t('oncall.mirror.caption');
  return (
    <div>
      <ScrollRegion label={caption}>
        <table className={classes.table}>
          <caption className={classes.hidden}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('oncall.timeline.when')}</th>
              <th scope="col">{t('oncall.timeline.length')}</th>
              <th scope="col">{t('oncall.timeline.where')}</th>
              <th scope="col">{left.account}</th>
              <th scope="col">{right.account}</th>
              <th scope="col">{t('oncall.mirror.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(each => (
              <tr key={`${each.from} ${each.level}`}>
                <th scope="row">{stretchText(each.from, each.to)}</th>
                <td>{hoursText(hoursBetween(each.from, each.to))}</td>
                <td>{levelOf(each.level)}</td>
                <td>{whoOf(each.left)}</td>
                <td>{whoOf(each.right)}</td>
                <td>
                  {t(`oncall.mirror.kind.${each.kind}`, {
                    left: left.account,
                    right: right.account,
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {shown.length < differences.length && (
        <SmallButton onClick={() => setAll(true)}>
          {t('oncall.mirror.more', {
            count: differences.length - shown.length,
          })}
        </SmallButton>
      )}
    </div>
  );
}
