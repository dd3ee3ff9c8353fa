import { makeStyles } from '@material-ui/core/styles';
import type { OncallLoadItem } from '@plimsoll/backstage-plugin-reliability-common';
import { hoursText } from '../../../utils/oncall/times';
import { trackColor } from '../../common';
import { OncallPerson } from '../common';

const useStyles = makeStyles(theme => ({
  share: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  track: {
    flex: '1 1 60px',
    minWidth: 60,
    maxWidth: 160,
    height: 8,
    borderRadius: 2,
    overflow: 'hidden',
    backgroundColor: trackColor(theme),
  },
  bar: {
    display: 'block',
    height: 8,
    backgroundColor: theme.palette.primary.main,
  },
  percent: {
    width: 44,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** What one person carries. */
export function LoadRow({ item }: { item: OncallLoadItem }) {
  const classes = useStyles();
  const percent = `${Math.round(item.share * 100)} %`;
  return (
    <tr>
      <th scope="row">
        <OncallPerson person={item.person} />
      </th>
      <td>
        <span className={classes.share}>
          <span className={classes.track} aria-hidden="true">
            <span
              className={classes.bar}
              style={{ width: `${item.share * 100}%` }}
            />
          </span>
          <span className={classes.percent}>{percent}</span>
        </span>
      </td>
      {[item.hours, item.nightHours, item.weekendHours, item.longestHours].map(
        (hours, column) => (
          <td key={column} className="number">
            {hoursText(hours)}
          </td>
        ),
      )}
    </tr>
  );
}
