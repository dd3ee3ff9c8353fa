import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CoverState,
  ListOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { coverStates } from '../../../utils/oncall/params';
import { CoverMark } from '../common';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0, -1),
    padding: 0,
    listStyle: 'none',
  },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    padding: '2px 8px',
    minHeight: 32,
    borderRadius: 16,
    border: '1px solid transparent',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    '&[aria-pressed=true]': {
      backgroundColor: theme.palette.action.selected,
      borderColor: theme.palette.primary.main,
    },
  },
  count: {
    fontSize: '0.875rem',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** How many services are covered and how many are not, as buttons that filter. */
export function StateFilter(props: {
  counts: ListOncallResponse['counts'];
  chosen: readonly CoverState[];
  onChange: (chosen: CoverState[]) => void;
}) {
  const { counts, chosen, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const toggle = (state: CoverState) =>
    onChange(
      chosen.includes(state)
        ? chosen.filter(other => other !== state)
        : [...chosen, state],
    );
  return (
    <ul
      className={classes.list}
      aria-label={t('oncalls.states')}
      title={t('oncalls.statesHelp')}
    >
      {coverStates.map(state => (
        <li key={state}>
          <ButtonBase
            className={classes.button}
            aria-pressed={chosen.includes(state)}
            onClick={() => toggle(state)}
          >
            <CoverMark state={state} />{' '}
            <span className={classes.count}>{counts[state]}</span>
          </ButtonBase>
        </li>
      ))}
    </ul>
  );
}
