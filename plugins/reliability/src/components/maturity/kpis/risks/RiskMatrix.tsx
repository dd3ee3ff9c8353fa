import ButtonBase from '@material-ui/core/ButtonBase';
import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import type { ListRisksResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { statusColors, visuallyHidden } from '../../../common';
import { wholeNumber } from '../../../../utils/wholeNumber';

const useStyles = makeStyles(theme => ({
  table: {
    borderCollapse: 'separate',
    borderSpacing: 3,
    fontVariantNumeric: 'tabular-nums',
    '& th': {
      fontWeight: 400,
      fontSize: '0.75rem',
      color: theme.palette.text.secondary,
      padding: theme.spacing(0, 0.5),
    },
    '& tbody td': {
      width: 64,
      height: 40,
      padding: 0,
      textAlign: 'center',
      borderRadius: 4,
    },
  },
  side: { writingMode: 'vertical-rl', transform: 'rotate(180deg)' },
  cell: {
    width: '100%',
    height: 40,
    borderRadius: 4,
    fontSize: '1rem',
    fontWeight: 600,
    border: '2px solid transparent',
    '&:hover': { borderColor: theme.palette.text.secondary },
    '&:focus-visible': { borderColor: theme.palette.primary.main },
    '&[aria-pressed=true]': { borderColor: theme.palette.text.primary },
  },
  hidden: visuallyHidden,
}));

const degrees = [1, 2, 3, 4, 5];

type Place = { likelihood: number; impact: number };

/** How many risks are at each likelihood and impact; a place that has any can be chosen. */
export function RiskMatrix(props: {
  matrix: ListRisksResponse['matrix'];
  chosen: Partial<Place>;
  onChoose: (place: Partial<Place>) => void;
}) {
  const { matrix, chosen, onChoose } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { warn } = statusColors(theme);
  const cell = (likelihood: number, impact: number) => {
    const place = { likelihood, impact };
    const count =
      matrix.find(
        each => each.likelihood === likelihood && each.impact === impact,
      )?.count ?? 0;
    const isChosen =
      chosen.likelihood === likelihood && chosen.impact === impact;
    // The higher the score, the stronger the ground; the number is what tells.
    const background = alpha(warn, (0.5 * likelihood * impact) / 25);
    if (count === 0 && !isChosen) {
      return (
        <td key={impact} style={{ background }}>
          <span className={classes.hidden}>{t('kpis.risks.matrix.empty')}</span>
        </td>
      );
    }
    return (
      <td key={impact} style={{ background }}>
        <ButtonBase
          className={classes.cell}
          aria-pressed={isChosen}
          aria-label={t('kpis.risks.matrix.cell', {
            count,
            likelihood: String(likelihood),
            impact: String(impact),
          })}
          onClick={() =>
            onChoose(
              isChosen ? { likelihood: undefined, impact: undefined } : place,
            )
          }
        >
          {wholeNumber(count)}
        </ButtonBase>
      </td>
    );
  };
  return (
    <table className={classes.table} aria-label={t('kpis.risks.matrix.title')}>
      <tbody>
        {[...degrees].reverse().map(likelihood => (
          <tr key={likelihood}>
            {likelihood === 5 && (
              <th rowSpan={5} scope="rowgroup">
                <span className={classes.side}>
                  {t('kpis.risks.matrix.likelihood')}
                </span>
              </th>
            )}
            <th scope="row">{likelihood}</th>
            {degrees.map(impact => cell(likelihood, impact))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <td />
          {degrees.map(impact => (
            <th key={impact} scope="col">
              {impact}
            </th>
          ))}
        </tr>
        <tr>
          <td />
          <td />
          <th colSpan={5} scope="colgroup">
            {t('kpis.risks.matrix.impact')}
          </th>
        </tr>
      </tfoot>
    </table>
  );
}
