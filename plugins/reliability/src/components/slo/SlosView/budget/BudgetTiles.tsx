import { makeStyles } from '@material-ui/core/styles';
import type { ObjectiveEvaluationItem } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { burnText, sliText, targetText } from '../../../../utils/slo/numbers';
import { BudgetBar, useSloWords } from '../../common';
import { useExhaustionWords } from '../burn/useExhaustionWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    gap: theme.spacing(1.5),
    margin: 0,
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: theme.spacing(1),
    },
  },
  tile: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1.25, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  label: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  value: {
    margin: 0,
    fontSize: '1.375rem',
    lineHeight: 1.3,
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  note: {
    margin: 0,
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
  bar: { margin: theme.spacing(0.25, 0) },
}));

function Tile(props: {
  label: string;
  value: string;
  bar?: ReactNode;
  notes: (string | null | undefined)[];
}) {
  const { label, value, bar, notes } = props;
  const classes = useStyles();
  return (
    <div className={classes.tile}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{value}</dd>
      {bar && <dd className={`${classes.note} ${classes.bar}`}>{bar}</dd>}
      {notes.map(
        note =>
          note && (
            <dd key={note} className={classes.note}>
              {note}
            </dd>
          ),
      )}
    </div>
  );
}

/** The four numbers of an objective: how good, what is left, how fast it goes, when it ends. */
export function BudgetTiles(props: { objective: ObjectiveEvaluationItem }) {
  const { budget, uncorrected, target, burns, exhaustion, status } =
    props.objective;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const ends = useExhaustionWords(budget.window);
  const unknown = t('slo.tiles.unknown');
  const burn = burns.find(({ window }) => window === '6h')?.rate ?? null;
  return (
    <dl className={classes.root}>
      <Tile
        label={t('slo.tiles.sli')}
        value={budget.sli === null ? unknown : sliText(budget.sli, target)}
        notes={[t('slo.tiles.promised', { target: targetText(target) })]}
      />
      <Tile
        label={t('slo.tiles.budget')}
        value={
          budget.remaining === null ? unknown : words.budget(budget.remaining)
        }
        bar={<BudgetBar remaining={budget.remaining} status={status} />}
        notes={[
          budget.remainingMs !== null && budget.remaining !== null
            ? t(
                budget.remaining < 0
                  ? 'slo.tiles.outageOver'
                  : 'slo.tiles.outage',
                { time: words.span(budget.remainingMs) },
              )
            : null,
          uncorrected && uncorrected.remaining !== null
            ? t('slo.tiles.uncorrected', {
                budget: words.budget(uncorrected.remaining),
              })
            : null,
        ]}
      />
      <Tile
        label={t('slo.tiles.burn')}
        value={burn === null ? unknown : burnText(burn)}
        notes={[t('slo.tiles.burnHelp')]}
      />
      <Tile
        label={t('slo.tiles.ends')}
        value={exhaustion[0] ? ends(exhaustion[0]) : unknown}
        notes={[t('slo.tiles.endsHelp')]}
      />
    </dl>
  );
}
