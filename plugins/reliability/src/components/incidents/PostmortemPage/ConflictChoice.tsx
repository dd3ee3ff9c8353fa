import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { SafeMarkdown } from '../../common';

/** Which of two texts goes on. */
export type Choice = 'mine' | 'theirs' | 'both';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    padding: 0,
    border: 0,
    minWidth: 0,
    ...theme.typography.body2,
    '& legend': { fontWeight: 600, padding: 0 },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(1, 2),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  text: {
    maxHeight: 260,
    overflow: 'auto',
    padding: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
    '& label': { display: 'inline-flex', alignItems: 'center', gap: 4 },
  },
}));

/** Two texts of one part, and which of them goes on. */
export function ConflictChoice(props: {
  name: string;
  theirs: string;
  mine: string;
  choice: Choice;
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
}) {
  const { name, theirs, mine, choice, choices, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset className={classes.root}>
      <legend>{t('postmortem.conflict.choice', { section: name })}</legend>
      <div className={classes.columns}>
        {(
          [
            ['theirs', theirs],
            ['mine', mine],
          ] as const
        ).map(([whose, text]) => (
          <div key={whose}>
            <Typography variant="caption" component="div">
              {t(`postmortem.conflict.${whose}`)}
            </Typography>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container must take the focus */}
            <div className={classes.text} tabIndex={0}>
              {text.trim() ? (
                <SafeMarkdown text={text} />
              ) : (
                t('postmortem.conflict.empty')
              )}
            </div>
          </div>
        ))}
      </div>
      <div className={classes.choices}>
        {choices.map(each => (
          <label key={each}>
            <input
              type="radio"
              name={group}
              checked={each === choice}
              onChange={() => onChoose(each)}
            />
            {t(`postmortem.conflict.${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
