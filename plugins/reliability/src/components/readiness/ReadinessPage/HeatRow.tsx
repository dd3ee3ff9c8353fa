import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import type { ChecklistOverviewResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { visuallyHidden } from '../../common';
import { SmallButton } from '../parts';

const useStyles = makeStyles(theme => ({
  item: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    minWidth: 150,
    maxWidth: 340,
    fontWeight: 400,
    textAlign: 'left',
    backgroundColor: theme.palette.background.paper,
    '& button': { textAlign: 'left' },
    [theme.breakpoints.down('xs')]: { maxWidth: 170 },
  },
  cell: {
    height: 28,
    textAlign: 'center',
    borderRadius: 3,
    color: theme.palette.text.primary,
  },
  none: { color: theme.palette.text.secondary },
  hidden: visuallyHidden,
}));

/** More would make the number on it hard to read. */
const DEEPEST = 0.45;

export interface HeatRowProps {
  item: ChecklistOverviewResponse['items'][number];
  teams: ChecklistOverviewResponse['teams'];
  onChoose: () => void;
}

/** One item over the teams. */
export function HeatRow({ item, teams, onChoose }: HeatRowProps) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" className={classes.item}>
        <SmallButton quiet onClick={onChoose}>
          {item.title}
        </SmallButton>
      </th>
      {teams.map(team => {
        const cell = team.items[item.id];
        const key = team.owner ?? '';
        if (!cell || cell.applicable === 0) {
          return (
            <td key={key} className={`${classes.cell} ${classes.none}`}>
              <span aria-hidden="true">–</span>
              <span className={classes.hidden}>
                {t('organisation.heat.none')}
              </span>
            </td>
          );
        }
        const { met, applicable } = cell;
        const depth = DEEPEST * (met / applicable);
        return (
          <td
            key={key}
            className={classes.cell}
            style={{
              backgroundColor: alpha(theme.palette.primary.main, depth),
              boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
            }}
          >
            <span aria-hidden="true">{`${met}/${applicable}`}</span>
            <span className={classes.hidden}>
              {t('organisation.heat.cell', {
                met: String(met),
                applicable: String(applicable),
              })}
            </span>
          </td>
        );
      })}
    </tr>
  );
}
